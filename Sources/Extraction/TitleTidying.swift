/// Takes from a title only what certainly is none of it.
struct TitleTidying {
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Whether a field says that it says nothing: empty, "None", "N/A".
  func isNothing(_ text: String) -> Bool {
    let text = TokenizedText(text, lexicon: vocabulary.lexicon)
    guard !text.tokens.isEmpty else { return true }
    guard let (word, length) = vocabulary.page.companyWords.match(at: 0, in: text) else {
      return false
    }
    return word == .none && length == text.tokens.count
  }

  func unescaped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if let better = EscapedEntities.unescaped(bytes) { bytes = better }
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The title without entities and without its company behind a free dash, a bar or "at".
  func tidied(_ title: String, company: String?) -> String {
    let title = unescaped(title)
    guard let company else { return title }
    let bytes = Array(title.utf8)
    let name = Array(company.utf8)
    guard bytes.count > name.count + 3, bytes.suffix(name.count).elementsEqual(name) else {
      return title
    }
    let head = bytes.dropLast(name.count)
    for separator in [" - ", " – ", " — ", " | ", " at ", " @ ", " · "] {
      let separator = Array(separator.utf8)
      if head.suffix(separator.count).elementsEqual(separator) {
        return unescaped(String(decoding: head.dropLast(separator.count), as: UTF8.self))
      }
    }
    return title
  }
}
