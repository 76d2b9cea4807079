import Adapters
import Extraction
import Listings
import Storage

/// Makes listings of a source's postings.
struct Understanding {
  let source: FollowedSource
  let vocabulary: Vocabulary
  /// The moment of the fetch, in seconds since 1970.
  let now: Int
  private let postingSource: String?

  init(_ source: FollowedSource, _ address: SourceAddress, _ vocabulary: Vocabulary, _ now: Int) {
    self.source = source
    self.vocabulary = vocabulary
    self.now = now
    postingSource = source.isNamed ? source.name : address.postingSource
  }

  var day: Day { Day(secondsSince1970: now) }

  func callAsFunction(_ posting: Posting) -> ReadPosting {
    var posting = posting
    if let name = postingSource {
      posting.source = name
    } else if posting.source == "files" {
      posting.source = source.name
    }
    return ReadPosting(understanding: posting, using: vocabulary, today: day)
  }

  func problem(_ problem: SourceProblem) -> ImportProblem {
    ImportProblem(problem, in: source.name)
  }
}

/// Stores the pages of a fetch.
struct PageTaker {
  let store: Store
  let fetch: Fetch
  let understanding: Understanding

  /// Postings that become part of the store together.
  private static let batchSize = 512

  /// Returns what to remember of the page.
  func take(_ page: SourceFetch.Page, into report: inout SourceReport) throws -> SourcePage {
    switch page {
    case .unchanged(let before):
      report.untouched += try store.keep(place(before), seenOn: understanding.day)
      return before
    case .read(let result, let now):
      try take(result, of: place(now), into: &report)
      return now
    }
  }

  private func place(_ page: SourcePage) -> FetchPage {
    FetchPage(fetch, number: page.number)
  }

  private func take(
    _ result: AdapterResult, of page: FetchPage, into report: inout SourceReport
  ) throws {
    report.counts.skipped += result.skipped
    report.counts.empty += result.empty
    for problem in result.problems { report.counts.reject(understanding.problem(problem)) }
    var rest = result.postings[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batchSize).map(understanding.callAsFunction)
      rest = rest.dropFirst(Self.batchSize)
      let outcomes = try store.merge(
        batch, of: page, seenOn: understanding.day, at: understanding.now)
      for outcome in outcomes { report.counts.count(outcome) }
    }
  }
}
