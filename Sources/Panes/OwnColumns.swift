import Browsing
import Listings
import Screens
import Texts

/// A listing in the columns of the person's own settings.
struct OwnColumns {
  private let format: RowFormat
  private let today: Day
  private let text: Range<Int>

  /// `text` are the columns behind the signs.
  init(_ format: RowFormat, today: Day, text: Range<Int>) {
    self.format = format
    self.today = today
    self.text = text
  }

  /// What stands in each column; `draw` draws text that may hold what is sought.
  func draw(
    _ row: ListingRow, line: Int, titleRole: Role, on canvas: inout Canvas,
    draw: (_ words: String, _ row: Int, _ column: Int, Role, inout Canvas) -> Void
  ) {
    for (column, place) in format.places(in: text) where !place.isEmpty {
      let (words, role) = value(of: column.kind, row, titleRole)
      let shown = fitted(words, to: place.count)
      switch column.kind {
      case .title, .company: draw(shown, line, place.lowerBound, role, &canvas)
      case .age: canvas.draw(shown, row: line, endingAt: place.upperBound, role: role)
      default: canvas.draw(shown, row: line, column: place.lowerBound, role: role)
      }
    }
  }

  private func value(
    of kind: ListColumn.Kind, _ row: ListingRow, _ titleRole: Role
  ) -> (String, Role) {
    func stated(_ words: String?, _ role: Role = .plain) -> (String, Role) {
      words.map { ($0, role) } ?? ("–", .dimmed)
    }
    switch kind {
    case .title: return row.title.map { ($0, titleRole) } ?? ("no title given", .dimmed)
    case .company: return stated(row.company)
    case .place: return stated(row.location, .dimmed)
    case .pay: return row.salary == nil ? stated(nil) : (Wording.shortPay(row.salary), .pay)
    case .remote:
      let isRemote = row.remote.kind == .remote || row.remote.kind == .hybrid
      return (Wording.shortRemote(row.remote), isRemote ? .remote : .dimmed)
    case .level: return stated(row.seniority == .unknown ? nil : row.seniority.rawValue)
    case .stage: return (row.decisions.stage?.rawValue ?? "", .stage)
    case .rating: return (String(repeating: "★", count: row.decisions.rating ?? 0), .saved)
    case .tags: return (row.decisions.tags.joined(separator: " "), .label)
    case .age:
      if row.isClosed { return ("closed", .dimmed) }
      return stated(row.posted.map { Wording.age($0, today: today) }, .dimmed)
    }
  }
}
