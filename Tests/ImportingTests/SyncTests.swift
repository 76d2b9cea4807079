import Extraction
import Foundation
import Importing
import Listings
import Queries
import Storage
import TestSupport
import Testing

/// Following sources over a server of our own that misbehaves in all the ways servers do.
@Suite struct SyncTests {
  private let server: LocalServer
  private let store: Store
  private let clock = TestClock()

  init() throws {
    server = try LocalServer()
    store = try Store.inMemory(context: testContext())
  }

  private func follow(_ typed: String = "greenhouse:hives") throws -> String {
    let address = try SourceAddress(typed: typed)
    var source = FollowedSource(
      name: address.usualName, kind: address.kind, address: address.text)
    source.baseURL = address.board == nil ? nil : server.url
    #expect(try store.follow(source))
    return source.name
  }

  private func sync(
    _ limits: FetchLimits = testLimits(), keys: [String: String] = [:], areAsked: Bool = false
  ) throws -> SourceReport {
    let clock = clock
    let fetcher = Fetcher(agent: "shortlist/test", limits: limits, pace: clock.pace)
    let syncer = Syncer(
      store: store, vocabulary: testVocabulary, fetcher: fetcher, keys: keys,
      now: { Int(clock.now) })
    return try #require(try syncer.run(store.sources(), areAsked: areAsked).first)
  }

  private func open() throws -> Int {
    try store.search(Query(parsing: "closed:no")).ids.count
  }

  private func gone() throws -> Int { try store.search(Query(parsing: "closed:yes")).ids.count }

  @Test func aSecondSyncOfWhatIsTheSameTransfersOnlyHeaders() throws {
    _ = try follow()
    server.answers { request in
      let tag = ["ETag": "\"v1\""]
      return request.headers["if-none-match"] == "\"v1\""
        ? .init(304, headers: tag) : .init(200, board(1...3), headers: tag)
    }
    #expect(try sync().counts.added == 3)
    let sent = server.bytesSent
    clock.advance(by: 86_400)
    let second = try sync()
    #expect(second.outcome == .complete && second.untouched == 3 && second.counts.read == 0)
    #expect(server.bytesSent == sent && server.requests.count == 2)
    #expect(try open() == 3)
    let seen = try store.detail(store.ids(matching: Query())[0])?.lastSeen
    #expect(seen == Day(secondsSince1970: Int(clock.now)))
  }

  @Test func lastModifiedServesWhereThereIsNoTag() throws {
    _ = try follow()
    let day = "Sat, 21 Nov 2026 08:00:00 GMT"
    server.answers { request in
      request.headers["if-modified-since"] == day
        ? .init(304) : .init(200, board(1...2), headers: ["Last-Modified": day])
    }
    _ = try sync()
    #expect(try sync().untouched == 2)
  }

  @Test func whatTwoGoodFetchesMissIsGoneAndComesBack() throws {
    _ = try follow()
    server.answers { _ in .init(200, board(1...3)) }
    _ = try sync()
    clock.advance(by: 86_400)
    server.answers { _ in .init(200, board(1...2)) }
    #expect(try sync().closed == 0)
    let firstMissed = Day(secondsSince1970: Int(clock.now))
    clock.advance(by: 86_400)
    #expect(try sync().closed == 1)
    #expect(try open() == 2 && gone() == 1)
    let id = try #require(try store.ids(matching: Query(parsing: "closed:yes")).first)
    #expect(try store.detail(id)?.closed == firstMissed)
    #expect(try sync().closed == 0)
    server.answers { _ in .init(200, board(1...3)) }
    #expect(try sync().reopened == 1)
    #expect(try open() == 3)
  }

