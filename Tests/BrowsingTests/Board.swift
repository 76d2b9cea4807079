import Browsing
import Commands
import Listings
import Queries
import TestSupport

/// A browser and the world around it: listings, decisions and a journal, all in memory.
struct Board {
  static let context = QueryContext(
    today: ListingBuilder.today, currency: .usd,
    rates: ExchangeRates(
      day: ListingBuilder.today, publisher: "test", perEuro: [.usd: 1.1, .gbp: 0.8]))

  var browser: Browser
  private(set) var listings: [ListingDetail]
  /// All that was asked for since it was last read.
  private(set) var asked: [Effect] = []
  /// Answers wait in `held` until `release()`.
  var isHolding = false
  private(set) var held: [Event] = []
  /// The names that any group has.
  var values: [FacetValue] = []
  /// The paths there are.
  var paths: [String] = []
  private(set) var saved: [SavedSearch] = []
  /// What matches, and of it what stands in the list.
  private var all: [ListingID] = []
  private var found: [ListingID] = []
  private var groups: [ListingID: (group: RowGroup, members: [ListingID])] = [:]
  private var journal: [Change] = []
  private var undone: [Change] = []

  private struct Change {
    let decisions: [Decision]
    let before: [ListingID: Decisions]
  }

  init(
    _ listings: [ListingDetail] = Board.six, query: String = "",
    size: Size = Size(width: 100, height: 30), saved: [SavedSearch] = []
  ) throws {
    self.listings = listings
    self.saved = saved
    browser = Browser(
      context: Self.context, query: try Query(parsing: query), size: size)
    send(.started)
  }

  static let six: [ListingDetail] = [
    job(1, "Senior iOS Engineer", "Acme", .remote, pay: 180),
    job(2, "Staff Backend Engineer", "Initech", .hybrid, pay: 150),
    job(3, "Platform Engineer", "Umbrella", .unknown, pay: nil),
    job(4, "Rust Developer", "Initech", .remote, pay: 120),
    job(5, "Data Engineer", "Globex", .onsite, pay: 95),
    job(6, "Engineering Manager", nil, .remote, pay: nil),
  ]

  static func many(_ count: Int) -> [ListingDetail] {
    (1...count).map { job(Int64($0), "Engineer \($0)", "Acme", .remote, pay: 100) }
  }

  /// The higher the number the older, so that they are listed in the order of their numbers.
  private static func job(
    _ number: Int64, _ title: String, _ company: String?, _ kind: RemoteKind, pay: Int?
  ) -> ListingDetail {
    ListingBuilder.detail(number, title, company: company) {
      $0.listing.remote = RemotePolicy(kind: kind)
      $0.listing.salary = pay.map { ListingBuilder.pay($0 * 1000, $0 * 1000) }
      $0.listing.posted = ListingBuilder.today.adding(days: -Int(number))
      $0.listing.url = "https://example.com/\(number)"
      $0.listing.body = [
        .paragraph([
          .text("Work with "), .link([.text("us")], url: "https://example.org/\(number)"),
        ])
      ]
    }
  }
}

extension Board {
  var selected: Int64? { browser.list.selectedID?.number }

  var shownTitles: [String] {
    (0..<browser.list.count).map { browser.list.row(at: $0)?.title ?? "…" }
  }

  func decisions(_ number: Int64) -> Decisions? {
    listings.first { $0.id.number == number }?.decisions
  }

  /// What was asked for since the last call, loading left aside.
  mutating func takeEffects() -> [Effect] {
    defer { asked = [] }
    return asked.filter { effect in
      switch effect {
      case .search, .loadRows, .loadDetail, .recount, .waitForReading, .countSearches, .countNames:
        false
      default: true
      }
    }
  }

  mutating func takeAllEffects() -> [Effect] {
    defer { asked = [] }
    return asked
  }

