import Listings

/// Brings together what several sums of a text say of one pay.
struct PayJoining {
  let text: TokenizedText
  let vocabulary: PayVocabulary

  func join(_ found: inout [PayCandidate]) {
    sharePeriods(&found)
    joinBounds(&found)
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
