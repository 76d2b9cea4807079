import GRDB
import Listings
import Queries

/// The listings that a query found, in its order.
package struct SearchResult: Hashable, Sendable {
  package let ids: [ListingID]
  package let counts: ResultCounts

  package init(ids: [ListingID] = [], counts: ResultCounts = ResultCounts()) {
    self.ids = ids
    self.counts = counts
  }
}

extension Store {
  /// The first rows, without counting the rest: what to show before `search` has answered.
  package func firstRows(
    of query: Query, limit: Int, _ cancellation: Cancellation? = nil
  ) throws -> [ListingRow] {
    try read(cancellation) { db in
      let plan = try QueryPlan(query, db, context)
      let ids = PreparedStatement(
        try db.makeStatement(
          literal: """
            SELECT listing.id FROM listing WHERE \(plan.matches)
            ORDER BY \(plan.order) LIMIT \(limit)
            """))
      var found: [ListingID] = []
      while try ids.step() { found.append(ListingID(Int64(ids.integer(0)))) }
      return try ListingReader(db, since: plan.compiler.since, applications).rows(found)
    }
  }

  /// All that match, in order, with counts.
  package func search(
    _ query: Query, _ cancellation: Cancellation? = nil
  ) throws -> SearchResult {
    try read(cancellation) { db in
      try Search(QueryPlan(query, db, context), db).result()
    }
  }

  /// For each choice of the filter pane how many listings it would leave, the other filters kept.
  package func facets(
    of query: Query, _ cancellation: Cancellation? = nil
  ) throws -> FacetCounts {
    try read(cancellation) { db in
      var counter = FacetCounter(try QueryPlan(query, db, context), db)
      return try counter.count(context)
    }
  }

  package func ids(matching query: Query) throws -> [ListingID] { try search(query).ids }
}

/// One pass over the listings: the ids in order, and what is said about them in numbers.
private struct Search {
  private let plan: QueryPlan
  private let db: Database

  init(_ plan: QueryPlan, _ db: Database) {
    self.plan = plan
    self.db = db
  }

  func result() throws -> SearchResult {
    let rows = PreparedStatement(
      try db.makeStatement(
        literal: """
          SELECT listing.id, \(plan.doubt), \(plan.compiler.isNew), \(plan.compiler.isChanged)
          FROM listing
          WHERE \(plan.notRuledOut) ORDER BY \(plan.wholeOrder)
          """))
    let blamable = plan.blamable
    var blamed = [Int](repeating: 0, count: blamable.count)
    var ids: [ListingID] = []
    var counts = ResultCounts()
    while try rows.step() {
      let doubt = rows.integer(1)
      if doubt == 0 || plan.query.includesUndecided {
        ids.append(ListingID(Int64(rows.integer(0))))
        counts.new += rows.integer(2)
        counts.changed += rows.integer(3)
      } else {
        counts.undecided += 1
        for index in blamed.indices where doubt & (2 << index) != 0 { blamed[index] += 1 }
      }
    }
    counts.matching = ids.count
    if let all = plan.matchesWithoutRules {
      let statement = try db.makeStatement(literal: "SELECT count(*) FROM listing WHERE \(all)")
      counts.ruledOut = (try Int.fetchOne(statement) ?? 0) - ids.count
    }
    counts.total = try Int.fetchOne(db, sql: "SELECT count(*) FROM listing") ?? 0
    counts.blamed = zip(blamable, blamed).filter { $0.1 > 0 }
      .map { FacetValue(name: $0.0.rawValue, count: $0.1) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return SearchResult(ids: ids, counts: counts)
  }
}
