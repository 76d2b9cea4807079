import Adapters
import Extraction
import Foundation
import Listings
import Queries

/// The readers of outside text, each taking any bytes at all.
///
/// libFuzzer feeds them through `Fuzzer`; the tests feed them the corpus that is kept.
public enum FuzzedReader: String, CaseIterable, Sendable {
  case dates, document, hiring, mojibake, pay, posting, query, remote, seniority

  /// Reads the bytes; whatever they are, this returns, and soon.
  public func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let vocabulary = Self.vocabulary
    switch self {
    case .dates: _ = DateReading(extracting: text, today: Self.today, using: vocabulary)
    case .document: readDocument(bytes)
    case .hiring: _ = HackerNewsLine(parsing: text, using: vocabulary)
    case .mojibake: _ = Mojibake.mended(text)
    case .pay:
      let tokens = TokenizedText(text, lexicon: vocabulary.lexicon)
      _ = Salary.extract(from: tokens, using: vocabulary, scope: .body())
    case .posting:
      var posting = Posting(source: "files")
      posting.body = [.paragraph([.text(text)])]
      _ = Listing(extracting: posting, using: vocabulary, today: Self.today)
    case .query: _ = try? Query(parsing: text)
    case .remote: _ = RemotePolicy(extracting: text, using: vocabulary)
    case .seniority: _ = Seniority(extracting: text, using: vocabulary)
    }
  }

  private func readDocument(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "x", bytes: bytes)
    for posting in Adapter.read(source, context: Self.context).postings {
      _ = Listing(extracting: posting, using: Self.vocabulary, today: Self.today)
    }
  }

  private static let today = Day(number: 20_778)

  private static let vocabulary = Vocabulary { path in
    let file = repository.appending(path: "Resources").appending(path: path)
    return VocabularyTable(parsing: (try? Data(contentsOf: file)) ?? Data())
  }

  private static let context = ReadingContext(
    words: DocumentWords(labels: vocabulary.labels, words: vocabulary.documents),
    mend: { Mojibake.mended($0) })

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
