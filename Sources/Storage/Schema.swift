import GRDB
import Listings

/// The tables, as migrations that are added and never edited.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("postings, listings, decisions and full text") { db in
      try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
      try createListing(db)
      try createPosting(db)
      try createJoining(db)
      try createFullText(db)
      try createDecisions(db)
      try createVisitsAndSettings(db)
      try createFollowing(db)
      try ChangeLog.createTable(db)
    }
    migrator.registerMigration("asides of bodies, and the day a posting said so") { db in
      try addAsides(db)
    }
    migrator.registerMigration("saved searches") { db in try createSearches(db) }
    migrator.registerMigration("hidden companies, and indexes of stages") { db in
      try HiddenCompanies.createTables(db)
      try StageLog.createIndexes(db)
    }
    return migrator
  }
}

private extension Schema {
  /// Only short fields: the body and the evidence have tables of their own, so that a list of
  /// listings lies on few pages.
  static func createListing(_ db: Database) throws {
    try db.create(table: "listing", options: .strict) { table in
      table.column("id", .integer).primaryKey()
      addUnderstood(to: table)
      table.column("firstSeen", .integer).notNull()
      table.column("lastSeen", .integer).notNull()
      table.column("closed", .integer)
      table.column("addedAt", .integer).notNull()
      table.column("changedAt", .integer)
      // The posting whose words it shows, and how many it has.
      table.column("speaker", .integer).notNull()
      table.column("postings", .integer).notNull().defaults(to: 1)
      addDecisionCopies(to: table)
    }
    // In the order of the list, and wide enough that counting never leaves it.
    try db.create(
      index: "listingByPosted", on: "listing",
      columns: [
        "posted", "id", "hidden", "remote", "level", "employment", "payLow", "payHigh", "period",
        "regions", "excludedRegions", "read", "saved", "flagged", "stage", "addedAt", "changedAt",
        "closed",
      ])
    for column in ["title", "company", "location"] {
      try db.create(
        index: "listingWithout_\(column)", on: "listing", columns: ["id"],
        condition: Column(column) == nil)
    }
    try db.create(table: "evidence", options: .strict) { table in
      table.column("listing", .integer).primaryKey().references("listing", onDelete: .cascade)
      // Only how it begins: to read it all takes longer than to write it.
      table.column("fields", .text).check(sql: "fields GLOB '[[]*'")
    }
  }

  static func addUnderstood(to table: TableDefinition) {
    for name in ["title", "company", "location", "url"] { table.column(name, .text) }
    addRemote(to: table)
    addPay(to: table)
    table.column("level", .text).notNull().oneOf(Seniority.self)
    table.column("employment", .text).jsonArray()
    table.column("skills", .text).jsonArray()
    table.column("skillKeys", .text)
    for name in ["posted", "reposted", "closes"] { table.column(name, .integer) }
  }

  static func addRemote(to table: TableDefinition) {
    table.column("remote", .text).notNull().oneOf(RemoteKind.self)
    table.column("daysOnSite", .integer).check { $0 >= 0 }
    table.column("regions", .text).jsonArray()
    table.column("excludedRegions", .text).jsonArray()
    table.column("timeZoneFrom", .integer)
    table.column("timeZoneThrough", .integer)
    table.column("contradiction", .text)
  }

  static func addPay(to table: TableDefinition) {
    table.column("salaryLow", .integer)
    table.column("salaryHigh", .integer)
    table.column("currency", .text).check { length($0) == 3 }
    table.column("period", .text).oneOf(PayPeriod.self)
    table.column("payKind", .text).oneOf(PayKind.self)
    table.column("monthsPerYear", .integer)
    table.column("payLabel", .text)
    table.column("payText", .text)
    table.column("payBasis", .text).oneOf(PayBasis.self)
    table.column("payInferred", .text).jsonArray()
    table.column("otherPay", .text).jsonArray()
    table.column("payLow", .integer)
    table.column("payHigh", .integer)
    table.column("payConverted", .integer).notNull().defaults(to: 0).check { [0, 1].contains($0) }
    table.check(sql: "(period IS NULL) = (payText IS NULL)")
  }

  /// What was decided, copied from `decision` for filters that must not join.
  static func addDecisionCopies(to table: TableDefinition) {
    for name in ["read", "saved", "flagged", "hidden"] {
      table.column(name, .integer).notNull().defaults(to: 0).check { [0, 1].contains($0) }
    }
    table.column("stage", .text).oneOf(Stage.self)
  }

  static func createPosting(_ db: Database) throws {
    try db.create(table: "posting", options: .strict) { table in
      table.column("id", .integer).primaryKey()
      table.column("listing", .integer).notNull().references("listing")
      table.column("identity", .text).notNull()
      table.column("contents", .integer).notNull()
      table.column("source", .text).notNull()
      for name in ["externalID", "url", "title", "company", "location", "payText"] {
        table.column(name, .text)
      }
      table.column("payLow", .integer)
      table.column("payHigh", .integer)
      table.column("payCurrency", .text).check { length($0) == 3 }
      table.column("payPeriod", .text).oneOf(PayPeriod.self)
      table.column("payBasis", .text).oneOf(PayBasis.self)
      table.column("dateText", .text)
      table.column("posted", .integer)
      table.column("closes", .integer)
      table.column("workplace", .text).oneOf(RemoteKind.self)
      table.column("eligibilityTexts", .text).jsonArray()
      table.column("employmentText", .text)
      table.column("seniorityText", .text)
      table.column("tags", .text).jsonArray()
      table.column("firstSeen", .integer).notNull()
      table.column("lastSeen", .integer).notNull()
      table.check(sql: "lastSeen >= firstSeen")
    }
    try db.create(index: "postingByListing", on: "posting", columns: ["listing"])
    try db.create(index: "postingBySource", on: "posting", columns: ["source", "listing"])
    try db.create(table: "body", options: .strict) { table in
      table.column("posting", .integer).primaryKey().references("posting", onDelete: .cascade)
      table.column("text", .text).notNull()
      table.column("understood", .text)
    }
    try db.execute(
      sql: """
        CREATE INDEX bodyEmpty ON body(posting) WHERE coalesce(understood, text) = ''
        """)
  }

