import Listings

/// Makes listings of every kind, with every field now and then not stated.
///
/// The vocabulary is small on purpose, and shared with `RandomQuery`, so that random queries meet
/// random listings.
package struct RandomListing {
  package static let today: Day = Day(number: 20_778)
  package static let words = [
    "senior", "Backend", "engineer", "iOS", "Swift", "C++", "C#", ".NET", "Node.js", "nodejs",
    "Müller", "Café", "Straße", "Łódź", "Москва", "東京", "go", "going", "platform", "CI/CD",
    "data-driven", "C", "rocket", "🚀", "Ångström", "e-mail",
  ]
  package static let skills = ["Swift", "Go", "C++", "C#", "Node.js", "PostgreSQL"]
  package static let sources = ["files", "greenhouse:acme", "greenhouse:initech", "lever:acme"]
  package static let tags = ["climate", "Dream Job", "maybe"]
  package static let regions = [
    "US", "CA", "US-CA", "US-NY", "GB", "DE", "BR", "EU", "EUROPE", "EMEA", "NORTH AMERICA",
    "LATAM", "WORLDWIDE",
  ]
  package static let currencies = ["USD", "EUR", "GBP", "JPY"].compactMap { Currency(code: $0) }

  package static let rates = ExchangeRates(
    day: today, publisher: "nobody", perEuro: [.usd: 1.1, .gbp: 0.85])

  private var random: SplitMix64

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  package mutating func detail(id: Int64) -> ListingDetail {
    var detail = ListingDetail(
      id: ListingID(id), listing: listing(), firstSeen: day(), lastSeen: Self.today)
    detail.decisions = decisions()
    detail.closed = isRare() ? day() : nil
    detail.isNew = Bool.random(using: &random)
    detail.isChanged = !detail.isNew && isRare()
    let sources = (0..<Int.random(in: 1...4, using: &random)).map { _ in pick(Self.sources) }
    detail.postings = sources.sorted().map {
      PostingSummary(
        source: $0, externalID: nil, url: nil, posted: detail.listing.posted,
        firstSeen: detail.firstSeen, lastSeen: detail.lastSeen)
    }
    return detail
  }

  package mutating func listing() -> Listing {
    var listing = Listing(title: maybe { $0.text(1...4) }, company: maybe { $0.text(1...2) })
    listing.location = maybe { $0.text(1...2) }
    listing.remote = RemotePolicy(
      kind: pick(RemoteKind.allCases), eligibility: eligibility())
    listing.salary = maybe { $0.salary() }
    listing.seniority = pick(Seniority.allCases)
    listing.employment = some(of: Employment.allCases)
    listing.skills = some(of: Self.skills)
    listing.posted = maybe { $0.day() }
    listing.reposted = isRare() ? listing.posted : nil
    listing.body = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      .paragraph([.text(text(1...8))])
    }
    return listing
  }
}

private extension RandomListing {
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func isRare() -> Bool { Int.random(in: 0..<4, using: &random) == 0 }

  mutating func maybe<Value>(_ make: (inout RandomListing) -> Value) -> Value? {
    isRare() ? nil : make(&self)
  }

  mutating func some<Value>(of values: [Value]) -> [Value] {
    values.filter { _ in isRare() }
  }

  mutating func text(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in pick(Self.words) }
      .joined(separator: " ")
  }

  /// Near today, before and after, and sometimes long ago.
  mutating func day() -> Day {
    Self.today.adding(days: -Int.random(in: isRare() ? -2...800 : 0...40, using: &random))
  }

  mutating func eligibility() -> Eligibility {
    let first = Int.random(in: -8...8, using: &random) * 60
    let width = Int.random(in: 0...4, using: &random) * 60
    return Eligibility(
      regions: isRare() ? [] : [pick(Self.regions)] + (isRare() ? [pick(Self.regions)] : []),
      excluded: isRare() ? [pick(Self.regions)] : [],
      timeZones: isRare() ? TimeZoneSpan(from: first, through: first + width) : nil)
  }

  mutating func salary() -> Salary {
    let period = pick(PayPeriod.allCases)
    let size = [PayPeriod.hour: 2080, .day: 260, .week: 52, .month: 12, .year: 1][period] ?? 1
    let low = Int.random(in: 4...20, using: &random) * 1_000_000 / size
    let high = low + Int.random(in: 0...5, using: &random) * 1_000_000 / size
    let isOpen = isRare()
    let opensUp = Bool.random(using: &random)
    let range = PayRange(
      low: isOpen && !opensUp ? nil : low, high: isOpen && opensUp ? nil : high,
      currency: isRare() && isRare() ? nil : pick(Self.currencies), period: period)
    return Salary(range: range, text: "pay", basis: isRare() ? .predicted : .stated)
  }

  mutating func decisions() -> Decisions {
    var decisions = Decisions()
    decisions.isRead = Bool.random(using: &random)
    decisions.isSaved = isRare()
    decisions.isFlagged = isRare()
    decisions.isHidden = isRare()
    decisions.hiddenReason = decisions.isHidden && isRare() ? text(1...3) : nil
    decisions.stage = isRare() ? pick(Stage.allCases) : nil
    decisions.rating = isRare() ? Int.random(in: 1...5, using: &random) : nil
    decisions.tags = some(of: Self.tags)
    decisions.note = isRare() ? text(1...3) : nil
    decisions.followUp = isRare() ? day() : nil
    return decisions
  }
}
