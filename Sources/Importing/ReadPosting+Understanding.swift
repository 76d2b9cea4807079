import Adapters
import Extraction
import Listings
import Storage

extension ReadPosting {
  /// Understands a posting as it came from an adapter.
  ///
  /// The body is normalized first, so that evidence points into it as the store gives it back.
  init(understanding posting: consuming Posting, using vocabulary: Vocabulary, today: Day) {
    posting.body = posting.body.normalized
    let (listing, text) = Listing.extracting(posting, using: vocabulary, today: today)
    self.init(normalized: posting, listing: listing, text: text)
  }
}

extension ImportProblem {
  /// An adapter's problem, in the file or source that it was met in.
  init(_ problem: SourceProblem, in file: String) {
    let item = problem.line == nil ? problem.item.map { "item \($0 + 1): " } ?? "" : ""
    self.init(file: file, line: problem.line, reason: item + problem.reason)
    self.item = problem.rejected
  }
}
