import Listings

/// A JSON value whose objects keep the order in which they were written.
///
/// Foundation's encoder sorts or shuffles keys; the answers of the command line have a fixed order.
enum JSON {
  case null
  case bool(Bool)
  case integer(Int)
  /// Hundredths, printed as plain units: 170000 or 22.5.
  case hundredths(Int)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
}

extension JSON {
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  static func optional(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }
  static func optional(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
  static func money(_ sum: Int?) -> JSON { sum.map { .hundredths($0) } ?? .null }
  static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map { .string($0) }) }

  /// One line of text, without a line end.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same over several lines, indented by two blanks a level.
  var indentedText: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indentation: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `indentation` is nil for one line.
  func write(to bytes: inout [UInt8], indentation: Int? = nil) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .hundredths(let sum): bytes.append(contentsOf: plainUnits(sum).utf8)
    case .string(let text): writeString(text, to: &bytes)
    case .array(let items):
      writeList(items, between: ("[", "]"), to: &bytes, indentation) { item, bytes, level in
        item.write(to: &bytes, indentation: level)
      }
    case .object(let pairs):
      writeList(pairs, between: ("{", "}"), to: &bytes, indentation) { pair, bytes, level in
        writeString(pair.0, to: &bytes)
        bytes.append(contentsOf: (level == nil ? ":" : ": ").utf8)
        pair.1.write(to: &bytes, indentation: level)
      }
    }
  }
}

/// Hundredths as units, with cents only where there are some.
func plainUnits(_ hundredths: Int) -> String {
  let cents = abs(hundredths % 100)
  let sign = hundredths < 0 && hundredths > -100 ? "-" : ""
  let units = sign + String(hundredths / 100)
  if cents == 0 { return units }
  return cents % 10 == 0 ? "\(units).\(cents / 10)" : "\(units).\(cents < 10 ? "0" : "")\(cents)"
}

private func writeList<Item>(
  _ items: [Item], between marks: (String, String), to bytes: inout [UInt8],
  _ indentation: Int?, _ writeItem: (Item, inout [UInt8], Int?) -> Void
) {
  bytes.append(contentsOf: marks.0.utf8)
  let inner = indentation.map { $0 + 2 }
  for (index, item) in items.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    if let inner { breakLine(inner, &bytes) }
    writeItem(item, &bytes, inner)
  }
  if let indentation, !items.isEmpty { breakLine(indentation, &bytes) }
  bytes.append(contentsOf: marks.1.utf8)
}

private func breakLine(_ indentation: Int, _ bytes: inout [UInt8]) {
  bytes.append(10)
  bytes.append(contentsOf: repeatElement(32, count: indentation))
}

private let hexDigits = Array("0123456789abcdef".utf8)

private func writeString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case 10: bytes.append(contentsOf: "\\n".utf8)
    case 13: bytes.append(contentsOf: "\\r".utf8)
    case 9: bytes.append(contentsOf: "\\t".utf8)
    case 0..<32, 127:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(hexDigits[Int(byte >> 4)])
      bytes.append(hexDigits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}
