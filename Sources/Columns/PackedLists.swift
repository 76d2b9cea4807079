/// Lists of rising numbers, each kept as the distances between them in a chain of small blocks.
///
/// Most distances take one byte, and no list is ever moved to grow, so that building them takes no
/// more memory than having them.
struct PackedLists: Sendable {
  private struct List: Sendable {
    var first: Int32
    var last: Int32
    /// Where the next byte goes in the last block.
    var used: Int32
    var number: Int32
  }

  // A block is the number of the next one and then bytes.
  private static let blockSize = 32
  private static let payload = 28

  private var lists: [List] = []
  private var blocks: [UInt8] = []

  var count: Int { lists.count }

  /// Begins an empty list, numbered after the one before.
  mutating func addList() {
    let block = addBlock()
    lists.append(List(first: block, last: block, used: 0, number: -1))
  }

  /// A number that the list has at its end already is not repeated.
  mutating func append(_ number: Int32, to list: Int) {
    let last = lists[list].number
    guard number > last else { return }
    var distance = UInt32(number &- last)
    lists[list].number = number
    while distance >= 0x80 {
      append(byte: UInt8(truncatingIfNeeded: distance) | 0x80, to: list)
      distance >>= 7
    }
    append(byte: UInt8(distance), to: list)
  }

  private mutating func append(byte: UInt8, to list: Int) {
    if Int(lists[list].used) == Self.payload {
      let block = addBlock()
      let link = Int(lists[list].last) * Self.blockSize
      for place in 0..<4 { blocks[link + place] = UInt8(truncatingIfNeeded: block >> (8 * place)) }
      lists[list].last = block
      lists[list].used = 0
    }
    blocks[Int(lists[list].last) * Self.blockSize + 4 + Int(lists[list].used)] = byte
    lists[list].used += 1
  }

  private mutating func addBlock() -> Int32 {
    let block = Int32(blocks.count / Self.blockSize)
    if blocks.count == blocks.capacity {
      // By a quarter, not by doubling: this is the greater part of the memory of an index.
      blocks.reserveCapacity(max(1 << 16, blocks.count + blocks.count / 4))
    }
    blocks.append(contentsOf: repeatElement(0, count: Self.blockSize))
    return block
  }

  /// Goes through the numbers of a list, rising.
  func forEach(in list: Int, _ body: (Int) -> Void) {
    let info = lists[list]
    blocks.withUnsafeBytes { bytes in
      var block = Int(info.first)
      var next = Self.link(of: block, in: bytes)
      var number = -1
      var (distance, shift) = (0, 0)
      while true {
        // Asked for while this block is read: where a list goes on is rarely in the cache.
        let afterNext = Self.link(of: next, in: bytes)
        let start = block * Self.blockSize + 4
        let isLast = block == Int(info.last)
        for position in start..<start + (isLast ? Int(info.used) : Self.payload) {
          let byte = Int(bytes[position])
          distance |= (byte & 0x7F) << shift
          if byte & 0x80 != 0 {
            shift += 7
            continue
          }
          number += distance
          body(number)
          (distance, shift) = (0, 0)
        }
        if isLast { return }
        (block, next) = (next, afterNext)
      }
    }
  }

  /// The block after that one; the first of all after the last of a list.
  private static func link(of block: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let link = bytes.loadUnaligned(fromByteOffset: block * blockSize, as: UInt32.self)
    return Int(UInt32(littleEndian: link))
  }
}
