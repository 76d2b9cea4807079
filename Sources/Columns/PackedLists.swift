/// Lists of rising numbers: of most numbers there are as bits, all others as the distances between
/// them in a chain of small blocks.
///
/// Most distances take one byte, and no list is ever moved to grow, so that building them takes no
/// more memory than having them. A list becomes bits when its blocks would take more.
struct PackedLists: Sendable {
  private struct List: Sendable {
    /// Of bits, which of all that are so; else the first block.
    var first: Int32
    /// The last block, and `bits` of bits.
    var last: Int32
    /// Where the next byte goes in the last block.
    var used: Int32
    var number: Int32
    var blocks: Int32 = 1

    static let bits: Int32 = -1
  }

  // A block is the number of the next one and then bytes.
  private static let blockSize = 32
  private static let payload = 28

  /// Numbers in the lists are below.
  private let limit: Int
  private var lists: [List] = []
  private var blocks: [UInt8] = []
  private var sets: [RowSet] = []
  /// The first of a chain of blocks that no list uses any more; the first block of all ends it.
  private var free: Int32 = 0

  init(limit: Int) {
    self.limit = limit
    _ = addBlock()
  }

  var count: Int { lists.count }

  /// Begins an empty list, numbered after the one before.
  mutating func addList() {
    let block = addBlock()
    lists.append(List(first: block, last: block, used: 0, number: -1))
  }

  /// A number that the list has at its end already is not repeated.
  mutating func append(_ number: Int32, to list: Int) {
    let last = lists[list].number
    guard number > last, number < limit else { return }
    lists[list].number = number
    if lists[list].last == List.bits { return sets[Int(lists[list].first)].insert(Int(number)) }
    var distance = UInt32(number &- last)
    while distance >= 0x80 {
      append(byte: UInt8(truncatingIfNeeded: distance) | 0x80, to: list)
      distance >>= 7
    }
    append(byte: UInt8(distance), to: list)
    if Int(lists[list].blocks) * Self.blockSize * 8 > limit { turnIntoBits(list) }
  }

  private mutating func append(byte: UInt8, to list: Int) {
    if Int(lists[list].used) == Self.payload {
      let block = addBlock()
      setLink(of: lists[list].last, to: block)
      lists[list].last = block
      lists[list].used = 0
      lists[list].blocks += 1
    }
    blocks[Int(lists[list].last) * Self.blockSize + 4 + Int(lists[list].used)] = byte
    lists[list].used += 1
  }

  private mutating func turnIntoBits(_ list: Int) {
    var set = RowSet(size: limit)
    unite(list, into: &set)
    setLink(of: lists[list].last, to: free)
    free = lists[list].first
    lists[list].first = Int32(sets.count)
    lists[list].last = List.bits
    sets.append(set)
  }

  private mutating func addBlock() -> Int32 {
    if free != 0 {
      let block = free
      free = blocks.withUnsafeBytes { Int32(Self.link(of: Int(block), in: $0)) }
      setLink(of: block, to: 0)
      return block
    }
    let block = Int32(blocks.count / Self.blockSize)
    if blocks.count == blocks.capacity {
      // By a quarter, not by doubling: this is the greater part of the memory of an index.
      blocks.reserveCapacity(max(1 << 16, blocks.count + blocks.count / 4))
    }
    blocks.append(contentsOf: repeatElement(0, count: Self.blockSize))
    return block
  }

  private mutating func setLink(of block: Int32, to next: Int32) {
    let link = Int(block) * Self.blockSize
    for place in 0..<4 { blocks[link + place] = UInt8(truncatingIfNeeded: next >> (8 * place)) }
  }
}

extension PackedLists {
  /// Adds the numbers of a list to a set of all below the limit.
  func unite(_ list: Int, into set: inout RowSet) {
    if lists[list].last == List.bits { return set.formUnion(sets[Int(lists[list].first)]) }
    set.withWords { words in forEach(in: lists[list]) { words[$0 >> 6] |= 1 << ($0 & 63) } }
  }

  /// How many numbers of a list are in a set of some below the limit.
  func count(_ list: Int, in set: RowSet) -> Int {
    if lists[list].last == List.bits { return set.count(with: sets[Int(lists[list].first)]) }
    return set.withBits { words in
      var count = 0
      forEach(in: lists[list]) { count += Int(words[$0 >> 6] >> UInt64($0 & 63) & 1) }
      return count
    }
  }

  /// Goes through the numbers in the blocks of a list, rising.
  @inline(__always)
  private func forEach(in info: List, _ body: (Int) -> Void) {
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
