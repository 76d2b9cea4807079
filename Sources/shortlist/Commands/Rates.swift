import ArgumentParser
import Configuration
import Extraction
import Foundation
import Listings

struct Rates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Show or replace the reference rates that pay is compared by.",
    discussion: """
      Pay in other currencies is compared, filtered and sorted by a dated table of reference \
      rates, and marked ≈. A table of your own takes the place of the bundled one.
      """, subcommands: [ShowRates.self, ImportRates.self, ResetRates.self],
    defaultSubcommand: ShowRates.self)
}

struct ShowRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the table in use.")

  func run() throws {
    let current = ReferenceRates.current
    if let problem = current.problem { Console.problem("shortlist: \(problem)") }
    Console.print("# from: \(current.path ?? "the program")")
    Console.write(Array(current.rates.table.utf8))
  }
}

struct ImportRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Replace the table by that of a file.",
    discussion: """
      Reads the European Central Bank's daily or historical table, as XML or CSV \
      (eurofxref-daily.xml, eurofxref.csv), and a table of one currency and its rate to the euro a \
      line, headed by "# day: 2026-11-20" and "# publisher: …". It is kept in $SHORTLIST_RATES, \
      else as rates.tsv in the XDG data folder; pay is compared by it from the next command on.
      """)

  @Argument(help: "The table.", completion: .file())
  var file: String

  func run() throws {
    let rates: ExchangeRates
    do {
      rates = try ReferenceRates.reading(file)
    } catch {
      throw Failure(.nothing, "\(file.cleaned(.singleLine)) \(error)")
    }
    let path = Places.current.rates
    do {
      try ReferenceRates.write(rates, to: path)
    } catch {
      throw Failure(.store, "can't write \(path)")
    }
    let count = rates.perEuro.count - 1
    let publisher = rates.publisher.cleaned(.singleLine)
    Console.print("\(count) rates of \(rates.day), \(publisher), kept in \(path)")
  }
}

struct ResetRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Go back to the bundled table.")

  func run() throws {
    let path = Places.current.rates
    if FileManager.default.fileExists(atPath: path) {
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw Failure(.store, "can't remove \(path)")
      }
    }
    let bundled = ReferenceRates.bundled
    Console.print("pay is compared by the bundled rates of \(bundled.day)")
  }
}
