/// The code page that browsers take for Latin-1.
package enum Windows1252 {
  /// What it shows for `byte`; the five bytes that it leaves open are the C1 controls that they are
  /// everywhere else, as browsers have it.
  package static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  /// The byte that is shown as the character of the number `scalar`, or is that C1 control; nil for
  /// others and for ASCII.
  package static func upperByte(of scalar: UInt32) -> UInt8? {
    if scalar >= 0x80, scalar <= 0xFF { return UInt8(scalar) }
    guard scalar >= 0x152, scalar <= 0x2122 else { return nil }
    return upper.firstIndex { UInt32($0) == scalar }.map { UInt8(0x80 + $0) }
  }

  // From 0x80 to 0x9F.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
