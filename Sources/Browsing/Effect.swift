import Listings
import Queries

/// What the browser asks the world to do; each comes back as an event, if it answers at all.
package enum Effect: Hashable, Sendable {
  /// Overtakes every search before it. Answered by `found`, then by `counted`.
  case search(Search)
  /// The query's numbers alone, after a decision. Answered by `counted`.
  case recount(generation: Int, Query)
  /// Rows of the newest search, by position. Answered by `rows`.
  case loadRows(generation: Int, Range<Int>)
  /// Answered by `detail`, always.
  case loadDetail(ListingID)
  /// Every listing that the query finds. Answered by `matching`.
  case listMatching(generation: Int, Query)
  /// The listings that the row at a position stands for. Answered by `group`.
  case listGroup(generation: Int, position: Int)
  /// A file, a folder or an address, in the background. Answered by `imported`.
  case importPath(String)
  /// What the query finds, or only some of it, to a new file. Answered by `exported`.
  case export(Query, only: Set<ListingID>, to: String)
  /// One step for undo. Answered by `decided`.
  case decide([Decision], on: [ListingID])
  /// The person has read it: kept, but no step for undo. Not answered.
  case noteRead(ListingID)
  /// The names beside the newest search, once somebody sees them. Answered by `named`.
  case countNames(generation: Int, Query)
  /// What lies where a path that is being typed leads. Answered by `paths`.
  case listPaths(number: Int, String)
  /// Answered by `values`.
  case listValues(ValueRequest)
  /// Answered by `searches`; a newer count overtakes it.
  case countSearches
  /// In the place of one of that name. Answered by `searchSaved`.
  case saveSearch(name: String, query: String)
  /// Answered by `searches`.
  case removeSearch(named: String)
  case undo
  case redo
  /// Answered by `readLongEnough` after a second; a newer wait takes the place of an older one.
  case waitForReading(ListingID)
  /// An http, https or mailto link, to be opened without a shell.
  case open(link: String)
  /// To the clipboard, through the terminal (OSC 52).
  case copy(String)
  /// Run a program with its arguments, the terminal lent to it and the text on its input; no shell.
  /// Answered by `piped`.
  case pipe([String], text: String)
  /// Fetch what is followed, in the background. Answered by `synced`, more than once.
  case sync
  case suspend
  /// Draw every cell anew.
  case redraw
  case quit
}

/// A search as asked for.
package struct Search: Hashable, Sendable {
  package let generation: Int
  package let query: Query
  /// The listing to stay on, if the query finds it.
  package let keeping: ListingID?
  /// The position to go to if it does not.
  package let position: Int
  /// Rows to bring along on either side of that position.
  package let margin: Int
  /// How rows are put together; nil for a row a listing.
  package let groups: GroupRequest?

  package init(
    generation: Int, query: Query, keeping: ListingID?, position: Int, margin: Int,
    groups: GroupRequest? = nil
  ) {
    self.groups = groups
    self.generation = generation
    self.query = query
    self.keeping = keeping
    self.position = position
    self.margin = margin
  }

  /// The positions to load, given how many rows match and where the kept listing is.
  package func window(matching: Int, found: Int?) -> Range<Int> {
    let center = min(max(0, found ?? position), max(0, matching - 1))
    return max(0, center - margin)..<min(matching, center + margin + 1)
  }
}
