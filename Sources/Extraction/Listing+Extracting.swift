import Listings

extension Listing {
  /// Understands one posting; `today` is the day that "2 days ago" counts from.
  package init(extracting posting: Posting, using vocabulary: Vocabulary, today: Day) {
    self.init(title: posting.title, company: posting.company, body: posting.body)
    location = posting.location
    url = posting.url
    posted = posting.posted
    closes = posting.closes
  }
}
