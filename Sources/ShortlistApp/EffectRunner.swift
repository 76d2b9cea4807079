import Browsing
import Columns
import Foundation
import Importing
import Listings
import Queries
import Storage

/// Carries out effects off the main thread and posts what came of them.
final class EffectRunner: @unchecked Sendable {
  let store: Store
  let helpers: Helpers
  let post: @Sendable (Event) -> Void
  private let now: @Sendable () -> Int

  // One queue a kind of work: a long count never holds up the rows under the cursor.
  let searches = DispatchQueue(label: "searches", qos: .userInitiated)
  private let rows = DispatchQueue(label: "rows", qos: .userInteractive)
  let writes = DispatchQueue(label: "writes", qos: .userInitiated)
  let fetches = DispatchQueue(label: "fetches", qos: .utility)

  /// Saved searches are counted here, so that no key waits for them.
  let counting = DispatchQueue(label: "counting", qos: .utility)
  let sorting = DispatchQueue(label: "sorting", qos: .utility)
  let index: ColumnIndex

  private let lock = NSLock()
  private var cancellation = Cancellation()
  private var countCancellation = Cancellation()
  /// The values that were listed last, for the next letter.
  var listed: (query: Query, facet: NamedFacet, state: Int, counts: NameCounts)?
  private var newest = (generation: 0, found: FoundListings.ids([]))
  /// The number of the search that was asked for last.
  private var asked = 0
  private var reading: ListingID?

  init(
    store: Store, helpers: Helpers, now: @escaping @Sendable () -> Int,
    post: @escaping @Sendable (Event) -> Void
  ) {
    self.store = store
    index = ColumnIndex(store: store)
    self.helpers = helpers
    self.now = now
    self.post = post
  }

  /// Runs an effect that needs no terminal.
  func run(_ effect: Effect) {
    switch effect {
    case .search(let search):
      let token = replaceCancellation()
      lock.withLock { asked = search.generation }
      on(searches, effect) { try self.answer(search, token) }
    case .recount(let generation, let query):
      let token = lock.withLock { cancellation }
      on(searches, effect) { try self.recount(query, generation, token) }
    case .loadRows(let generation, let range):
      on(rows, effect) { try self.load(range, generation) }
    case .loadDetail(let id):
      on(rows, effect) { self.post(.detail(id, try self.store.detail(id))) }
    case .listMatching(let generation, let query):
      let token = lock.withLock { cancellation }
      on(searches, effect) {
        self.post(.matching(generation: generation, try self.matching(query, token)))
      }
    case .listGroup(let generation, let position):
      on(rows, effect) { self.postGroup(at: position, generation) }
    case .decide(let decisions, let ids):
      on(writes, effect) {
        try self.report(.done, self.store.decide(decisions, on: ids, at: self.now()))
      }
    case .noteRead(let id):
      on(writes, effect) {
        let change = try self.store.decide(
          [.read(true)], on: [id], at: self.now(), undoable: false)
        try self.index.update(change.ids)
      }
    case .undo: on(writes, effect) { try self.report(.undone, self.store.undo(at: self.now())) }
    case .redo: on(writes, effect) { try self.report(.redone, self.store.redo(at: self.now())) }
    case .importPath(let path): bringIn(path)
    case .export(let query, let marks, let path):
      on(fetches, effect) { try self.export(query, only: marks, to: path) }
    case .listPaths(let number, let text):
      on(counting, effect) {
        let path = TypedPath(text, home: self.helpers.home)
        self.post(.paths(number: number, path.ways))
      }
    case .countNames(let generation, let query): countNames(of: query, generation)
    case .listValues(let request):
      on(searches, effect) { try self.list(request) }
    case .countSearches: countSearches(effect)
    case .saveSearch(let name, let query):
      on(writes, effect) {
        let before = try self.store.saveSearch(query, as: name, at: self.now())
        self.post(.searchSaved(name, isNew: before == nil))
      }
    case .removeSearch(let name):
      on(writes, effect) { _ = try self.store.removeSearch(named: name) }
      countSearches(effect)
    case .waitForReading(let id): wait(for: id)
    case .open(let link): open(link)
    case .sync: sync()
    case .copy, .suspend, .redraw, .quit, .pipe: break
    }
  }

  /// Waits for decisions that are being written; nothing decided is lost by quitting.
  func finish() {
    lock.withLock { cancellation.cancel() }
    index.wakeSearches()
    writes.sync {}
  }

  /// The store was written to by somebody else.
  func forgetColumns() { index.forget() }

  /// Waits until nothing is under way but a wait for reading.
  func wait() {
    for queue in [fetches, writes, searches, counting, sorting, rows] { queue.sync {} }
  }
}

extension EffectRunner {
  /// Runs `body` on a queue, and posts what went wrong; that a search was overtaken is no failure.
  func on(
    _ queue: DispatchQueue, _ effect: Effect, _ body: @escaping @Sendable () throws -> Void
  ) {
    queue.async {
      do {
        try body()
      } catch StoreError.cancelled {
        return
      } catch {
        self.post(.failed("\(error)", of: effect))
      }
    }
  }

