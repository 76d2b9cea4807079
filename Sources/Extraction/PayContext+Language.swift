extension PayContext {
  /// The language of the words around, where currencies of several share the sign ("kr").
  mutating func readLanguage(_ candidate: inout PayCandidate) {
    guard let currency = candidate.currency else { return narrowLanguage(&candidate) }
    guard candidate.isShared else {
      if candidate.isCounted { narrowLanguage(&candidate) }
      return
    }
    let sign = vocabulary.currencies[currency].sign
    guard sign != "$" else { return }
    candidate.spoken = []
    takeLanguages(sign, &candidate)
    collect(candidate.tokens.upperBound..<clauseEnd(candidate.words.upperBound))
    takeLanguages(sign, &candidate)
  }

  /// What the language of a word pays in: "rémunération", so written, is no English.
  func spoken(_ hit: Hit) -> PayCurrencySet {
    let isMarked = text.bytes[text.bytes(of: hit.start..<hit.end)].contains { $0 > 0x7F }
    return isMarked ? hit.term.spoken.subtracting(vocabulary.dollar) : hit.term.spoken
  }

  /// Where the word of pay is one of several languages, others around tell which.
  func narrowLanguage(_ candidate: inout PayCandidate) {
    for hit in hits.reversed() { candidate.narrow(hit.term.spoken) }
    let end = min(candidate.words.upperBound + 6, text.tokens.count)
    for index in candidate.tokens.upperBound..<max(end, candidate.tokens.upperBound) {
      guard text.tokens[index].kind != .newline else { return }
      guard let term = vocabulary.term(at: index, in: text)?.term else { continue }
      var speaks: PayRoles = [.mark, .filler, .periodWord, .periodBare]
      if index < candidate.words.upperBound { speaks.insert(.periodNoun) }
      if candidate.spoken.isEmpty, !term.roles.isDisjoint(with: speaks) {
        candidate.spoken = term.spoken
      } else {
        candidate.narrow(term.spoken)
      }
    }
  }

  func takeLanguages(_ sign: String, _ candidate: inout PayCandidate) {
    for hit in hits.reversed() {
      let spoken = vocabulary.signed(sign, hit.term.spoken)
      let common = candidate.spoken.intersection(spoken)
      if candidate.spoken.isEmpty {
        candidate.spoken = spoken
      } else if !common.isEmpty {
        candidate.spoken = common
      }
    }
  }

  /// Where the line ends that goes on at a token, at most eight tokens on.
  func clauseEnd(_ start: Int) -> Int {
    var index = start
    while index < min(start + 8, text.tokens.count), text.tokens[index].kind != .newline {
      index += 1
    }
    return index
  }
}
