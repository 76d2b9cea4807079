import Listings

/// The little JSON that columns hold: arrays of texts, numbers, nulls and arrays.
enum JSONValue: Hashable {
  case null
  case number(Int)
  case text(String)
  case array([JSONValue])
}

extension JSONValue {
  init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

  init(_ number: Int?) { self = number.map(JSONValue.number) ?? .null }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var number: Int? { if case .number(let number) = self { number } else { nil } }

  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  var json: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .number(let number): bytes += String(number).utf8
    case .text(let text): Self.append(text, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    guard number >= 0 else {
      bytes += String(number).utf8
      return
    }
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(48 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    // In place: the slice's own `reverse` makes a copy.
    var (first, last) = (start, bytes.count - 1)
    while first < last {
      bytes.swapAt(first, last)
      (first, last) = (first + 1, last - 1)
    }
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = EightBytes.all(of: utf8) {
        EightBytes.below($0, 32) | EightBytes.equal($0, to: UInt8(ascii: "\""))
          | EightBytes.equal($0, to: UInt8(ascii: "\\")) == 0
      } rest: {
        $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      if isPlain { bytes += utf8 }
      return isPlain
    }
    if !isPlain { appendEscaped(text, to: &bytes) }
  }

  private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 10: bytes += "\\n".utf8
      case 0..<32:
        let digits = String(byte, radix: 16)
        bytes += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
      default: bytes.append(byte)
      }
    }
  }
}

extension RowValues {
  /// The texts as a JSON array, NULL when there are none.
  mutating func append(jsonArray texts: [String]) {
    guard !texts.isEmpty else { return append(nil as Int?) }
    appendText { bytes in
      var separator = UInt8(ascii: "[")
      for text in texts {
        bytes.append(separator)
        JSONValue.append(text, to: &bytes)
        separator = UInt8(ascii: ",")
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }
}

extension [String] {
  /// Nil when there are none: an empty column says "not stated".
  var jsonArray: String? {
    isEmpty ? nil : JSONValue.array(map(JSONValue.text)).json
  }

  init(jsonArray: String?) {
    self = jsonArray.map { JSONReader.value(of: $0).items.compactMap(\.text) } ?? []
  }
}

/// Reads what `JSONValue.json` prints; anything else ends in a null, never in a trap.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  static func value(of text: String) -> JSONValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    return reader.value()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() -> JSONValue {
    switch current {
    case UInt8(ascii: "["): array()
    case UInt8(ascii: "\""): .text(text())
    case .some(45), .some(48...57): number()
    default: null()
    }
  }

  private mutating func null() -> JSONValue {
    position = min(bytes.count, position + 4)
    return .null
  }

  private mutating func array() -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    while let byte = current, byte != UInt8(ascii: "]") {
      let start = position
      items.append(value())
      _ = take(UInt8(ascii: ","))
      if position == start { break }
    }
    _ = take(UInt8(ascii: "]"))
    return .array(items)
  }

  private mutating func number() -> JSONValue {
    let start = position
    position += 1
    while let byte = current, byte >= 48, byte <= 57 { position += 1 }
    return JSONValue(Int(String(decoding: bytes[start..<position], as: UTF8.self)))
  }

  private mutating func text() -> String {
    position += 1
    var result: [UInt8] = []
    while let byte = current {
      position += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") { escaped(into: &result) } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func escaped(into result: inout [UInt8]) {
    guard let byte = current else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[position..<min(bytes.count, position + 4)], as: UTF8.self)
      position = min(bytes.count, position + 4)
      result.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
    default: result.append(byte)
    }
  }
}
