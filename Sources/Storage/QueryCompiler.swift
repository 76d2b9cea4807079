import GRDB
import Listings
import Queries

/// Turns a query into SQL over `listing`; each part is 1, 0 or NULL for "undecided".
///
/// Kleene's logic is what AND, OR and NOT do with NULL, so a tree becomes the same tree in SQL.
/// What people decide is little: tags, notes and the like are read first and asked in memory.
struct QueryCompiler {
  let db: Database
  let context: QueryContext
  /// The moment since which listings are new; nil before the first visit has ended.
  let since: Int?

  init(_ db: Database, _ context: QueryContext) throws {
    self.db = db
    self.context = context
    since = try Visits.lastEnd(db)
  }

  func sql(_ expression: QueryExpression) throws -> SQL {
    switch expression {
    case .and(let parts): try joined(parts, by: " AND ", empty: "1")
    case .or(let parts): try joined(parts, by: " OR ", empty: "0")
    case .not(let part): try "(NOT \(sql(part)))"
    case .orUndecided(let part): try "(\(sql(part)) IS NOT FALSE)"
    case .condition(let condition): try "(\(sql(condition)))"
    case .search(_, let part): try sql(part)
    }
  }

  private func joined(
    _ parts: [QueryExpression], by separator: String, empty: SQL
  ) throws -> SQL {
    if parts.isEmpty { return empty }
    return try parts.map(sql).joinedInHalves(by: separator)
  }

  var isNew: SQL { since.map { "(addedAt > \($0))" } ?? "0" }

  /// A new listing has nothing that it could have changed from.
  var isChanged: SQL {
    since.map { "(coalesce(changedAt, 0) > \($0) AND addedAt <= \($0))" } ?? "0"
  }
}

extension QueryCompiler {
  func sql(_ condition: QueryCondition) throws -> SQL {
    switch condition {
    case .text(let field, let pattern): try text(pattern, in: field)
    case .salary(let question): salary(question)
    case .remote(let kinds): stated("remote", kinds.map(\.rawValue), unknown: "unknown")
    case .eligible(let place): eligible(place)
    case .timeZones(let span):
      "timeZoneFrom <= \(span.through) AND \(span.from) <= timeZoneThrough"
    case .level(let levels): stated("level", levels.map(\.rawValue), unknown: "unknown")
    case .employment(let types): employment(types)
    case .day(let field, let question): try day(field, question)
    case .skill(let name): "coalesce(instr(skillKeys, \(FoldedNames.needle(name))), 0) > 0"
    case .source(let name): try source(name)
    case .tag(let name):
      try decided(.tags) { value in
        let sought = SearchText.folded(name)
        return [String](jsonArray: value).contains { SearchText.folded($0) == sought }
      }
    case .stage(let stages):
      "CASE WHEN stage IS NULL THEN \(stages.contains(nil) ? 1 : 0) ELSE stage IN \(stages.compactMap { $0?.rawValue }) END"
    case .rating(let stars): try decided(.rating) { Int($0).map(stars.contains) ?? false }
    case .reposted(let times):
      "\(sql: Self.reposts) BETWEEN \(times.lowerBound) AND \(times.upperBound)"
    case .state(let state): sql(state)
    case .has(let field): has(field)
    }
  }

  /// A choice among spellings, undecided where the column says `unknown`, unless that is asked for.
  private func stated(_ column: String, _ wanted: [String], unknown: String) -> SQL {
    let column = SQL(sql: column)
    if wanted.isEmpty { return "0" }
    if wanted.contains(unknown) { return "\(column) IN \(wanted)" }
    return "CASE WHEN \(column) = \(unknown) THEN NULL ELSE \(column) IN \(wanted) END"
  }

  private func employment(_ types: Set<Employment?>) -> SQL {
    let wanted = types.compactMap { $0?.rawValue }
    let found = anyOf(wanted.map { "instr(employment, \(JSONValue.text($0).json)) > 0" })
    if types.isEmpty { return "0" }
    return types.contains(nil)
      ? "(employment IS NULL OR \(found))"
      : "CASE WHEN employment IS NULL THEN NULL ELSE \(found) END"
  }

  private func anyOf(_ parts: [SQL]) -> SQL {
    parts.isEmpty ? "0" : parts.joinedInHalves(by: " OR ")
  }

  private func eligible(_ place: String) -> SQL {
    func holds(_ column: String, _ json: String) -> SQL {
      "instr(\(SQL(sql: column)), \(json)) > 0"
    }
    let ruledOut = RegionTable.covering(place).sorted().map {
      holds("excludedRegions", JSONValue.text($0).json)
    }
    let (codes, prefixes) = RegionTable.open(to: place)
    let open =
      codes.sorted().map { holds("regions", JSONValue.text($0).json) }
      + prefixes.sorted().map { holds("regions", String(JSONValue.text($0).json.dropLast())) }
    return """
      CASE WHEN \(anyOf(ruledOut)) THEN 0 WHEN regions IS NULL THEN NULL ELSE \(anyOf(open)) END
      """
  }

