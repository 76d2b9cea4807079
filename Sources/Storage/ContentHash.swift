import Listings

/// A number that is another when a posting says something else; it stands in the file, so the way
/// it is made never changes.
struct ContentHash {
  private(set) var value: UInt64

  init(seed: UInt64 = 0x5ee1_c0de_0000_0001) { value = seed }

  mutating func add(_ number: UInt64) {
    // The golden ratio's odd multiplier, with the high half folded down so that each bit counts.
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  mutating func add(_ number: Int?) {
    add(number.map { UInt64(bitPattern: Int64($0)) } ?? 0xA5A5_0000_FFFF_5A5A)
  }

  mutating func add(_ text: String?) {
    guard var text else { return add(UInt64.max) }
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    var rest = UInt64(bytes.count) << 56
    for byte in bytes[whole...] { rest = rest << 8 ^ UInt64(byte) }
    add(rest ^ UInt64(bytes.count))
  }

  mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }
}

extension Posting {
  /// All that the source said, what it is known by left out; `body` is its body as Markdown.
  func contents(body: [UInt8]) -> Int {
    var hash = ContentHash()
    for text in [
      url, title, company, location, payText, dateText, employmentText, seniorityText,
      workplace?.rawValue, pay?.currency?.code, pay?.period?.rawValue, pay?.basis.rawValue,
    ] {
      hash.add(text)
    }
    for number in [posted?.number, closes?.number, pay?.low, pay?.high] { hash.add(number) }
    hash.add(eligibilityTexts)
    hash.add(tags)
    body.withUnsafeBytes { hash.add($0) }
    return Int(truncatingIfNeeded: hash.value)
  }
}
