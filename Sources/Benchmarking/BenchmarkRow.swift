/// One line of a benchmark's answer; all of them are the JSON that a later run is compared with.
package struct BenchmarkRow: Codable, Equatable, Sendable {
  /// What a row's figures are counted in.
  package enum Unit: String, Codable, Sendable {
    case seconds, milliseconds, mebibytes
  }

  package var name: String
  package var unit: Unit
  package var median: Double
  /// The figure that one in a hundred samples exceeds; nil for a single measurement.
  package var p99: Double?
  package var samples: Int
  package var bytesPerKey: Int?

  /// A single measurement.
  package init(name: String, unit: Unit, value: Double) {
    (self.name, self.unit, self.median, self.samples) = (name, unit, value, 1)
  }

  /// Times of the same thing done again and again; nil when none was answered.
  package init?(name: String, times: [Duration], bytes: Int? = nil) {
    let sorted = times.map(\.milliseconds).sorted()
    guard !sorted.isEmpty else { return nil }
    self.init(name: name, unit: .milliseconds, value: sorted[sorted.count / 2])
    p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    samples = sorted.count
    bytesPerKey = bytes.map { $0 / sorted.count }
  }
}

/// A whole run: what was measured on, and the rows.
package struct BenchmarkRun: Codable, Equatable, Sendable {
  package var version: String
  package var listings: Int
  package var screen: String
  package var rows: [BenchmarkRow]

  package init(version: String, listings: Int, screen: String, rows: [BenchmarkRow]) {
    self.version = version
    self.listings = listings
    self.screen = screen
    self.rows = rows
  }

  /// The row of the same name in this run.
  package func row(named name: String) -> BenchmarkRow? { rows.first { $0.name == name } }
}

extension Duration {
  package var milliseconds: Double {
    Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
  }
}
