import Listings
import Texts

/// One listing as a page of text, wrapped to the terminal.
struct ListingPage {
  private let detail: ListingDetail
  private let width: Int
  private let isColored: Bool

  init(_ detail: ListingDetail, width: Int, isColored: Bool) {
    self.detail = detail
    self.width = max(20, min(width, 100))
    self.isColored = isColored
  }

  var text: String {
    var lines = [strong((detail.listing.title ?? "Untitled").cleaned(.singleLine))]
    if let company = detail.listing.company { lines.append(company.cleaned(.singleLine)) }
    lines.append("")
    for (name, value) in facts {
      lines.append(name.padding(to: 12) + value.cleaned(.singleLine))
    }
    let body = detail.listing.body.markdown.cleaned()
    lines += ["", body]
    return lines.joined(separator: "\n") + "\n"
  }

  private var facts: [(String, String)] {
    let listing = detail.listing
    var facts: [(String, String)] = [("Id", detail.id.description)]
    facts.append(("Pay", pay))
    facts.append(("Remote", remote))
    facts.append(("Place", listing.location ?? "not stated"))
    if listing.seniority != .unknown { facts.append(("Level", listing.seniority.rawValue)) }
    if !listing.employment.isEmpty {
      facts.append(("Type", listing.employment.map(\.rawValue).joined(separator: ", ")))
    }
    if !listing.skills.isEmpty {
      facts.append(("Skills", listing.skills.joined(separator: ", ")))
    }
    facts.append(("Posted", listing.posted?.description ?? "not stated"))
    facts.append(("Seen", "\(detail.firstSeen) to \(detail.lastSeen)"))
    for posting in detail.postings {
      facts.append(
        ("Source", [posting.source, posting.url].compactMap { $0 }.joined(separator: " ")))
    }
    return facts + decisions
  }

  private var decisions: [(String, String)] {
    let decisions = detail.decisions
    let marks = [
      decisions.isSaved ? "saved" : nil, decisions.isFlagged ? "flagged" : nil,
      decisions.isHidden ? "hidden" : nil, decisions.stage?.rawValue,
    ].compactMap { $0 }
    var facts: [(String, String)] = []
    if !marks.isEmpty { facts.append(("Decided", marks.joined(separator: ", "))) }
    if !decisions.tags.isEmpty {
      facts.append(("Tags", decisions.tags.joined(separator: ", ")))
    }
    if let note = decisions.note { facts.append(("Note", note)) }
    return facts
  }

  private var pay: String {
    guard let salary = detail.listing.salary else { return "not stated" }
    let words = payWords(salary.range)
    return "\(words)  (“\(salary.text)”)"
  }

  private var remote: String {
    let remote = detail.listing.remote
    let kind = remote.kind == .unknown ? "not stated" : remote.kind.rawValue
    let days = remote.daysOnSite.map { ", \($0) days on site" } ?? ""
    let regions = remote.eligibility.regions
    let places = regions.isEmpty ? "" : ", from \(regions.joined(separator: ", "))"
    return kind + days + places
  }

  private func strong(_ text: String) -> String {
    isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - displayWidth(of: self)))
  }
}
