import GRDB
import Listings
import Queries

extension Store {
  /// Hands over which company and place each listing has, as numbers; the texts that the numbers
  /// stand for come back at the end, and those of all skills.
  package func forEachNames(
    _ body: (ListingNameNumbers) -> Void
  ) throws -> [NamedFacet: [String]] {
    try read { db in
      var companies = TextNumbers()
      var places = TextNumbers()
      var skills = SkillTexts()
      let rows = try PreparedStatement(db, "SELECT id, company, location, skills FROM listing")
      defer { rows.reset() }
      while try rows.step() {
        body(
          ListingNameNumbers(
            id: ListingID(Int64(rows.integer(0))),
            company: companies.number(rows, 1), place: places.number(rows, 2)))
        skills.take(rows, 3)
      }
      return [.company: companies.texts, .place: places.texts, .skill: skills.names.texts]
    }
  }

  /// Hands over the listings that bear each tag.
  package func forEachTag(
    _ body: (String, ((ListingID) -> Void) throws -> Void) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT tag.value AS name, posting.listing AS listing
          FROM decision JOIN posting ON posting.id = decision.posting, json_each(decision.value) tag
          WHERE field = 'tags' ORDER BY name
          """)
      var listings: [String: Set<Int64>] = [:]
      for row in rows { listings[row["name"], default: []].insert(row["listing"]) }
      for (name, ids) in listings.sorted(by: { $0.key < $1.key }) {
        try body(name) { found in for id in ids { found(ListingID(id)) } }
      }
    }
  }
}

/// Texts and their numbers; a text is told by its hash, so that few are ever made.
private struct TextNumbers {
  private(set) var texts: [String] = []
  private var numbers: [UInt64: UInt32] = [:]

  mutating func number(_ row: PreparedStatement, _ column: Int) -> UInt32? {
    if row.isNull(column) { return nil }
    return number(hash: row.hash(column)) { row.text(column) ?? "" }
  }

  mutating func number(hash: UInt64, _ text: () -> String) -> UInt32 {
    if let known = numbers[hash] { return known }
    let number = UInt32(texts.count)
    texts.append(text())
    numbers[hash] = number
    return number
  }
}

/// Skills, of which each listing has a few in a JSON array.
private struct SkillTexts {
  private(set) var names = TextNumbers()

  mutating func take(_ row: PreparedStatement, _ column: Int) {
    if row.isNull(column) { return }
    let bytes = row.bytes(column)
    // The vocabulary's names need no escapes; what does is read by the parser.
    guard !bytes.contains(UInt8(ascii: "\\")) else {
      for text in [String](jsonArray: row.text(column)) { take(Array(text.utf8)[...]) }
      return
    }
    var start: Int?
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
      if let first = start {
        take(bytes[first..<index])
        start = nil
      } else {
        start = index + 1
      }
    }
  }

  private mutating func take(_ bytes: some Collection<UInt8>) {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    _ = names.number(hash: hash) { String(decoding: bytes, as: UTF8.self) }
  }
}
