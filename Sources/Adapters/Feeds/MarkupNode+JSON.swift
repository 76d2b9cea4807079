/// XML as the JSON that its names would be: attributes and elements become members, elements that
/// repeat a list, leaves their text.
extension MarkupNode {
  private static let deepest = 24

  /// Elements of HTML; what holds them is a text.
  private static let textual: Set<String> = [
    "p", "br", "ul", "ol", "li", "div", "span", "b", "strong", "i", "em", "h1", "h2", "h3", "h4",
    "a", "table",
  ]

  var json: JSONValue { json(depth: 0) }

  /// A text that may be written as elements.
  var textOrMarkup: String {
    elements.contains { Self.textual.contains($0.name.lowercased()) } ? markup : text
  }

  private func json(depth: Int) -> JSONValue {
    var members: [JSONMember] = attributes.map {
      JSONMember(name: $0.name, value: .string($0.text))
    }
    var places: [String: Int] = [:]
    for child in elements {
      if depth >= Self.deepest || Self.textual.contains(child.name.lowercased()) {
        return .string(markup)
      }
      let value = child.json(depth: depth + 1)
      guard let place = places[child.name] else {
        places[child.name] = members.count
        members.append(JSONMember(name: child.name, value: value))
        continue
      }
      let before = members[place].value
      members[place] = JSONMember(
        name: child.name, value: .array((before.array ?? [before]) + [value]))
    }
    guard places.isEmpty else { return .object(members) }
    return .string(text)
  }
}
