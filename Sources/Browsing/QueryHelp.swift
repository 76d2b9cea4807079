import Queries
import Texts

extension HelpModel {
  /// What a query can say, made from the field table.
  static var query: HelpModel {
    HelpModel(topic: .query, lines: basics + fields)
  }

  private static var basics: [Line] {
    [.heading("Words")] + wrapped("Whole words, anywhere in title, company and text.") + [
      .entry("swift vapor", "both words"), .entry("swift*", "words that begin so"),
      .entry("\"exact phrase\"", "these words in a row"),
      .blank, .heading("Joining"),
      .entry("a b", "both"), .entry("a or b", "one of them"), .entry("-a, not a", "not that"),
      .entry("(a or b) c", "parentheses group"),
      .entry("level:senior,staff", "one of several values"),
      .blank, .heading("Not stated"),
    ]
      + wrapped(
        "What does not say what is asked is left out and counted; the line at the bottom tells why."
      )
      + [
        .entry("salary>=150k?", "takes it in, for this clause"),
        .entry("undecided:yes", "takes it in, as U does"), .blank,
      ]
  }

  private static var fields: [Line] {
    Array(QueryFieldName.allCases.map(lines).joined(separator: [.blank]))
  }

  private static func lines(of name: QueryFieldName) -> [Line] {
    let info = name.info
    let others = info.aliases.isEmpty ? "" : "   also \(info.aliases.joined(separator: ", "))"
    var lines: [Line] = [.heading("\(name.rawValue):\(others)")] + wrapped(info.help)
    for example in info.examples { lines.append(.entry(example, "")) }
    if !info.values.isEmpty {
      let rest = info.values.count > mostValues ? ", …" : ""
      let values = info.values.prefix(mostValues).joined(separator: ", ")
      lines += wrapped("Values: " + values + rest)
    }
    return lines
  }

  /// Countries are too many to list; completion names them all.
  private static let mostValues = 24

  /// In lines that fit the smallest screen.
  private static func wrapped(_ text: String) -> [Line] {
    TextLayout(width: 54).lines(of: StyledText(text, style: 0)).map { .text($0.text) }
  }
}
