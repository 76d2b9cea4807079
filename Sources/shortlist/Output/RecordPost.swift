import Browsing
import Listings

/// A record in Markdown.
struct RecordPost: RecordDocument {
  func opening(_ title: String, count: Int, query: String) -> String {
    let asked = query.isEmpty ? "" : ": \(escapedMarkdown(query.cleaned(.singleLine)))"
    let head = "# \(title)\n\n\(Wording.count(count, "listing"))\(asked)\n\n"
    let rule = "|" + String(repeating: " --- |", count: SearchRecord.names.count)
    return head + markdownRow(SearchRecord.names) + "\n" + rule + "\n"
  }

  func row(_ cells: [String]) -> String { markdownRow(cells) + "\n" }

  var middle: String { "" }

  func section(_ entry: RecordEntry) -> String {
    var lines = ["", "## \(escapedMarkdown(entry.title))", ""]
    if let link = entry.link { lines.append("- <\(link.filter { !"<> ".contains($0) })>") }
    lines += entry.facts.map { "- \($0.name): \(escapedMarkdown($0.value))" }
    if let note = entry.note {
      let words = note.split(separator: "\n", omittingEmptySubsequences: false)
      lines += [""] + words.map { "> \(escapedMarkdown(String($0)))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var closing: String { "" }
}
