import GRDB
import Listings
import Queries

/// Writes decisions, and beside each what was there before; inside one transaction.
struct Journal {
  private let db: Database
  private let seconds: Int
  private let reader: DecisionReader
  /// What pay is compared in, where listings are made anew.
  private let context: QueryContext
  private let companies: HiddenCompanies

  init(_ db: Database, _ context: QueryContext, at seconds: Int) throws {
    self.db = db
    self.context = context
    self.seconds = seconds
    companies = HiddenCompanies(db, context)
    reader = try DecisionReader(db)
  }

  func decide(
    _ decisions: [Decision], on ids: [ListingID], undoable: Bool
  ) throws -> DecisionChange {
    var entry: Int64?
    func number() throws -> Int64 {
      let number = try entry ?? begin(decisions, undoable: undoable)
      entry = number
      return number
    }
    var changed: [ListingID] = []
    let own = decisions.filter { !$0.isAboutCompany }
    for id in own.isEmpty ? [] : ids {
      let before = try reader.decisions(about: id)
      let after = own.reduce(into: before) { $0.apply($1) }
      let fields = DecisionField.allCases.filter { before.stored($0) != after.stored($0) }
      guard !fields.isEmpty else { continue }
      let postings = try postings(of: id)
      guard !postings.isEmpty else { continue }
      for posting in postings {
        for field in fields {
          let change = Change(posting: posting, field: field)
          try note(change, from: stored(change), to: after.stored(field), in: number())
          try set(change, to: after.stored(field))
        }
      }
      changed.append(id)
    }
    for case .companyHidden(let isHidden) in decisions {
      changed += try companies.decide(isHidden, on: ids, at: seconds, entry: number)
    }
    changed = Set(changed).sorted()
    try bringUpToDate(changed)
    return try change(.done, changed, decisions, at: seconds)
  }

  /// Puts postings into other listings because a person says so.
  func move(_ targets: [Int64: Int64]) throws -> DecisionChange {
    let before = try listings(of: targets.keys)
    let moves = targets.filter { before[$0.key] != $0.value }
    guard !moves.isEmpty else { return try change(.done, [], [], at: seconds) }
    let entry = try begin([], undoable: true)
    for (posting, target) in moves {
      let change = Change(posting: posting, field: .listing)
      try note(change, from: before[posting].map { String($0) }, to: String(target), in: entry)
    }
    return try change(.done, regroup(moves, leaving: before), [], at: seconds)
  }

  /// Takes back the latest entry in force that a person made.
  func undo() throws -> DecisionChange? {
    let sql = "SELECT id, at, decisions FROM journal WHERE state = 'done' ORDER BY id DESC LIMIT 1"
    return try step(sql, .undone, to: .undone, value: "before")
  }

  /// The entry that was undone last is the earliest of those that are.
  func redo() throws -> DecisionChange? {
    let sql = "SELECT id, at, decisions FROM journal WHERE state = 'undone' ORDER BY id LIMIT 1"
    return try step(sql, .redone, to: .done, value: "after")
  }
}

private extension Journal {
  struct Change {
    let posting: Int64
    let field: JournalField

    init(posting: Int64, field: JournalField) {
      self.posting = posting
      self.field = field
    }

    init(posting: Int64, field: DecisionField) {
      self.init(posting: posting, field: JournalField(field))
    }
  }

  func begin(_ decisions: [Decision], undoable: Bool) throws -> Int64 {
    if undoable {
      try db.execute(sql: "UPDATE journal SET state = 'discarded' WHERE state = 'undone'")
    }
    let state: JournalState = undoable ? .done : .noted
    try db.execute(
      sql: "INSERT INTO journal (at, decisions, state) VALUES (?, ?, ?)",
      arguments: [seconds, JSONValue.array(decisions.map(\.stored)).json, state.rawValue])
    return db.lastInsertedRowID
  }

  func stored(_ change: Change) throws -> String? {
    let row = try PreparedStatement(
      db, "SELECT value FROM decision WHERE posting = ? AND field = ?")
    row.bind(change.posting, at: 0)
    row.bind(change.field.rawValue, at: 1)
    defer { row.reset() }
    return try row.step() ? row.text(0) : nil
  }

