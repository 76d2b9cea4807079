import GRDB
import Queries
import Testing

@testable import Storage

struct NumberSetTests {
  @Test(
    arguments: [
      ([], []),
      ([5], [5]),
      ([0, 63, 64, 65, 64], [0, 63, 64, 65]),
      ([9_000_000, 3], [3, 9_000_000]),
      // No listing has such numbers: they must not take gigabytes.
      ([-1, 1 << 26, .max, .min, 7], [7]),
    ] as [([Int64], [Int64])]) func aQueryGathersItsNumbers(
      _ given: [Int64], _ expected: [Int64]
    )
    throws
  {
    #expect(try numbers(in: [given]) == expected)
  }

  @Test func setsOfDifferentLengthsAreJoined() throws {
    #expect(try numbers(in: [[70_000, 1], [2], [], [900, 1]]) == [1, 2, 900, 70_000])
  }

  private func numbers(in parts: [[Int64]]) throws -> [Int64] {
    try DatabaseQueue().write { db in
      NumberSet.add(to: db)
      try db.execute(sql: "CREATE TABLE given (part INTEGER, number INTEGER)")
      for (part, given) in parts.enumerated() {
        for number in given {
          try db.execute(sql: "INSERT INTO given VALUES (?, ?)", arguments: [part, number])
        }
      }
      var joined = NumberSet()
      for part in parts.indices {
        var gathered = NumberSet()
        let rows = try PreparedStatement(db, "SELECT gathered(number) FROM given WHERE part = ?")
        rows.bind(part, at: 0)
        defer { rows.reset() }
        while try rows.step() { gathered.formUnion(rows.bytes(0)) }
        joined.formUnion(gathered)
      }
      return joined.words.enumerated().flatMap { index, word in
        (0..<64).filter { word >> $0 & 1 != 0 }.map { Int64(index << 6 | $0) }
      }
    }
  }
}
