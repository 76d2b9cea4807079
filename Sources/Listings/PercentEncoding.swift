extension String {
  /// The text as part of an address's path: unreserved characters of RFC 3986 and slashes stay, all
  /// other bytes are `%XX`.
  package var percentEncodedPath: String {
    var result: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case 65...90, 97...122, 48...57, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%\(byte < 16 ? "0" : "")\(digits)".utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
