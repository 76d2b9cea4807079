import Browsing
import Foundation
import Listings
import Queries
import Storage

/// Carries out effects off the main thread and posts what came of them.
final class EffectRunner: @unchecked Sendable {
  private let store: Store
  private let opener: LinkOpener
  private let post: @Sendable (Event) -> Void
  private let now: @Sendable () -> Int

  // One queue a kind of work: a long count never holds up the rows under the cursor.
  private let searches = DispatchQueue(label: "searches", qos: .userInitiated)
  private let rows = DispatchQueue(label: "rows", qos: .userInteractive)
  private let writes = DispatchQueue(label: "writes", qos: .userInitiated)

  private let lock = NSLock()
  private var cancellation = Cancellation()
  private var newest = SearchAnswer(generation: 0, ids: [])
  private var reading: ListingID?

  init(
    store: Store, opener: LinkOpener, now: @escaping @Sendable () -> Int,
    post: @escaping @Sendable (Event) -> Void
  ) {
    self.store = store
    self.opener = opener
    self.now = now
    self.post = post
  }

  /// Runs an effect that needs no terminal.
  func run(_ effect: Effect) {
    switch effect {
    case .search(let search): start(search)
    case .recount(let generation, let query): recount(query, generation)
    case .loadRows(let generation, let range): load(range, generation)
    case .loadDetail(let id): rows.async { self.postDetail(id) }
    case .listMatching(let generation, let query): listMatching(query, generation)
    case .decide(let decisions, let ids): write { try $0.decide(decisions, on: ids, at: $1) }
    case .noteRead(let id): noteRead(id)
    case .undo: write { try $0.undo(at: $1) }
    case .redo: write { try $0.redo(at: $1) }
    case .waitForReading(let id): wait(for: id)
    case .open(let link): open(link)
    case .copy, .suspend, .redraw, .quit: break
    }
  }

  /// Waits for decisions that are being written; nothing decided is lost by quitting.
  func finish() {
    lock.withLock { cancellation.cancel() }
    writes.sync {}
  }

  /// Waits until nothing is under way but a wait for reading.
  func wait() {
    for queue in [writes, searches, rows] { queue.sync {} }
  }
}

/// The ids that a search found, kept for loading rows by position.
private struct SearchAnswer {
  let generation: Int
  let ids: [ListingID]
}

extension EffectRunner {
  private func start(_ search: Search) {
    let token = replaceCancellation()
    searches.async {
      self.answering { try self.answer(search, token) }
    }
  }

  private func answer(_ search: Search, _ token: Cancellation) throws {
    let result = try store.search(search.query, token)
    let position = search.keeping.flatMap { result.ids.firstIndex(of: $0) }
    let window = search.window(matching: result.ids.count, found: position)
    let found = Found(
      matching: result.ids.count, position: position, first: window.lowerBound,
      rows: try store.rows(result.ids[window], token))
    lock.withLock { newest = SearchAnswer(generation: search.generation, ids: result.ids) }
    post(.found(generation: search.generation, found))
    let facets = try store.facets(of: search.query, token)
    post(.counted(generation: search.generation, result.counts, facets))
  }

  private func recount(_ query: Query, _ generation: Int) {
    let token = lock.withLock { cancellation }
    searches.async {
      self.answering {
        let counts = try self.store.search(query, token).counts
        self.post(.counted(generation: generation, counts, try self.store.facets(of: query, token)))
      }
    }
  }

  private func load(_ range: Range<Int>, _ generation: Int) {
    rows.async {
      self.answering {
        let answer = self.lock.withLock { self.newest }
        guard answer.generation == generation else { return }
        let range = range.clamped(to: answer.ids.indices)
        let rows = try self.store.rows(answer.ids[range])
        self.post(.rows(generation: generation, first: range.lowerBound, rows))
      }
    }
  }

  private func listMatching(_ query: Query, _ generation: Int) {
    let token = lock.withLock { cancellation }
    searches.async {
      self.answering {
        self.post(.matching(generation: generation, try self.store.search(query, token).ids))
      }
    }
  }

  private func postDetail(_ id: ListingID) {
    answering { post(.detail(id, try store.detail(id))) }
  }

  private func replaceCancellation() -> Cancellation {
    lock.withLock {
      cancellation.cancel()
      cancellation = Cancellation()
      return cancellation
    }
  }

  /// Posts what went wrong; that a search was overtaken is no failure.
  private func answering(_ body: () throws -> Void) {
    do {
      try body()
    } catch StoreError.cancelled {
      return
    } catch {
      post(.failed("\(error)"))
    }
  }
}

extension EffectRunner {
  private func write(_ change: @escaping @Sendable (Store, Int) throws -> DecisionChange?) {
    writes.async {
      self.answering {
        guard let change = try change(self.store, self.now()) else {
          self.post(.decided(DecisionReport(kind: .undone, decisions: [], count: 0, rows: [])))
          return
        }
        self.post(.decided(try self.report(change)))
      }
    }
  }

  private func report(_ change: DecisionChange) throws -> DecisionReport {
    let kind: DecisionReport.Kind =
      switch change.kind {
      case .done: .done
      case .undone: .undone
      case .redone: .redone
      }
    // The first rows are enough for the words on the status line and the rows on the screen.
    let shown = 200
    return DecisionReport(
      kind: kind, decisions: change.decisions, count: change.ids.count,
      rows: try store.rows(change.ids.prefix(shown)))
  }

  private func noteRead(_ id: ListingID) {
    writes.async {
      self.answering {
        _ = try self.store.decide([.read(true)], on: [id], at: self.now(), undoable: false)
      }
    }
  }

  private func wait(for id: ListingID) {
    lock.withLock { reading = id }
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) {
      guard self.lock.withLock({ self.reading == id }) else { return }
      self.post(.readLongEnough(id))
    }
  }

  private func open(_ link: String) {
    DispatchQueue.global().async {
      if let problem = self.opener.open(link) { self.post(.failed(problem)) }
    }
  }
}
