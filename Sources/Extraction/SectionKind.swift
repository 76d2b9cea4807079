/// What a line of a page belongs to.
package enum SectionKind: String, Sendable {
  case job, offer, pay, company, legal
  /// How to apply, and what happens then.
  case process
  case otherJobs, navigation

  /// Whether the line speaks of this job.
  package var isOfThisJob: Bool {
    switch self {
    case .job, .offer, .pay, .process: true
    case .company, .legal, .otherJobs, .navigation: false
    }
  }

  /// Whether the line is the page's own or of other jobs: no field of this one stands there.
  var isElsewhere: Bool { self == .otherJobs || self == .navigation }
}
