import GRDB
import Listings
import Queries

extension Store {
  /// Has the columns that compare pay speak in the context's currency and rates.
  ///
  /// They are written with each listing; only when the person's currency or the table of rates is
  /// another than when the store was last opened are they all made anew.
  func comparePay() throws {
    let wanted = context.paySetting
    let found = try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'pay'")
    }
    guard found != wanted else { return }
    try write { db in
      try rewritePay(db)
      try db.execute(
        sql: """
          INSERT INTO setting (name, value) VALUES ('pay', ?)
          ON CONFLICT DO UPDATE SET value = excluded.value
          """, arguments: [wanted])
    }
  }

  private func rewritePay(_ db: Database) throws {
    let columns = ListingRecord.understood.joined(separator: ", ")
    let rows = try PreparedStatement(
      db, "SELECT \(columns), id FROM listing WHERE period IS NOT NULL")
    let update = try PreparedStatement(
      db, SQLText.update("listing", ["payLow", "payHigh", "payConverted"]) + " WHERE id = ?")
    defer { rows.reset() }
    while try rows.step() {
      let pay = ListingRecord.salary(rows).flatMap {
        context.rates.comparable($0, in: context.currency)
      }
      update.bind(pay?.low, at: 0)
      update.bind(pay?.high, at: 1)
      update.bind(pay?.isConverted == true ? 1 : 0, at: 2)
      update.bind(rows.integer(ListingRecord.understood.count), at: 3)
      try update.run()
    }
  }
}

extension QueryContext {
  /// Says which currency and rates pay was compared by.
  fileprivate var paySetting: String {
    var hash = ContentHash()
    for (currency, rate) in rates.perEuro.sorted(by: { $0.key.code < $1.key.code }) {
      hash.add(currency.code)
      hash.add(rate.bitPattern)
    }
    return "\(currency.code) \(rates.day) \(hash.value)"
  }
}
