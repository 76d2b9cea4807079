import Columns
import Listings

/// What a search found, kept for loading rows by position.
enum FoundListings: Sendable {
  case rows(FoundRows)
  case ids([ListingID])
  case groups(GroupedListings)

  var count: Int {
    switch self {
    case .rows(let rows): rows.count
    case .ids(let ids): ids.count
    case .groups(let groups): groups.shown.count
    }
  }

  func ids(at positions: Range<Int>) -> [ListingID] {
    switch self {
    case .rows(let rows): rows.ids(at: positions)
    case .ids(let ids): Array(ids[positions.clamped(to: ids.indices)])
    case .groups(let groups):
      Array(groups.shown[positions.clamped(to: groups.shown.indices)])
    }
  }

  func position(of id: ListingID) -> Int? {
    switch self {
    case .rows(let rows): rows.position(of: id)
    case .ids(let ids): ids.firstIndex(of: id)
    case .groups(let groups): groups.position(of: id)
    }
  }

  /// The listings that the row at a position stands for.
  func members(at position: Int) -> [ListingID] {
    guard case .groups(let groups) = self, groups.shown.indices.contains(position) else {
      return ids(at: position..<position + 1)
    }
    return Array(groups.members(at: position))
  }

  /// Each row with its group; rows of listings that are gone meanwhile are missing.
  func grouped(_ rows: [ListingRow], from first: Int) -> [ListingRow] {
    guard case .groups(let groups) = self else { return rows }
    var position = first
    return rows.map { row in
      var row = row
      while position < groups.shown.count - 1, groups.shown[position] != row.id { position += 1 }
      row.group = groups.group(at: position)
      return row
    }
  }
}
