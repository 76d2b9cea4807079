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
    var rest = self[english][...]
    var result = ""
    for part in parts {
      guard let gap = rest.firstRange(of: "{}") else { break }
      result += rest[..<gap.lowerBound] + part
      rest = rest[gap.upperBound...]
    }
    return result + rest
  }

  /// "1 listing", "1,204 listings": the phrase for one, or for another number.
  package func counted(_ count: Int, _ number: String, one: String, many: String) -> String {
    filled(count == 1 ? one : many, number)
  }
}
