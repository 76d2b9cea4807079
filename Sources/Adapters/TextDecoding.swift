import Foundation
import Listings

/// Bytes of any charset to UTF-8.
enum TextDecoding {
  /// Byte order marks first, then the charset declared, then UTF-8; what is neither valid UTF-8
  /// nor declared is Windows-1252, which every byte is valid in.
  static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    if let isBigEndian = unmarkedOrder(bytes) { return utf16(bytes[...], isBigEndian: isBigEndian) }
    if isUTF8(bytes) { return bytes }
    if let declared, let encoding = encoding(named: declared),
      let text = String(data: Data(bytes), encoding: encoding)
    {
      return Array(text.utf8)
    }
    return windows1252(bytes)
  }

  /// Whether bytes are UTF-16 without a mark, as programs of Windows write it, and in which order:
  /// every second byte of Latin letters is nought.
  static func unmarkedOrder(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(64)
    guard head.count >= 16, bytes[0] == 0 || bytes[1] == 0 else { return nil }
    let parity = bytes[0] == 0 ? 0 : 1
    let isWide = head.indices.allSatisfy { (head[$0] == 0) == ($0 % 2 == parity) }
    return isWide ? parity == 0 : nil
  }

  static func string(_ bytes: [UInt8], declared: String? = nil) -> String {
    String(decoding: utf8(bytes, declared: declared), as: UTF8.self)
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      // Eight bytes at a time: most of every file is ASCII.
      while index + 8 <= buffer.count {
        let word = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped + index)
          .loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
      return String(validating: buffer[index...], as: UTF8.self) != nil
    }
  }

  /// The charset that a page names in its first kilobyte, as in `<meta charset="windows-1250">`.
  static func charsetNamed(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    guard let place = head.range(ofASCII: "charset=") else { return nil }
    let name = head.utf8.dropFirst(place + 8).drop {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    .prefix { $0.isBlank == false && ![34, 39, 47, 59, 62].contains($0) }
    return String(decoding: name, as: UTF8.self)
  }

  static func knows(_ name: String) -> Bool {
    encoding(named: name) != nil || name.hasPrefix("iso-8859-1") || name == "windows-1252"
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Windows1252.scalar(of: byte)) }
    return Array(String(text).utf8)
  }

  /// The charsets that mail and pages of Europe and East Asia still come in.
  private static func encoding(named name: String) -> String.Encoding? {
    switch name.lowercased() {
    case "utf-8", "utf8": .utf8
    case "iso-8859-2", "latin2": .isoLatin2
    case "windows-1250", "cp1250": .windowsCP1250
    case "windows-1251", "cp1251": .windowsCP1251
    case "windows-1253": .windowsCP1253
    case "windows-1254", "iso-8859-9": .windowsCP1254
    case "iso-2022-jp": .iso2022JP
    case "shift_jis", "shift-jis", "sjis": .shiftJIS
    case "euc-jp": .japaneseEUC
    // Browsers read the Latin-1 labels as Windows-1252, and so do we.
    default: nil
    }
  }
}
