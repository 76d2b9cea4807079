/// Something that a source says otherwise than before.
package struct ListingChange: Hashable, Sendable {
  package enum Field: String, CaseIterable, Sendable { case title, pay, place, remote, text }

  package let field: Field
  /// The old words, nil when nothing was stated; of a text the first passage that is gone.
  package let before: String?
  /// The new words; nil when nothing is stated any more.
  package let after: String?
  package let day: Day

  package init(field: Field, before: String?, after: String?, day: Day) {
    self.field = field
    self.before = before
    self.after = after
    self.day = day
  }
}

extension Listing {
  /// What makes a listing "changed": another title, place, pay, remote status or text.
  package func changes(to other: Listing, on day: Day) -> [ListingChange] {
    func change(_ field: ListingChange.Field, _ words: (Listing) -> String?) -> ListingChange {
      ListingChange(field: field, before: words(self), after: words(other), day: day)
    }
    var changes: [ListingChange] = []
    if title != other.title { changes.append(change(.title) { $0.title }) }
    if salary?.range != other.salary?.range || salary?.others != other.salary?.others {
      changes.append(change(.pay) { $0.salary?.words })
    }
    if location != other.location { changes.append(change(.place) { $0.location }) }
    if !remote.isAsOpen(as: other.remote) { changes.append(change(.remote) { $0.remote.words }) }
    if body != other.body {
      changes.append(
        ListingChange(
          field: .text, before: body.firstPassage(notIn: other.body),
          after: other.body.firstPassage(notIn: body), day: day))
    }
    return changes
  }
}

private extension Salary {
  /// As stated; what a board gives as numbers has no words of its own.
  var words: String {
    if !text.isEmpty { return text }
    let ends = [range.low, range.high].compactMap { $0 }.map { String($0 / 100) }
    let sums = Set(ends).count == 1 ? ends[0] : ends.joined(separator: "–")
    return [sums, range.currency?.code, "\(range.period.article) \(range.period.rawValue)"]
      .compactMap { $0 }
      .joined(separator: " ")
  }
}

private extension RemotePolicy {
  func isAsOpen(as other: RemotePolicy) -> Bool {
    kind == other.kind && daysOnSite == other.daysOnSite && eligibility == other.eligibility
  }

  /// Nil when nothing is stated.
  var words: String? {
    if kind == .unknown { return nil }
    let days = daysOnSite.map { ", \($0) days on site" } ?? ""
    let regions = eligibility.regions
    return kind.rawValue + days
      + (regions.isEmpty ? "" : " from \(regions.joined(separator: ", "))")
  }
}

private extension [Block] {
  /// One line of it at most; enough to see what it is about.
  func firstPassage(notIn other: [Block]) -> String? {
    let known = Set(other)
    guard let block = first(where: { !known.contains($0) }) else { return nil }
    if case .list(_, let items) = block, let item = items.first(where: { !other.holds($0) }) {
      return item.passage
    }
    return [block].passage
  }

  private func holds(_ item: [Block]) -> Bool {
    contains { block in
      if case .list(_, let items) = block { items.contains(item) } else { false }
    }
  }

  private var passage: String {
    let longest = 120
    let line = markdown.cleaned(.singleLine)
    return line.count > longest ? line.prefix(longest) + "…" : line
  }
}
