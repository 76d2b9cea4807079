import Commands
import Listings
import Queries

extension Browser {
  /// What `search:` can name.
  var namedQueries: NamedQueries { NamedQueries(saved?.map(\.search) ?? []) }

  /// Keeps the saved searches and their numbers, as the store gave them.
  mutating func take(_ results: [SavedSearchResult]) {
    saved = results
    refreshFilters()
  }

  mutating func openSaved() {
    guard saved?.isEmpty == false else {
      let key = keymap.keys(for: .find(.saveSearch), in: .list).first
      let hint = key.map { "; \($0) saves the query there is" } ?? ""
      message = .note(
        saved == nil ? "the saved searches are still counted" : "nothing is saved yet" + hint)
      return
    }
    openChooser(.searches)
  }

  /// A search whose words can't be read any more is shown with what is wrong, and stays.
  mutating func runSearch(named name: String) -> [Effect] {
    guard let search = saved?.first(where: { $0.search.name == name })?.search else { return [] }
    do throws(QueryError) {
      let wanted = try Query(parsing: search.query, searches: namedQueries)
      searchName = name
      return change(to: wanted)
    } catch {
      message = .problem("\(name): \(error.message)")
      return []
    }
  }

  mutating func openSearchName() {
    guard query != Query() else {
      message = .note("there is no query to save")
      return
    }
    openPrompt(.searchName)
  }

  /// Asks once more when the name is taken by another query.
  mutating func saveSearch(as text: String) -> [Effect] {
    guard let name = SavedSearch.name(from: text) else {
      prompt?.error = PromptError(
        offset: 0, length: 0, message: "a name has 1 to \(SavedSearch.longestName) characters")
      return []
    }
    guard !query.names(search: name) else {
      prompt?.error = PromptError(
        offset: 0, length: 0, message: "the query asks for this search itself; take another name")
      return []
    }
    let words = query.description
    if let taken = saved?.first(where: { $0.search.isNamed(name) })?.search,
      taken.query != words, prompt?.confirmed != name
    {
      prompt?.confirmed = name
      prompt?.error = PromptError(
        offset: 0, length: 0, message: "taken by \(taken.query); Enter again replaces it")
      return []
    }
    closePrompt()
    searchName = name
    return [.saveSearch(name: name, query: words)]
  }

  mutating func note(saved name: String, isNew: Bool) {
    message = .note(isNew ? "saved \(name)" : "replaced \(name)")
  }
}

extension SavedSearch {
  /// The query is what this search asks for.
  func asks(_ wanted: Query, among searches: NamedQueries) -> Bool {
    (try? Query(parsing: query, searches: searches)) == wanted
  }

  /// Capitals tell no two names apart.
  func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }
}

extension Wording {
  /// "41 · 3 new".
  package static func found(_ result: SavedSearchResult) -> String {
    let new = result.new > 0 ? " · \(number(result.new)) new" : ""
    return number(result.matching) + new
  }
}
