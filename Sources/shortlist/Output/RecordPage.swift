import Browsing
import Listings

/// A record as a page to be printed; it asks for nothing from elsewhere.
struct RecordPage: RecordDocument {
  func opening(_ title: String, count: Int, query: String) -> String {
    let asked = query.isEmpty ? "" : ": <code>\(Self.escaped(query.cleaned(.singleLine)))</code>"
    let names = SearchRecord.names.map { "<th>\($0)</th>" }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(Self.escaped(title))</title>
      <style>
      body { font: 11pt/1.4 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #999; padding: 0.2em 0.5em; text-align: left; }
      section { break-inside: avoid; }
      blockquote { white-space: pre-wrap; }
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>
      <p>\(Wording.count(count, "listing"))\(asked)</p>
      <table>
      <thead><tr>\(names)</tr></thead>
      <tbody>

      """
  }

  func row(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n"
  }

  var middle: String { "</tbody>\n</table>\n" }

  func section(_ entry: RecordEntry) -> String {
    var lines = ["<section>", "<h2>\(Self.escaped(entry.title))</h2>", "<ul>"]
    if let link = entry.link { lines.append("<li>\(Self.linked(link))</li>") }
    lines += entry.facts.map { "<li>\($0.name): \(Self.escaped($0.value))</li>" }
    lines.append("</ul>")
    if let note = entry.note { lines.append("<blockquote>\(Self.escaped(note))</blockquote>") }
    return (lines + ["</section>", ""]).joined(separator: "\n")
  }

  var closing: String { "</body>\n</html>\n" }

  /// Only what a browser can't take for a program becomes a link.
  private static func linked(_ link: String) -> String {
    let lowered = link.lowercased()
    let text = escaped(link)
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return text }
    return "<a href=\"\(text)\">\(text)</a>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
