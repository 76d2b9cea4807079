import Listings

/// What a query finds, in numbers: of which kinds, for which pay, and how far applications came.
package struct SearchSummary: Hashable, Sendable {
  package var counts = ResultCounts()
  package var remote: [RemoteKind: Int] = [:]
  package var seniority: [Seniority: Int] = [:]
  package var employment: [Employment: Int] = [:]
  package var employmentNotStated = 0
  package var pay = PaySummary()
  package var posted = DaySummary()
  /// Most frequent first.
  package var companies: [FacetValue] = []
  package var companyNotStated = 0
  /// Most frequent first; a listing that several published counts for each.
  package var sources: [FacetValue] = []
  /// In the order of an application; stages that no listing has are left out.
  package var stages: [StageSummary] = []
  package var saved = 0
  package var flagged = 0
  package var unread = 0
  /// Left out because they are hidden, or among what was found where the query asks for them.
  package var hidden = 0
}

/// Pay a year in the person's currency.
package struct PaySummary: Hashable, Sendable {
  package var low: Quartiles?
  package var high: Quartiles?
  /// Listings that state pay in a currency that can be compared.
  package var comparable = 0
  /// Those of them whose pay was stated in another currency.
  package var converted = 0
  /// Stated, in a currency that is not told or has no rate.
  package var notComparable = 0
  package var notStated = 0
}

/// Three values that part sorted ones in four; each is one of them.
package struct Quartiles: Hashable, Sendable {
  package let lower: Int
  package let median: Int
  package let upper: Int

  /// Nil when there are none.
  init?(of values: [Int]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    // The nearest rank: a quarter of the values are at most the lower quartile.
    func value(_ quarters: Int) -> Int { sorted[(sorted.count * quarters + 3) / 4 - 1] }
    (lower, median, upper) = (value(1), value(2), value(3))
  }
}

/// From which day on to which listings were posted.
package struct DaySummary: Hashable, Sendable {
  package var first: Day?
  package var last: Day?
  package var notStated = 0
}

/// The listings that are at a stage, and the days on which the first and the last came to it.
package struct StageSummary: Hashable, Sendable {
  package let stage: Stage
  package var count = 0
  package var first: Day?
  package var last: Day?
}
