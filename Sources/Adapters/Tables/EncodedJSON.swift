import Listings

/// JSON that recordings and queues keep as a text within JSON.
enum EncodedJSON {
  private static let deepest = 8
  private static let most = 200

  /// The values of all texts that hold a list or an object, in their order.
  static func values(in document: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    collect(document, depth: 0, into: &found)
    return found
  }

  private static func collect(_ value: JSONValue, depth: Int, into found: inout [JSONValue]) {
    guard depth < deepest, found.count < most else { return }
    switch value {
    case .string(let text):
      let bytes = text.utf8.drop(while: \.isBlank)
      guard let first = bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
        let inner = try? JSONReader.read(Array(bytes), isTolerant: true)
      else { return }
      found.append(inner)
    case .array(let items):
      for item in items { collect(item, depth: depth + 1, into: &found) }
    case .object(let members):
      for member in members { collect(member.value, depth: depth + 1, into: &found) }
    default: break
    }
  }
}

/// What a board answers where it has no postings to give.
enum ErrorAnswer {
  private static let names = [
    "error", "errors", "error_description", "errorMessage", "message", "detail", "display", "msg",
    "reason", "title",
  ]

  /// The answer's own words as the reason; nil where it is no error.
  static func reason(_ document: JSONValue, _ context: ReadingContext) -> String? {
    guard document.isObject, let words = words(document, depth: 0) else { return nil }
    return context.line(words).map { "the answer is an error: \(String($0.prefix(200)))" }
  }

  private static func words(_ value: JSONValue, depth: Int) -> String? {
    guard depth < 4 else { return nil }
    switch value {
    case .string(let text): return text.trimmed.isEmpty ? nil : text
    case .array(let items): return items.lazy.compactMap { words($0, depth: depth + 1) }.first
    case .object:
      return names.lazy.compactMap { value[$0].flatMap { words($0, depth: depth + 1) } }.first
    default: return nil
    }
  }
}
