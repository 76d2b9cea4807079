/// Who signs a posting.
extension CompanyFinding {
  private static var lastLines: Int { 6 }

  /// "Kilnhaus Ovens Ltd" on one of the last lines, alone or before its address.
  func fromSignature() -> Candidate? {
    for line in page.lines.indices.suffix(Self.lastLines).reversed() where isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      guard
        let name = [tokens, beforeAddress(tokens)].compactMap({ $0 })
          .first(where: { names.isWholeName($0) && names.endsInLegalForm($0) && !isPlaceName($0) })
      else { continue }
      return Candidate(tokens: name, rule: "signature")
    }
    return nil
  }

  /// What stands before the first comma or bar of a line that ends in a place or holds a postal
  /// code: "Kilnhaus GmbH, Ofengasse 3, 54321 Ofenau".
  private func beforeAddress(_ line: Range<Int>) -> Range<Int>? {
    guard line.count <= 40,
      let end = line.first(where: { page.isSymbol($0, ",") || page.isSymbol($0, "|") }),
      !all.places.mentions(in: page.text, tokens: end + 1..<line.upperBound).isEmpty
        || (end + 1..<line.upperBound).contains(where: isPostalCode)
    else { return nil }
    return page.trimmed(line.lowerBound..<end)
  }

  private func isPostalCode(_ index: Int) -> Bool {
    let token = page.text.tokens[index]
    return token.kind == .number && (4...6).contains(token.end - token.start)
  }
}
