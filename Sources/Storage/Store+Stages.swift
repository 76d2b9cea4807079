import GRDB
import Listings

extension Store {
  /// The listings that have a stage.
  package func stages() throws -> [ListingID: Stage] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, stage FROM listing WHERE stage IS NOT NULL")
      return Dictionary(
        rows.compactMap { row in
          Stage(rawValue: row["stage"]).map { (ListingID(row["id"]), $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }
}