  /// Each of these between two good fetches; none of them may close anything.
  @Test(arguments: Misbehavior.allCases)
  func whatFailsClosesNothing(misbehavior: Misbehavior) throws {
    _ = try follow()
    server.answers { _ in .init(200, board(1...3)) }
    #expect(try sync().counts.added == 3)
    server.answers { misbehavior.answer($0) }
    var limits = testLimits()
    if misbehavior == .slowDrip { limits.seconds = 0.2 }
    if misbehavior == .gzipBomb { limits.bytes = 128 << 20 }
    for _ in 1...3 {
      let report = try sync(limits, areAsked: true)
      #expect(report.outcome != .complete, "\(report)")
      #expect(report.closed == 0)
      #expect(report.message?.contains(misbehavior.reason) == true, "\(report)")
    }
    #expect(try open() == 3 && gone() == 0)
    server.answers { _ in .init(200, board(1...3)) }
    #expect(try sync(areAsked: true).outcome == .complete)
    #expect(try open() == 3)
  }

  @Test func aFailureBetweenTwoGoodFetchesDoesNotCountAsOne() throws {
    _ = try follow()
    server.answers { _ in .init(200, board(1...3)) }
    _ = try sync()
    server.answers { _ in .init(200, board(1...2)) }
    _ = try sync()
    server.answers { _ in .init(500) }
    #expect(try sync().outcome == .failed)
    #expect(try gone() == 0)
    server.answers { _ in .init(200, board(1...2)) }
    #expect(try sync().closed == 1)
  }

  @Test func aServerThatAsksForTimeIsGivenIt() throws {
    _ = try follow()
    let tries = Counter()
    server.answers { _ in
      tries.next() == 1 ? .init(429, headers: ["Retry-After": "7"]) : .init(200, board(1...1))
    }
    #expect(try sync().outcome == .complete)
    #expect(clock.slept.contains(7))
  }

  @Test func aServerThatAsksForMuchTimeIsLeftAlone() throws {
    _ = try follow()
    server.answers { _ in .init(503, headers: ["Retry-After": "3600"]) }
    #expect(try sync().outcome == .failed)
    #expect(server.requests.count == 1)
    clock.advance(by: 600)
    #expect(try sync().isPassedOver)
    #expect(server.requests.count == 1)
    clock.advance(by: 3600)
    server.answers { _ in .init(200, board(1...1)) }
    #expect(try sync().outcome == .complete)
  }

  @Test func retriesWaitLongerEachTime() throws {
    _ = try follow()
    server.answers { _ in .init(500) }
    _ = try sync()
    #expect(server.requests.count == 3)
    let waits = clock.slept.filter { $0 != testLimits().gap }
    #expect(waits == [1.5, 3])
  }

  @Test func aSourceThatKeepsFailingIsAskedLessAndLess() throws {
    _ = try follow()
    server.answers { _ in .init(404) }
    for _ in 1...4 { #expect(try sync().outcome == .failed) }
    for minutes in [8.0, 16, 32] {
      clock.advance(by: minutes * 60 - 1)
      #expect(try sync().isPassedOver)
      clock.advance(by: 1)
      #expect(try sync().outcome == .failed)
    }
    server.answers { _ in .init(200, board(1...1)) }
    #expect(try sync(areAsked: true).outcome == .complete)
  }

  @Test func aServerKnowsWhoAsksAndIsLeftAMoment() throws {
    _ = try follow("lever:hives")
    server.answers { $0.path.contains("skip=100") ? .init(200, "[]") : .init(200, lever(1...100)) }
    _ = try sync()
    #expect(
      server.requests.map { $0.headers["user-agent"] } == ["shortlist/test", "shortlist/test"])
    #expect(clock.slept == [testLimits().gap])
  }

  @Test func packedAnswersAreRead() throws {
    _ = try follow()
    let bytes = gzip("printf '%s' '\(board(1...3))'")
    for encoding in ["Content-Encoding", "X-Nothing"] {
      server.answers { _ in
        var answer = LocalServer.Answer(200, headers: [encoding: "gzip"])
        answer.pieces = [bytes]
        return answer
      }
      #expect(try sync().counts.read == 3)
    }
  }

