/// Why a text is not JSON, and where.
struct JSONError: Error, Hashable {
  let offset: Int
  let expected: String
}

/// Reads JSON (RFC 8259) from bytes in one pass.
struct JSONReader {
  /// Deeper than this nothing is a posting; the reader calls itself for each level.
  private static let deepest = 200

  /// Pages and people write JSON by hand: raw line ends in strings, wrong escapes, trailing commas,
  /// comments, single quotes, names without quotes and Python's words.
  let isTolerant: Bool
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// Whether a list ends where the bytes end; only ever so after `readLoosely`.
  var isCut = false
  var mayBeCut = false
  /// Lists around the place that have a whole object already.
  private var begunLists = 0
  private var depth = 0

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isTolerant: Bool = false
  ) throws(JSONError)
    -> JSONValue
  {
    var reader = JSONReader(bytes: bytes, isTolerant: isTolerant)
    let value = try reader.value()
    reader.skipBlanks()
    if reader.index < bytes.count { throw reader.error("the end") }
    return value
  }

  static func read(_ bytes: [UInt8], isTolerant: Bool = false) throws(JSONError) -> JSONValue {
    // Typed errors do not pass through `withUnsafeBufferPointer`, so the outcome does.
    try bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try read(buffer, isTolerant: isTolerant) }
    }.get()
  }

  init(bytes: UnsafeBufferPointer<UInt8>, isTolerant: Bool = false) {
    self.bytes = bytes
    self.isTolerant = isTolerant
  }
}

extension JSONReader {
  mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    guard index < bytes.count else { throw error("a value") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "'") where isTolerant: return .string(try quotedOnce())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    // Python's json module writes these.
    case UInt8(ascii: "N") where isTolerant && startsWord("None"): return try word("None", .null)
    case UInt8(ascii: "T") where isTolerant: return try word("True", .bool(true))
    case UInt8(ascii: "F") where isTolerant: return try word("False", .bool(false))
    case UInt8(ascii: "u") where isTolerant: return try word("undefined", .null)
    case UInt8(ascii: "N"): return try word("NaN", .null)
    case UInt8(ascii: "I"): return try word("Infinity", .null)
    default: return try number()
    }
  }

  mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isBlank || isTolerant && skipsComment() { index += 1 }
  }

  func error(_ expected: String) -> JSONError { JSONError(offset: index, expected: expected) }
}

private extension JSONReader {
  mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard startsWord(word) else { throw error("a value") }
    index += count
    return value
  }

  func startsWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return index + count <= bytes.count
      && (0..<count).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
  }

  mutating func enter() throws(JSONError) {
    index += 1
    depth += 1
    if depth > Self.deepest { throw error("less nesting") }
  }

  /// After an element: true when a comma announces another one.
  mutating func continues(until end: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    guard index < bytes.count else { throw error("\"\(Character(Unicode.Scalar(end)))\"") }
    if bytes[index] == end {
      index += 1
      depth -= 1
      return false
    }
    guard bytes[index] == UInt8(ascii: ",") else { throw error("a comma") }
    index += 1
    skipBlanks()
    if isTolerant, index < bytes.count, bytes[index] == end { return try continues(until: end) }
    return true
  }

  mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONMember] = []
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      depth -= 1
      return .object([])
    }
    repeat {
      skipBlanks()
      let name = try memberName()
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw error("a colon") }
      index += 1
      members.append(JSONMember(name: name, value: try value()))
      if isCut { return .object(members) }
    } while try continues(until: UInt8(ascii: "}"))
    return .object(members)
  }

  mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var items: [JSONValue] = []
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      depth -= 1
      return .array([])
    }
    if mayBeCut { return try cutArray() }
    repeat { items.append(try value()) } while try continues(until: UInt8(ascii: "]"))
    return .array(items)
  }

  /// A list that may end where the bytes do: the outermost with a whole object keeps what it has.
  mutating func cutArray() throws(JSONError) -> JSONValue {
    var items: [JSONValue] = []
    let isOutermost = begunLists == 0
    defer { if isOutermost { begunLists = 0 } }
    do throws(JSONError) {
      repeat {
        items.append(try value())
        if isCut { return .array(items) }
        if isOutermost, items.count == 1, items[0].isObject { begunLists = 1 }
      } while try continues(until: UInt8(ascii: "]"))
    } catch {
      guard index >= bytes.count, isOutermost, items.first?.isObject == true else { throw error }
      isCut = true
    }
    return .array(items)
  }

  mutating func memberName() throws(JSONError) -> String {
    guard index < bytes.count else { throw error("a name") }
    if bytes[index] == UInt8(ascii: "\"") { return try string() }
    if isTolerant, bytes[index] == UInt8(ascii: "'") { return try quotedOnce() }
    if isTolerant, let name = bareName() { return name }
    throw error("a name")
  }

  mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "I") {
      return try word("Infinity", .null)
    }
    var isInteger = true
    var value = 0
    var hasOverflow = false
    let digits = index
    scan: while index < bytes.count {
      switch bytes[index] {
      case 48...57:
        let (tens, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = tens.addingReportingOverflow(Int(bytes[index] - 48))
        hasOverflow = hasOverflow || first || second
        value = sum
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        if index == digits { throw error("a digit") }
        isInteger = false
      default: break scan
      }
      index += 1
    }
    if index == digits { throw error("a value") }
    if isInteger, !hasOverflow {
      return .integer(bytes[start] == UInt8(ascii: "-") ? -value : value)
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    guard let decimal = Double(text) else {
      index = start
      throw error("a number")
    }
    return decimal.isFinite ? .decimal(decimal) : .null
  }
}
