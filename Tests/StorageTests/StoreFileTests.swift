import Foundation
import Listings
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
}
