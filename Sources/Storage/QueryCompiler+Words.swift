import GRDB
import Listings
import Queries

extension QueryCompiler {
  func text(_ pattern: TextPattern, in field: TextField) throws -> SQL {
    if pattern.isEmpty { return "1" }
    switch field {
    case .note: return try decided(.note) { pattern.isFound(in: $0) }
    case .reason: return try decided(.hiddenReason) { pattern.isFound(in: $0) }
    case .title, .company, .place:
      let column = field.column
      if pattern.form == .expression {
        return PatternFunctions.found(pattern, in: SQL(sql: "listing.\(column)"))
      }
      return orMissing(column, try isAmong(WordIndexQuery(db, pattern, in: field)))
    case .body:
      if pattern.form == .expression {
        return PatternFunctions.isInBody(pattern)
      }
      return try isAmong(WordIndexQuery(db, pattern, in: .body))
    case .any:
      let found = try isAmong(WordIndexQuery(db, pattern, in: .any))
      return "(\(found) OR \(PatternFunctions.named(pattern, in: "skillKeys")))"
    }
  }

  /// The listings that a condition does not rule out, each with 1 for a yes.
  ///
  /// Words are found without going through all listings.
  func answers(to condition: QueryCondition) throws -> SQL {
    guard case .text(let field, let pattern) = condition, !field.isDecided, !pattern.isEmpty,
      pattern.form != .expression
    else {
      let answer = try sql(.condition(condition))
      return "SELECT listing.id, \(answer) FROM listing WHERE \(answer) IS NOT FALSE"
    }
    var parts = try WordIndexQuery(db, pattern, in: field).matches.map { match -> SQL in
      "SELECT rowid, 1 FROM words WHERE words MATCH \(match)"
    }
    switch field {
    case .any:
      parts.append(
        "SELECT id, 1 FROM listing WHERE \(PatternFunctions.named(pattern, in: "skillKeys"))")
    case .title, .company, .place:
      parts.append("SELECT id, 0 FROM listing WHERE \(sql: field.column) IS NULL")
    case .body, .note, .reason: break
    }
    return parts.isEmpty ? "SELECT 0, 0 WHERE 0" : parts.joined(separator: " UNION ALL ")
  }

  private func isAmong(_ query: WordIndexQuery) -> SQL {
    guard !query.matches.isEmpty else { return "0" }
    let found = query.matches.map { match -> SQL in
      "SELECT rowid FROM words WHERE words MATCH \(match)"
    }
    return "listing.id IN (\(found.joined(separator: " UNION ALL ")))"
  }

  /// The few listings without the field are known by an index of their own.
  private func orMissing(_ column: String, _ found: SQL) -> SQL {
    let missing: SQL = "SELECT other.id FROM listing AS other WHERE other.\(sql: column) IS NULL"
    return "(\(found) OR CASE WHEN listing.id IN (\(missing)) THEN NULL ELSE 0 END)"
  }
}

/// What the index of words is asked for a pattern: expressions of FTS5, any of which has to match.
struct WordIndexQuery {
  private(set) var matches: [String] = []

  init(_ db: Database, _ pattern: TextPattern, in field: TextField) throws {
    guard let sought = pattern.sought, !sought.isEmpty else { return }
    let columns = Self.columns(of: field, pattern)
    let words = sought.phrases.flatMap { $0 }
    if words.count == 1, let terms = try Self.terms(of: words[0], in: field, pattern, db) {
      for start in stride(from: 0, to: terms.count, by: Self.termsAtOnce) {
        let some = terms[start..<min(terms.count, start + Self.termsAtOnce)]
        matches.append("\(columns)(\(some.map { "\"\($0)\"" }.joined(separator: " OR ")))")
      }
      return
    }
    let phrases = sought.phrases.map(Self.phrase)
    if let distance = sought.distance {
      matches = ["\(columns)NEAR(\(phrases.joined(separator: " ")), \(distance))"]
    } else {
      matches = phrases.map { columns + $0 }
    }
  }

  // FTS5 goes through all of them for every row that it finds.
  private static let termsAtOnce = 8
  private static let mostTerms = 600

  /// The words to look for one by one; nil where FTS5 knows what to do.
  ///
  /// It answers a beginning by merging the lists of all words that begin so, in memory and without
  /// looking up: in bodies these are long. More words than a few hundred are rare ones, mostly.
  private static func terms(
    of word: SoughtWord, in field: TextField, _ pattern: TextPattern, _ db: Database
  ) throws -> [String]? {
    if word.isWhole { return nil }
    guard word.isBeginning else { return try WordVocabulary.words(of: word, in: db) }
    guard field == .body || (field == .any && !pattern.leavesOutBodies) else { return nil }
    return try WordVocabulary.words(beginning: word, atMost: mostTerms, in: db)
  }

  private static func phrase(_ words: [SoughtWord]) -> String {
    let text = words.map { String(decoding: $0.stem, as: UTF8.self) }.joined(separator: " ")
    return "\"\(text)\"" + (words.last?.isWhole == false ? " *" : "")
  }

  /// The index holds nothing but the fields that are sought anywhere.
  private static func columns(of field: TextField, _ pattern: TextPattern) -> String {
    field == .any
      ? pattern.leavesOutBodies ? "{title company location} : " : "" : "{\(field.column)} : "
  }
}

/// The different words of all listings.
enum WordVocabulary {
  /// Beside the store's own tables: it is a view of the index and keeps nothing.
  static func attach(to db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row);
        CREATE VIRTUAL TABLE temp.occurrence USING fts5vocab(main, words, instance);
        """)
  }

  /// Those that begin so, from one to the next, for going along would read where each of them stands;
  /// nil when there are more.
  static func words(
    beginning shape: SoughtWord, atMost limit: Int, in db: Database
  ) throws -> [String]? {
    let stem = Array(shape.stem)
    let next = try PreparedStatement(db, "SELECT term FROM occurrence WHERE term >= ? LIMIT 1")
    defer { next.reset() }
    var words: [String] = []
    var sought = stem
    while true {
      next.reset()
      next.bind(String(decoding: sought, as: UTF8.self), at: 0)
      guard try next.step(), let word = next.utf8(0), word.starts(with: stem) else { return words }
      if words.count == limit { return nil }
      words.append(String(decoding: word, as: UTF8.self))
      // The least that comes behind it.
      sought = Array(word) + [1]
    }
  }

  /// Those of a shape, by rising bytes.
  static func words(of shape: SoughtWord, in db: Database) throws -> [String] {
    let stem = Array(shape.stem)
    let rows = try PreparedStatement(db, "SELECT term FROM vocabulary WHERE term >= ?")
    rows.bind(String(decoding: stem, as: UTF8.self), at: 0)
    defer { rows.reset() }
    var words: [String] = []
    while try rows.step(), let word = rows.utf8(0), word.starts(with: stem) {
      if shape.holds(of: word) { words.append(String(decoding: word, as: UTF8.self)) }
    }
    return words
  }
}

extension TextField {
  /// Its column, of the listing and of the index of words.
  fileprivate var column: String { self == .place ? "location" : rawValue }
}
