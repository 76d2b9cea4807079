import Queries
import TOMLKit

// Rules about listings, each a query: [[highlight]] and [[hide]].
extension SettingsFile {
  mutating func readHighlights(_ value: any TOMLValueConvertible) {
    var rules = rules(value, .highlight, knows: ["query", "style"])
    if rules.count > ListingRules.mostHighlights {
      problem(at: "highlight", "more than \(ListingRules.mostHighlights) of them; the first count")
      rules = Array(rules.prefix(ListingRules.mostHighlights))
    }
    settings.highlightStyles = rules.map(\.table["style"]?.string)
    settings.rules = ListingRules(
      hiding: settings.rules.hiding, highlights: rules.map(\.query))
  }

  mutating func readHides(_ value: any TOMLValueConvertible) {
    let rules = rules(value, .hide, knows: ["query"])
    settings.rules = ListingRules(
      hiding: rules.map(\.query), highlights: settings.rules.highlights)
  }

  /// Those that can be read; what is wrong with the others is a problem.
  private mutating func rules(
    _ value: any TOMLValueConvertible, _ name: SettingName, knows keys: Set<String>
  ) -> [(query: Query, table: TOMLTable)] {
    let tables = value.array.map { $0.map(\.table) } ?? []
    guard !tables.isEmpty, !tables.contains(where: { $0 == nil }) else {
      problem(at: name.rawValue, "expected tables, as in [[\(name.rawValue)]]")
      return []
    }
    return tables.compactMap { $0 }.compactMap { table in
      for key in table.keys where !keys.contains(key) {
        problem(at: key, "a \(name.rawValue) has no \"\(key)\"")
      }
      guard let text = table["query"]?.string else {
        problem(at: name.rawValue, "expected a query in quotes, as in query = \"salary>=150k\"")
        return nil
      }
      return query(text).map { ($0, table) }
    }
  }

  /// Saved searches are in the store, which is not open yet.
  private mutating func query(_ text: String) -> Query? {
    do throws(QueryError) {
      let query = try Query(parsing: text)
      guard !query.mentionsHidden else {
        problem(atValue: text, "\"\(text)\": a rule does not speak of what is hidden")
        return nil
      }
      return query
    } catch {
      problem(atValue: text, "\"\(text)\": \(error.message)")
      return nil
    }
  }

  private mutating func problem(atValue text: String, _ reason: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { $0.contains(text) }
    problems.append(SettingsProblem(path: path, line: index.map { $0 + 1 }, reason: reason))
  }
}
