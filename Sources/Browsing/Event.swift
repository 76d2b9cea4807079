import Commands
import Listings

/// All that can happen to the browser.
package enum Event: Hashable, Sendable {
  /// Comes first, once.
  case started
  case key(Key)
  case mouse(MouseEvent)
  /// Text that a terminal marks as pasted; never read as keys.
  case pasted(String)
  case command(Command, count: Int? = nil)
  case resized(Size)

  /// Answers `Effect.search`, and is dropped when a newer search was asked for.
  case found(generation: Int, Found)
  /// Answers `Effect.search` after `found`, and `Effect.recount`.
  case counted(generation: Int, ResultCounts, FacetCounts)
  /// Answers `Effect.countNames`.
  case named(generation: Int, [NamedFacet: NamedCounts])
  /// Answers `Effect.listValues`: the names asked for, and how many more fit.
  case values(number: Int, [FacetValue], total: Int)
  /// Answers `Effect.listPaths`, as they would be typed; folders end in a slash.
  case paths(number: Int, [String])
  /// Answers `Effect.loadRows`: the rows at those positions, fewer when the list ends before.
  case rows(generation: Int, Range<Int>, [ListingRow])
  /// Answers `Effect.loadDetail`; nil when there is no such listing any more.
  case detail(ListingID, ListingDetail?)
  /// Answers `Effect.listMatching`.
  case matching(generation: Int, [ListingID])
  /// Answers `Effect.listGroup`.
  case group(generation: Int, [ListingID])
  /// Answers `Effect.importPath`, in words.
  case imported(String, isProblem: Bool)
  /// Answers `Effect.export`: how many listings the file holds now.
  case exported(Int, to: String)
  /// Answers `Effect.pipe`: the program, and what went wrong.
  case piped([String], problem: String?)
  /// Answers `Effect.decide`, `undo` and `redo`.
  case decided(DecisionReport)
  /// Answers `Effect.countSearches`: the saved searches by name, with what they find.
  case searches([SavedSearchResult])
  /// Answers `Effect.saveSearch`.
  case searchSaved(String, isNew: Bool)
  /// Answers `Effect.waitForReading`.
  case readLongEnough(ListingID)
  /// Answers `Effect.sync` after each source, with all that came so far.
  case synced(SyncNews, isLast: Bool)
  /// An effect could not be performed; the words go to the status line.
  case failed(String, of: Effect? = nil)
  /// The store was changed by an import: counts and rows are asked for again.
  case storeChanged
}

/// The width and height of a terminal, in cells.
package struct Size: Hashable, Sendable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// The first answer to a search: how many rows there are, and those around the selection.
package struct Found: Hashable, Sendable {
  package let matching: Int
  /// Where the listing to be kept is; nil when the query leaves it out.
  package let position: Int?
  /// Position of the first of `rows`.
  package let first: Int
  package let rows: [ListingRow]
  /// False for the first rows alone, sent ahead while the rest is counted.
  package let isComplete: Bool

  package init(
    matching: Int, position: Int?, first: Int, rows: [ListingRow], isComplete: Bool = true
  ) {
    self.isComplete = isComplete
    self.matching = matching
    self.position = position
    self.first = first
    self.rows = rows
  }
}

/// What became of a decision, an undo or a redo.
package struct DecisionReport: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case done, undone, redone }

  package let kind: Kind
  /// What was decided at the time, also when it is undone now; empty when there was nothing to undo.
  package let decisions: [Decision]
  /// How many listings it changed.
  package let count: Int
  /// The changed listings as they are now; the first few are enough.
  package let rows: [ListingRow]

  package init(kind: Kind, decisions: [Decision], count: Int, rows: [ListingRow]) {
    self.kind = kind
    self.decisions = decisions
    self.count = count
    self.rows = rows
  }
}
