import Listings

/// "Who is hiring" comments, as Algolia, Firebase and scrapers have them.
///
/// What the first line says is left to extraction; replies are no postings.
extension JSONBoard {
  static let hackerNews = JSONBoard(
    name: "hn",
    recognizes: { item, _ in
      item.isHackerNewsComment || item.isHackerNewsThread || item.isDeletedComment
        || item["text"] != nil && item["title"] == nil && item.has("id", "created_at")
    },
    read: { item, envelope, context in
      if item.isHackerNewsThread || item.isDeletedComment { return .skipped }
      if item.isOfAnotherThread(envelope) { return .skipped }
      let isDead = item["deleted"]?.bool == true || item["dead"]?.bool == true
      let story = item.first(["story_id"])?.integer ?? envelope["id"]?.integer
      let parent = item.first(["parent_id", "parent"])?.integer
      if isDead { return .skipped }
      if let story, let parent, story != parent { return .skipped }
      return item.hackerNewsPosting(context)
    })
}

extension JSONBoard {
  /// The front page's own ads: "Acme (YC S26) is hiring a Baker".
  static let hackerNewsJob = JSONBoard("hn") { item, _ in
    item["type"]?.string == "job" && item.has("by", "title")
      || item["_tags"]?.array?.contains(.string("job")) == true && item.has("title", "objectID")
  } amend: { posting, item in
    guard let id = item.line("objectID") ?? item.line("id") else { return false }
    posting.externalID = id
    posting.url = posting.url ?? "https://news.ycombinator.com/item?id=\(id)"
    posting.employmentText = nil
    posting.tags = []
    posting.company = nil
    posting.takeDate(item.value.first(["created_at_i", "time", "created_at"]), item.context)
    let text = item["text"]?.string ?? item["job_text"]?.string ?? item["story_text"]?.string
    posting.body = text.map { [Block](html: $0, context: item.context) } ?? []
    posting.splitHiringTitle(item.line("title"))
    return true
  }
}

private extension Posting {
  mutating func splitHiringTitle(_ line: String?) {
    title = line
    guard let line else { return }
    let small = line.lowercased()
    for mark in [" (yc ", " is hiring", " – is hiring", " is looking for"] {
      guard let place = small.firstRange(ofBytes: mark), place > 0 else { continue }
      company = String(decoding: line.utf8.prefix(place), as: UTF8.self)
      break
    }
    for mark in [" is hiring ", " is looking for "] {
      guard let place = small.firstRange(ofBytes: mark) else { continue }
      var words = String(decoding: line.utf8.dropFirst(place + mark.utf8.count), as: UTF8.self)
      for article in ["a ", "an ", "our ", "its "] where words.lowercased().hasPrefix(article) {
        words = String(words.dropFirst(article.count))
        break
      }
      if !words.isEmpty { title = words }
    }
  }
}

private extension String {
  func firstRange(ofBytes needle: String) -> Int? {
    let (bytes, sought) = (Array(utf8), Array(needle.utf8))
    guard bytes.count >= sought.count else { return nil }
    return (0...bytes.count - sought.count).first { bytes[$0...].starts(with: sought) }
  }
}

/// Tells replies in a dump of comments, which names parents but no story: a parent comes first.
struct ReplyFilter {
  private var comments: Set<Int> = []

  /// No comment was seen whose place among others matters.
  var isEmpty: Bool { comments.isEmpty }

  mutating func isReply(_ item: JSONValue) -> Bool {
    guard item["type"]?.string == "comment", item["story_id"] == nil,
      let id = item["id"]?.integer, let parent = item["parent"]?.integer
    else { return false }
    comments.insert(id)
    return comments.contains(parent)
  }
}

private extension JSONValue {
  var isHackerNewsComment: Bool {
    let isComment = self["type"]?.string == "comment" || self["type"] == nil
    return hackerNewsText != nil && isComment && self["title"] == nil && self["position"] == nil
      && (has("author", "created_at") || has("by", "time") || has("author", "commentBody"))
  }

  /// "Who wants to be hired" and "Seeking freelancer" are about people who look for work.
  func isOfAnotherThread(_ envelope: JSONValue) -> Bool {
    let story = first(["story_title"])?.string ?? envelope["title"]?.string
    if let story = story?.lowercased() {
      return story.contains("wants to be hired") || story.contains("freelancer")
    }
    return hackerNewsText?.uppercased().hasPrefix("SEEKING WORK") == true
  }

  /// What is left of a comment that its author took back.
  var isDeletedComment: Bool {
    self["type"]?.string == "comment" && hackerNewsText == nil
      && (has("parent_id") || has("parent"))
  }

  var isHackerNewsThread: Bool {
    self["title"]?.string?.holds("HN") == true && (has("children") || has("kids"))
  }

  var hackerNewsText: String? { first(["text", "comment_text", "commentBody"])?.string }

  func hackerNewsPosting(_ context: ReadingContext) -> ItemOutcome {
    guard let text = hackerNewsText, let id = first(["objectID", "id"])?.text else {
      return .broken("no text")
    }
    var posting = Posting(
      source: "hn", externalID: context.line(id),
      url: context.line("https://news.ycombinator.com/item?id=\(id)"))
    posting.company = context.line(self["companyName"]?.string)
    posting.posted = DateText.day(first(["created_at_i", "created_at", "time"]))
    posting.dateText = context.line(self["created_at"]?.string)
    // Paragraphs begin with an unclosed <p>, which the HTML reader takes as it is meant.
    posting.body = [Block](html: text, context: context)
    return posting.body.isEmpty ? .broken("no text") : .posting(posting)
  }
}
