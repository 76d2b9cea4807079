import Browsing
import Listings
import Storage
import Texts

/// What a query finds in numbers, as a page of text.
struct SummaryPage {
  private let summary: SearchSummary
  private let currency: Currency
  private let top: Int

  init(_ summary: SearchSummary, currency: Currency, top: Int) {
    self.summary = summary
    self.currency = currency
    self.top = top
  }

  var text: String {
    let parts = [
      head, section("Remote", kinds), pay, section("Level", levels), section("Type", types),
      named("Companies", summary.companies, notStated: summary.companyNotStated),
      named("Sources", summary.sources, notStated: 0), section("Decided", decided), stages,
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }
}

private extension SummaryPage {
  typealias Row = (name: String, count: Int)

  var head: [String] {
    let counts = summary.counts
    var words = "\(Wording.number(counts.matching)) of \(Wording.count(counts.total, "listing"))"
    if summary.hidden > 0 { words += " · \(Wording.number(summary.hidden)) hidden" }
    if counts.new > 0 { words += " · \(Wording.number(counts.new)) new" }
    if counts.changed > 0 { words += " · \(Wording.number(counts.changed)) changed" }
    guard let first = summary.posted.first, let last = summary.posted.last else { return [words] }
    let open = summary.posted.notStated
    let rest = open > 0 ? ", \(Wording.number(open)) without a date" : ""
    return [words, "posted from \(first) to \(last)\(rest)"]
  }

  var kinds: [Row] {
    RemoteKind.ranked.map { (Wording.kind($0), summary.remote[$0] ?? 0) }
  }

  var levels: [Row] {
    (Seniority.allCases.filter { $0 != .unknown } + [.unknown]).compactMap { level in
      summary.seniority[level].map { (Wording.level(level), $0) }
    }
  }

  var types: [Row] {
    let stated = Employment.allCases.compactMap { form in
      summary.employment[form].map { (Wording.employment(form), $0) }
    }
    return stated + [(Wording.notStated, summary.employmentNotStated)].filter { $0.1 > 0 }
  }

  var decided: [Row] {
    [("saved", summary.saved), ("flagged", summary.flagged), ("unread", summary.unread)]
      .filter { $0.1 > 0 }
  }
}

private extension SummaryPage {
  static let indent = "  "

  /// Each count with its share of what was found.
  func section(_ title: String, _ rows: [Row]) -> [String] {
    guard summary.counts.matching > 0, !rows.isEmpty else { return [] }
    return [title] + lines(rows)
  }

  func lines(_ rows: [Row]) -> [String] {
    let names = rows.map { $0.name.cleaned(.singleLine) }
    let width = names.map { displayWidth(of: $0) }.max() ?? 0
    let counts = rows.map { Wording.number($0.count) }
    let digits = counts.map(\.count).max() ?? 0
    return rows.indices.map { index in
      let gap = String(repeating: " ", count: width - displayWidth(of: names[index]))
      let share = share(rows[index].count).map { "  \(padded($0, to: 5))" } ?? ""
      return "\(Self.indent)\(names[index])\(gap)  \(padded(counts[index], to: digits))\(share)"
    }
  }

  func share(_ count: Int) -> String? {
    let all = summary.counts.matching
    guard all > 0, count <= all else { return nil }
    return count > 0 && count * 100 < all ? "<1 %" : "\(count * 100 / all) %"
  }

  func named(_ title: String, _ values: [FacetValue], notStated: Int) -> [String] {
    var rows = values.prefix(top).map { Row($0.name, $0.count) }
    if notStated > 0, top > 0 { rows.append((Wording.notStated, notStated)) }
    let more = values.count > top ? ", \(Wording.number(values.count)) in all" : ""
    return top == 0 ? [] : section(title + more, rows)
  }

  func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

private extension SummaryPage {
  /// A figure made of other currencies too is marked as such.
  var pay: [String] {
    guard summary.counts.matching > 0 else { return [] }
    let pay = summary.pay
    let about = pay.converted > 0 ? "≈" : ""
    let rows = [("from", pay.low), ("up to", pay.high)].compactMap { name, quartiles in
      quartiles.map { quartiles in
        [Self.indent + name]
          + [quartiles.lower, quartiles.median, quartiles.upper]
          .map { about + Wording.number($0 / 100) }
      }
    }
    var lines = ["Pay, \(currency.code) a year"]
    if !rows.isEmpty {
      let head = ["", "lower quartile", "median", "upper quartile"]
      lines += aligned([head] + rows)
    }
    return lines + [Self.indent + payCounts]
  }

  var payCounts: String {
    let pay = summary.pay
    var words = "stated by \(Wording.number(pay.comparable + pay.notComparable))"
    if pay.converted > 0 { words += " (\(Wording.number(pay.converted)) converted)" }
    words += ", not by \(Wording.number(pay.notStated))"
    if pay.notComparable > 0 {
      words += "; \(Wording.number(pay.notComparable)) in a currency that can't be compared"
    }
    return words
  }

  /// The first column to the left, the others to the right.
  func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0
          ? cell + String(repeating: " ", count: widths[0] - cell.count)
          : padded(cell, to: widths[column])
      }
      return cells.joined(separator: "  ")
    }
  }

  var stages: [String] {
    guard !summary.stages.isEmpty else { return [] }
    let rows = lines(summary.stages.map { ($0.stage.rawValue, $0.count) })
    return ["Stages"]
      + zip(rows, summary.stages).map { row, stage in
        guard let first = stage.first, let last = stage.last else { return row }
        return first == last ? "\(row)  \(first)" : "\(row)  \(first) to \(last)"
      }
  }
}

private extension RemoteKind {
  static let ranked: [RemoteKind] = [.remote, .hybrid, .onsite, .unknown]
}
