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
  private let removeOne: PreparedStatement
  private let remove: PreparedStatement
  private let read: PreparedStatement

  init(_ db: Database, _ context: QueryContext) throws {
    self.context = context
    let columns = ListingRecord.understood
    put = try PreparedStatement(
      db,
      SQLText.insert(into: "reading", columns + ["evidence", "asides", "posting"]))
    removeOne = try PreparedStatement(db, "DELETE FROM reading WHERE posting = ?")
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
    try write(
      ListingRecord.values(of: listing, in: context), ListingRecord.evidence(of: listing),
      of: posting)
  }

  /// Both as `ListingRecord` makes them.
  func write(_ understood: RowValues, _ evidence: RowValues, of posting: Int64) throws {
    removeOne.bind(posting, at: 0)
    try removeOne.run()
    try put.with(understood) {
      try put.with(evidence, from: understood.count) {
        put.bind(posting, at: understood.count + evidence.count)
        try put.run()
      }
    }
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
