import Foundation
import GRDB
import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// The file on disk: its mode, its damage, its age.
@Suite final class StoreFileTests {
  private let folder: URL
  private var path: String { folder.appending(path: "store.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "shortlist-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test func whatWasStoredIsThereWhenOpenedAgain() throws {
    do {
      let store = try Store.open(at: path, context: Board.context)
      let posting = Board.posting("Rocket Engineer", id: "1")
      _ = try store.merge([posting], seenOn: Day(number: 1), at: 1)
    }
    let store = try Store.open(at: path, context: Board.context)
    #expect(try store.detail(ListingID(1))?.listing.title == "Rocket Engineer")
  }

  @Test func onlyItsOwnerMayReadItAndWhatStandsBesideIt() throws {
    let store = try Store.open(at: path, context: Board.context)
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: Day(number: 1), at: 1)
    try store.backUp(to: path + ".backup")
    for end in ["", "-wal", "-shm", ".backup"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + end)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(end)")
    }
    #expect(throws: StoreError.self) { try store.backUp(to: path + ".backup") }
    let copy = try Store.open(at: path + ".backup", context: Board.context)
    #expect(try copy.statistics().listings == 1)
    #expect(try copy.problems() == [])
  }

  @Test func undoWorksTomorrow() throws {
    do {
      let store = try Store.open(at: path, context: Board.context)
      _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: Day(number: 1), at: 1)
      _ = try store.decide([.saved(true)], on: [ListingID(1)], at: 2)
    }
    let store = try Store.open(at: path, context: Board.context)
    #expect(try store.rows([ListingID(1)])[0].decisions.isSaved)
    #expect(try store.undo(at: 90_000)?.ids == [ListingID(1)])
    #expect(try !store.rows([ListingID(1)])[0].decisions.isSaved)
  }

  @Test func whatIsNoStoreIsRefusedAndLeftAsItIs() throws {
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE photo (id INTEGER)") }
    try other.close()
    try expectRefusal(.notAStore(path: path))
    try write("# Notes\n" + String(repeating: "not a database ", count: 500))
    try expectRefusal(.notAStore(path: path))
  }

  @Test func aNewerStoreIsRefusedAndLeftAsItIs() throws {
    try makeStore { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('holograms')")
    }
    try expectRefusal(.newerSchema(found: "holograms"))
  }

  @Test func aDamagedStoreIsRefusedAndLeftAsItIs() throws {
    try makeStore { _ in }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // The first page keeps its header and loses the list of the tables.
    for index in 100..<16_384 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try bytes.write(to: URL(fileURLWithPath: path))
    try expectRefusal(.damaged(path: path))
  }

  @Test func aMigrationWritesABackupFirst() throws {
    try makeStore { _ in }
    var migrator = Schema.migrator
    migrator.registerMigration("a column more") { db in
      try db.execute(sql: "ALTER TABLE visit ADD COLUMN place TEXT")
    }
    try StoreFile(path: path, migrator: migrator).open().close()
    try expectRefusal(.newerSchema(found: "a column more"))
    let backup = try Store.open(at: path + ".before-migration-1", context: Board.context)
    #expect(try backup.detail(ListingID(1))?.listing.title == "Engineer")
  }

  @Test func aFileLeftEmptyByACrashIsFilled() throws {
    try write("")
    try Store.open(at: path, context: Board.context).database.close()
    let empty = path + "2"
    try DatabasePool(path: empty).close()
    #expect(try Store.open(at: empty, context: Board.context).statistics().listings == 0)
  }

  @Test func aMissingFolderIsSaid() throws {
    let path = folder.appending(path: "nowhere/store.sqlite").path
    #expect(throws: StoreError.cannotOpen(path: path, reason: "No such file or directory")) {
      try Store.open(at: path, context: Board.context)
    }
  }

  @Test func anImportWaitsForAnotherWriterAndReadersWaitForNobody() throws {
    let store = try Store.open(at: path, context: Board.context)
    let other = try Store.open(at: path, context: Board.context)
    try store.database.write { db in
      try db.execute(sql: "INSERT INTO visit (began) VALUES (1)")
      #expect(try other.search(Query()).counts.total == 0)
      try other.database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = 50")
      }
      #expect(throws: StoreError.busy) { try other.decide([.saved(true)], on: [], at: 1) }
    }
    _ = try other.merge([Board.posting("Engineer", id: "1")], seenOn: Day(number: 1), at: 1)
    #expect(try store.statistics().listings == 1)
  }

  @Test func aFullDiskLosesNothing() throws {
    let store = try Store.open(at: path, context: Board.context)
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: Day(number: 1), at: 1)
    _ = try store.decide([.saved(true)], on: [ListingID(1)], at: 2)
    try store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let text = String(repeating: "many words of a long posting ", count: 9_000)
    let postings = (2...9).map { Board.posting("Job \($0)", id: "\($0)", text: text) }
    #expect(throws: StoreError.diskFull) {
      try store.merge(postings, seenOn: Day(number: 1), at: 3)
    }
    #expect(try store.statistics().listings == 1)
    #expect(try store.rows([ListingID(1)])[0].decisions.isSaved)
    #expect(try store.problems() == [])
  }

  @Test func anOvertakenReadEndsAndHarmsNoOther() throws {
    let store = try Store.open(at: path, context: Board.context)
    let overtaken = Cancellation()
    overtaken.cancel()
    #expect(throws: StoreError.cancelled) { try store.search(Query(), overtaken) }
    let late = Cancellation()
    #expect(throws: StoreError.cancelled) {
      try store.read(late) { db in
        late.cancel()
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        return try Int.fetchOne(db, sql: endless + "SELECT max(i) FROM n")
      }
    }
    #expect(try store.search(Query(), Cancellation()).ids == [])
  }

  private func makeStore(_ change: (Database) throws -> Void) throws {
    let store = try Store.open(at: path, context: Board.context)
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: Day(number: 1), at: 1)
    try store.database.write(change)
    try store.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try store.database.close()
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func expectRefusal(_ error: StoreError) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: error) { try Store.open(at: path, context: Board.context) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
