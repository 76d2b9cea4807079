/// Values in one of the shapes that hide what they hold.
extension JSONValue {
  /// Without the object of one member that databases and converters wrap a value in:
  /// `{"$date": …}`, `{"#text": …}`, `{"rendered": …}`; and of several languages one.
  var unwrapped: JSONValue {
    guard case .object(let members) = self, let first = members.first else { return self }
    let isWrapper =
      members.count == 1
      && (first.name.hasPrefix("$") || first.name.hasPrefix("#") || first.name.hasPrefix("_"))
    if isWrapper || first.name == "rendered" { return first.value.unwrapped }
    return inOneLanguage ?? self
  }

  /// The text in one of its languages, English where it is there: `{"fi": "Kokki", "en": "Cook"}`.
  var inOneLanguage: JSONValue? {
    guard case .object(let members) = self, (1...languages.count).contains(members.count),
      members.allSatisfy({ isLanguage($0.name) })
    else { return nil }
    let texts = members.filter { !$0.value.isVoid }
    guard !texts.isEmpty, texts.allSatisfy({ $0.value.string != nil }) else { return nil }
    return (texts.first { $0.name.hasPrefix("en") } ?? texts[0]).value
  }

  /// The members of its parts, where it has nothing but parts: `{"company": {…}, "job": {…}}`.
  var joinedParts: JSONValue? {
    guard case .object(let members) = self, members.count > 1,
      members.allSatisfy(\.value.isObject)
    else { return nil }
    let joined = members.flatMap { $0.value.members ?? [] }
    return joined.contains { FieldName.isTitle($0.name) } ? .object(joined) : nil
  }
}

/// The ISO 639-1 codes of the languages in which boards answer; `id`, `to` and the like are also
/// names of fields.
private let languages: Set<String> = [
  "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hr", "hu", "it", "ja",
  "ko", "lt", "lv", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr",
  "uk", "vi", "zh",
]

/// `en`, `en-US` and `en_US`.
private func isLanguage(_ name: String) -> Bool {
  let count = name.utf8.count
  guard count == 2 || count == 5 else { return false }
  let mark = name.utf8.dropFirst(2).first
  return languages.contains(String(name.prefix(2)).lowercased())
    && (mark == nil || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_"))
}
