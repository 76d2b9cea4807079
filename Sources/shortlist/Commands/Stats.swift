import ArgumentParser
import Listings
import Queries
import Storage

enum StatsFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Say in numbers what a query finds, or all there is.",
    discussion: """
      Kinds of workplace, quartiles of pay a year in your currency, levels, contracts, companies, \
      sources, what you decided and how far applications came. Exit code 1 says that nothing \
      matched.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "How to print: text or json.")
  var format: StatsFormat = .text

  @Option(help: ArgumentHelp("Name this many companies and sources at most.", valueName: "count"))
  var top = 10

  @OptionGroup var query: QueryArgument

  func validate() throws {
    if top < 0 { throw ValidationError("--top can't be negative") }
  }

  func run() throws {
    try common.withStore { store in
      let query = try query.query(store)
      let summary = try store.summary(of: query)
      sayWhatIsMissing(summary.counts, of: query)
      switch format {
      case .text:
        let page = SummaryPage(summary, currency: store.context.currency, top: top)
        Console.print(page.text)
      case .json:
        let head: [(String, JSON)] = [
          ("query", .string("\(query)")), ("day", .string(common.today.description)),
        ]
        Console.print(JSON(summary, head: head, currency: store.context.currency, top: top).text)
      }
      if summary.counts.matching == 0 { throw ExitCode(ExitStatus.nothing.rawValue) }
    }
  }
}
