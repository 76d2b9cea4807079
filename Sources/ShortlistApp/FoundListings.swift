import Columns
import Listings

/// What a search found, kept for loading rows by position.
enum FoundListings: Sendable {
  case rows(FoundRows)
  case ids([ListingID])

  var count: Int {
    switch self {
    case .rows(let rows): rows.count
    case .ids(let ids): ids.count
    }
  }

  func ids(at positions: Range<Int>) -> [ListingID] {
    switch self {
    case .rows(let rows): rows.ids(at: positions)
    case .ids(let ids): Array(ids[positions.clamped(to: ids.indices)])
    }
  }

  func position(of id: ListingID) -> Int? {
    switch self {
    case .rows(let rows): rows.position(of: id)
    case .ids(let ids): ids.firstIndex(of: id)
    }
  }
}