  mutating func press(_ keys: String) throws {
    for key in try KeySequence(parsing: keys).keys { send(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  mutating func send(_ event: Event) {
    var events = [event]
    while !events.isEmpty {
      let effects = browser.handle(events.removeFirst())
      asked += effects
      let answers = effects.flatMap { answer($0) }
      if isHolding { held += answers } else { events += answers }
    }
  }

  mutating func release() {
    let waiting = held
    held = []
    isHolding = false
    for event in waiting { send(event) }
  }

  mutating func forgetDecisions() {
    for index in listings.indices { listings[index].decisions = Decisions() }
  }

  mutating func takeHeld() -> [Event] {
    defer { held = [] }
    return held
  }
}

private extension Board {
  mutating func answer(_ effect: Effect) -> [Event] {
    switch effect {
    case .search(let search): return answer(search)
    case .recount(let generation, let query):
      return [.counted(generation: generation, counts(query), FacetCounts())]
    case .loadRows(let generation, let range):
      let rows = range.clamped(to: 0..<found.count).map { row(found[$0]) }
      return [.rows(generation: generation, range, rows)]
    case .loadDetail(let id): return [.detail(id, listings.first { $0.id == id })]
    case .listMatching(let generation, _): return [.matching(generation: generation, all)]
    case .decide(let decisions, let ids): return [.decided(decide(decisions, ids))]
    case .undo: return [.decided(undo())]
    case .redo: return [.decided(redo())]
    case .noteRead(let id):
      update(id) { $0.apply(.read(true)) }
      return []
    case .listGroup(let generation, let position):
      let ids = found.indices.contains(position) ? groups[found[position]]?.members ?? [] : []
      return [.group(generation: generation, ids)]
    case .countSearches: return searches
    case .countNames: return []
    case .listValues(let request):
      let fitting = values.filter { $0.name.lowercased().hasPrefix(request.text.lowercased()) }
      return [.values(number: request.number, fitting, total: fitting.count)]
    case .listPaths(let number, let text):
      return [.paths(number: number, paths.filter { $0.hasPrefix(text) })]
    case .saveSearch(let name, let query):
      let before = saved.count
      saved.removeAll { $0.name == name }
      saved.append(SavedSearch(name: name, query: query))
      return [.searchSaved(name, isNew: saved.count > before)]
    case .removeSearch(let name):
      saved.removeAll { $0.name == name }
      return searches
    case .importPath(let path): return [.imported("read \(path)", isProblem: false)]
    case .export(_, let marks, let path):
      return [.exported(marks.isEmpty ? found.count : marks.count, to: path)]
    case .pipe(let words, _): return [.piped(words, problem: nil)]
    case .waitForReading, .open, .copy, .sync, .suspend, .redraw, .quit: return []
    }
  }

  var searches: [Event] {
    [
      .searches(
        saved.sorted { $0.name < $1.name }.map { search in
          guard let query = try? Query(parsing: search.query) else {
            return SavedSearchResult(search, problem: "there is no field \"pets\"")
          }
          let matching = listings.filter { query.includes(MatchSubject($0), in: Self.context) }
          return SavedSearchResult(
            search, matching: matching.count, new: matching.count(where: \.isNew))
        })
    ]
  }

  mutating func answer(_ search: Search) -> [Event] {
    let subjects = listings.map { MatchSubject($0) }
    let matching = subjects.filter { search.query.includes($0, in: Self.context) }
    all = search.query.sorted(matching, in: Self.context).map(\.id)
    let position = group(by: search)
    let window = search.window(matching: found.count, found: position)
    let answer = Found(
      matching: found.count, position: position, first: window.lowerBound,
      rows: found[window].map { row($0) })
    return [
      .found(generation: search.generation, answer),
      .counted(generation: search.generation, counts(search.query), FacetCounts()),
    ]
  }

  /// Puts together what the search asks for, and returns where the listing to be kept is.
  mutating func group(by search: Search) -> Int? {
    groups = [:]
    found = all
    if let request = search.groups {
      found = []
      let keys = Dictionary(
        uniqueKeysWithValues: listings.map { ($0.id, $0.listing.company ?? "none \($0.id)") })
      func key(_ id: ListingID) -> String { keys[id] ?? "" }
      let byKey = Dictionary(grouping: all, by: key)
      for id in all {
        let members = request.grouping == .company ? byKey[key(id)] ?? [] : [id]
        guard members.count > 1, members[0] == id else {
          if members.count == 1 { found.append(id) }
          continue
        }
        let isFolded = request.folding.isFolded(key(id))
        for (index, member) in members.enumerated() {
          groups[member] = (
            RowGroup(
              key: key(id), name: key(id), count: members.count, isFolded: isFolded,
              isFirst: index == 0), members
          )
        }
        found += isFolded ? [id] : members
      }
    }
    return search.keeping.flatMap { id in
      found.firstIndex(of: id) ?? groups[id].flatMap { found.firstIndex(of: $0.members[0]) }
    }
  }

  func counts(_ query: Query) -> ResultCounts {
    ResultCounts(total: listings.count, matching: all.count)
  }

  func row(_ id: ListingID) -> ListingRow {
    var row = listings.first { $0.id == id }.map(ListingBuilder.row) ?? ListingRow(id: id)
    row.group = groups[id]?.group
    return row
  }

  mutating func update(_ id: ListingID, _ change: (inout Decisions) -> Void) {
    guard let index = listings.firstIndex(where: { $0.id == id }) else { return }
    change(&listings[index].decisions)
  }

  mutating func decide(_ decisions: [Decision], _ asked: [ListingID]) -> DecisionReport {
    let ids = decisions.contains(where: \.isAboutCompany) ? ofCompanies(asked) : asked
    let known = listings.filter { ids.contains($0.id) }
    let before = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.decisions) })
    journal.append(Change(decisions: decisions, before: before))
    undone = []
    for id in ids { update(id) { all in decisions.forEach { all.apply($0) } } }
    return report(.done, decisions, known.map(\.id))
  }

  /// All listings of the companies of these.
  func ofCompanies(_ ids: [ListingID]) -> [ListingID] {
    let companies = Set(
      listings.filter { ids.contains($0.id) }.compactMap { CompanyKey($0.listing.company) })
    return listings.filter { CompanyKey($0.listing.company).map(companies.contains) ?? false }
      .map(\.id)
  }

  mutating func undo() -> DecisionReport {
    guard let change = journal.popLast() else { return report(.undone, [], []) }
    undone.append(change)
    for (id, decisions) in change.before { update(id) { $0 = decisions } }
    return report(.undone, change.decisions, change.before.keys.sorted())
  }

  mutating func redo() -> DecisionReport {
    guard let change = undone.popLast() else { return report(.redone, [], []) }
    journal.append(change)
    for id in change.before.keys {
      update(id) { all in change.decisions.forEach { all.apply($0) } }
    }
    return report(.redone, change.decisions, change.before.keys.sorted())
  }

  func report(
    _ kind: DecisionReport.Kind, _ decisions: [Decision], _ ids: [ListingID]
  ) -> DecisionReport {
    DecisionReport(
      kind: kind, decisions: decisions, count: ids.count, rows: ids.prefix(3).map { row($0) })
  }
}

private extension Decision {
  var isAboutCompany: Bool { if case .companyHidden = self { true } else { false } }
}
