import GRDB
import Listings

extension Store {
  /// Makes a listing of each posting of this one.
  ///
  /// The first keeps the id, and each has what was decided about it. No import joins them again.
  package func split(_ id: ListingID, at seconds: Int) throws -> DecisionChange {
    try writeDurably { db in
      let postings = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM posting WHERE listing = ? AND id <> ?
            AND id NOT IN (SELECT id FROM listing) ORDER BY id
          """, arguments: [id.number, id.number])
      // Where the posting that gave the id has gone elsewhere, the first of the others stays.
      let stays = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM posting WHERE id = ? AND listing = ?)",
        arguments: [id.number, id.number])
      let leaving = stays == true ? postings : Array(postings.dropFirst())
      let targets = Dictionary(uniqueKeysWithValues: leaving.map { ($0, $0) })
      return try Journal(db, context, at: seconds).move(targets)
    }
  }

  /// Makes one listing of several: the postings of `others` join `id`, with what was decided about
  /// them.
  package func join(
    _ others: [ListingID], to id: ListingID, at seconds: Int
  ) throws -> DecisionChange {
    try writeDurably { db in
      var targets: [Int64: Int64] = [:]
      for other in others where other != id {
        let postings = try Int64.fetchAll(
          db, sql: "SELECT id FROM posting WHERE listing = ?", arguments: [other.number])
        for posting in postings { targets[posting] = id.number }
      }
      return try Journal(db, context, at: seconds).move(targets)
    }
  }

  /// The listing that has this id, or the one that its first posting belongs to now.
  package func current(_ id: ListingID) throws -> ListingID? {
    try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM listing WHERE id = ?1
          UNION ALL SELECT listing FROM posting WHERE id = ?1 LIMIT 1
          """, arguments: [id.number]
      ).map { ListingID($0) }
    }
  }
}