  @Test func redirectsAreFollowedAndKeysStayWhereTheyBelong() throws {
    _ = try follow("usajobs")
    let other = try LocalServer { _ in .init(200, "{\"SearchResult\":{\"SearchResultItems\":[]}}") }
    server.answers { _ in
      .init(301, headers: ["Location": "http://localhost:\(other.port)/moved"])
    }
    let keys = ["usajobs_key": "s3cret", "usajobs_email": "me@example.com"]
    _ = try sync(keys: keys)
    #expect(server.requests.first?.headers["authorization-key"] == "s3cret")
    #expect(other.requests.first?.path == "/moved")
    #expect(other.requests.first?.headers["authorization-key"] == nil)
    #expect(other.requests.first?.headers["user-agent"]?.contains("example.com") == false)
  }

  @Test func aListingReopenedByAnOldFileIsGoneAgain() throws {
    _ = try follow()
    server.answers { _ in .init(200, board(1...2)) }
    _ = try sync()
    server.answers { _ in .init(200, board(1...1)) }
    for _ in 1...2 {
      clock.advance(by: 86_400)
      _ = try sync()
    }
    #expect(try gone() == 1)
    var posting = Posting(source: "greenhouse:hives", externalID: "2", title: "Dyer of hive 2")
    posting.company = "Hives"
    let read = ReadPosting(posting: posting, listing: Listing(title: "Dyer of hive 2"))
    let before = Day(secondsSince1970: Int(clock.now)).adding(days: -30)
    _ = try store.merge([read], seenOn: before, at: Int(clock.now))
    _ = try sync()
    #expect(try gone() == 1)
  }

