import Listings

extension Posting {
  /// A "Who is hiring" comment with the fields that its first line names; others as they are.
  ///
  /// The source gives such a comment as mere text, so the line stands in for a board's fields.
  func readingHiringLine(using vocabulary: Vocabulary) -> Posting {
    guard source == "hn", title == nil,
      let line = body.plainText.utf8.split(separator: 10, maxSplits: 1).first
    else { return self }
    let read = HackerNewsLine(parsing: String(Substring(line)), using: vocabulary)
    var posting = self
    posting.title = read.titles.isEmpty ? nil : read.titles.joined(separator: ", ")
    posting.company = company ?? read.company
    posting.location = location ?? read.location
    if read.remote.kind != .unknown { posting.workplace = workplace ?? read.remote.kind }
    return posting
  }
}
