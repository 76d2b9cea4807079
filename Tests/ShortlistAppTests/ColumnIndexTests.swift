import Columns
import Foundation
import Listings
import Queries
import Storage
import Testing

@testable import ShortlistApp

@Suite struct ColumnIndexTests {
  @Test(arguments: 0..<12) func whatIsDecidedWhileColumnsAreReadIsInThem(round: Int) throws {
    let store = try AppDriver.sampleStore()
    let ids = try store.ids(matching: Query())
    let index = ColumnIndex(store: store)
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      if side == 0 {
        try? index.load()
        return
      }
      for id in ids.prefix(4 + round) {
        _ = try? store.decide([.saved(true)], on: [id], at: 1_795_219_200)
        try? index.update([id])
      }
    }
    #expect(index.isLoaded)
    let saved = try Query(parsing: "is:saved")
    let search = try #require(try index.search(saved, Cancellation()))
    let found = try search.found(search.matching, from: StoreReading(store))
    #expect(try found.ids == store.ids(matching: saved))
    #expect(found.count == 4 + round)
  }

  @Test func columnsThatWereForgottenAreReadAgain() throws {
    let store = try AppDriver.sampleStore()
    let index = ColumnIndex(store: store)
    try index.load()
    index.forget()
    #expect(!index.isLoaded)
    try index.load()
    #expect(index.isLoaded)
  }
}
