import ArgumentParser
import Listings
import Storage

enum ShowFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one listing whole.")

  @OptionGroup var common: CommonOptions

  @Option(help: "How to print: text, json or markdown.")
  var format: ShowFormat = .text

  @Argument(help: "The listing's id, as `list` prints it.")
  var id: String

  func run() throws {
    try common.withStore { store in
      guard let detail = try store.detail(store.listing(id)) else {
        throw Failure(.nothing, noSuchListing(id))
      }
      switch format {
      case .json: Console.print(JSON(detail).indentedText)
      case .markdown: Console.print(markdownPost(detail).cleaned())
      case .text:
        let isColored = common.color.isOn(terminal: Console.isOutputATerminal)
        let page = ListingPage(
          detail, width: Console.width, isColored: isColored, context: store.context)
        Console.write(Array(page.text.utf8))
      }
    }
  }
}

func noSuchListing(_ id: String) -> String {
  "there is no listing \"\(id.cleaned(.singleLine))\"; shortlist list prints the ids"
}
