import Commands
import Listings
import Queries
import Texts

/// All that is on the screen before anything is drawn: the one thing in the program that changes.
///
/// `handle(_:)` is the only way to change it. It performs nothing: it returns effects, and what
/// comes of them arrives as further events, in any order and as late as they like.
package struct Browser: Sendable {
  /// The currency and the day that pay and ages are shown by.
  package let context: QueryContext
  package let keymap: Keymap
  /// The interface's words in the person's language.
  package let phrases: Phrasebook

  /// The one truth about what is shown: the filter pane and the prompts read and write it.
  package internal(set) var query: Query
  package internal(set) var list = ListModel()
  package internal(set) var detail = DetailModel()
  package internal(set) var filters = FilterModel()
  package internal(set) var layout: Layout
  /// The pane that keys go to.
  package internal(set) var focus = Pane.list
  /// The detail covers the whole screen.
  package internal(set) var isDetailFull = false
  /// Nil while help is closed.
  package internal(set) var help: HelpModel?
  /// Nil while no two listings are compared.
  var comparison: Comparison?
  /// Nil while nothing lies over the upper part of the detail.
  package internal(set) var inspection: Inspection?
  /// Nil while no list to choose from lies over the panes.
  package internal(set) var chooser: Chooser?
  /// By what rows are put together.
  package internal(set) var grouping: Grouping?
  var folding = Folding()
  /// The saved searches with what they find; nil until they are counted.
  package internal(set) var saved: [SavedSearchResult]?
  /// What is not about the job is shown in full.
  package internal(set) var isUnfolded = false
  /// Nil while nothing is typed.
  package internal(set) var prompt: Prompt?
  package internal(set) var message: StatusMessage?
  /// Nil until the first search is counted.
  package internal(set) var counts: ResultCounts?
  package internal(set) var facets: FacetCounts?
  /// The most frequent names of each group; counted when they are first seen.
  package internal(set) var names: [NamedFacet: NamedCounts] = [:]
  /// Keys that wait for more, and the count typed.
  package internal(set) var keys = KeyReader()

  /// Sources are being fetched.
  package internal(set) var isSyncing = false

  /// The number of the newest search; answers to older ones are dropped.
  var generation = 0
  /// The number of the newest request for names of a group.
  var valuesNumber = 0
  var awaitedCompletion: AwaitedCompletion?
  /// The search whose names were asked for last.
  var namedGeneration = 0
  var size: Size
  var cache = DetailCache()
  var beforePrompt: Restoration?
  var histories: [Prompt.Kind: [String]] = [:]
  /// The search that was run or saved last; saving again suggests its name.
  var searchName = ""
  /// Of which listing it is known whether it has been read, or soon will be.
  var reading: Reading?
  /// The person opened the detail: it counts as read as soon as it is there.
  var isOpening = false
  /// Hits to go on by as soon as the detail, opened for that, is there.
  var awaitedHits: Int?
  /// The selected row when the newest search was asked for; who has moved since stays there.
  var selectedAtSearch: ListingID?
  /// Where the newest search goes when the listing to be kept is not found.
  var searchedPosition = 0

  package init(
    context: QueryContext, query: Query = Query(), keymap: Keymap = Keymap(),
    format: RowFormat? = nil, phrases: Phrasebook = Phrasebook(),
    size: Size = Size(width: 80, height: 24)
  ) {
    self.context = context
    self.query = query
    self.keymap = keymap
    self.phrases = phrases
    self.size = size
    layout = Layout(size: size)
    list.format = format
    refreshFilters()
    _ = settle()
  }

  /// The newest search has not been answered yet.
  package var isSearching: Bool { list.isStale }

  /// The numbers shown belong to the newest search.
  package internal(set) var areCountsCurrent = false

  /// Where the next key would be looked up.
  package var keyContext: KeyContext {
    if prompt != nil { return .prompt }
    if help != nil { return .help }
    if chooser != nil { return .chooser }
    if filters.values != nil { return .values }
    if inspection != nil { return .detail }
    switch focus {
    case .filters: return .filters
    case .list: return .list
    case .detail: return .detail
    }
  }

  /// What may follow the keys pressed so far; empty when none wait.
  package var continuations: [KeyContinuation] {
    keys.pending.isEmpty ? [] : keymap.continuations(of: keys.pending, in: keyContext)
  }

  /// Takes in what happened, and returns what is to be done about it.
  package mutating func handle(_ event: Event) -> [Effect] {
    var effects: [Effect]
    switch event {
    case .started: effects = search(keeping: nil, position: 0) + [.countSearches]
    case .key(let key): effects = press(key)
    case .command(let command, let count): effects = run(command, count: count)
    case .mouse(let mouse): effects = point(mouse)
    case .pasted(let text): effects = paste(text)
    case .resized(let newSize):
      size = newSize
      effects = []
    default: effects = take(event)
    }
    effects += settle()
    return effects
  }
}

/// What Esc in a prompt goes back to.
struct Restoration: Hashable, Sendable {
  let query: Query
  let id: ListingID?
  let position: Int
}

/// A listing that is being read.
struct Reading: Hashable, Sendable {
  let id: ListingID
  /// The person has said whether it is read; time does not change that.
  var isSettled: Bool
}
