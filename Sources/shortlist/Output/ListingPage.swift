import Browsing
import Listings
import Queries
import Texts

/// One listing as the browser's detail pane sets it, with what a person decided about it.
struct ListingPage {
  private let detail: ListingDetail
  private let width: Int
  private let isColored: Bool
  private let context: QueryContext

  /// Longer lines than this are hard to read.
  private static let widest = 100

  init(_ detail: ListingDetail, width: Int, isColored: Bool, context: QueryContext) {
    self.detail = detail
    self.width = max(20, min(width, Self.widest))
    self.isColored = isColored
    self.context = context
  }

  var text: String {
    let page = DetailPage(detail, width: width, context: context)
    var lines = page.lines.map(words)
    let title = page.lines.prefix { $0.runs.contains { $0.style.kind == .title } }.count
    // After title, company and a blank line.
    lines.insert(contentsOf: decisions + postings, at: min(title + 2, lines.count))
    if !page.links.isEmpty {
      lines.append("")
      lines += page.links.enumerated().map { "[\($0 + 1)] \($1.cleaned(.singleLine))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(of line: DetailLine) -> String {
    let runs = line.runs.map { run in
      let text = run.text.cleaned()
      return isColored && isStrong(run.style.kind) ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
    var text = String(repeating: " ", count: line.indent) + runs.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  private func isStrong(_ kind: DetailStyle.Kind) -> Bool {
    [.title, .heading, .strong, .pay].contains(kind)
  }

  /// The id, and what was decided, a line each.
  private var decisions: [String] {
    let decisions = detail.decisions
    let marks = [
      decisions.isSaved ? "saved" : nil, decisions.isFlagged ? "flagged" : nil,
      decisions.isHidden ? "hidden" : nil, decisions.stage?.rawValue,
      decisions.rating.map { "\($0) of 5 stars" },
    ].compactMap { $0 }
    var lines = ["Id        \(detail.id)"]
    if !marks.isEmpty { lines.append("Decided   \(marks.joined(separator: ", "))") }
    if !decisions.tags.isEmpty {
      lines.append("Tags      \(decisions.tags.joined(separator: ", ").cleaned(.singleLine))")
    }
    if let note = decisions.note { lines.append("Note      \(note.cleaned(.singleLine))") }
    return lines
  }

  /// Where and when a job was published that was published more than once, for which pay, and what
  /// of it changed.
  private var postings: [String] {
    guard detail.postings.count > 1 else { return [] }
    return detail.postings.flatMap { posting in
      let words = [
        posting.source, posting.posted.map { "posted \($0)" },
        "seen \(posting.firstSeen) to \(posting.lastSeen)", posting.payWords, posting.url,
      ]
      let line = words.compactMap { $0 }.joined(separator: " · ")
      let changes = posting.changes.map { "  \($0.day): \(Wording.change($0))" }
      return ([line] + changes).map { "Posting   " + $0.cleaned(.singleLine) }
    }
  }
}
