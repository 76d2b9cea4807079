import Listings
import Texts

extension InspectionPage {
  mutating func add(_ posting: PostingSummary, of listing: Listing, today: Day) {
    begin { page in
      var head = Text(posting.source.onOneLine, style: DetailStyle(.strong))
      let id = posting.externalID.map { " · \($0.onOneLine)" } ?? ""
      head.append(id, style: DetailStyle(.dimmed))
      page.add(head, hanging: 2)
      page.add(posting.dates(today: today), .plain, first: 2)
      for words in posting.differences(from: listing) { page.add(words, .plain, first: 2) }
      page.add("pay \(posting.payWords ?? Wording.notStated)", .dimmed, first: 2)
      for change in posting.changes {
        let words = "\(change.day): \(Wording.change(change))"
        page.add(words.onOneLine, change.field == .pay ? .pay : .plain, first: 2)
      }
      if let url = posting.url { page.add(url, .link, first: 2) }
    }
  }
}

private extension PostingSummary {
  func dates(today: Day) -> String {
    let first = Wording.distance(firstSeen, today: today)
    let posted = posted.map { "posted \($0)" } ?? "no date of posting"
    if firstSeen == lastSeen { return "\(posted) · seen \(first) (\(firstSeen))" }
    let last = Wording.distance(lastSeen, today: today)
    return "\(posted) · seen from \(first) to \(last) (\(firstSeen) – \(lastSeen))"
  }

  /// What the listing shows of another posting.
  func differences(from listing: Listing) -> [String] {
    let own = [("title", title, listing.title), ("company", company, listing.company)]
    return (own + [("place", location, listing.location)]).compactMap { name, mine, shown in
      guard let mine, mine.onOneLine != shown?.onOneLine else { return nil }
      return "\(name) “\(mine.onOneLine)”"
    }
  }
}

extension PostingSummary {
  /// As written, else the numbers that the board gave.
  package var payWords: String? {
    if let payText { return payText.onOneLine }
    guard let pay, pay.low != nil || pay.high != nil else { return nil }
    let range = PayRange(
      low: pay.low, high: pay.high, currency: pay.currency, period: pay.period ?? .year)
    let guess = pay.basis == .predicted ? ", guessed by the board" : ""
    return Wording.pay(range) + guess
  }
}
