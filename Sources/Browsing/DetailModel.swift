import Listings
import Queries
import Texts

/// What a run of the detail is.
package struct DetailStyle: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case plain, title, company, label, evidence, heading, strong, emphasis, code, link
    /// The number by which a link is opened.
    case linkNumber
    case dimmed, pay, remote, problem, rule
  }

  package var kind: Kind
  /// The number of the search hit that this is part of.
  package var hit: Int?
  /// Part of the words that the chosen field was read from.
  package var isProof = false

  package init(_ kind: Kind, hit: Int? = nil) {
    self.kind = kind
    self.hit = hit
  }
}

package typealias DetailLine = TextLine<DetailStyle>

/// The selected listing, typeset, and how far it is scrolled.
package struct DetailModel: Hashable, Sendable {
  /// The listing to show; nil when no row is selected.
  package internal(set) var id: ListingID?
  /// Nil while it is loaded, and when it is gone.
  package internal(set) var detail: ListingDetail?
  /// There is no such listing any more.
  package internal(set) var isGone = false
  package internal(set) var page = DetailPage()
  /// Index of the first line on the screen.
  package internal(set) var top = 0
  package internal(set) var visible = 1
  /// The hit that `n` and `N` went to last.
  package internal(set) var currentHit: Int?

  package init() {}

  package var isLoading: Bool { id != nil && detail == nil && !isGone }

  /// The lines on the screen.
  package var shownLines: ArraySlice<DetailLine> {
    page.lines[min(top, page.lines.count)..<min(page.lines.count, top + visible)]
  }
}

/// A listing set in lines of some width.
package struct DetailPage: Hashable, Sendable {
  package internal(set) var width = 0
  package internal(set) var lines: [DetailLine] = []
  /// The addresses of the numbered links; the first has the number 1.
  package internal(set) var links: [String] = []
  /// The line of each search hit, in order.
  package internal(set) var hitLines: [Int] = []
  /// The first line of the words that the chosen field was read from.
  package internal(set) var proofLine: Int?

  package init() {}
}

extension DetailModel {
  mutating func show(_ newID: ListingID?) {
    guard id != newID else { return }
    self = DetailModel(id: newID, visible: visible)
  }

  private init(id: ListingID?, visible: Int) {
    self.init()
    self.id = id
    self.visible = visible
  }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    settle()
  }

  mutating func show(_ newPage: DetailPage) {
    let isRewrapped = page.width != newPage.width && !page.lines.isEmpty
    let share = isRewrapped ? Double(top) / Double(page.lines.count) : 0
    page = newPage
    if isRewrapped { top = Int((share * Double(page.lines.count)).rounded()) }
    if let hit = currentHit, !page.hitLines.indices.contains(hit) { currentHit = nil }
    settle()
  }

  mutating func scroll(by lines: Int) {
    top += max(-page.lines.count, min(page.lines.count, lines))
    settle()
  }

  /// Goes on by some hits, around the end; false when there is none.
  mutating func goToHit(steps: Int) -> Bool {
    let hits = page.hitLines
    guard !hits.isEmpty else { return false }
    let next: Int
    if let currentHit {
      next = currentHit + steps
    } else if steps > 0 {
      next = (hits.firstIndex { $0 >= top } ?? 0) + steps - 1
    } else {
      next = (hits.lastIndex { $0 < top } ?? hits.count - 1) + steps + 1
    }
    let hit = ((next % hits.count) + hits.count) % hits.count
    currentHit = hit
    show(line: hits[hit])
    return true
  }

  /// Scrolls so far that the line can be seen, if it can't.
  mutating func show(line: Int) {
    if line < top || line >= top + visible { top = line - visible / 3 }
    settle()
  }

  private mutating func settle() {
    top = min(max(0, top), max(0, page.lines.count - visible))
  }
}
