import Foundation
import GRDB
import Listings
import Queries
import TestSupport

@testable import Storage

/// Stores for tests, and listings to put into them.
enum Board {
  static let context = QueryContext(
    today: RandomListing.today, currency: .usd, rates: RandomListing.rates)

  /// How many random queries to ask instead of `usual`: SHORTLIST_RANDOM_QUERIES times as many.
  static func queries(_ usual: Int) -> Int {
    let factor = ProcessInfo.processInfo.environment["SHORTLIST_RANDOM_QUERIES"].flatMap(Int.init)
    return usual * (factor ?? 1)
  }

  /// A posting of each company, numbered from 1.
  static func of(companies: [String?]) throws -> Store {
    let store = try empty()
    let postings = companies.enumerated().map { index, company in
      posting("Job \(index + 1)", id: "\(index + 1)", company: company, text: "Work \(index)")
    }
    _ = try store.merge(postings, seenOn: Day(number: 1), at: 1)
    return store
  }

  static func empty() throws -> Store { try Store.inMemory(context: context) }

  static func posting(
    _ title: String, id: String? = nil, url: String? = nil, source: String = "files",
    company: String? = "Acme", text: String = "We make rockets."
  ) -> ReadPosting {
    let body: [Block] = [.paragraph([.text(text)])]
    var posting = Posting(source: source, externalID: id, url: url, title: title, body: body)
    posting.company = company
    var listing = Listing(title: title, company: company, body: body)
    listing.url = url
    listing.posted = RandomListing.today
    return ReadPosting(posting: posting, listing: listing)
  }

  /// Random listings, stored with all that their details say.
  static func random(count: Int64, seed: UInt64) throws -> (Store, [ListingDetail]) {
    let store = try empty()
    var random = RandomListing(seed: seed)
    let details = (1...count).map { random.detail(id: $0) }
    try store.endVisit(store.beginVisit(at: 900), at: 1000)
    for detail in details { try add(detail, to: store) }
    return (store, details)
  }

  private static func add(_ detail: ListingDetail, to store: Store) throws {
    var posting = Posting(
      source: detail.postings[0].source, externalID: "\(detail.id.number)",
      body: detail.listing.body)
    posting.title = detail.listing.title
    let read = ReadPosting(posting: posting, listing: detail.listing)
    let outcomes = try store.merge(
      [read], seenOn: detail.firstSeen, at: detail.isNew ? 2000 : 500)
    precondition(outcomes == [.added(detail.id)])
    try store.database.write { db in
      let number = detail.id.number
      for (index, other) in detail.postings.dropFirst().enumerated() {
        try db.execute(
          sql: """
            INSERT INTO posting (id, listing, identity, contents, source, firstSeen, lastSeen)
            VALUES (?, ?, ?, 0, ?, 1, 1)
            """,
          arguments: [
            number + 1_000_000 * Int64(index + 1), number, "other \(number) \(index)", other.source,
          ])
      }
      try db.execute(
        sql: "UPDATE listing SET closed = ?, changedAt = ?, postings = ? WHERE id = ?",
        arguments: [
          detail.closed?.number, detail.isChanged ? 1500 : nil, detail.postings.count, number,
        ])
      // The next posting must not be numbered after the made-up one.
      try db.execute(sql: "UPDATE posting SET id = -id WHERE id > 1000000")
    }
    _ = try store.decide(decisions(detail.decisions), on: [detail.id], at: 1200)
  }

  private static func decisions(_ all: Decisions) -> [Decision] {
    [
      .read(all.isRead), .saved(all.isSaved), .flagged(all.isFlagged),
      .hidden(all.isHidden, reason: all.hiddenReason), .stage(all.stage), .rating(all.rating),
      .note(all.note), .followUp(all.followUp),
    ] + all.tags.map(Decision.tag)
  }
}
