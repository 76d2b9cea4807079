import GRDB
import GRDBSQLite
import Queries

/// How SQL gathers numbers: to step to each of a million rows takes as long again as to find them.
extension NumberSet {
  /// `gathered(number)` is the set of all numbers of a query.
  static func add(to db: Database) {
    sqlite3_create_function_v2(
      db.sqliteConnection, "gathered", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, nil, gather,
      handOver, nil)
  }
}

/// What SQLite keeps for a query while its rows come, all zero at first.
private struct Gathering {
  var words: UnsafeMutablePointer<UInt64>?
  var count: Int

  /// False without memory.
  mutating func hold(_ word: Int) -> Bool {
    guard word >= count else { return true }
    let wanted = max(word + 1, count * 2)
    let size = UInt64(wanted * MemoryLayout<UInt64>.size)
    guard let room = sqlite3_realloc64(words, size) else { return false }
    let moved = room.assumingMemoryBound(to: UInt64.self)
    (moved + count).initialize(repeating: 0, count: wanted - count)
    (words, count) = (moved, wanted)
    return true
  }
}

private func gather(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  let size = Int32(MemoryLayout<Gathering>.size)
  guard let place = sqlite3_aggregate_context(context, size), let values else {
    return sqlite3_result_error_nomem(context)
  }
  let number = sqlite3_value_int64(values[0])
  guard number >= 0, number < NumberSet.limit else { return }
  let gathering = place.assumingMemoryBound(to: Gathering.self)
  guard gathering.pointee.hold(Int(number >> 6)) else { return sqlite3_result_error_nomem(context) }
  gathering.pointee.words?[Int(number >> 6)] |= 1 << UInt64(number & 63)
}

private func handOver(_ context: OpaquePointer?) {
  guard let place = sqlite3_aggregate_context(context, 0) else { return }
  let gathering = place.assumingMemoryBound(to: Gathering.self).pointee
  let size = UInt64(gathering.count * MemoryLayout<UInt64>.size)
  sqlite3_result_blob64(context, gathering.words, size, sqlite3_free)
}
