/// What scripts write before their data: `window.jobs = `, `export default `, `callback(`, and
/// `)]}'`, which keeps other sites from running an answer; comments, too.
enum ScriptOpening {
  private static let longest = 2000
  private static let guards = [")]}'", ")]}',", "while(1);", "for(;;);", "export default"]

  /// Where the data begins; nil where no such opening stands at the start.
  static func end(in bytes: [UInt8]) -> Int? {
    var index = 0
    var opening: [UInt8] = []
    while index < min(bytes.count, longest) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/") {
        guard let end = endOfComment(bytes, from: index) else { return nil }
        index = end
      } else if isBracket(byte), !(opening.first == UInt8(ascii: ")") && opening.count < 3) {
        let hasComment = index > 0 && bytes[..<index].contains(UInt8(ascii: "/"))
        return isOpening(opening, hasComment) && isData(bytes, from: index) ? index : nil
      } else {
        guard isOfName(byte) || byte.isBlank || "=();)]}'.,".utf8.contains(byte) else { return nil }
        opening.append(byte)
        index += 1
      }
    }
    return nil
  }

  static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "$"): true
    default: false
    }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private static func isOpening(_ bytes: [UInt8], _ hasComment: Bool) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    if text.isEmpty { return hasComment }
    if guards.contains(text) { return true }
    let words = text.dropLast().split { $0 == " " || $0 == "\n" }
    guard words.allSatisfy({ $0.utf8.allSatisfy { isOfName($0) || $0 == UInt8(ascii: ".") } })
    else { return false }
    return text.hasSuffix("=")
      ? (1...4).contains(words.count) : text.hasSuffix("(") && words.count == 1
  }

  /// A bracket that data begins with is followed by a quote, another bracket or a name of its own.
  private static func isData(_ bytes: [UInt8], from index: Int) -> Bool {
    let rest = bytes[(index + 1)...].drop(while: \.isBlank).prefix(60)
    guard let next = rest.first else { return false }
    if "\"'{[]/".utf8.contains(next) { return true }
    let behind = rest.drop(while: isOfName).drop(while: \.isBlank)
    return isOfName(next) && behind.first == UInt8(ascii: ":")
  }

  private static func endOfComment(_ bytes: [UInt8], from index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index + 1] == UInt8(ascii: "/") {
      return bytes[index...].firstIndex(of: 10).map { $0 + 1 }
    }
    guard bytes[index + 1] == UInt8(ascii: "*") else { return nil }
    var end = index + 3
    while end < bytes.count, bytes[end] != UInt8(ascii: "/") || bytes[end - 1] != UInt8(ascii: "*")
    {
      end += 1
    }
    return end < bytes.count ? end + 1 : nil
  }
}
