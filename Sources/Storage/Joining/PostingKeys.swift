import GRDB

/// Numbers under which postings are found: of what each is known by, and of what those about one
/// job share.
///
/// A number finds candidates only; whoever asks compares what they say. What is added is held until
/// `flush` and written in the order of the numbers then: one by one, each would change another page
/// of the file, and an import would slow down as the store grows.
final class PostingKeys {
  private let find: PreparedStatement
  private let insert: PreparedStatement
  private let delete: PreparedStatement
  private var added: [Entry] = []
  /// The last of `added` under each number.
  private var last: [Int: Int] = [:]

  private struct Entry {
    let key: Int
    let posting: Int64
    /// The place in `added` of the one before under the same number.
    let before: Int?
    var isRemoved = false
  }

  init(_ db: Database) throws {
    find = try PreparedStatement(
      db, "SELECT posting FROM postingKey WHERE \"key\" = ? ORDER BY posting DESC LIMIT ?")
    insert = try PreparedStatement(
      db, "INSERT OR IGNORE INTO postingKey (\"key\", posting) VALUES (?, ?)")
    delete = try PreparedStatement(
      db, "DELETE FROM postingKey WHERE \"key\" = ? AND posting = ?")
  }

  /// The newest first, `limit` at most.
  func postings(under number: UInt64, limit: Int) throws -> [Int64] {
    let key = Self.stored(number)
    var found: [Int64] = []
    var place = last[key]
    while let index = place, found.count < limit {
      let entry = added[index]
      if !entry.isRemoved { found.append(entry.posting) }
      place = entry.before
    }
    if found.count == limit { return found }
    find.bind(key, at: 0)
    find.bind(limit - found.count, at: 1)
    defer { find.reset() }
    while try find.step() { found.append(Int64(find.integer(0))) }
    return found
  }

  func add(_ number: UInt64, of posting: Int64) {
    let key = Self.stored(number)
    added.append(Entry(key: key, posting: posting, before: last[key]))
    last[key] = added.count - 1
  }

  func remove(_ number: UInt64, of posting: Int64) throws {
    let key = Self.stored(number)
    var place = last[key]
    while let index = place {
      if added[index].posting == posting { added[index].isRemoved = true }
      place = added[index].before
    }
    delete.bind(key, at: 0)
    delete.bind(posting, at: 1)
    try delete.run()
  }

  func flush() throws {
    let sorted = added.filter { !$0.isRemoved }
      .sorted { ($0.key, $0.posting) < ($1.key, $1.posting) }
    added.removeAll()
    last.removeAll()
    for entry in sorted {
      insert.bind(entry.key, at: 0)
      insert.bind(entry.posting, at: 1)
      try insert.run()
    }
  }

  /// 47 bits tell enough apart, and SQLite keeps them in six bytes.
  private static func stored(_ number: UInt64) -> Int { Int(number >> 17) }
}
