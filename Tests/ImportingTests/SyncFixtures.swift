import Extraction
import Foundation
import Importing
import Listings
import Queries
import TestSupport

/// A clock that moves when somebody sleeps, and at once.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var seconds = 1_795_219_200.0
  private var sleeps: [Double] = []

  var now: Double { lock.withLock { seconds } }
  var slept: [Double] { lock.withLock { sleeps } }

  func advance(by span: Double) { lock.withLock { seconds += span } }

  var pace: Pace {
    Pace(
      now: { self.now },
      sleep: { span in
        self.lock.withLock {
          self.seconds += span
          self.sleeps.append(span)
        }
      }, chance: { 0.5 })
  }
}

final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}

func testLimits() -> FetchLimits {
  var limits = FetchLimits()
  limits.bytes = 16 << 20
  limits.seconds = 30
  limits.gap = 0.25
  return limits
}

func testContext() -> QueryContext {
  let today = Day(number: 20_778)
  return QueryContext(
    today: today, currency: .usd,
    rates: ExchangeRates(day: today, publisher: "test", perEuro: [.usd: 1.1]))
}

let testVocabulary = {
  let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Resources")
  return Vocabulary { path in
    VocabularyTable(parsing: (try? Data(contentsOf: resources.appending(path: path))) ?? Data())
  }
}()

private let trades = ["Beekeeper", "Cooper", "Dyer", "Farrier", "Glazier", "Luthier", "Miller"]

private func title(_ number: Int) -> String {
  "\(trades[number % trades.count]) of hive \(number)"
}

/// A Greenhouse board with jobs of these numbers.
func board(_ numbers: ClosedRange<Int>) -> String {
  let jobs = numbers.map { number in
    """
    {"id":\(number),"title":"\(title(number))","location":{"name":"Town \(number)"},\
    "absolute_url":"https://boards.greenhouse.io/hives/jobs/\(number)",\
    "content":"&lt;p&gt;Posting number \(number) is about bees.&lt;/p&gt;"}
    """
  }
  return "{\"jobs\":[\(jobs.joined(separator: ","))],\"meta\":{\"total\":\(numbers.count)}}"
}

/// A page of Lever.
func lever(_ numbers: ClosedRange<Int>) -> String {
  let jobs = numbers.map { number in
    """
    {"id":"\(number)","text":"\(title(number))","categories":{"location":"Town \(number)"},\
    "hostedUrl":"https://jobs.lever.co/hives/\(number)","descriptionPlain":"About bees \(number).",\
    "description":"<p>About bees \(number).</p>","lists":[],"additional":"","createdAt":1795000000000}
    """
  }
  return "[\(jobs.joined(separator: ","))]"
}

/// Remote OK, a job a day, the highest number the oldest.
func remoteOK(_ numbers: [Int]) -> String {
  let jobs = numbers.map { number in
    """
    {"id":"\(number)","position":"Beekeeper\(number)","company":"Hive \(number)","tags":[],\
    "date":"2026-11-\(20 - number)T00:00:00+00:00","url":"https://remoteok.com/jobs/\(number)",\
    "slug":"x","location":"","description":"Bees \(number).","salary_min":0,"salary_max":0}
    """
  }
  return "[{\"last_updated\":1,\"legal\":\"Link back.\"},\(jobs.joined(separator: ","))]"
}

/// NDJSON with the addresses of `board`.
func lines(_ numbers: ClosedRange<Int>) -> String {
  numbers.map { number in
    """
    {"title":"\(title(number))","company":"Hives","location":"Town \(number)",\
    "url":"https://boards.greenhouse.io/hives/jobs/\(number)",\
    "description":"Posting number \(number) is about bees."}
    """
  }.joined(separator: "\n")
}

