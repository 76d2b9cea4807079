import GRDB

/// Writes the index of words, inside one transaction that ends with `flush`.
///
/// The index writes out all it holds when it is given a smaller number than before, so what changes
/// about listings there are is held back and written in the order of their numbers. Even a few such
/// make a segment of their own, and segments are merged by number: what has the words it had is left
/// alone.
final class WordIndex {
  // A change holds the words of two bodies.
  private static let mostChanges = 2048

  private let insert: PreparedStatement
  private let delete: PreparedStatement
  private var changes: [Int64: Change] = [:]

  private struct Change {
    /// Nil when the index does not know the listing.
    let before: RowValues?
    /// Nil when the listing is gone.
    var after: RowValues?
  }

  init(_ db: Database) throws {
    insert = try PreparedStatement(
      db, "INSERT INTO words (title, company, location, body, rowid) VALUES (?, ?, ?, ?, ?)")
    delete = try PreparedStatement(
      db,
      """
      INSERT INTO words (title, company, location, body, rowid, words)
      VALUES (?, ?, ?, ?, ?, 'delete')
      """)
  }

  /// Adds the words of a new listing, whose number is the largest so far.
  func add(_ words: RowValues, of listing: Int64) throws {
    try insert.run(words, Int(listing))
  }

  /// Takes a listing out; `words` are the very ones that were added, for the index can't know them.
  func remove(_ words: @autoclosure () -> RowValues, of listing: Int64) {
    if changes[listing] != nil {
      changes[listing]?.after = nil
    } else {
      changes[listing] = Change(before: words())
    }
  }

  /// Puts a listing in whose words were taken out, or that is new.
  func put(_ words: RowValues, of listing: Int64) throws {
    changes[listing, default: Change(before: nil)].after = words
    if changes.count >= Self.mostChanges { try flush() }
  }

  func flush() throws {
    for (listing, change) in changes.sorted(by: { $0.key < $1.key })
    where change.before != change.after {
      if let before = change.before { try delete.run(before, Int(listing)) }
      if let after = change.after { try insert.run(after, Int(listing)) }
    }
    changes.removeAll()
  }
}
