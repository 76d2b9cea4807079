import GRDB
import Listings
import Queries

/// What was understood of one posting among several of a listing.
struct Reading {
  let posting: Int64
  let source: String
  let firstSeen: Int
  let lastSeen: Int
  /// Bytes of the body.
  let size: Int
  /// Without body.
  let listing: Listing
}

/// What was understood of each posting of a listing that has several; the listing is made of these
/// and can be made again when postings join or leave.
struct ReadingTable {
  private let context: QueryContext
  private let put: PreparedStatement
  private let remove: PreparedStatement
  private let read: PreparedStatement

  init(_ db: Database, _ context: QueryContext) throws {
    self.context = context
    let columns = ListingRecord.understood
    put = try PreparedStatement(
      db,
      SQLText.insert(into: "reading", columns + ["evidence", "asides", "posting"])
        .replacingPrefix("INSERT", by: "INSERT OR REPLACE"))
    remove = try PreparedStatement(
      db, "DELETE FROM reading WHERE posting IN (SELECT id FROM posting WHERE listing = ?)")
    let understood = columns.map { "reading.\($0)" }.joined(separator: ", ")
    read = try PreparedStatement(
      db,
      """
      SELECT \(understood), reading.evidence, reading.asides, posting.id, posting.source, posting.firstSeen,
        posting.lastSeen, length(coalesce(body.understood, body.text))
      FROM posting JOIN reading ON reading.posting = posting.id
      LEFT JOIN body ON body.posting = posting.id
      WHERE posting.listing = ? ORDER BY posting.id
      """)
  }

  func write(_ listing: Listing, of posting: Int64) throws {
    ListingRecord.bind(listing, in: context, to: put)
    put.bind(listing.evidence.storedText, at: ListingRecord.understood.count)
    put.bind(listing.asides.storedText, at: ListingRecord.understood.count + 1)
    put.bind(posting, at: ListingRecord.understood.count + 2)
    try put.run()
  }

  func remove(ofListing id: Int64) throws {
    remove.bind(id, at: 0)
    try remove.run()
  }

  func readings(ofListing id: Int64) throws -> [Reading] {
    read.bind(id, at: 0)
    defer { read.reset() }
    let next = ListingRecord.understood.count
    var readings: [Reading] = []
    while try read.step() {
      var listing = ListingRecord.listing(read)
      listing.evidence = [Evidence](storedText: read.text(next))
      listing.asides = [Aside](storedText: read.text(next + 1), blocks: .max)
      readings.append(
        Reading(
          posting: Int64(read.integer(next + 2)), source: read.text(next + 3) ?? "",
          firstSeen: read.integer(next + 4), lastSeen: read.integer(next + 5),
          size: read.integer(next + 6), listing: listing))
    }
    return readings
  }
}

private extension String {
  func replacingPrefix(_ old: String, by new: String) -> String {
    hasPrefix(old) ? new + dropFirst(old.count) : self
  }
}
