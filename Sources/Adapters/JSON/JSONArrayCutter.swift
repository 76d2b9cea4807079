/// Cuts the elements out of a JSON array that comes in pieces; it reads none of them.
struct JSONArrayCutter {
  /// An element longer than this is not kept; no posting is that long.
  private static let longestElement = 16_777_216

  private var element: [UInt8] = []
  private var depth = 0
  /// What ends the string around the place; Python quotes once.
  private var quote: UInt8?
  private var isEscaped = false
  /// The line of the byte that comes next, counted from 1.
  private var line = 1
  private var elementLine = 1
  private(set) var isClosed = false

  struct Element {
    let bytes: [UInt8]
    let line: Int
  }

  /// What was begun and never ended; nil after a whole array.
  var rest: Element? {
    isClosed ? nil : Element(bytes: element, line: elementLine)
  }

  mutating func feed(_ bytes: some Sequence<UInt8>, _ emit: (Element) -> Void) {
    for byte in bytes {
      if byte == 10 { line += 1 }
      take(byte, emit)
    }
  }

  private mutating func take(_ byte: UInt8, _ emit: (Element) -> Void) {
    guard !isClosed else { return }
    if let quote {
      // Only a double quote has strings of more than a line; an apostrophe in a comment has none.
      if byte == 10, quote == UInt8(ascii: "'") { self.quote = nil }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == quote {
        self.quote = nil
      }
      return keep(byte)
    }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      // The bracket of the array itself belongs to no element.
      if depth > 1 { keep(byte) }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth <= 0 {
        end(emit)
        isClosed = true
      } else {
        keep(byte)
      }
    case UInt8(ascii: ",") where depth == 1: end(emit)
    default:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if element.isEmpty {
      if byte.isBlank { return }
      elementLine = line
    }
    if element.count < Self.longestElement { element.append(byte) }
  }

  private mutating func end(_ emit: (Element) -> Void) {
    if !element.isEmpty { emit(Element(bytes: element, line: elementLine)) }
    element.removeAll(keepingCapacity: true)
  }
}
