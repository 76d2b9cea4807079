/// The names of the fields that a query can ask; the field table describes each.
package enum QueryFieldName: String, CaseIterable, Sendable {
  case title, company, place, body, salary, remote, eligible, tz, level, type, posted, skill
  case source, seen, changed, closed, reposted
  case state = "is"
  case stage, tag, note, reason, rating
  case followUp = "followup"
  case has, search, sort, undecided

  /// By its name or one of its other names, capitals folded.
  package init?(written text: some StringProtocol) {
    guard let name = Self.byName[text.lowercased()] else { return nil }
    self = name
  }

  private static let byName: [String: QueryFieldName] = Dictionary(
    allCases.flatMap { name in ([name.rawValue] + name.info.aliases).map { ($0, name) } },
    uniquingKeysWith: { first, _ in first })
}

/// A row of the field table: the parser, the manual, the help and completion read it.
package struct QueryField: Sendable {
  /// Other names that are understood; the first name is the one printed.
  package let aliases: [String]
  /// What stands after the sign, as the end of "salary expects …".
  package let syntax: String
  package let examples: [String]
  /// One sentence.
  package let help: String
  /// The values that can be listed beforehand.
  package let values: [String]
  /// Takes `<`, `>`, `<=`, `>=` and ranges with `..`.
  package let isOrdered: Bool

  init(
    _ help: String, expects syntax: String, examples: [String], aliases: [String] = [],
    values: [String] = [], isOrdered: Bool = false
  ) {
    self.help = help
    self.syntax = syntax
    self.examples = examples
    self.aliases = aliases
    self.values = values
    self.isOrdered = isOrdered
  }
}
