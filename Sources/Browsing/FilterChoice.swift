import Listings
import Queries

/// A heading of the filter pane.
package enum FilterSection: Hashable, Sendable {
  case saved, remote, pay, posted, level, employment, decisions
  case names(NamedFacet)
}

/// One thing that can be chosen in the filter pane.
package enum FilterChoice: Hashable, Sendable {
  /// A saved search, by its name.
  case search(String)
  case remote(RemoteKind)
  /// The range of pay.
  case pay
  case payNotStated
  /// The range of ages.
  case posted
  case postedNotStated
  case level(Seniority)
  /// Nil is "not stated".
  case employment(Employment?)
  case state(ListingState)
  case name(NamedFacet, String)
  case nameNotStated(NamedFacet)
  /// All names of a group, in a list that narrows as one types.
  case more(NamedFacet)

  /// It is about names that are counted only when they are seen.
  var isName: Bool {
    switch self {
    case .name(let facet, _), .nameNotStated(let facet): facet != .source
    default: false
    }
  }

  package static func source(_ name: String) -> FilterChoice { .name(.source, name) }
}

/// A line of the filter pane.
package enum FilterRow: Hashable, Sendable {
  case heading(FilterSection)
  /// The count is nil until it is known.
  case choice(FilterChoice, ChoiceState, count: Int?)
  case search(SavedSearchResult, isOn: Bool)
  /// The bars of pay, and both ends in hundredths a year of the person's currency.
  case pay(PayHistogram, floor: Int?, ceiling: Int?)
  case posted(AgeHistogram, AgeBounds)
  /// How many names there are; nil until they are counted.
  case more(NamedFacet, total: Int?)
  case blank

  package var state: ChoiceState {
    switch self {
    case .choice(_, let state, _): state
    case .search(_, let isOn): isOn ? .on : .off
    case .pay(_, let floor, let ceiling): floor ?? ceiling == nil ? .off : .on
    case .posted(_, let range): range == AgeBounds() ? .off : .on
    case .heading, .more, .blank: .off
    }
  }

  package var choice: FilterChoice? {
    switch self {
    case .choice(let choice, _, _): choice
    case .search(let result, _): .search(result.search.name)
    case .pay: .pay
    case .posted: .posted
    case .more(let facet, _): .more(facet)
    case .heading, .blank: nil
    }
  }
}
