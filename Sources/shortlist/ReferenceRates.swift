import Configuration
import Extraction
import Listings

/// The reference rates that pay is compared by.
enum ReferenceRates {
  /// The table that the program carries.
  static let bundled =
    (try? ExchangeRates(reading: EmbeddedFile.at("rates/reference.tsv")?.bytes ?? []))
    ?? ExchangeRates(day: Day(number: 0), publisher: "none", perEuro: [:])
}