  private func source(_ name: String) throws -> SQL {
    func folded(_ text: String) -> [UInt8] {
      text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
    let wanted = folded(name)
    let names = try SourceNames.all(db).filter { source in
      let source = folded(source)
      return source == wanted || source.starts(with: wanted + [UInt8(ascii: ":")])
    }
    return "listing.id IN (SELECT listing FROM posting WHERE source IN \(names))"
  }

  /// As `ListingDetail.reposts` counts.
  static let reposts = """
    CASE WHEN listing.postings = 1 THEN reposted IS NOT NULL
    ELSE max(reposted IS NOT NULL, listing.postings - (
      SELECT count(DISTINCT source) FROM posting WHERE posting.listing = listing.id)) END
    """

  private func sql(_ state: ListingState) -> SQL {
    switch state {
    case .saved: "saved"
    case .flagged: "flagged"
    case .hidden: "hidden"
    case .read: "read"
    case .unread: "NOT read"
    case .applied: "stage IS NOT NULL"
    case .new: isNew
    case .changed: isChanged
    case .closed: "closed IS NOT NULL"
    case .any: "1"
    }
  }

  private func has(_ field: QueryFieldName) -> SQL {
    switch field {
    case .title, .company: "\(SQL(sql: field.rawValue)) IS NOT NULL"
    case .place: "location IS NOT NULL"
    case .body:
      "listing.speaker NOT IN (SELECT posting FROM body WHERE coalesce(understood, text) = '')"
    case .salary: "period IS NOT NULL"
    case .remote: "remote <> 'unknown'"
    case .eligible: "regions IS NOT NULL"
    case .tz: "timeZoneFrom IS NOT NULL"
    case .level: "level <> 'unknown'"
    case .type: "employment IS NOT NULL"
    case .posted: "posted IS NOT NULL"
    case .skill: "skills IS NOT NULL"
    case .stage: "stage IS NOT NULL"
    case .tag: hasDecided(.tags)
    case .note: hasDecided(.note)
    case .reason: hasDecided(.hiddenReason)
    case .rating: hasDecided(.rating)
    case .followUp: hasDecided(.followUp)
    case .source, .seen, .changed, .closed, .reposted, .state: "0"
    case .has, .search, .sort, .undecided: "0"
    }
  }
}

extension QueryCompiler {
  private func salary(_ question: PayCondition) -> SQL {
    // A missing end lies somewhere beyond the one that is stated.
    func reaches(_ sum: PayAmount, _ sign: String) -> SQL {
      ends("payHigh", "payLow", sign, sum)
    }
    func stays(_ sum: PayAmount, _ sign: String) -> SQL {
      ends("payLow", "payHigh", sign, sum)
    }
    return switch question {
    case .atLeast(let sum): reaches(sum, ">=")
    case .above(let sum): reaches(sum, ">")
    case .atMost(let sum): stays(sum, "<=")
    case .below(let sum): stays(sum, "<")
    case .between(let least, let most): "(\(stays(most, "<=")) AND \(reaches(least, ">=")))"
    case .notStated: "period IS NULL"
    }
  }

  private func ends(_ end: String, _ other: String, _ sign: String, _ sum: PayAmount) -> SQL {
    guard let sum = sum.annual(in: context) else { return "NULL" }
    let (end, other, sign) = (SQL(sql: end), SQL(sql: other), SQL(sql: sign))
    return """
      (CASE WHEN \(end) IS NOT NULL THEN \(end) \(sign) \(sum) \
      WHEN \(other) \(sign) \(sum) THEN 1 END)
      """
  }

  private func day(_ field: DayField, _ question: DayCondition) throws -> SQL {
    let days = question.days(today: context.today)
    guard field != .followUp else {
      guard let days else { return "NOT \(hasDecided(.followUp))" }
      return try decided(.followUp) { value in
        guard let day = Day(iso: value) else { return false }
        return days.from.map { $0 <= day } ?? true && days.through.map { day <= $0 } ?? true
      }
    }
    let column: SQL = field == .posted ? "posted" : "firstSeen"
    guard let days else { return "\(column) IS NULL" }
    var parts: [SQL] = ["\(column) = \(column)"]
    if let from = days.from { parts.append("\(column) >= \(from.number)") }
    if let through = days.through { parts.append("\(column) <= \(through.number)") }
    return parts.joined(separator: " AND ")
  }
}

extension QueryCompiler {
  private func hasDecided(_ field: DecisionField) -> SQL {
    """
    listing.id IN (SELECT posting.listing FROM decision JOIN posting ON posting.id = posting
      WHERE field = \(field.rawValue))
    """
  }

  /// The listings about which something was decided that the test holds of.
  func decided(_ field: DecisionField, _ holds: (String) -> Bool) throws -> SQL {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT posting.listing, decision.value
        FROM decision JOIN posting ON posting.id = decision.posting WHERE decision.field = ?
        """, arguments: [field.rawValue])
    let ids = rows.filter { holds($0[1]) }.map { JSONValue.number($0[0]) }
    return "listing.id IN (SELECT value FROM json_each(\(JSONValue.array(ids).json)))"
  }
}
