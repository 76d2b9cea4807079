/// A small sample of the word sequences of a text, by which two texts can be compared without
/// reading either again.
///
/// Of all sequences that fall into a slot the smallest number stays (one-permutation MinHash), a
/// byte of it. The share of slots that agree estimates the share of sequences that two texts have
/// in common, within four hundredths.
package struct WordSketch: Hashable, Sendable {
  @inlinable @inline(__always) package static var slotCount: Int { 128 }

  /// 0 where no sequence fell.
  package let slots: [UInt8]
  /// How many sequences there were.
  package let count: Int
  /// The smallest numbers of two orders of all sequences: texts that are alike share one.
  package let marks: [UInt64]

  package static let empty = WordSketch(
    slots: [UInt8](repeating: 0, count: slotCount), count: 0, marks: [0, 0])

  package init(slots: [UInt8], count: Int, marks: [UInt64]) {
    precondition(slots.count == Self.slotCount, "a sketch has a fixed number of slots")
    self.slots = slots
    self.count = count
    self.marks = marks
  }

  /// The estimated share of sequences in common, of all that either text has: 0 to 1.
  package func likeness(to other: WordSketch) -> Double {
    var agreeing = 0
    var filled = 0
    for index in 0..<Self.slotCount {
      let (mine, theirs) = (slots[index], other.slots[index])
      if mine | theirs == 0 { continue }
      filled += 1
      if mine == theirs { agreeing += 1 }
    }
    return filled == 0 ? 0 : Double(agreeing) / Double(filled)
  }
}
