import ArgumentParser
import Listings
import Storage

struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Make a listing of each posting of one that was joined.",
    discussion: """
      Each keeps what was decided about it, and no import joins them again. `shortlist undo` takes \
      it back.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The listing's id, as `list` prints it.")
  var id: String

  func run() throws {
    try common.withStore { store in
      let change = try store.split(store.listing(id), at: Clock.now)
      if change.ids.isEmpty { return Console.problem("it has one posting; nothing to split") }
      for id in change.ids { Console.print(id.description) }
    }
  }
}

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make one listing of several that are the same job.",
    discussion: """
      The first id stays; it shows all tags and notes, the furthest stage, and for the rest the \
      latest decision. `shortlist undo` takes it back, `shortlist split` parts them again.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The ids of the listings, two or more.", valueName: "id"))
  var ids: [String]

  func validate() throws {
    guard ids.count >= 2 else { throw ValidationError("merge takes two ids or more") }
  }

  func run() throws {
    try common.withStore { store in
      let listings = try ids.map { try store.listing($0) }
      guard let first = listings.first else { return }
      _ = try store.join(Array(listings.dropFirst()), to: first, at: Clock.now)
      Console.print(first.description)
    }
  }
}

extension Store {
  /// The listing that a person named; an id that was merged away leads to where it went.
  func listing(_ text: String) throws -> ListingID {
    guard let id = ListingID(text), let current = try current(id) else {
      throw Failure(.nothing, noSuchListing(text))
    }
    return current
  }
}
