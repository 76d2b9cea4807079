import Foundation
import GRDB
import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// A file that nothing can be written to, as on another medium, is read.
@Suite struct ReadOnlyFileTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "shortlist read%only \(UUID().uuidString).sqlite").path(percentEncoded: false)

  private func cleanUp() {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
  }

  /// One listing, all of it in the file itself.
  private func makeFile() throws {
    let store = try Store.open(at: path, context: Board.context)
    _ = try store.merge([Board.posting("Gardener")], seenOn: RandomListing.today, at: 1)
    try store.finishImport()
    try store.database.close()
  }

  @Test func itsListingsAreFound() throws {
    defer { cleanUp() }
    try makeFile()
    let database = try #require(try StoreFile(path: path).openForReading())
    let store = Store(database: database, context: Board.context)
    #expect(try store.search(Query(parsing: "gardener")).ids == [ListingID(1)])
    #expect(try store.detail(ListingID(1))?.listing.title == "Gardener")
  }

  @Test func aDecisionIsRefused() throws {
    defer { cleanUp() }
    try makeFile()
    let database = try #require(try StoreFile(path: path).openForReading())
    let store = Store(database: database, context: Board.context)
    #expect(throws: StoreError.readOnly) {
      try store.decide([.saved(true)], on: [ListingID(1)], at: 1)
    }
  }

  @Test func aLogBesideItWouldBeMissed() throws {
    defer { cleanUp() }
    try makeFile()
    try Data([1]).write(to: URL(filePath: path + "-wal"))
    #expect(try StoreFile(path: path).openForReading() == nil)
  }
}
