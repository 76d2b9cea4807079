/// JSON as scripts, people and broken downloads have it.
extension JSONReader {
  /// What was read without insisting on the grammar.
  struct LooseDocument {
    /// One document, or those that stand one behind the other as a list.
    let value: JSONValue
    /// The bytes end in the middle of it.
    let isCut: Bool
  }

  /// Nil where no value can be had.
  ///
  /// Reads past what a script puts before its data, past comments, and several documents one
  /// behind the other; of a document that breaks off it keeps the whole elements of its list.
  static func readLoosely(_ bytes: [UInt8]) -> LooseDocument? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, isTolerant: true)
      let opening = ScriptOpening.end(in: bytes)
      reader.index = opening ?? 0
      reader.mayBeCut = true
      var values: [JSONValue] = []
      repeat {
        guard let value = try? reader.value() else { return nil }
        values.append(value)
        reader.skipBlanks()
      } while reader.index < buffer.count && reader.isAtBracket
      // What stands behind the data of a script belongs to the script.
      guard reader.index >= buffer.count || opening != nil else { return nil }
      return LooseDocument(
        value: values.count == 1 ? values[0] : .array(values), isCut: reader.isCut)
    }
  }

  private var isAtBracket: Bool {
    bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[")
  }

  /// Stands on the last byte of a comment then, if there is one here.
  mutating func skipsComment() -> Bool {
    guard bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"):
      while index + 1 < bytes.count, bytes[index + 1] != 10 { index += 1 }
      return true
    case UInt8(ascii: "*"):
      var end = index + 3
      while end < bytes.count,
        bytes[end] != UInt8(ascii: "/") || bytes[end - 1] != UInt8(ascii: "*")
      {
        end += 1
      }
      index = min(end, bytes.count - 1)
      return true
    default: return false
    }
  }

  /// A string between single quotes.
  mutating func quotedOnce() throws(JSONError) -> String {
    index += 1
    var output: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "'"): return String(decoding: output, as: UTF8.self)
      case UInt8(ascii: "\\"): try appendEscape(to: &output)
      default: output.append(byte)
      }
    }
    throw error("a closing quote")
  }

  /// A name as JavaScript allows it without quotes.
  mutating func bareName() -> String? {
    let start = index
    while index < bytes.count, ScriptOpening.isOfName(bytes[index]) { index += 1 }
    guard index > start else { return nil }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
  }
}
