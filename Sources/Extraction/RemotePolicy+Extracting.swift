import Listings

extension RemotePolicy {
  /// Reads one string: a location line, a title, a sentence; unknown when it does not say.
  package init(extracting text: String, using vocabulary: Vocabulary) {
    let line = PlaceLine(text, using: vocabulary)
    guard !line.isQuestion else {
      self.init(kind: .unknown)
      return
    }
    let decision = WorkplaceWords(line.signs, in: line.text, line.beside).decision
    let kind = decision?.kind ?? .unknown
    self.init(
      kind: kind, daysOnSite: decision?.days,
      eligibility: kind == .onsite ? Eligibility() : Eligibility(of: line, kind: kind))
  }
}

extension PlaceLine {
  /// A sentence that asks ("Is this job remote?") says nothing.
  var isQuestion: Bool {
    guard isSymbol(tokens.upperBound - 1, "?") else { return false }
    guard isA(.asks, at: tokens.lowerBound) || tokens.count >= 5 else { return false }
    let sentence = tokens.dropLast()
    return !sentence.contains { isSymbol($0, ".!?|") }
  }
}
