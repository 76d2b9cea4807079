import Extraction
import Foundation
import Importing
import Listings
import Queries
import Storage
import TestSupport
import Testing

/// Boards whose lists hold no texts, and boards that are asked with POST.
@Suite struct DetailTests {
  private let server: LocalServer
  private let store: Store
  private let clock = TestClock()

  init() throws {
    server = try LocalServer()
    store = try Store.inMemory(context: testContext())
  }

  private func follow(_ typed: String) throws {
    let address = try SourceAddress(typed: typed)
    var source = FollowedSource(
      name: address.usualName, kind: address.kind, address: address.text)
    source.baseURL = server.url
    #expect(try store.follow(source))
  }

  private func sync() throws -> SourceReport {
    let clock = clock
    let fetcher = Fetcher(agent: "shortlist/test", limits: testLimits(), pace: clock.pace)
    let syncer = Syncer(
      store: store, vocabulary: testVocabulary, fetcher: fetcher, keys: [:],
      now: { Int(clock.now) })
    return try #require(try syncer.run(store.sources(), areAsked: true).first)
  }

  private func bodies() throws -> [String] {
    try store.ids(matching: Query()).map { try store.detail($0)?.listing.body.plainText ?? "" }
  }

  @Test func whatIsMissingForFetchingIsSaidBeforeAnythingIsAsked() throws {
    let fetcher = Fetcher(agent: "shortlist/test") { "libcurl is not installed" }
    let error = #expect(throws: FetchError.self) {
      try fetcher.fetch(FetchRequest(server.url + "/jobs"))
    }
    #expect(error?.reason == "libcurl is not installed")
    #expect(server.requests.isEmpty)
  }

  @Test func textsAreAskedForOnceAndKept() throws {
    try follow("smartrecruiters:Hives")
    server.answers { request in
      guard let id = request.path.split(separator: "/").last, let number = Int(id) else {
        return .init(200, smartList([1, 2]))
      }
      return .init(200, smartDetail(number))
    }
    #expect(try sync().counts.added == 2)
    #expect(server.requests.count == 3)
    #expect(try bodies().allSatisfy { $0.contains("wants patience") })
    clock.advance(by: 86_400)
    let second = try sync()
    #expect(second.counts.unchanged == 2 && second.counts.read == 2, "\(second)")
    #expect(server.requests.count == 4)
    #expect(try bodies().allSatisfy { $0.contains("wants patience") })
    server.answers { request in
      request.path.contains("postings/")
        ? .init(200, smartDetail(3)) : .init(200, smartList([1, 2, 3]))
    }
    #expect(try sync().counts.added == 1)
    #expect(server.requests.count == 6)
  }

  @Test func aRefusalLeavesTheOtherTextsForTheNextTime() throws {
    try follow("smartrecruiters:Hives")
    server.answers { request in
      request.path.contains("postings/") ? .init(429) : .init(200, smartList([1, 2, 3]))
    }
    let first = try sync()
    #expect(first.outcome == .complete && first.counts.added == 3, "\(first)")
    #expect(server.requests.count == 4, "one text was asked for, three times")
    server.answers { request in
      guard let id = request.path.split(separator: "/").last, let number = Int(id) else {
        return .init(200, smartList([1, 2, 3]))
      }
      return .init(200, smartDetail(number))
    }
    #expect(try sync().counts.updated == 3)
    #expect(try bodies().allSatisfy { $0.contains("wants patience") })
  }

  @Test func workdayIsAskedWithPostPageByPage() throws {
    try follow("workday:hives.wd3/Combs")
    server.answers { request in
      if request.method == "GET" { return .init(200, workdayDetail(request.path)) }
      let isSecond = request.body.contains("\"offset\":20,")
      return .init(200, workdayList(isSecond ? 21...22 : 1...20))
    }
    #expect(try sync().counts.added == 22)
    let asked = server.requests.filter { $0.method == "POST" }
    #expect(asked.count == 2 && asked.allSatisfy { $0.path == "/wday/cxs/hives/Combs/jobs" })
    #expect(asked.first?.headers["content-type"] == "application/json")
    let id = try #require(try store.ids(matching: Query(parsing: "\"waxer 7\"")).first)
    let detail = try #require(try store.detail(id))
    #expect(detail.listing.url == "https://hives.wd3.myworkdayjobs.com/Combs/job/Ghent/Waxer_R-7")
    #expect(detail.postings.first?.source == "workday:hives")
    let count = server.requests.count
    let second = try sync()
    #expect(second.counts.unchanged == 22 && server.requests.count == count + 2, "\(second)")
  }

  @Test func aBoardWithoutEndIsReadToAFewPagesAndProvesNothing() throws {
    try follow("eures:wax")
    server.answers { request in
      let page = (1...9).first { request.body.contains("\"page\":\($0),") } ?? 0
      return .init(200, eures(page * 100..<page * 100 + 50))
    }
    let first = try sync()
    #expect(first.outcome == .complete && first.counts.added == 200, "\(first)")
    server.answers { request in .init(200, eures(900..<910)) }
    for _ in 1...3 { #expect(try sync().closed == 0) }
  }
}

private func smartList(_ numbers: [Int]) -> String {
  let items = numbers.map { number in
    """
    {"id":"\(number)","name":"Keeper of hive \(number)","uuid":"u\(number)",\
    "company":{"identifier":"Hives","name":"Hives Ltd"},"releasedDate":"2026-11-0\(number)",\
    "location":{"city":"Town \(number)","country":"ie","remote":false}}
    """
  }
  return "{\"offset\":0,\"limit\":100,\"content\":[\(items.joined(separator: ","))]}"
}

private func smartDetail(_ number: Int) -> String {
  """
  {"id":"\(number)","name":"Keeper of hive \(number)","uuid":"u\(number)",\
  "company":{"identifier":"Hives","name":"Hives Ltd"},"releasedDate":"2026-11-0\(number)",\
  "location":{"city":"Town \(number)","country":"ie","fullLocation":"Town \(number), Ireland"},\
  "jobAd":{"sections":{"jobDescription":{"title":"The job","text":"<p>Hive \(number) wants patience.</p>"}}}}
  """
}

private func workdayList(_ numbers: ClosedRange<Int>) -> String {
  let items = numbers.map { number in
    """
    {"title":"Waxer \(number)","externalPath":"/job/Ghent/Waxer_R-\(number)",\
    "locationsText":"Ghent","postedOn":"Posted 3 Days Ago","bulletFields":["R-\(number)"]}
    """
  }
  return "{\"total\":22,\"jobPostings\":[\(items.joined(separator: ","))]}"
}

private func workdayDetail(_ path: String) -> String {
  let number = path.split(separator: "-").last ?? ""
  return """
    {"jobPostingInfo":{"id":"h\(number)","title":"Waxer \(number)","location":"Ghent",\
    "jobDescription":"<p>Wax comb number \(number).</p>","startDate":"2026-11-01",\
    "jobReqId":"R-\(number)","jobPostingId":"Waxer_R-\(number)"},\
    "hiringOrganization":{"name":"Hives NV"}}
    """
}

private func eures(_ numbers: Range<Int>) -> String {
  let items = numbers.map { number in
    """
    {"title":"Waxer \(number)","id":"e\(number)","creationDate":\(1_795_000_000_000 + number),\
    "locationMap":{"EE":[]},"employer":{"name":"Comb \(number)"},"description":"Wax \(number)."}
    """
  }
  return "{\"numberRecords\":99999,\"jvs\":[\(items.joined(separator: ","))]}"
}
