/// The interface's own words in the person's language; what has no translation stays as it is.
///
/// What a posting says never goes through it: only words that the program itself wrote.
package struct Phrasebook: Hashable, Sendable {
  private let phrases: [String: String]

  /// Translations by the English words.
  package init(_ phrases: [String: String] = [:]) { self.phrases = phrases }

  package subscript(_ english: String) -> String {
    phrases.isEmpty ? english : phrases[english] ?? english
  }

  /// A phrase with `{}` for each of the parts, in order.
  package func filled(_ english: String, _ parts: String...) -> String {
    let phrase = self[english]
    var rest = phrase.utf8[...]
    var result = ""
    for part in parts {
      guard let gap = Self.gap(in: rest) else { break }
      result += phrase[rest.startIndex..<gap]
      result += part
      rest = rest[gap...].dropFirst(2)
    }
    return result + phrase[rest.startIndex...]
  }

  /// Where the next `{}` begins.
  private static func gap(in phrase: Substring.UTF8View) -> String.Index? {
    var before: UInt8 = 0
    var start = phrase.startIndex
    for index in phrase.indices {
      let byte = phrase[index]
      if before == UInt8(ascii: "{"), byte == UInt8(ascii: "}") { return start }
      (before, start) = (byte, index)
    }
    return nil
  }

  /// "1 listing", "1,204 listings": the phrase for one, or for another number.
  package func counted(_ count: Int, _ number: String, one: String, many: String) -> String {
    filled(count == 1 ? one : many, number)
  }
}
