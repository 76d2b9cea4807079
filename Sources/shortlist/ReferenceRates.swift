import Configuration
import Extraction
import Foundation
import Listings

/// The reference rates that pay is compared by: the person's own table, else the bundled one.
///
/// Each listings file remembers which table its columns of comparable pay were made by, and makes
/// them anew when it is opened with another.
struct ReferenceRates {
  let rates: ExchangeRates
  /// Nil when the bundled table is used.
  let path: String?
  /// Why the person's own table is not used, though it is there.
  let problem: String?

  /// What the program carries.
  static let bundled =
    (try? ExchangeRates(reading: EmbeddedFile.at("rates/reference.tsv")?.bytes ?? []))
    ?? ExchangeRates(day: Day(number: 0), publisher: "none", perEuro: [:])

  static let current = ReferenceRates(at: Places.current.rates)

  private init(at path: String) {
    guard FileManager.default.fileExists(atPath: path) else {
      self.init(rates: Self.bundled, path: nil, problem: nil)
      return
    }
    do {
      self.init(rates: try Self.reading(path), path: path, problem: nil)
    } catch {
      let words = "\(path): \(error); pay is compared by the bundled rates"
      self.init(rates: Self.bundled, path: nil, problem: words)
    }
  }

  private init(rates: ExchangeRates, path: String?, problem: String?) {
    self.rates = rates
    self.path = path
    self.problem = problem
  }

  /// A table that this is too large for is none.
  private static let largestFile = 16 << 20

  /// Reads a file in any form that `ExchangeRates` knows.
  static func reading(_ path: String) throws(RatesProblem) -> ExchangeRates {
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try? file.read(upToCount: largestFile)
    else { throw .unreadable }
    do {
      return try ExchangeRates(reading: data)
    } catch {
      throw error == .noDay ? .noDay : .noRates
    }
  }

  static func write(_ rates: ExchangeRates, to path: String) throws {
    try Places.makeFolder(for: path)
    try Data(rates.table.utf8).write(to: URL(filePath: path), options: .atomic)
  }
}

enum RatesProblem: Error, CustomStringConvertible {
  case unreadable, noDay, noRates

  var description: String {
    switch self {
    case .unreadable: "can't be read"
    case .noDay: "says no day; a table begins with a line such as \"# day: 2026-11-20\""
    case .noRates: "holds no rates"
    }
  }
}
