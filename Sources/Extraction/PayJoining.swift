import Listings

/// Brings together what several sums of a text say of one pay.
struct PayJoining {
  let text: TokenizedText
  let vocabulary: PayVocabulary

  func join(_ found: inout [PayCandidate]) {
    sharePeriods(&found)
    joinBounds(&found)
    joinPoints(&found)
    markTotals(&found)
  }

  /// "$120k-$250k, including a base salary of $100k-$160k": the first is what all comes to.
  private func markTotals(_ found: inout [PayCandidate]) {
    for index in found.indices.dropLast() {
      let next = found[index + 1]
      let (start, end) = (found[index].words.upperBound, next.words.lowerBound)
      guard next.saysBase, found[index].kind == .base, next.currency == found[index].currency,
        next.period == found[index].period,
        next.size <= found[index].size, start < end, end - start <= 10,
        (start..<min(start + 3, end)).contains(where: {
          vocabulary.beside.isA(.including, at: $0, of: text)
        })
      else { continue }
      found[index].kind = .total
      // The word behind it is the next one's.
      found[index].saysBase = false
    }
  }

  /// "3,600 USD / 2,150 GBP per week": the period behind the last is that of all.
  private func sharePeriods(_ found: inout [PayCandidate]) {
    for index in found.indices.dropLast().reversed() {
      let next = found[index + 1]
      let gap = found[index].words.upperBound
      guard found[index].isPeriodInferred, !next.isPeriodInferred, gap + 1 == next.words.lowerBound,
        found[index].currency != next.currency, let own = found[index].currency,
        text.tokens[gap].symbol == 47,
        vocabulary.currencies[own].isUsual(found[index].size, a: next.period)
      else { continue }
      found[index].period = next.period
      found[index].isPeriodInferred = false
    }
  }

  /// "Minimum: $90,000 Maximum: $120,000" is a range; what stands between them is its middle.
  private func joinBounds(_ found: inout [PayCandidate]) {
    var index = 0
    while index + 1 < found.count {
      let isMiddle =
        index + 2 < found.count && found[index].high == nil
        && found[index + 1].isInner(found[index])
      let other = isMiddle ? index + 2 : index + 1
      if isRange(found[index], found[other], within: isMiddle ? 20 : 12) {
        found[index].high = found[other].high
        if found[index].isCurrencyInferred {
          found[index].currency = found[other].currency
          found[index].isCurrencyInferred = found[other].isCurrencyInferred
        }
        found[index].isRange = true
        found[index].words = found[index].words.lowerBound..<found[other].words.upperBound
        found[index].score = max(found[index].score, found[other].score)
        found.removeSubrange(index + 1...other)
      }
      index += 1
    }
  }

  /// "Grade 7 (£26,403) - Grade 9 (£27,254)": the ends of a scale, each in brackets behind its name.
  private func joinPoints(_ found: inout [PayCandidate]) {
    for index in found.indices.dropLast().reversed() {
      let (low, high) = (found[index], found[index + 1])
      guard isPoint(low), isPoint(high), low.isLike(high), low.size <= high.size,
        high.size / 4 <= low.size, leads(from: low, to: high)
      else { continue }
      found[index].high = high.high
      found[index].isRange = true
      found[index].words = low.words.lowerBound..<high.words.upperBound
      found[index].score = max(low.score, high.score)
      found.remove(at: index + 1)
    }
  }

  private func isPoint(_ candidate: PayCandidate) -> Bool {
    let (start, end) = (candidate.words.lowerBound, candidate.words.upperBound)
    return candidate.low != nil && candidate.low == candidate.high && start > 1
      && end < text.tokens.count && text.tokens[start - 1].symbol == 40
      && text.tokens[end].symbol == 41
  }

  // "- Spinal Column Point 9 (".
  private static let mostOfName = 6

  /// Whether a dash and a name that the first end has, too, stand between two in brackets.
  private func leads(from low: PayCandidate, to high: PayCandidate) -> Bool {
    let (start, end) = (low.words.upperBound + 1, high.words.lowerBound - 1)
    guard start < end, end - start <= Self.mostOfName,
      let (connector, name) = PayRangeReader(text: text, vocabulary: vocabulary)
        .connector(at: start), connector == .dash || connector == .to, name < end,
      text.tokens[name].kind == .word
    else { return false }
    let bracket = low.words.lowerBound - 1
    let word = text.words(text.tokens[name].range)
    return (max(0, bracket - Self.mostOfName)..<bracket)
      .contains { text.words(text.tokens[$0].range) == word }
  }

  private func isRange(
    _ first: PayCandidate, _ second: PayCandidate, within distance: Int
  ) -> Bool {
    guard first.high == nil, second.low == nil, let low = first.low, let high = second.high
    else { return false }
    let isSame =
      first.currency == second.currency || first.isCurrencyInferred || second.isCurrencyInferred
    return isSame && low <= high && high / 4 <= low && first.period == second.period
      && first.words.upperBound <= second.words.lowerBound
      && second.words.lowerBound - first.words.upperBound <= distance
  }
}
