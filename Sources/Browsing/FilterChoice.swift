import Listings
import Queries

/// A heading of the filter pane.
package enum FilterSection: String, CaseIterable, Hashable, Sendable {
  case saved, remote, pay, level, employment, decisions, source
}

/// One thing that can be chosen in the filter pane.
package enum FilterChoice: Hashable, Sendable {
  /// A saved search, by its name.
  case search(String)
  case remote(RemoteKind)
  case payFloor
  case payNotStated
  case level(Seniority)
  /// Nil is "not stated".
  case employment(Employment?)
  case state(ListingState)
  case source(String)

  package var section: FilterSection {
    switch self {
    case .search: .saved
    case .remote: .remote
    case .payFloor, .payNotStated: .pay
    case .level: .level
    case .employment: .employment
    case .state: .decisions
    case .source: .source
    }
  }
}

/// A line of the filter pane.
package enum FilterRow: Hashable, Sendable {
  case heading(FilterSection)
  /// The count is nil until it is known.
  case choice(FilterChoice, isOn: Bool, count: Int?)
  case search(SavedSearchResult, isOn: Bool)
  /// The bars of pay, and the floor in hundredths a year of the person's currency.
  case histogram(PayHistogram, floor: Int?)
  case blank

  package var isOn: Bool {
    switch self {
    case .search(_, let isOn), .choice(_, let isOn, _): isOn
    case .histogram(_, let floor): floor != nil
    case .heading, .blank: false
    }
  }

  package var choice: FilterChoice? {
    switch self {
    case .choice(let choice, _, _): choice
    case .search(let result, _): .search(result.search.name)
    case .histogram: .payFloor
    case .heading, .blank: nil
    }
  }
}
