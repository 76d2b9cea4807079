import Listings

/// Writes valid queries over the vocabulary of `RandomListing`, in every corner of the language.
package struct RandomQuery {
  private var random: SplitMix64
  private let namesSearches: Bool

  /// Those that a query names when it is to name some.
  package static let searches = [
    SavedSearch(name: "far", query: "remote:yes or salary>=100k sort:-salary"),
    SavedSearch(name: "second choice", query: "-search:far level:senior,mid undecided:yes"),
    SavedSearch(name: "put away", query: "is:hidden or swift*"),
  ]

  package init(seed: UInt64, namingSearches: Bool = false) {
    random = SplitMix64(seed: seed)
    namesSearches = namingSearches
  }

  /// With `sort:` and `undecided:` now and then.
  package mutating func text() -> String {
    var parts = [expression(depth: 3)]
    if isRare() { parts.append("sort:" + sortKeys()) }
    if isRare() { parts.append("undecided:yes") }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

private extension RandomQuery {
  static let columns = [
    "posted", "salary", "title", "company", "place", "level", "remote", "seen", "rating", "rank",
  ]

  // A word without a letter or digit asks nothing.
  static let words = RandomListing.words.filter { $0 != "🚀" }

  mutating func sortKeys() -> String {
    var keys: [String] = []
    for column in Self.columns.shuffled(using: &random).prefix(isRare() ? 3 : 1) {
      keys.append((Bool.random(using: &random) ? "-" : "") + column)
    }
    return keys.joined(separator: ",")
  }

  mutating func expression(depth: Int) -> String {
    let joint = isRare() ? " or " : " "
    return (0...Int.random(in: 0...2, using: &random)).map { _ in clause(depth: depth) }
      .joined(separator: joint)
  }

  mutating func clause(depth: Int) -> String {
    let sign = isRare() ? pick(["-", "not "]) : ""
    let inner = depth > 0 && isRare() ? "(\(expression(depth: depth - 1)))" : condition()
    return sign + inner + (isRare() ? "?" : "")
  }

  mutating func condition() -> String {
    if namesSearches, isRare() {
      return pick(["search:", "search!="]) + quoted(pick(Self.searches.map(\.name)).uppercased())
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return word()
    case 8: return shape()
    case 9: return expression()
    case 1:
      return pick(["title:", "company:", "place:", "body:", "note:", "reason:"]) + value(word())
    case 2: return pay()
    case 3: return days()
    case 4: return choice()
    case 5: return named()
    case 6: return pick(["eligible:", "eligible!="]) + quoted(pick(RandomListing.regions))
    default: return state()
    }
  }

  mutating func word() -> String {
    let word = pick(Self.words)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return quoted(word + " " + pick(RandomListing.words))
    case 1:
      let size = Int.random(in: word.hasPrefix(".") ? 2...3 : 1...3, using: &random)
      return quoted(String(word.prefix(size))) + "*"
    default: return quoted(word)
    }
  }

  /// Wildcards, and words near one another.
  mutating func shape() -> String {
    let field = isRare() ? pick(["title:", "company:", "place:", "body:", "note:"]) : ""
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return field + pick(["s*r", "eng?neer", "*form", "m?ll*", "g?", "*o*", "東?"])
    case 1:
      return field + "\"\(pick(Self.words)) near/\(pick(["0", "1", "4"])) \(pick(Self.words))\""
        + (isRare() ? "*" : "")
    default: return "\(pick(["go", "Swift", "iOS"])) near/2 \(pick(["engineer", "senior"]))"
    }
  }

  mutating func expression() -> String {
    pick(["title~", "company~", "place~", "body~", "note~", "reason~"])
      + pick([
        "^senior", "go$", "\"\\bgo\\b\"", "\"s.*r\"", "[a-f]{2,}", "muller|cafe", "\"c(\\+\\+|#)\"",
        "\\d",
        "^$", "e{3}", "\"(senior|go) \\w+\"",
      ])
  }

  mutating func value(_ first: String) -> String {
    isRare() ? first + "," + word() : first
  }

  mutating func pay() -> String {
    if isRare() { return pick(["salary:unknown", "has:salary", "salary!=unknown"]) }
    let unit = pick(["", "", "", "€", "£", "JPY", "$"])
    let sums = ["60k", "90k", "100000", "120,000", "150k", "1.2m"]
    let hourly = ["30", "45.50", "80"]
    if isRare() { return "salary\(sign())\(pick(hourly))\(pick(["", "€"]))/h" }
    if isRare() { return "salary:\(pick(sums))..\(pick(sums))\(unit)" }
    return "salary\(sign())\(pick(sums))\(unit)"
  }

  mutating func days() -> String {
    let field = pick(["posted", "seen", "followup"])
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return field + ":" + pick(["today", "yesterday", "2026-11", "2026", "14d", "30d..7d"])
    case 1: return field + sign() + pick(["2026-11-10", "2026-10", "today"])
    case 2: return pick(["posted:unknown", "seen:new", "has:posted", "followup<=+1d"])
    case 3: return field + ":2026-10-15..2026-11-15"
    default: return field + sign() + pick(["1d", "7d", "2w", "1y"])
    }
  }

  mutating func choice() -> String {
    switch Int.random(in: 0..<7, using: &random) {
    case 6:
      return pick([
        "remote!=yes", "level!=senior,mid", "type!=contract", "stage!=applied", "rating<3",
        "rating!=4", "tz:-8", "tz!=+1..+3", "reposted:yes", "reposted>1",
        "reposted<2", "level:unknown", "type:full-time", "stage:none", "closed:yes", "changed:no",
      ])
    case 0: return "remote:" + pick(["yes", "hybrid", "no", "unknown", "yes,hybrid", "no,unknown"])
    case 1: return "level:" + pick(["senior", "senior,staff", "junior..lead", "unknown,mid"])
    case 2: return "level\(sign())\(pick(["mid", "senior", "lead"]))"
    case 3: return "type:" + pick(["contract", "full-time,part-time", "unknown", "internship"])
    case 4: return "stage:" + pick(["applied", "offer,accepted", "none", "none,rejected"])
    default:
      return pick([
        "rating>=3", "rating:2..4", "rating:5", "tz:-5..+1", "tz:+2", "reposted>=1", "reposted:no",
        "reposted:2..3",
      ])
    }
  }

  mutating func named() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "skill:" + quoted(pick(RandomListing.skills).lowercased())
    case 3:
      return pick([
        "skill:swift,go", "skill!=c++", "tag:climate,maybe", "tag!=maybe", "source:files,lever",
        "source!=greenhouse", "eligible:DE,GB", "eligible:germany", "skill:cobol", "tag:nothing",
        "source:nowhere",
      ])
    case 1: return "tag:" + quoted(pick(RandomListing.tags).uppercased())
    default: return "source:" + pick(RandomListing.sources + ["greenhouse", "LEVER", "acme"])
    }
  }

  mutating func state() -> String {
    pick([
      "is:saved", "is:flagged", "is:hidden", "is:read", "is:unread", "is:applied", "is:new",
      "is:changed", "is:closed", "is:open", "is:any", "changed:yes", "closed:no", "has:note",
      "has:reason", "has:title", "has:company", "has:place", "has:body", "has:stage", "has:rating",
      "has:followup", "has:tz", "has:salary", "has:posted", "seen!=new", "is!=saved",
      "has:level", "has:remote", "has:type", "has:tag", "has:eligible", "has:skill", "*",
    ])
  }

  mutating func sign() -> String { pick([">=", "<=", ">", "<"]) }

  mutating func quoted(_ text: String) -> String {
    isRare() || text.contains(" ") ? "\"\(text)\"" : text
  }

  mutating func pick(_ values: [String]) -> String {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func isRare() -> Bool { Int.random(in: 0..<4, using: &random) == 0 }
}
