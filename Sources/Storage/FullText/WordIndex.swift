import GRDB

/// Writes the index of words, inside one transaction that ends with `flush`.
///
/// What changes is held back and written together: each time makes a segment of the index, and all
/// segments are merged again later.
final class WordIndex {
  private static let mostChanges = 8192
  /// Bytes of words; a few listings may have more than thousands of others.
  private static let mostBytes = 64 << 20

  private let statements: WordStatements
  /// Nil where only FTS5 itself may write.
  private let tables: WordTables?
  private var changes: [Int64: WordChange] = [:]
  private var bytes = 0

  convenience init(_ db: Database) throws {
    try self.init(db, tables: try? WordTables(db))
  }

  init(_ db: Database, tables: WordTables?) throws {
    self.tables = tables
    statements = try WordStatements(db)
  }

  /// Takes a listing out; `words` are the very ones that were put in, for the index can't know them.
  func remove(_ words: @autoclosure () -> IndexedText, of listing: Int64) {
    if changes[listing] != nil {
      changes[listing]?.after = nil
    } else {
      changes[listing] = WordChange(listing: listing, before: words())
    }
  }

  /// Puts a listing in whose words were taken out, or that is new.
  func put(_ words: IndexedText, of listing: Int64) throws {
    changes[listing, default: WordChange(listing: listing)].after = words
    bytes += words.size
    if changes.count >= Self.mostChanges || bytes >= Self.mostBytes { try flush() }
  }

  func flush() throws {
    let held = changes.values.filter(\.isAny).sorted { $0.listing < $1.listing }
    changes.removeAll()
    bytes = 0
    if held.isEmpty { return }
    if let tables, try tables.write(held) { return }
    for change in held { try statements.write(change) }
  }
}

/// What a listing's words were, and what they are now.
struct WordChange {
  let listing: Int64
  /// Nil when the index does not know the listing.
  var before: IndexedText?
  /// Nil when the listing is gone.
  var after: IndexedText?

  var isAny: Bool { before != after }
}

/// Has FTS5 itself write its index.
private struct WordStatements {
  private let insert: PreparedStatement
  private let delete: PreparedStatement

  init(_ db: Database) throws {
    insert = try PreparedStatement(
      db, "INSERT INTO words (rowid, title, company, location, body) VALUES (?, ?, ?, ?, ?)")
    delete = try PreparedStatement(
      db,
      """
      INSERT INTO words (words, rowid, title, company, location, body)
      VALUES ('delete', ?, ?, ?, ?, ?)
      """)
  }

  /// FTS5 writes out all it holds when it is given a smaller number than before.
  func write(_ change: WordChange) throws {
    for (statement, text) in [(delete, change.before), (insert, change.after)] {
      guard let text else { continue }
      statement.bind(change.listing, at: 0)
      for (index, text) in text.texts.enumerated() { statement.bind(text, at: index + 1) }
      try statement.run()
    }
  }
}
