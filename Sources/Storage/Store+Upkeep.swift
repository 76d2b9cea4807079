import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How much is in the store.
package struct StoreStatistics: Hashable, Sendable {
  package let postings: Int
  package let listings: Int
  package let decisions: Int
  package let journalEntries: Int
  package let visits: Int
  /// Bytes of the file, the write-ahead log left out.
  package let fileSize: Int
}

extension Store {
  /// Writes a whole, compact copy to `path`, mode 0600; there must not be a file yet.
  package func backUp(to path: String) throws {
    do {
      try Upkeep.copy(database, to: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// What SQLite and the index of words find wrong with the file; empty when it is whole.
  package func problems() throws -> [String] {
    try write { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        .map { "a row of \($0["table"] ?? "a table") points nowhere" as String }
      return found + orphans + Upkeep.problemsOfWords(db)
    }
  }

  package func statistics() throws -> StoreStatistics {
    try read { db in
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      return try StoreStatistics(
        postings: count("posting"), listings: count("listing"), decisions: count("decision"),
        journalEntries: count("journal"), visits: count("visit"), fileSize: pages * pageSize)
    }
  }

  /// The statements that make the tables, in a fixed order.
  package func schema() throws -> String {
    try read { db in
      let statements = try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_schema
          WHERE sql IS NOT NULL AND name NOT LIKE 'words\\_%' ESCAPE '\\' ORDER BY tbl_name, name
          """)
      return statements.map { $0 + ";\n" }.joined(separator: "\n")
    }
  }
}

enum Upkeep {
  static func copy(_ database: some DatabaseReader, to path: String) throws {
    guard access(path, F_OK) != 0 else {
      throw StoreError.cannotOpen(path: path, reason: "there is such a file already")
    }
    let descriptor = creat(path, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
    // Into an empty file it is allowed, and that one keeps its mode.
    do {
      try database.unsafeRead { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    } catch {
      // Half a copy is none, and would stand in the way of the next.
      unlink(path)
      throw error
    }
  }

  static func problemsOfWords(_ db: Database) -> [String] {
    do {
      try db.execute(sql: "INSERT INTO words(words) VALUES ('integrity-check')")
      return []
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      // It is asked by way of writing to it.
      return []
    } catch {
      return ["the index of words is damaged"]
    }
  }
}

extension Store {
  /// A number that is another when some other process has changed the store.
  package func foreignVersion() throws -> Int {
    do {
      return try database.writeWithoutTransaction { db in
        // Seen from the one connection that writes, all that is not of this process is foreign.
        try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
      }
    } catch {
      throw StoreError(error, path: database.path)
    }
  }
}