  /// By what a posting is found, and postings of one job find each other; and what was understood of
  /// each when they did.
  static func createJoining(_ db: Database) throws {
    try db.create(table: "fingerprint", options: .strict) { table in
      table.column("posting", .integer).primaryKey().references("posting", onDelete: .cascade)
      table.column("value", .blob).notNull()
    }
    // The identity's number is among them: an index of its own would be as long again.
    try db.create(table: "postingKey", options: [.strict, .withoutRowID]) { table in
      table.column("key", .integer).notNull()
      table.column("posting", .integer).notNull()
      table.primaryKey(["key", "posting"])
    }
    try db.create(table: "reading", options: .strict) { table in
      table.column("posting", .integer).primaryKey().references("posting", onDelete: .cascade)
      addUnderstood(to: table)
      table.column("evidence", .text).jsonArray()
    }
  }

  /// The index of words; its rows are listings, their body that of the posting that speaks.
  static func createFullText(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIEW listingWords AS
          SELECT listing.id, listing.title, listing.company, listing.location,
            coalesce(body.understood, body.text) AS body
          FROM listing JOIN body ON body.posting = listing.speaker
        """)
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE words USING fts5(
          title, company, location, body,
          content='listingWords', content_rowid='id', tokenize='unicode61 remove_diacritics 2')
        """)
    // 64 MiB of words before a segment is written, or a transaction. A merge of segments stops the
    // import for seconds, so there is none in the first hundred thousand listings; later each is
    // merged once, as with fewer segments to a merge.
    try db.execute(sql: "INSERT INTO words(words, rank) VALUES ('hashsize', 67108864)")
    try db.execute(sql: "INSERT INTO words(words, rank) VALUES ('automerge', 32)")
    try db.execute(sql: "INSERT INTO words(words, rank) VALUES ('crisismerge', 32)")
  }

  static func createDecisions(_ db: Database) throws {
    try db.create(table: "decision", options: [.strict, .withoutRowID]) { table in
      table.column("posting", .integer).notNull().references("posting")
      table.column("field", .text).notNull().oneOf(DecisionField.self)
      table.column("value", .text).notNull()
      table.column("at", .integer).notNull()
      table.primaryKey(["posting", "field"])
      table.check(sql: "field NOT IN ('read', 'saved', 'flagged', 'hidden') OR value IN ('0', '1')")
      table.check(sql: "field <> 'rating' OR value IN ('1', '2', '3', '4', '5')")
      table.check(sql: "field <> 'stage' OR value IN (\(Stage.sqlList))")
      table.check(sql: "field <> 'tags' OR json_type(value) = 'array'")
    }
    try db.create(table: "journal", options: .strict) { table in
      table.column("id", .integer).primaryKey()
      table.column("at", .integer).notNull()
      table.column("decisions", .text).notNull().jsonArray()
      table.column("state", .text).notNull().oneOf(JournalState.self)
    }
    try db.create(
      index: "journalByState", on: "journal", columns: ["state", "id"])
    try db.create(table: "journalChange", options: [.strict, .withoutRowID]) { table in
      table.column("journal", .integer).notNull().references("journal")
      table.column("posting", .integer).notNull().references("posting")
      table.column("field", .text).notNull().oneOf(JournalField.self)
      table.column("before", .text)
      table.column("after", .text)
      table.primaryKey(["journal", "posting", "field"])
    }
  }

  static func addAsides(_ db: Database) throws {
    for name in ["evidence", "reading"] {
      try db.alter(table: name) { table in table.add(column: "asides", .text).jsonArray() }
    }
    // The day that "2 days ago" counts from: the contents may be newer than the posting.
    try db.alter(table: "posting") { table in table.add(column: "saidOn", .integer) }
  }

  static func createVisitsAndSettings(_ db: Database) throws {
    try db.create(table: "visit", options: .strict) { table in
      table.column("id", .integer).primaryKey()
      table.column("began", .integer).notNull()
      table.column("ended", .integer)
      table.check(sql: "ended >= began")
    }
    try db.create(table: "setting", options: [.strict, .withoutRowID]) { table in
      table.column("name", .text).notNull().primaryKey()
      table.column("value", .text).notNull()
    }
  }
}

private extension ColumnDefinition {
  /// Nothing but the spellings of the enum.
  ///
  /// One by one: for a list of more than two SQLite makes a table each time it looks into it, and
  /// that takes longer than writing the row.
  @discardableResult
  func oneOf<Value: CaseIterable & RawRepresentable>(_: Value.Type) -> Self
  where Value.RawValue == String {
    check { column in
      Value.allCases.map { column == $0.rawValue }.joined(operator: .or)
    }
  }

  @discardableResult
  func jsonArray() -> Self {
    check { SQL("json_type(\($0)) = 'array'").sqlExpression }
  }
}

private extension CaseIterable where Self: RawRepresentable<String> {
  static var sqlList: String { allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}
