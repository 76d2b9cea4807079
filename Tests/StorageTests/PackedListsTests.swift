import TestSupport
import Testing

@testable import Columns

struct PackedListsTests {
  @Test(arguments: 0..<4) func listsGiveBackTheNumbersThatWerePutIn(seed: Int) {
    let limit = 20_000
    // From nearly every number to a handful, so that some become bits, at different times.
    let chances = [90, 30, 13, 12, 5, 1, 0]
    var random = SplitMix64(seed: UInt64(seed))
    var lists = PackedLists(limit: limit)
    for _ in chances { lists.addList() }
    var expected = Array(repeating: RowSet(size: limit), count: chances.count)
    for number in 0..<limit + 5 {
      for (list, chance) in chances.enumerated() {
        let isIn =
          chance == 0
          ? Int.random(in: 0..<4000, using: &random) == 0
          : Int.random(in: 0..<100, using: &random) < chance
        guard isIn else { continue }
        lists.append(Int32(number), to: list)
        lists.append(Int32(number), to: list)
        if number < limit { expected[list].insert(number) }
      }
      // Lists that begin late take the blocks that others left.
      if number == limit / 2 {
        lists.addList()
        expected.append(RowSet(size: limit))
      }
      if number > limit / 2, number % 50 == 0 {
        lists.append(Int32(number), to: chances.count)
        if number < limit { expected[chances.count].insert(number) }
      }
    }
    let third = RowSet(size: limit) { $0 % 3 == 0 }
    for (list, numbers) in expected.enumerated() {
      var found = RowSet(size: limit)
      lists.unite(list, into: &found)
      #expect(found == numbers, "list \(list)")
      #expect(lists.count(list, in: third) == numbers.count(with: third), "list \(list)")
    }
  }
}
