import Listings

/// What a phrase says of the workplace.
enum WorkplaceSign: Hashable, Sendable {
  case remote, hybrid, onsite, never, nothing
  case office, home, homeOffice, bare, day, officeDay, homeDay, week, month, weekday, count(Int)
  case attendance, passing, limit, permit, citizen, sponsor, unsponsored, clearance, prefer,
    exclude, seat,
    bound, sited, company, zone, topic, spread, overlap, label, or
  case share, split, mix, work, come, daily

  init?(_ name: some StringProtocol) {
    switch name {
    case "remote": self = .remote
    case "hybrid": self = .hybrid
    case "onsite": self = .onsite
    case "never": self = .never
    case "nothing": self = .nothing
    case "office": self = .office
    case "home": self = .home
    case "home-office": self = .homeOffice
    case "bare": self = .bare
    case "day": self = .day
    case "office-day": self = .officeDay
    case "home-day": self = .homeDay
    case "month": self = .month
    case "week": self = .week
    case "weekday": self = .weekday
    case "attendance": self = .attendance
    case "passing": self = .passing
    case "limit": self = .limit
    case "permit": self = .permit
    case "prefer": self = .prefer
    case "citizen": self = .citizen
    case "sponsor": self = .sponsor
    case "unsponsored": self = .unsponsored
    case "clearance": self = .clearance
    case "exclude": self = .exclude
    case "seat": self = .seat
    case "bound": self = .bound
    case "sited": self = .sited
    case "company": self = .company
    case "zone": self = .zone
    case "topic": self = .topic
    case "spread": self = .spread
    case "overlap": self = .overlap
    case "label": self = .label
    case "or": self = .or
    case "share": self = .share
    case "split": self = .split
    case "mix": self = .mix
    case "work": self = .work
    case "come": self = .come
    case "daily": self = .daily
    default:
      guard name.hasPrefix("count "), let count = Int(name.dropFirst(6)) else { return nil }
      self = .count(count)
    }
  }
}

/// What a phrase says of the level.
enum LevelSign: Hashable, Sendable {
  case level(Seniority)
  /// A manager of things rather than of people.
  case individual
  case nothing, label

  init?(_ name: String) {
    switch name {
    case "individual": self = .individual
    case "nothing": self = .nothing
    case "label": self = .label
    default:
      guard let level = Seniority(rawValue: name), level != .unknown else { return nil }
      self = .level(level)
    }
  }
}

/// What a phrase says of the contract.
enum EmploymentSign: Hashable, Sendable {
  /// `firm` words say it in the middle of a text; others only in a title, a tag or a field.
  case form(Employment, firm: Bool)
  case nothing, label

  init?(_ name: String) {
    switch name {
    case "nothing": self = .nothing
    case "label": self = .label
    default:
      let firm = name.hasSuffix("-firm")
      let form = Employment(rawValue: firm ? String(name.dropLast(5)) : name)
      guard let form else { return nil }
      self = .form(form, firm: firm)
    }
  }
}

/// All that one phrase says; a phrase may stand in several tables.
struct SignEntry: Sendable {
  var workplace: WorkplaceSign?
  /// Says it also in the middle of a text, where a bare word proves little.
  var isFirm = false
  /// Hybrid work told by what is done at home, so that days beside it are those at home.
  var isOfHome = false
  var level: LevelSign?
  var employment: EmploymentSign?
  /// A skill by its number; a phrase that only looks like one is -2.
  var skill: Int32 = -1
}

/// A phrase found in a text.
struct Mark: Sendable {
  let entry: Int32
  /// Tokens from `start` up to `end`.
  let start: Int32
  let end: Int32

  var tokens: Range<Int> { Int(start)..<Int(end) }
}
