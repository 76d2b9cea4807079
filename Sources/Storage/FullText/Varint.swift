/// Numbers as SQLite and its full-text index write them: seven bits a byte, the highest first.
extension [UInt8] {
  mutating func append(varint number: UInt64) {
    if number < 0x80 { return append(UInt8(truncatingIfNeeded: number)) }
    // The ninth byte of the longest ones has eight bits.
    var shift = 7 * ((UInt64.bitWidth - number.leadingZeroBitCount - 1) / 7)
    if shift >= 56 {
      for offset in 0..<8 {
        append(UInt8(truncatingIfNeeded: number >> UInt64(57 - 7 * offset)) | 0x80)
      }
      return append(UInt8(truncatingIfNeeded: number))
    }
    while shift > 0 {
      append(UInt8(truncatingIfNeeded: number >> UInt64(shift)) | 0x80)
      shift -= 7
    }
    append(UInt8(truncatingIfNeeded: number) & 0x7F)
  }

  mutating func append(varint number: Int) { append(varint: UInt64(bitPattern: Int64(number))) }
}

/// Reads them one by one; what ends too early reads as nil.
struct VarintReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var position: Int

  init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func next() -> Int? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if index == 8 { return Int(truncatingIfNeeded: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return Int(truncatingIfNeeded: value)
  }

  /// The range of the next `count` bytes, which are passed over; fewer where there are not as many.
  mutating func take(_ count: Int) -> Range<Int> {
    let start = position
    position = Swift.min(bytes.count, start + Swift.max(0, count))
    return start..<position
  }
}
