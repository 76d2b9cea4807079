import Listings

extension Posting {
  /// A "Who is hiring" comment with the fields that its first line names; others as they are.
  ///
  /// The source gives such a comment as mere text, so the line stands in for a board's fields.
  /// A comment pasted into a file is known by its line: a company and a title among three parts.
  func readingHiringLine(using vocabulary: Vocabulary) -> Posting {
    let isComment = source == "hn"
    guard title == nil, isComment || company == nil,
      let line = body.plainText.utf8.split(separator: 10, maxSplits: 1).first,
      isComment || Self.hasParts(line)
    else { return self }
    // "[Lyon | Remote] Cook": a notice, whose bars part something else.
    if !isComment, case .heading? = body.first,
      NoticeHeading(Page([body[0]], lexicon: vocabulary.lexicon), vocabulary) != nil
    {
      return self
    }
    let read = HackerNewsLine(parsing: String(Substring(line)), using: vocabulary)
    guard isComment || read.company != nil && !read.titles.isEmpty else { return self }
    var posting = self
    posting.title = read.titles.isEmpty ? nil : read.titles.joined(separator: ", ")
    posting.company = company ?? read.company
    posting.location = location ?? read.location
    if isComment, read.remote.kind != .unknown { posting.workplace = workplace ?? read.remote.kind }
    return posting
  }

  /// With the fields that the tags around a stated title name: "[Lyon - Remote] Cook - Kilnhaus".
  func readingTags(using vocabulary: Vocabulary) -> Posting {
    guard let title, title.hasPrefix("[") || title.hasPrefix("【") else { return self }
    let page = Page([.heading(level: 1, [.text(title)])], lexicon: vocabulary.lexicon)
    guard let notice = NoticeHeading(page, vocabulary),
      notice.place != nil || notice.company != nil
    else { return self }
    var posting = self
    posting.title = page.text.words(notice.title)
    posting.company = company ?? notice.company.map(page.text.words)
    posting.location = location ?? notice.place.map(page.text.words)
    posting.tags += notice.notes.map(page.text.words)
    return posting
  }

  /// Whether " | " parts a line of usual length into three or more.
  private static func hasParts(_ line: Substring.UTF8View) -> Bool {
    guard line.count <= 300 else { return false }
    let parts = line.split(separator: 124, omittingEmptySubsequences: false)
    return parts.count > 2
      && parts.dropFirst().allSatisfy { $0.first == 32 }
      && parts.dropLast().allSatisfy { $0.last == 32 }
  }
}

extension Listing {
  /// A hiring comment that names no role is known by its first line, as its readers know it.
  mutating func takeTitleFromFirstLine(of posting: Posting) {
    guard title == nil, posting.source == "hn",
      let line = posting.body.plainText.utf8.split(separator: 10, maxSplits: 1).first
    else { return }
    var end = line.endIndex
    if line.count > Self.longestTitle {
      let cut = line.index(line.startIndex, offsetBy: Self.longestTitle)
      end = line[..<cut].lastIndex(of: 32) ?? cut
    }
    guard let words = String(line[..<end]) else { return }
    title = words
    evidence.append(
      Evidence(
        field: .title, part: .body, range: 0..<words.utf8.count, words: words,
        rule: "first line of a hiring comment"))
  }

  // UTF-8 bytes; two rows of a narrow list.
  private static let longestTitle = 100
}
