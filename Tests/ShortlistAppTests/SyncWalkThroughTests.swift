import Browsing
import Foundation
import Importing
import Listings
import Storage
import TestSupport
import Testing

@testable import ShortlistApp

@Suite struct SyncWalkThroughTests {
  private static func syncer(_ store: Store) -> Syncer {
    let pace = Pace(now: { 1_795_219_200 }, sleep: { _ in }, chance: { 0 })
    return Syncer(
      store: store, vocabulary: AppDriver.vocabulary,
      fetcher: Fetcher(agent: "shortlist/test", pace: pace), keys: [:], now: { 1_795_219_200 })
  }

  @Test func theSyncKeySaysWhatCameInAndShowsIt() throws {
    let server = try LocalServer { _ in
      .init(200, "{\"title\":\"Keeper of bees\",\"company\":\"Hives\",\"description\":\"Bees.\"}\n")
    }
    let store = try Store.inMemory(context: AppDriver.context())
    #expect(
      try store.follow(FollowedSource(name: "hives", kind: "url", address: server.url + "/jobs")))
    var driver = try AppDriver(
      width: 120, height: 32, store: store, syncer: { Self.syncer(store) })
    #expect(driver.browser.counts?.total == 0)
    try driver.press("r")
    #expect(driver.text.contains("fetched 1 source: 1 new"), "\(driver.text)")
    #expect(driver.text.contains("Keeper of bees"))
    try driver.press("r")
    #expect(driver.text.contains("fetched 1 source: nothing new"), "\(driver.text)")
    server.answers { _ in .init(404) }
    try driver.press("r")
    #expect(driver.text.contains("there is nothing at that address (404)"), "\(driver.text)")
    #expect(!driver.browser.isSyncing)
  }

  @Test func whoFollowsNothingIsToldHowTo() throws {
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press("r")
    #expect(driver.text.contains("shortlist source add"))
  }

  @Test func anImportByAnotherProcessIsNoticed() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID()).sqlite").path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    let context = try AppDriver.context()
    let store = try Store.open(at: path, context: context)
    let counter = Mutexed()
    let watch = StoreWatch(store) { counter.add() }
    watch.look()
    watch.look()
    _ = try store.beginVisit(at: 1)
    watch.look()
    #expect(counter.count == 0)
    let other = try Store.open(at: path, context: context)
    _ = try other.beginVisit(at: 2)
    watch.look()
    watch.look()
    #expect(counter.count == 1)
  }
}

private final class Mutexed: @unchecked Sendable {
  private let lock = NSLock()
  private var number = 0

  var count: Int { lock.withLock { number } }
  func add() { lock.withLock { number += 1 } }
}