  func note(_ change: Change, from old: String?, to new: String?, in entry: Int64) throws {
    let row = try PreparedStatement(
      db, SQLText.insert(into: "journalChange", ["journal", "posting", "field", "before", "after"]))
    row.bind(entry, at: 0)
    row.bind(change.posting, at: 1)
    row.bind(change.field.rawValue, at: 2)
    row.bind(old, at: 3)
    row.bind(new, at: 4)
    try row.run()
  }

  func set(_ change: Change, to value: String?) throws {
    let row = try PreparedStatement(
      db,
      value == nil
        ? "DELETE FROM decision WHERE posting = ? AND field = ?"
        : """
        INSERT INTO decision (posting, field, value, at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at
        """)
    row.bind(change.posting, at: 0)
    row.bind(change.field.rawValue, at: 1)
    if let value {
      row.bind(value, at: 2)
      row.bind(seconds, at: 3)
    }
    try row.run()
  }

  func step(
    _ sql: String, _ kind: DecisionChange.Kind, to state: JournalState, value: String
  ) throws -> DecisionChange? {
    guard let entry = try Row.fetchOne(db, sql: sql) else { return nil }
    let number: Int64 = entry[0]
    let changes = try Row.fetchAll(
      db,
      sql: """
        SELECT journalChange.posting, field, \(value), posting.listing
        FROM journalChange JOIN posting ON posting.id = journalChange.posting
        WHERE journal = ? ORDER BY posting.listing
        """, arguments: [number])
    var ids: [ListingID] = []
    var moves: [Int64: Int64] = [:]
    for row in changes {
      guard let field = JournalField(rawValue: row[1]) else { continue }
      if field == .listing {
        moves[row[0]] = (row[2] as String?).flatMap { Int64($0) }
      } else {
        try set(Change(posting: row[0], field: field), to: row[2])
        if ids.last?.number != row[3] { ids.append(ListingID(row[3])) }
      }
    }
    ids = Set(try ids + companies.restore(value, of: number)).sorted()
    try bringUpToDate(ids)
    if !moves.isEmpty { ids = try regroup(moves, leaving: listings(of: moves.keys)) }
    try db.execute(
      sql: "UPDATE journal SET state = ? WHERE id = ?", arguments: [state.rawValue, number])
    let decisions = JSONReader.value(of: entry[2]).items.compactMap(Decision.init(stored:))
    return try change(kind, ids, decisions, at: entry[1])
  }

  func listings(of postings: some Sequence<Int64>) throws -> [Int64: Int64] {
    var listings: [Int64: Int64] = [:]
    for posting in postings {
      listings[posting] = try Int64.fetchOne(
        db, sql: "SELECT listing FROM posting WHERE id = ?", arguments: [posting])
    }
    return listings
  }

  /// Moves the postings; gives the listings that are different now.
  func regroup(_ moves: [Int64: Int64], leaving before: [Int64: Int64]) throws -> [ListingID] {
    let words = try WordIndex(db)
    try Regrouping(db, context, words).move(moves)
    try words.flush()
    let ids = Set(moves.values).union(before.values).sorted().map { ListingID($0) }
    try bringUpToDate(ids)
    return ids
  }

  func postings(of id: ListingID) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM posting WHERE listing = ?", arguments: [id.number])
  }

  /// Only now, because a company that was hidden hides others of its listings.
  func bringUpToDate(_ ids: [ListingID]) throws {
    let copies = try DecisionCopies(db)
    for id in ids { try copies.bringUpToDate(id) }
  }

  func change(
    _ kind: DecisionChange.Kind, _ ids: [ListingID], _ decisions: [Decision], at seconds: Int
  ) throws -> DecisionChange {
    let title = try ids.first.flatMap { id in
      try String.fetchOne(
        db, sql: "SELECT title FROM listing WHERE id = ?", arguments: [id.number])
    }
    return DecisionChange(kind: kind, ids: ids, decisions: decisions, title: title, at: seconds)
  }
}

private extension Decision {
  var isAboutCompany: Bool { if case .companyHidden = self { true } else { false } }
}
