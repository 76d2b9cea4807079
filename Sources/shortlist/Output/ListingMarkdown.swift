import Listings

/// A listing as a Markdown post that `import` reads back.
func markdownPost(_ detail: ListingDetail) -> String {
  let listing = detail.listing
  let title = escapedMarkdown(listing.title ?? "Untitled")
  var lines = [listing.url.map { "# [\(title)](\($0))" } ?? "# \(title)"]
  if let company = listing.company { lines.append("### \(escapedMarkdown(company))") }
  var facts: [String] = []
  if let text = listing.salary?.text { facts.append("**Salary:** \(escapedMarkdown(text))") }
  if let place = listing.location { facts.append("**Location:** \(escapedMarkdown(place))") }
  if listing.remote.kind != .unknown { facts.append("**Remote:** \(listing.remote.kind.rawValue)") }
  if let posted = listing.posted { facts.append("**Posted:** \(posted)") }
  lines.append(contentsOf: facts.map { $0 + "  " })
  if let note = detail.decisions.note { lines.append("> \(note)") }
  lines.append(listing.body.markdown)
  return lines.joined(separator: "\n\n")
}

/// One row of a Markdown table.
func markdownRow(_ values: [String]) -> String {
  "| "
    + values.map {
      escapedMarkdown($0).split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|")
    }.joined(separator: " | ") + " |"
}

func escapedMarkdown(_ text: String) -> String {
  var result = ""
  for character in text {
    if "\\`*_[]<>".contains(character) { result.append("\\") }
    result.append(character == "\n" ? " " : character)
  }
  return result
}