  private func answer(_ search: Search, _ token: Cancellation) throws {
    if !index.isLoaded {
      if search.keeping == nil, search.position == 0, search.groups == nil {
        try postFirstRows(search, token)
      }
      try index.load()
    }
    // Also when a key has overtaken this search: the one that follows wants it all the more.
    defer { index.prepare() }
    guard let columns = try index.search(search.query, token) else {
      let result = try store.search(search.query, token)
      if search.groups != nil { post(.failed("not grouped while listings come in")) }
      try postFound(.ids(result.ids), search, token)
      let facets = try store.facets(of: search.query, token)
      return post(.counted(generation: search.generation, result.counts, facets))
    }
    let matching = columns.matching
    let found = try columns.found(matching, from: StoreReading(store, token))
    let groups = try search.groups.flatMap { try grouped(found.ids, $0, columns) }
    try postFound(groups.map { .groups($0) } ?? .rows(found), search, token)
    postCounts(columns, matching, search.generation)
  }

  private func postFound(
    _ listings: FoundListings, _ search: Search, _ token: Cancellation
  ) throws {
    let position = search.keeping.flatMap { listings.position(of: $0) }
    let window = search.window(matching: listings.count, found: position)
    let found = Found(
      matching: listings.count, position: position, first: window.lowerBound,
      rows: try highlighted(
        listings.grouped(
          store.rows(listings.ids(at: window), token), from: window.lowerBound)))
    lock.withLock { newest = (search.generation, listings) }
    post(.found(generation: search.generation, found))
  }

  private func postCounts(_ columns: ColumnSearch, _ matching: RowSet, _ generation: Int) {
    let facets = columns.facets(step: store.context.payStep)
    post(.counted(generation: generation, columns.counts(matching), facets))
  }

  /// A screenful ahead of the rest, which takes longer the more there is.
  private func postFirstRows(_ search: Search, _ token: Cancellation) throws {
    let limit = search.margin + 1
    let rows = try store.firstRows(of: search.query, limit: limit, token)
    // Fewer than asked for is all there is: the whole answer follows at once.
    guard rows.count == limit else { return }
    let found = Found(matching: limit, position: nil, first: 0, rows: rows, isComplete: false)
    post(.found(generation: search.generation, found))
  }

  private func postGroup(at position: Int, _ generation: Int) {
    let answer = lock.withLock { newest }
    guard answer.generation == generation else { return }
    post(.group(generation: generation, answer.found.members(at: position)))
  }

  /// The rows, those brought out that the person's rules speak of.
  private func highlighted(_ rows: [ListingRow]) throws -> [ListingRow] {
    guard let rules = try index.highlighted() else { return rows }
    return rows.map { row in
      var row = row
      row.highlight = rules.rule(of: row.id)
      return row
    }
  }

  private func recount(_ query: Query, _ generation: Int, _ token: Cancellation) throws {
    if let columns = try index.search(query, token) {
      return postCounts(columns, columns.matching, generation)
    }
    let counts = try store.search(query, token).counts
    post(.counted(generation: generation, counts, try store.facets(of: query, token)))
  }

  func matching(_ query: Query, _ token: Cancellation) throws -> [ListingID] {
    if let columns = try index.search(query, token) {
      return try columns.found(columns.matching, from: StoreReading(store, token)).ids
    }
    return try store.search(query, token).ids
  }

  private func load(_ range: Range<Int>, _ generation: Int) throws {
    let answer = lock.withLock { newest }
    guard answer.generation == generation else { return }
    let held = range.clamped(to: 0..<answer.found.count)
    let rows = try highlighted(
      answer.found.grouped(store.rows(answer.found.ids(at: held)), from: held.lowerBound))
    post(.rows(generation: generation, range, rows))
  }

  func isNewest(_ generation: Int) -> Bool { lock.withLock { asked == generation } }

  func replaceCountCancellation() -> Cancellation { replace(\.countCancellation) }

  private func replaceCancellation() -> Cancellation { replace(\.cancellation) }

  private func replace(
    _ path: ReferenceWritableKeyPath<EffectRunner, Cancellation>
  ) -> Cancellation {
    let token = Cancellation()
    lock.withLock {
      self[keyPath: path].cancel()
      self[keyPath: path] = token
    }
    index.wakeSearches()
    return token
  }
}

extension EffectRunner {
  /// Nil says that there was nothing to undo or redo.
  private func report(_ kind: DecisionReport.Kind, _ change: DecisionChange?) throws {
    if let change {
      try index.update(change.ids)
      if change.decisions.contains(where: \.isAboutTags) { try index.updateTags() }
    }
    // The first rows are enough for the words on the status line and the rows on the screen.
    let shown = 200
    post(
      .decided(
        DecisionReport(
          kind: kind, decisions: change?.decisions ?? [], count: change?.ids.count ?? 0,
          rows: try highlighted(store.rows(change?.ids.prefix(shown) ?? [])))))
  }

  private func wait(for id: ListingID) {
    lock.withLock { reading = id }
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) {
      guard self.lock.withLock({ self.reading == id }) else { return }
      self.post(.readLongEnough(id))
    }
  }

  /// One at a time; the browser asks for no second one before the first has ended.
  private func sync() {
    fetches.async {
      let news = NewsGatherer {
        self.index.forget()
        self.post(.synced($0, isLast: false))
      }
      do {
        let sources = try self.store.sources()
        if let makeSyncer = self.helpers.makeSyncer, !sources.isEmpty {
          _ = try makeSyncer().run(sources, areAsked: false) { news.take($0) }
        } else {
          news.note("you follow nothing yet: shortlist source add --help tells how")
        }
      } catch {
        news.note("\(error)")
      }
      self.index.forget()
      self.post(.synced(news.whole, isLast: true))
    }
  }

  private func open(_ link: String) {
    DispatchQueue.global().async {
      if let problem = self.helpers.opener.open(link) { self.post(.failed(problem)) }
    }
  }
}