/// What servers do wrong.
enum Misbehavior: String, CaseIterable {
  case serverError, notFound, forbidden, cutShort, cutJSON, notice, slowDrip, redirectLoop
  case redirectToFile, redirectToFTP, gzipBomb, tooLarge, announcesMuch, badItem, emptyBody,
    brokenGzip, claimsUnchanged
  case emptyItems

  /// What the report says of it.
  var reason: String {
    switch self {
    case .serverError: "the server has a problem (500)"
    case .notFound: "there is nothing at that address (404)"
    case .forbidden: "the server refuses (403)"
    // The library that fetches says no more of an answer that is cut or badly packed.
    case .cutShort, .brokenGzip: "the connection failed"
    case .cutJSON, .badItem: "1 could not be read"
    case .notice, .emptyBody: "the server sent something else than postings"
    case .slowDrip: "took over"
    // Without a host the address is taken for one of the same server.
    case .redirectLoop, .redirectToFile: "redirected more than 5 times"
    case .redirectToFTP: "redirected to what is no http or https address"
    case .gzipBomb: "unpacks to over 200 times its size"
    case .tooLarge, .announcesMuch: "the answer is larger than"
    case .claimsUnchanged: "the server answered 304"
    case .emptyItems: "1 came without any text"
    }
  }

  func answer(_ request: LocalServer.Request) -> LocalServer.Answer {
    switch self {
    case .serverError: .init(500, "sorry")
    case .notFound: .init(404, "{\"jobs\":[]}")
    case .forbidden: .init(403)
    case .cutShort: cut(claiming: 9000)
    case .cutJSON: .init(200, String(board(1...3).dropLast(80)))
    case .notice: .init(200, "<!doctype html><title>We'll be back</title>")
    case .slowDrip: drip()
    case .redirectLoop: .init(302, headers: ["Location": request.path + "&again"])
    case .redirectToFile: .init(302, headers: ["Location": "file:///etc/hostname"])
    case .redirectToFTP: .init(302, headers: ["Location": "ftp://127.0.0.1/jobs"])
    case .gzipBomb: bomb()
    case .tooLarge: large()
    case .announcesMuch: cut(claiming: 20 << 20)
    case .badItem: .init(200, "{\"jobs\":[{\"id\":1,\"absolute_url\":\"x\",\"content\":\"\"}]}")
    case .emptyBody: .init(200)
    case .brokenGzip: packed([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 2, 3, 0xFF, 0xFF])
    case .claimsUnchanged: .init(304)
    case .emptyItems: .init(200, board(1...2).replacing("[", with: "[{},", maxReplacements: 1))
    }
  }

  private func cut(claiming length: Int) -> LocalServer.Answer {
    var answer = LocalServer.Answer(200, String(board(1...3).prefix(200)))
    answer.claimedLength = length
    return answer
  }

  private func drip() -> LocalServer.Answer {
    var answer = LocalServer.Answer()
    answer.pieces = Array(repeating: [32], count: 100)
    answer.delay = 0.05
    return answer
  }

  private func large() -> LocalServer.Answer {
    var answer = LocalServer.Answer()
    answer.tellsLength = false
    answer.pieces = Array(repeating: Array(repeating: 32, count: 1 << 20), count: 20)
    return answer
  }

  /// 64 MB of zeros in a few kilobytes, and honestly announced.
  private func bomb() -> LocalServer.Answer { packed(Misbehavior.packedZeros) }

  private func packed(_ bytes: [UInt8]) -> LocalServer.Answer {
    var answer = LocalServer.Answer(200, headers: ["Content-Encoding": "gzip"])
    answer.pieces = [bytes]
    return answer
  }

  private static let packedZeros = gzip("head -c 67108864 /dev/zero")
}

/// What a command of the shell prints, packed.
func gzip(_ command: String) -> [UInt8] {
  let process = Process()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-c", "\(command) | gzip -9"]
  let pipe = Pipe()
  process.standardOutput = pipe
  try? process.run()
  return Array(pipe.fileHandleForReading.readDataToEndOfFile())
}