  @Test func twoSyncsAtOnceCloseNothing() throws {
    _ = try follow()
    server.answers { _ in .init(200, board(1...3)) }
    _ = try sync()
    let mine = try store.beginFetch(of: "greenhouse:hives")
    // Another process begins, reads it all and ends, and only then do we end with nothing.
    for _ in 1...2 { #expect(try sync().closed == 0) }
    let day = Day(secondsSince1970: Int(clock.now))
    let mineEnds = try store.completeFetch(
      mine, pages: [], absence: .isGone, on: day, at: Int(clock.now))
    #expect(mineEnds.closed == 0)
    #expect(try open() == 3)
  }

  @Test func manyItemsComeInOnePage() throws {
    _ = try follow()
    let body = board(1...10_000)
    server.answers { _ in .init(200, body) }
    #expect(try sync().counts.added == 10_000)
  }

  @Test func pagesAreReadToTheLastAndAskedAboutOneByOne() throws {
    _ = try follow("lever:hives")
    server.answers { request in
      let skip = request.path.contains("skip=100") ? 100 : 0
      let tag = "\"\(skip)\""
      if request.headers["if-none-match"] == tag { return .init(304) }
      return .init(200, lever(skip == 0 ? 1...100 : 101...130), headers: ["ETag": tag])
    }
    let first = try sync()
    #expect(first.counts.added == 130 && server.requests.count == 2, "\(first)")
    let second = try sync()
    #expect(second.untouched == 130 && server.requests.count == 4, "\(second)")
  }

  @Test func aSecondPageThatFailsKeepsTheFirstAndClosesNothing() throws {
    _ = try follow("lever:hives")
    server.answers { request in
      .init(200, lever(request.path.contains("skip=100") ? 101...130 : 1...100))
    }
    _ = try sync()
    server.answers { request in
      request.path.contains("skip=100") ? .init(500) : .init(200, lever(200...299))
    }
    for _ in 1...2 {
      let report = try sync(areAsked: true)
      #expect(report.outcome == .partial && report.closed == 0)
    }
    #expect(try open() == 230)
  }

  @Test func afterAPartOfTheFetchNoPageIsAskedAboutByItsTag() throws {
    _ = try follow("lever:hives")
    let tag = ["ETag": "\"1\""]
    server.answers { request in
      .init(200, lever(request.path.contains("skip=100") ? 101...130 : 1...100), headers: tag)
    }
    _ = try sync()
    server.answers { request in
      request.path.contains("skip=100")
        ? .init(404) : .init(200, lever(31...130), headers: ["ETag": "\"2\""])
    }
    #expect(try sync().outcome == .partial)
    let before = server.requests.count
    server.answers { _ in .init(200, "[]") }
    _ = try sync()
    #expect(server.requests[before].headers["if-none-match"] == nil)
  }

  @Test func aServerThatDoesNotPageEnds() throws {
    _ = try follow("lever:hives")
    server.answers { _ in .init(200, lever(1...100)) }
    let report = try sync()
    #expect(report.counts.added == 100 && report.outcome == .complete)
    #expect(server.requests.count == 2)
  }

  @Test func listsOfTheNewestCloseOnlyWhatShouldBeAmongThem() throws {
    _ = try follow("remoteok")
    server.answers { _ in .init(200, remoteOK([1, 2, 3, 4])) }
    #expect(try sync().counts.added == 4)
    // 4 is the oldest and may have been pushed out; 2 is not, so somebody took it away.
    server.answers { _ in .init(200, remoteOK([1, 3])) }
    _ = try sync()
    #expect(try sync().closed == 1)
    #expect(try store.search(Query(parsing: "closed:yes beekeeper2")).ids.count == 1)
  }

  @Test func keysAreSentAndNeverShown() throws {
    _ = try follow("adzuna:gb")
    server.answers { _ in .init(403) }
    let without = try sync()
    #expect(without.message?.contains("SHORTLIST_ADZUNA_APP_ID") == true)
    #expect(server.requests.isEmpty)
    let keys = ["adzuna_app_id": "me", "adzuna_app_key": "s3cret"]
    let report = try sync(keys: keys, areAsked: true)
    #expect(server.requests.first?.path.contains("app_key=s3cret") == true)
    #expect(!report.description.contains("s3cret"))
    #expect(try !store.sources().description.contains("s3cret"))
  }

  @Test func aKeyInAnAddressIsInNoMessage() throws {
    server.answers { _ in .init(404) }
    var options = Importer.Options(today: Day(number: 20_778), now: 1)
    options.fetcher = Fetcher(agent: "shortlist/test", limits: testLimits(), pace: clock.pace)
    let importer = Importer(store: store, vocabulary: testVocabulary, options: options)
    let report = try importer.run([.url("\(server.url)/jobs?q=a&api_key=s3cret&Token=t0ken")])
    let problem = try #require(report.problems.first)
    #expect(problem.file.hasSuffix("/jobs?q=a&api_key=…&Token=…"), "\(problem)")
    #expect(server.requests.first?.path.contains("s3cret") == true)
  }

  @Test func pausedSourcesAreFetchedOnlyByName() throws {
    let name = try follow()
    server.answers { _ in .init(200, board(1...1)) }
    #expect(try store.pause(name, true))
    #expect(try sync().isPassedOver)
    #expect(try sync(areAsked: true).outcome == .complete)
  }

  @Test func aListingThatAnotherSourceHasStaysOpen() throws {
    for name in ["a", "b"] {
      let url = "\(server.url)/\(name).ndjson"
      #expect(try store.follow(FollowedSource(name: name, kind: "url", address: url)))
    }
    server.answers { _ in .init(200, lines(1...2)) }
    _ = try sync()
    #expect(try open() == 2)
    server.answers { .init(200, lines($0.path == "/a.ndjson" ? 1...1 : 1...2)) }
    for _ in 1...3 { _ = try sync() }
    #expect(try gone() == 0)
    server.answers { _ in .init(200, lines(1...1)) }
    for _ in 1...2 { _ = try sync() }
    #expect(try gone() == 1)
  }
}
