/// A mail message after RFC 5322 and MIME: headers decoded, parts with their text.
struct MailMessage {
  struct Part {
    let isHTML: Bool
    let text: String
  }

  private let headers: [(name: String, value: String)]
  /// The parts that are text, in order; attachments are left out.
  let parts: [Part]

  /// Messages in messages go no deeper than this.
  private static let deepest = 6

  init(_ bytes: ArraySlice<UInt8>) { self.init(bytes, depth: 0) }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    let (head, body) = Self.split(bytes)
    headers = Self.headers(of: head)
    let type = headers.first { $0.name == "content-type" }?.value ?? "text/plain"
    let kind = type.prefix { $0 != ";" }.lowercased().trimmed
    if kind.hasPrefix("multipart/"), let mark = Self.parameter("boundary", of: type) {
      parts =
        depth < Self.deepest
        ? Self.pieces(of: body, mark: mark).flatMap { MailMessage($0, depth: depth + 1).parts } : []
    } else if kind == "message/rfc822" {
      parts = depth < Self.deepest ? MailMessage(body, depth: depth + 1).parts : []
    } else if kind == "text/html" || kind == "text/plain" {
      let encoding = headers.first { $0.name == "content-transfer-encoding" }?.value ?? ""
      let decoded = TransferEncoding.decode(body, encoding.lowercased().trimmed)
      let text = TextDecoding.string(decoded, declared: Self.parameter("charset", of: type))
      parts = [Part(isHTML: kind == "text/html", text: text)]
    } else {
      parts = []
    }
  }

  subscript(header: String) -> String? { headers.first { $0.name == header }?.value }
}

private extension MailMessage {
  static func split(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    var lineStart = bytes.startIndex
    for index in bytes.indices where bytes[index] == 10 {
      let line = bytes[lineStart..<index]
      if line.isEmpty || (line.count == 1 && line.first == 13) {
        return (bytes[..<lineStart], bytes[(index + 1)...])
      }
      lineStart = index + 1
    }
    return (bytes, bytes[bytes.endIndex...])
  }

  /// Folded lines are joined; names are in small letters.
  static func headers(of head: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    for line in head.split(separator: 10) {
      let text = TextDecoding.string(Array(line)).trimmed
      if line.first == 32 || line.first == 9, let last = headers.last {
        headers[headers.count - 1] = (last.name, "\(last.value) \(text)")
      } else if let colon = text.firstIndex(of: ":") {
        headers.append(
          (text[..<colon].lowercased(), String(text[text.index(after: colon)...]).trimmed))
      }
    }
    return headers.map { ($0.name, EncodedWords.decode($0.value)) }
  }

  static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
      return String(pair[1]).trimmed.filter { $0 != "\"" }
    }
    return nil
  }

  static func pieces(of body: ArraySlice<UInt8>, mark: String) -> [ArraySlice<UInt8>] {
    let delimiter = Array("--\(mark)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var pieceStart: Int?
    var lineStart = body.startIndex
    while lineStart < body.endIndex {
      let end = body[lineStart...].firstIndex(of: 10) ?? body.endIndex
      if body[lineStart..<end].starts(with: delimiter) {
        if let start = pieceStart { pieces.append(body[start..<lineStart]) }
        pieceStart = min(end + 1, body.endIndex)
      }
      lineStart = end + 1
    }
    // A message that was cut off lacks its last delimiter.
    if let start = pieceStart, start < body.endIndex { pieces.append(body[start...]) }
    return pieces
  }
}

/// Quoted-printable and base 64.
enum TransferEncoding {
  static func decode(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name {
    case "quoted-printable": quotedPrintable(bytes)
    case "base64": base64(bytes)
    default: Array(bytes)
    }
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "_"), isHeader {
        output.append(32)
      } else if byte != UInt8(ascii: "=") {
        output.append(byte)
      } else if bytes[index...].starts(with: [13, 10]) {
        index += 2
      } else if index < bytes.endIndex, bytes[index] == 10 {
        index += 1
      } else if index + 1 < bytes.endIndex, let high = hexDigit(bytes[index]),
        let low = hexDigit(bytes[index + 1])
      {
        output.append(high << 4 | low)
        index += 2
      } else {
        output.append(byte)
      }
    }
    return output
  }

  /// Skips what is no digit of base 64, line ends above all.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 4)
    var value: UInt32 = 0
    var count = 0
    for byte in bytes {
      let digit: UInt32
      switch byte {
      case 65...90: digit = UInt32(byte - 65)
      case 97...122: digit = UInt32(byte - 71)
      case 48...57: digit = UInt32(byte + 4)
      case UInt8(ascii: "+"), UInt8(ascii: "-"): digit = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): digit = 63
      default: continue
      }
      value = value << 6 | digit
      count += 1
      if count % 4 == 0 {
        output += [UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
        value = 0
      }
    }
    if count % 4 == 2 { output.append(UInt8(value >> 4 & 255)) }
    if count % 4 == 3 { output += [UInt8(value >> 10 & 255), UInt8(value >> 2 & 255)] }
    return output
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}

/// Words in headers that are not ASCII, as in `=?utf-8?q?J=C3=BCrgen?=` (RFC 2047).
enum EncodedWords {
  static func decode(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var output = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      let fields = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, fields[3].hasPrefix("="), fields[1].count == 1 else {
        output += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      // Blanks between two encoded words belong to neither.
      if output.isEmpty || before.contains(where: { $0 != " " }) { output += before }
      let bytes = Array(fields[2].utf8)[...]
      let decoded =
        fields[1].lowercased() == "b"
        ? TransferEncoding.base64(bytes) : TransferEncoding.quotedPrintable(bytes, isHeader: true)
      output += TextDecoding.string(decoded, declared: String(fields[0]))
      rest = fields[3].dropFirst()
    }
    return output + rest
  }
}

private extension Substring {
  /// Without Foundation's and without regular expressions.
  func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
