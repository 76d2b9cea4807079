import Listings

/// "Who is hiring" comments, as Algolia, Firebase and scrapers have them.
///
/// What the first line says is left to extraction; replies are no postings.
extension JSONBoard {
  static let hackerNews = JSONBoard(
    name: "hn",
    recognizes: { item, _ in
      item.isHackerNewsComment || item.isHackerNewsThread || item.isDeletedComment
    },
    read: { item, envelope, context in
      if item.isHackerNewsThread || item.isDeletedComment { return .skipped }
      let isDead = item["deleted"]?.bool == true || item["dead"]?.bool == true
      let story = item.first(["story_id"])?.integer ?? envelope["id"]?.integer
      let parent = item.first(["parent_id", "parent"])?.integer
      if isDead { return .skipped }
      if let story, let parent, story != parent { return .skipped }
      return item.hackerNewsPosting(context)
    })
}

private extension JSONValue {
  var isHackerNewsComment: Bool {
    let isComment = self["type"]?.string == "comment" || self["type"] == nil
    return hackerNewsText != nil && isComment && self["title"] == nil && self["position"] == nil
      && (has("author", "created_at") || has("by", "time") || has("author", "commentBody"))
  }

  /// What is left of a comment that its author took back.
  var isDeletedComment: Bool {
    self["type"]?.string == "comment" && hackerNewsText == nil
      && (has("parent_id") || has("parent"))
  }

  var isHackerNewsThread: Bool {
    self["title"]?.string?.contains("HN") == true && (has("children") || has("kids"))
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
