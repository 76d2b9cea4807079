/// Eight bytes of a text at once, for searches that every imported posting goes through.
///
/// Each question answers with the high bit of the bytes that it is true of; of those set only the
/// lowest is sure, one above it may be a false one.
///
/// Public, though nobody outside imports it: the compiler puts what is `package` into no other module
/// inline, and a call takes longer than what it calls.
public enum EightBytes {
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highs: UInt64 { 0x8080_8080_8080_8080 }

  @inlinable @inline(__always)
  public static func notASCII(_ word: UInt64) -> UInt64 { word & highs }

  @inlinable @inline(__always)
  public static func equal(_ word: UInt64, to byte: UInt8) -> UInt64 {
    let difference = word ^ UInt64(byte) &* ones
    return (difference &- ones) & ~difference & highs
  }

  @inlinable @inline(__always)
  public static func below(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    (word &- ones &* UInt64(byte)) & ~word & highs
  }

  /// Of ASCII bytes those from `first` through `last`.
  @inlinable @inline(__always)
  public static func within(_ word: UInt64, _ first: UInt8, _ last: UInt8) -> UInt64 {
    let letters = word & ~highs
    let reached = letters &+ UInt64(0x80 - first) &* ones
    let passed = letters &+ UInt64(0x7F - last) &* ones
    return reached & ~passed & ~word & highs
  }

  /// Whether `isFree` holds of every eight bytes, or `isFreeByte` of each of fewer.
  @inlinable @inline(__always)
  public static func all(
    of bytes: UnsafeBufferPointer<UInt8>, _ isFree: (UInt64) -> Bool,
    rest isFreeByte: (UInt8) -> Bool
  ) -> Bool {
    let words = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= bytes.count {
      guard isFree(words.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else {
        return false
      }
      index += 8
    }
    if index == bytes.count { return true }
    // The last eight, some of which were looked at already.
    if index > 0 {
      return isFree(words.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    }
    return bytes.allSatisfy(isFreeByte)
  }
}
