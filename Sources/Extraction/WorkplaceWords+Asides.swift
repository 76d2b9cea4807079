import Listings

/// Marks that do not speak of this job's workplace.
extension WorkplaceWords {
  /// Words that speak of the hiring, or bare ones that stand before what they describe in a long sentence.
  static func isAside(
    _ place: Int, _ signs: [WorkplaceMark], in text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    let mark = signs[place]
    guard [.remote, .hybrid, .onsite].contains(mark.sign) else { return false }
    let topic = signs[..<place].last { $0.sign == .topic }
    if let topic, mark.tokens.lowerBound - topic.tokens.upperBound < 20,
      !text.tokens[topic.tokens.upperBound..<mark.tokens.lowerBound].contains(where: {
        $0.kind == .newline || $0.id == 124
      })
    {
      return true
    }
    if mark.sign == .onsite, !mark.isFirm { return isRunning(mark, text, words) }
    if mark.sign == .remote, !mark.isFirm {
      return isManner(mark, text, words) || isCompound(mark, text, words)
    }
    // "Human-computer hybrid communication": a word on both sides, the next one unknown.
    guard mark.sign == .hybrid, !mark.isFirm, mark.tokens.lowerBound > 0, text.tokens.count > 14
    else { return false }
    // "Our Hybrid-Analytics-Strategie".
    let hyphen = text.tokens[min(mark.tokens.upperBound, text.tokens.count - 1)]
    if hyphen.symbol == 45, !hyphen.followsBlank { return true }
    // Forms of other languages that only stand before or behind a noun.
    let word = text.words(text.tokens[mark.tokens.lowerBound].range).lowercased()
    if words.isA(.hybridNoun, word) { return true }
    guard mark.tokens.upperBound < text.tokens.count else { return false }
    let next = text.tokens[mark.tokens.upperBound]
    return text.tokens[mark.tokens.lowerBound - 1].kind == .word && next.kind == .word
      && next.end - next.start >= 6
  }

  /// "Remote-control software", but not "remote-first" nor "Remote-Europe".
  private static func isCompound(
    _ mark: WorkplaceMark, _ text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    let hyphen = mark.tokens.upperBound
    guard hyphen + 1 < text.tokens.count, text.tokens[hyphen].symbol == 45,
      !text.tokens[hyphen].followsBlank, !text.tokens[hyphen + 1].followsBlank,
      words.isA(.remoteWord, text.words(text.bytes(of: mark.tokens)).lowercased())
    else { return false }
    let next = text.tokens[hyphen + 1]
    return next.kind == .word && (97...122).contains(text.bytes[Int(next.start)])
      && !words.isA(.afterRemote, text.words(next.range))
  }

  /// "You update ovens remotely": how something is done that is not the job.
  private static func isManner(
    _ mark: WorkplaceMark, _ text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    let first = mark.tokens.lowerBound
    guard text.tokens.count > 8, first > 0, text.tokens[first - 1].kind == .word,
      words.isA(.remotely, text.words(text.bytes(of: mark.tokens)))
    else { return false }
    return !words.isA(
      .beforeRemotely, text.words(text.tokens[first - 1].range).lowercased())
  }

  /// "Commissioning on site", "organize on-site trainings": small words after one that is no verb of
  /// being or working.
  private static func isRunning(
    _ mark: WorkplaceMark, _ text: TokenizedText, _ beside: BesideWords
  ) -> Bool {
    func isSmall(_ token: Token) -> Bool { (97...122).contains(text.bytes[Int(token.start)]) }
    let first = mark.tokens.lowerBound
    let words = text.words(text.bytes(of: mark.tokens))
    if describes(mark, words, text, beside) { return true }
    guard first > 0 else { return false }
    let before = text.words(text.tokens[first - 1].range)
    if beside.isA(.bareSite, words.lowercased()) {
      return text.tokens[first - 1].kind == .word && text.tokens.count > 5
        && !beside.isA(.beforeOnsite, before.lowercased())
    }
    let isOnSite = mark.tokens.contains {
      beside.begins(text.words(text.tokens[$0].range), as: .siteWord)
    }
    guard isOnSite else { return false }
    guard isSmall(text.tokens[first]), text.tokens[first - 1].kind == .word else {
      return isListed(mark, text, beside)
    }
    if isSmall(text.tokens[first - 1]) { return !beside.isA(.beforeOnsite, before) }
    // A sentence that begins with its verb; "Berlin onsite" is none.
    let end = mark.tokens.upperBound
    return first == 1 && end < text.tokens.count && text.tokens[end].kind == .word
  }

  /// "Desks for on-site teammates", "In-office extras run to …": a small word behind that is none of
  /// those for a job.
  private static func describes(
    _ mark: WorkplaceMark, _ words: String, _ text: TokenizedText, _ beside: BesideWords
  ) -> Bool {
    let next = mark.tokens.upperBound
    guard text.tokens.count > 8, next < text.tokens.count,
      beside.isA(.onsite, words.lowercased()),
      text.tokens[next].kind == .word, (97...122).contains(text.bytes[Int(text.tokens[next].start)])
    else { return false }
    let word = text.words(text.tokens[next].range)
    return word.utf8.count > 4 && !beside.isA(.afterOnsite, word)
  }

  /// "Lunch, on-site physiotherapist, a gym": one of several things that stand on the site.
  private static func isListed(
    _ mark: WorkplaceMark, _ text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    let (before, after) = (mark.tokens.lowerBound - 1, mark.tokens.upperBound)
    guard text.tokens.count > 12, after < text.tokens.count, text.tokens[before].symbol == 44,
      text.tokens[after].kind == .word
    else { return false }
    let next = text.words(text.tokens[after].range)
    return next.utf8.count > 4 && !words.isA(.afterOnsite, next.lowercased())
  }

  /// "Remote for a few months" is not remote.
  static func isPassing(_ mark: WorkplaceMark, _ rest: ArraySlice<WorkplaceMark>) -> Bool {
    guard let next = rest.first(where: { $0.sign != .nothing && $0.sign != .week }) else {
      return false
    }
    return next.sign == .passing && next.tokens.lowerBound - mark.tokens.upperBound <= 3
  }
}
