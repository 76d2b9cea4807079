import GRDB
import Listings
import Queries

/// A query cut at its outermost "and", each part as SQL that is 1, 0 or NULL.
struct QueryPlan {
  let query: Query
  let compiler: QueryCompiler
  private(set) var parts: [Part] = []

  struct Part {
    let expression: QueryExpression
    let sql: SQL
    let mayBeUndecided: Bool
    let facet: Facet?
    /// It stands for the rules of the person's settings.
    var isRule = false
  }

  init(_ query: Query, _ db: Database, _ context: QueryContext) throws {
    self.query = query
    compiler = try QueryCompiler(db, context)
    let expressions: [QueryExpression] =
      if case .and(let parts) = query.expression { parts } else { [query.expression] }
    parts = try expressions.map { expression in
      Part(
        expression: expression, sql: try compiler.sql(expression),
        mayBeUndecided: expression.mayBeUndecided, facet: Facet(of: expression))
    }
    if !query.mentionsHidden {
      let shown = QueryExpression.not(.condition(.state(.hidden)))
      parts.append(
        Part(
          expression: shown, sql: "hidden = 0", mayBeUndecided: false, facet: .decisions))
      if let rest = context.rules.shown {
        parts.append(
          Part(
            expression: rest, sql: try compiler.sql(rest), mayBeUndecided: false, facet: nil,
            isRule: true))
      }
    }
  }
}

extension QueryPlan {
  /// The rows in the list.
  var matches: SQL { query.includesUndecided ? notRuledOut : all { $0.sql } }

  /// The rows that match or are undecided.
  var notRuledOut: SQL {
    all { $0.mayBeUndecided ? "\($0.sql) IS NOT FALSE" : $0.sql }
  }

  /// The rows that would be in the list without the person's rules; nil where there are none.
  var matchesWithoutRules: SQL? {
    guard parts.contains(where: \.isRule) else { return nil }
    return all { $0.isRule ? "1" : holds($0) }
  }

  /// Holds of a row in the list, as far as this part goes.
  func holds(_ part: Part) -> SQL {
    guard part.mayBeUndecided else { return part.sql }
    return query.includesUndecided ? "(\(part.sql) IS NOT FALSE)" : "(\(part.sql) IS TRUE)"
  }

  func all(_ sql: (Part) -> SQL) -> SQL {
    parts.isEmpty ? "1" : parts.map(sql).joinedInHalves(by: " AND ")
  }

  /// 0 where a row matches; where it is undecided 1 and a bit for each field to blame.
  var doubt: SQL {
    let open = parts.filter(\.mayBeUndecided)
    guard !open.isEmpty else { return "0" }
    let holds = open.map(\.sql).joinedInHalves(by: " AND ")
    let bits = blamable.enumerated().map { index, field -> SQL in
      let reasons = open.flatMap { causes(in: $0.expression, of: field) }
      return "\(reasons.joinedInHalves(by: " OR ")) * \(2 << index)"
    }
    return "CASE WHEN \(holds) THEN 0 ELSE 1 + \(bits.joined(separator: " + ")) END"
  }

  /// The fields that can leave a row undecided, in the order of the bits of `doubt`.
  var blamable: [QueryFieldName] {
    let needed = Set(parts.filter(\.mayBeUndecided).flatMap { fields(of: $0.expression) })
    return QueryFieldName.allCases.filter(needed.contains)
  }

  private func fields(of expression: QueryExpression) -> [QueryFieldName] {
    switch expression {
    case .and(let parts), .or(let parts): parts.flatMap(fields)
    case .not(let part), .search(_, let part): fields(of: part)
    case .condition(let condition): condition.neededField.map { [$0] } ?? []
    case .orUndecided: []
    }
  }

