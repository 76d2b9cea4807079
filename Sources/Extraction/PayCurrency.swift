import Listings

/// A currency as the tables know it, with the sizes that pay in it has.
struct PayCurrency: Sendable {
  let currency: Currency
  /// The sign it shares with others, empty where it shares none.
  let sign: String
  /// Highest sums, in hundredths, that are taken for pay of an hour, a day and a month.
  let hour: Int
  let day: Int
  let month: Int
  /// What is more a year is no pay.
  let mostPerYear: Int
  /// What is less a month is no pay.
  let leastPerMonth: Int

  var leastPerYear: Int { leastPerMonth * 12 }

  /// The period that a sum is most likely for.
  func period(of sum: Int) -> PayPeriod {
    sum <= hour ? .hour : sum <= day ? .day : sum <= month ? .month : .year
  }

  /// Whether a year's pay can be that.
  func isPlausible(_ sum: Int, a period: PayPeriod) -> Bool {
    let annual = Self.annual(sum, period)
    return annual >= leastPerYear && annual <= mostPerYear
  }

  /// Whether a sum is of the size that is usual for the period.
  func isUsual(_ sum: Int, a period: PayPeriod) -> Bool {
    switch period {
    case .hour: sum <= hour * 2
    case .day: sum > hour / 4 && sum <= day * 2
    case .week: sum > hour && sum <= month
    case .month: sum > hour && sum <= month * 2
    case .year: sum > month / 3
    }
  }

  static func annual(_ sum: Int, _ period: PayPeriod) -> Int {
    PayRange(low: sum, high: sum, currency: nil, period: period).annual(sum)
  }
}
