import Listings

extension ExchangeRates {
  /// The table in the form that `init(reading:)` reads back.
  package var table: String {
    let rows = perEuro.filter { $0.key != .eur }.map { ($0.key.code, $0.value) }.sorted {
      $0.0 < $1.0
    }
    let lines =
      ["# day: \(day)", "# publisher: \(publisher.cleaned(.singleLine))", "currency\trate"]
      + rows.map { "\($0)\t\($1)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
