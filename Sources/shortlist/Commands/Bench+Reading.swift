import Adapters
import Benchmarking
import Extraction
import Importing
import Listings

/// Times how long one core takes to understand a posting, by the length of its body.
struct ReadingBenchmark {
  /// How often the shortest body is read; longer ones are read less often.
  let samples: Int

  private static let lengths = [
    (name: "4 KB", bytes: 4 << 10, share: 1), (name: "64 KB", bytes: 64 << 10, share: 20),
    (name: "1 MB", bytes: 1 << 20, share: 300),
  ]

  func run(_ report: (BenchmarkRow) -> Void) {
    let postings = Self.postings()
    for length in Self.lengths {
      guard let posting = Self.posting(of: length.bytes, from: postings) else { continue }
      let times = (0..<max(1, samples / length.share)).map { _ in
        ContinuousClock().measure {
          _ = Listing(extracting: posting, using: .embedded, today: Day(number: 20_000))
        }
      }
      BenchmarkRow(name: "read a posting of \(length.name)", times: times).map(report)
    }
  }

  /// Enough for the longest body without saying anything twice: repeats are read once.
  private static func postings() -> [Posting] {
    let generator = ListingGenerator(seed: 20_261_121)
    let lines = (0..<640).map { generator.line($0) + "\n" }
    let source = SourceBytes(name: "generated", bytes: Array(lines.joined().utf8))
    return Adapter.read(source, context: ReadingContext(vocabulary: .embedded)).postings
  }

  /// The first posting with the bodies of as many more as make up the length.
  private static func posting(of bytes: Int, from postings: [Posting]) -> Posting? {
    guard var posting = postings.first else { return nil }
    posting.body = []
    var length = 0
    for other in postings where length < bytes {
      length += other.body.plainText.utf8.count
      posting.body += other.body
    }
    posting.body = posting.body.normalized
    return posting
  }
}
