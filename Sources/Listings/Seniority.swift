/// The level of a job, in rising order; VP, Head and Chief are `director`.
package enum Seniority: String, CaseIterable, Sendable, Comparable {
  case intern, junior, mid, senior, staff, principal, lead, manager, director, unknown

  package static func < (left: Seniority, right: Seniority) -> Bool { left.rank < right.rank }

  /// Position in `allCases`; `unknown` comes last and belongs to no range.
  package var rank: Int {
    switch self {
    case .intern: 0
    case .junior: 1
    case .mid: 2
    case .senior: 3
    case .staff: 4
    case .principal: 5
    case .lead: 6
    case .manager: 7
    case .director: 8
    case .unknown: 9
    }
  }
}

/// The form of a contract.
package enum Employment: String, CaseIterable, Sendable {
  case fullTime = "full-time"
  case partTime = "part-time"
  case contract
  case temporary
  case internship
  case volunteer
}
