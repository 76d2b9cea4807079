/// Copying through the terminal itself (OSC 52), the one way that also works over ssh.
enum Clipboard {
  /// Terminals drop what is longer than some hundred kilobytes once encoded.
  private static let mostBytes = 70_000

  static func sequence(copying text: String, isInTmux: Bool) -> [UInt8] {
    let osc = "\u{1B}]52;c;" + base64(text.utf8.prefix(mostBytes)) + "\u{7}"
    // By its settings tmux takes the sequence itself, or passes on what is wrapped in its own.
    let wrapped = isInTmux ? "\u{1B}Ptmux;\u{1B}\(osc)\u{1B}\\" : ""
    return Array((osc + wrapped).utf8)
  }

  static func base64(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = Array(bytes)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - part.count))
      for place in 0..<4 {
        let digit = digits[Int(bits >> (18 - 6 * UInt32(place)) & 63)]
        text.append(place <= part.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
