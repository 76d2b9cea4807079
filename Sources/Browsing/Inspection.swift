import Listings
import Queries

/// What lies over the upper part of the detail: the fields and the words they were read from, the
/// query's clauses and why they hold, or the job's postings.
package struct Inspection: Hashable, Sendable {
  package enum Subject: Hashable, Sendable { case evidence, reasons, postings }

  package let subject: Subject
  package internal(set) var lines: [DetailLine] = []
  package internal(set) var entries: [Entry] = []
  package internal(set) var selection = 0
  /// Index of the first line on the screen.
  package internal(set) var top = 0
  package internal(set) var visible = 1

  /// Where the focus goes when it is closed.
  let focusBefore: Pane
  /// What the lines were made of.
  var source: Source?
  /// The words that the detail was last scrolled to.
  var shownProof: Range<Int>?

  /// One field and some words, one clause, or one posting.
  package struct Entry: Hashable, Sendable {
    package let lines: Range<Int>
    /// UTF-8 offsets of the body's plain text; nil when the words stand elsewhere.
    let proof: Range<Int>?
  }

  struct Source: Hashable, Sendable {
    let detail: ListingDetail
    let query: Query
    let width: Int
  }

  init(_ subject: Subject, focusBefore: Pane) {
    self.subject = subject
    self.focusBefore = focusBefore
  }

  package var title: String {
    switch subject {
    case .evidence: "Read from these words"
    case .reasons: "Why this listing is here"
    case .postings: "Where and when it was posted"
    }
  }

  package var shownLines: ArraySlice<DetailLine> {
    lines[min(top, lines.count)..<min(lines.count, top + visible)]
  }

  /// The lines of the chosen entry, counted from the first on the screen.
  package var selectedRows: Range<Int> {
    guard entries.indices.contains(selection) else { return 0..<0 }
    let rows = entries[selection].lines
    return rows.lowerBound - top..<rows.upperBound - top
  }

  var proof: Range<Int>? {
    entries.indices.contains(selection) ? entries[selection].proof : nil
  }

  mutating func show(_ page: InspectionPage, of newSource: Source) {
    if source?.detail.id != newSource.detail.id { selection = 0 }
    source = newSource
    lines = page.lines
    entries = page.entries
    move(by: 0)
  }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    settle()
  }

  mutating func move(by steps: Int) {
    let most = max(0, entries.count - 1)
    selection = min(max(0, selection + max(-most, min(most, steps))), most)
    settle()
  }

  /// All lines of the chosen entry are on the screen, or its first ones.
  private mutating func settle() {
    if entries.indices.contains(selection) {
      let rows = entries[selection].lines
      top = min(max(top, rows.upperBound - visible), rows.lowerBound)
    }
    top = min(max(0, top), max(0, lines.count - visible))
  }
}
