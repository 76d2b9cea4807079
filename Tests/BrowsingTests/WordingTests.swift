import Browsing
import Listings
import TestSupport
import Testing

@Suite struct WordingTests {
  @Test(
    arguments: [
      (170_000 as Int?, 190_000 as Int?, PayPeriod.year, "$170–190k", "$170,000 – 190,000 a year"),
      (150_000, 150_000, .year, "$150k", "$150,000 a year"),
      (137_500, nil, .year, "$137.5k+", "from $137,500 a year"),
      (nil, 90_000, .year, "≤$90k", "up to $90,000 a year"),
      (nil, nil, .year, "not stated", "not stated"),
      (80, 95, .hour, "$80–95/h", "$80 – 95 an hour"),
      (450, nil, .day, "$450+/d", "from $450 a day"),
      (5_500, 5_500, .month, "$5,500/mo", "$5,500 a month"),
    ])
  func saysPay(low: Int?, high: Int?, period: PayPeriod, short: String, long: String) {
    let range = PayRange(
      low: low.map { $0 * 100 }, high: high.map { $0 * 100 }, currency: .usd, period: period)
    #expect(Wording.shortPay(Salary(range: range, text: "")) == short)
    #expect(Wording.pay(range) == long)
  }

  @Test func comparesPayInThePersonsCurrency() {
    let pounds = ListingBuilder.pay(80_000, nil, .gbp)
    #expect(Wording.comparablePay(pounds, in: Board.context) == "≈ from $110,000 a year")
    #expect(Wording.comparablePay(ListingBuilder.pay(1, 2), in: Board.context) == nil)
    #expect(Wording.comparablePay(ListingBuilder.pay(1, 2, nil), in: Board.context) == nil)
  }

  @Test(arguments: [
    (0, "0", "today"), (-1, "0", "tomorrow"), (1, "1", "yesterday"), (3, "3", "3 days ago"),
  ])
  func saysAge(days: Int, short: String, long: String) {
    let day = ListingBuilder.today.adding(days: -days)
    #expect(Wording.age(day, today: ListingBuilder.today) == short + "d")
    #expect(Wording.distance(day, today: ListingBuilder.today) == long)
  }

  @Test func oldPostingsHaveRoughAges() {
    let ages = [99, 100, 699, 700, 1500].map {
      Wording.age(ListingBuilder.today.adding(days: -$0), today: ListingBuilder.today)
    }
    #expect(ages == ["99d", "14w", "99w", "1y", "4y"])
  }

  @Test(
    arguments: [
      (RemoteKind.remote, ["US"], "R·US", "remote, from US"),
      (.remote, ["US", "CA", "MX"], "R·US+", "remote, from US, CA or MX"),
      (.remote, ["WORLDWIDE"], "R·any", "remote, from anywhere"),
      (.hybrid, [String](), "H", "hybrid"), (.onsite, ["US"], "S", "on site, from US"),
      (.unknown, [], "–", "not stated"),
    ])
  func saysWhereTheWorkIsDone(kind: RemoteKind, regions: [String], short: String, long: String) {
    let policy = RemotePolicy(kind: kind, eligibility: Eligibility(regions: regions))
    #expect(Wording.shortRemote(policy) == short)
    #expect(Wording.remote(policy) == long)
  }

  @Test func groupsThousands() {
    #expect(
      [0, 999, 1000, 58_312, 1_000_000, -1234].map(Wording.number)
        == ["0", "999", "1,000", "58,312", "1,000,000", "-1,234"])
  }
}