  /// A condition is to blame when it is undecided and so is each clause around it.
  private func causes(in expression: QueryExpression, of field: QueryFieldName) -> [SQL] {
    guard fields(of: expression).contains(field) else { return [] }
    // What was compiled before compiles again.
    guard let sql = try? compiler.sql(expression) else { return [] }
    let inner: [SQL] =
      switch expression {
      case .and(let parts), .or(let parts): parts.flatMap { causes(in: $0, of: field) }
      case .not(let part), .search(_, let part): causes(in: part, of: field)
      case .condition, .orUndecided: []
      }
    if inner.isEmpty { return ["(\(sql) IS NULL)"] }
    return ["((\(sql) IS NULL) AND \(inner.joinedInHalves(by: " OR ")))"]
  }
}

extension QueryPlan {
  /// The query's order; rows without the field come last either way, then the larger id first.
  var order: SQL { order(byIndex: true) }

  /// The same, for when all rows will be read.
  ///
  /// Where the index of the list does not hold all that is asked, going along it would fetch each row
  /// from another page; to read the table and sort is then several times as fast.
  var wholeOrder: SQL { order(byIndex: query.expression.conditions.allSatisfy(\.isCovered)) }

  private func order(byIndex: Bool) -> SQL {
    let keys = query.effectiveSort.map { key -> SQL in
      let direction: SQL = key.isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
      // An index that is read backwards has its NULLs last already, and serves only if nothing is
      // said about them.
      if key.field == .posted, key.isDescending {
        return byIndex ? "posted DESC" : "+posted DESC"
      }
      return "\(sql(key.field)) \(direction)"
    }
    return "\(keys.joined(separator: ", ")), listing.id DESC"
  }

  private func sql(_ field: SortField) -> SQL {
    switch field {
    case .posted: "posted"
    case .salary: "coalesce(payHigh, payLow)"
    case .title: "title COLLATE NOCASE"
    case .company: "company COLLATE NOCASE"
    case .place: "location COLLATE NOCASE"
    case .level: Self.ranks("level", Seniority.allCases.filter { $0 != .unknown }.map(\.rawValue))
    case .remote: Self.ranks("remote", RemoteKind.ranked.map(\.rawValue))
    case .seen: "firstSeen"
    case .rating:
      """
      (SELECT CAST(decision.value AS INTEGER)
       FROM posting JOIN decision ON decision.posting = posting.id AND field = 'rating'
       WHERE posting.listing = listing.id ORDER BY decision.at DESC LIMIT 1)
      """
    case .rank: rank
    }
  }

  /// For each word sought anywhere the place of the first field that holds it.
  private var rank: SQL {
    let parts = query.rankedPatterns.map { pattern -> SQL in
      let fields = [TextField.title, .company, .place].enumerated().map { place, field -> SQL in
        // What can't be compiled was refused before it came to be sorted.
        let found = (try? compiler.text(pattern, in: field)) ?? "0"
        return "WHEN \(found) THEN \(place)"
      }
      return "CASE \(fields.joined(separator: " ")) ELSE \(fields.count) END"
    }
    // A bare figure would be the number of a column.
    return "0 + \(parts.isEmpty ? "0" : parts.joined(separator: " + "))"
  }

  private static func ranks(_ column: String, _ spellings: [String]) -> SQL {
    let cases = spellings.enumerated().map { "WHEN '\($1)' THEN \($0)" }.joined(separator: " ")
    return SQL(sql: "CASE \(column) \(cases) END")
  }
}

private extension QueryCondition {
  /// The index of the list answers it, or a set of ids does.
  var isCovered: Bool {
    switch self {
    case .skill, .timeZones, .day(.seen, _), .text(.any, _), .reposted: false
    case .text(_, let pattern): pattern.form != .expression
    case .has(let field): ![.title, .company, .place, .tz, .skill].contains(field)
    default: true
    }
  }
}

private extension RemoteKind {
  static var ranked: [RemoteKind] {
    allCases.filter { $0.sortRank != nil }.sorted { ($0.sortRank ?? 0) < ($1.sortRank ?? 0) }
  }
}
