/// Numbers of listings as bits, 64 a word, the smallest first.
package struct NumberSet: Sendable {
  package private(set) var words: [UInt64] = []

  /// Numbers that are no less are left out: nothing that asks for sets can hold them.
  package static let limit: Int64 = 1 << 26

  package init() {}

  /// Adds the numbers of such words as bytes, which may be none.
  package mutating func formUnion(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count / MemoryLayout<UInt64>.size
    if count > words.count { words += repeatElement(0, count: count - words.count) }
    for index in 0..<count {
      words[index] |= bytes.loadUnaligned(
        fromByteOffset: index * MemoryLayout<UInt64>.size, as: UInt64.self)
    }
  }

  package mutating func formUnion(_ other: NumberSet) {
    other.words.withUnsafeBytes { formUnion($0) }
  }
}
