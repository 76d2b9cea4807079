/// Takes from a title only what certainly is none of it.
struct TitleTidying {
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Whether a field says that it says nothing: empty, "None", "N/A".
  func isNothing(_ text: String) -> Bool {
    if Self.isPlaceholder(text) { return true }
    let text = TokenizedText(text, lexicon: vocabulary.lexicon)
    guard let end = text.tokens.lastIndex(where: { $0.kind != .symbol }) else { return true }
    guard let (word, length) = vocabulary.page.companyWords.match(at: 0, in: text) else {
      return false
    }
    return word == .none && length > end
  }

  /// Whether a field for the company tells of it without a name: "Our client is a small bakery".
  func tellsOfNobody(_ text: String) -> Bool {
    let text = TokenizedText(text, lexicon: vocabulary.lexicon)
    guard !text.tokens.isEmpty,
      let (word, length) = vocabulary.page.companyWords.match(at: 0, in: text)
    else { return false }
    return word == .nobody && length > 1 && text.tokens.count > length + 1
  }

  /// "[Insert the place here]", "<company>": what a form was never filled with.
  static func isPlaceholder(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count > 2 else {
      return false
    }
    let isWrapped = first == 0x5B && last == 0x5D || first == 0x3C && last == 0x3E
    return isWrapped && !text.utf8.dropFirst().dropLast().contains { $0 == first || $0 == last }
  }

  func unescaped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if let better = EscapedEntities.unescaped(bytes) { bytes = better }
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The title without entities and without its company beside a free dash or a bar.
  func tidied(_ title: String, company: String?) -> String {
    var title = unescaped(title)
    title = withoutLabel(withoutNote(title))
    guard let company, !company.isEmpty else { return title }
    let bytes = Array(title.utf8)
    let name = Array(company.utf8)
    // A line that ends in "at Kilnhaus Inc." is read without its full stop.
    for name in name.last == 0x2E ? [name, name.dropLast(1)] : [name] {
      if let count = lengthWithoutTail(bytes, name) ?? lengthBeforeEmployer(bytes, name) {
        return withoutNumber(unescaped(String(decoding: bytes.prefix(count), as: UTF8.self)))
      }
    }
    if bytes.starts(with: name),
      let mark = Self.behindName.first(where: { bytes.dropFirst(name.count).starts(with: $0) }),
      bytes.count > name.count + mark.count
    {
      let rest = bytes.dropFirst(name.count + mark.count)
      return unescaped(String(decoding: rest, as: UTF8.self))
    }
    return title
  }

  /// "Poste : Cuisinier": the label is none of the title.
  private func withoutLabel(_ title: String) -> String {
    guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return title }
    let text = TokenizedText(String(title[..<colon]), lexicon: vocabulary.lexicon)
    guard !text.tokens.isEmpty, text.tokens.count <= 4,
      let (label, length) = vocabulary.page.labels.match(at: 0, in: text), label == .title,
      length == text.tokens.count
    else { return title }
    let rest = unescaped(String(title[title.utf8.index(after: colon)...]))
    return rest.isEmpty ? title : rest
  }

  /// Without the number that a board gave the opening: "Cook - 92248".
  private func withoutNumber(_ title: String) -> String {
    let digits = title.utf8.reversed().prefix { (48...57).contains($0) }.count
    guard digits > 3, title.utf8.dropLast(digits).suffix(3).elementsEqual(" - ".utf8) else {
      return title
    }
    return String(title.dropLast(digits + 3))
  }

  /// How long the title is without its company, or the company's site, and what ties it to them.
  private func lengthWithoutTail(_ bytes: [UInt8], _ name: [UInt8]) -> Int? {
    let page = vocabulary.page
    for site in page.siteTails where bytes.hasSuffix(site) {
      let named = bytes.dropLast(site.count)
      guard named.hasSuffix(name) else { continue }
      let rest = named.dropLast(name.count)
      if let mark = (Self.beforeName + page.employerTails).first(where: { rest.hasSuffix($0) }),
        rest.count > mark.count
      {
        return rest.count - mark.count
      }
    }
    return nil
  }

  /// How long "Cook at Kilnhaus, Lyon", or "in Lyon", is without the company and the place behind it.
  private func lengthBeforeEmployer(_ bytes: [UInt8], _ name: [UInt8]) -> Int? {
    // Few titles name their company at all.
    guard bytes.count > name.count + 3, bytes.holds(name) else { return nil }
    for mark in vocabulary.page.employerTails {
      let sought = mark + name
      guard bytes.count > sought.count + 3,
        let start = (1..<bytes.count - sought.count)
          .first(where: { bytes[$0...].starts(with: sought) })
      else { continue }
      let rest = bytes[(start + sought.count)...]
      // "Cook at Kilnhaus(K25)": what is glued to the name tells of it.
      let isRemark = rest.first == 0x28 && rest.last == 0x29
      guard let first = rest.first, first == 0x2C || first == 0x28 || first == 0x20,
        isRemark || beginsSentence(rest)
          || vocabulary.isPlace(String(decoding: rest, as: UTF8.self)) || isInPlace(rest)
      else { continue }
      return start
    }
    return nil
  }

  /// "Cook at Kilnhaus Where the bread is": what the company says of itself.
  private func beginsSentence(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = TokenizedText(String(decoding: rest, as: UTF8.self), lexicon: vocabulary.lexicon)
    guard text.tokens.count > 2, text.tokens[0].kind == .word else { return false }
    return vocabulary.page.titleWords.match(at: 0, in: text)?.value == .sentence
  }

  private func isInPlace(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = TokenizedText(String(decoding: rest, as: UTF8.self), lexicon: vocabulary.lexicon)
    return text.tokens.count > 1
      && vocabulary.page.inPlaces.match(at: 0, in: text)?.length == 1
      && vocabulary.isPlace(1..<text.tokens.count, in: text)
  }

  private static let beforeName = [" - ", " – ", " — ", " | ", " @ ", " · ", ", "].map {
    Array($0.utf8)
  }
  private static let behindName = [" - ", " – ", " — ", " | ", ": ", "/"].map { Array($0.utf8) }

  /// Without what boards write behind the title for themselves, as in "Cook - job post".
  private func withoutNote(_ title: String) -> String {
    let small = title.lowercased()
    let note = vocabulary.beside.all(.titleNote).first { small.hasSuffix("- " + $0) }
    return note.map { unescaped(String(title.dropLast($0.count + 2))) } ?? title
  }
}
