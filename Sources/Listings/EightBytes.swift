/// Eight bytes of a text at once, for searches that every imported posting goes through.
///
/// Each question answers with the high bit of the bytes that it is true of; of those set only the
/// lowest is sure, one above it may be a false one.
package enum EightBytes {
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

  @inlinable
  package static func isASCII(_ word: UInt64) -> Bool { word & highs == 0 }

  @inlinable
  package static func equal(_ word: UInt64, to byte: UInt8) -> UInt64 {
    let difference = word ^ UInt64(byte) &* ones
    return (difference &- ones) & ~difference & highs
  }

  @inlinable
  package static func below(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    (word &- ones &* UInt64(byte)) & ~word & highs
  }

  /// Of ASCII bytes those from `first` through `last`.
  @inlinable
  package static func within(_ word: UInt64, _ first: UInt8, _ last: UInt8) -> UInt64 {
    let letters = word & ~highs
    let reached = letters &+ UInt64(0x80 - first) &* ones
    let passed = letters &+ UInt64(0x7F - last) &* ones
    return reached & ~passed & ~word & highs
  }

  /// Whether `isFree` holds of all whole words of eight bytes, and `isFreeByte` of the rest.
  @inlinable
  package static func all(
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
    return bytes[index...].allSatisfy(isFreeByte)
  }
}
