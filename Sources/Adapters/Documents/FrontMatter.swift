/// The head of a Markdown post between two lines of dashes: simple YAML.
struct FrontMatter {
  /// Scalars are strings, lists are arrays of them; names are in small letters.
  let fields: JSONValue
  /// The text after the head.
  let rest: Substring

  /// Nil when the text does not begin with one.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(Self.isFence) == true,
      let end = lines.dropFirst().prefix(200).firstIndex(where: Self.isFence)
    else { return nil }
    fields = Self.fields(of: lines[1..<end])
    rest = end + 1 < lines.count ? text[lines[end + 1].startIndex...] : ""
  }

  private static func isFence(_ line: Substring) -> Bool {
    String(line).trimmed == "---"
  }

  private static func fields(of lines: ArraySlice<Substring>) -> JSONValue {
    var members: [JSONMember] = []
    for line in lines {
      let content = String(line).trimmed
      if content.isEmpty || content.hasPrefix("#") { continue }
      if content.hasPrefix("- "), let last = members.last {
        let earlier = last.value.array ?? []
        let item = JSONValue.string(unquoted(String(content.dropFirst(2))))
        members[members.count - 1] = JSONMember(name: last.name, value: .array(earlier + [item]))
      } else if let colon = content.firstIndex(of: ":") {
        let name = content[..<colon].lowercased().filter { $0 != "\"" && $0 != "'" }
        let value = String(content[content.index(after: colon)...]).trimmed
        members.append(JSONMember(name: name, value: self.value(value)))
      }
    }
    return .object(members)
  }

  private static func value(_ text: String) -> JSONValue {
    if text.hasPrefix("["), text.hasSuffix("]"), text.count >= 2 {
      let items = text.dropFirst().dropLast().split(separator: ",")
      return .array(items.map { .string(unquoted(String($0).trimmed)) })
    }
    if text.isEmpty || text == "null" || text == "~" { return .null }
    return .string(unquoted(text))
  }

  private static func unquoted(_ text: String) -> String {
    let text = text.trimmed
    guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'"
    else { return text }
    let inner = String(text.dropFirst().dropLast())
    guard first == "\"", inner.contains("\\") else { return inner }
    return (try? JSONReader.read(Array(text.utf8), isTolerant: true))?.string ?? inner
  }
}
