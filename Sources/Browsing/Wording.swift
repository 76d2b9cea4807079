import Listings

/// Values in the words that list, detail and status line share.
package enum Wording {
  package static let notStated = "not stated"

  /// A field of the query language as the panes call it.
  package static func field(_ name: String) -> String { name == "salary" ? "pay" : name }

  /// With commas between thousands: 58,312.
  package static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    var left = digits.utf8.count
    for digit in digits.unicodeScalars {
      text.unicodeScalars.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { text.unicodeScalars.append(",") }
    }
    return text
  }

  /// "1 listing", "1,204 listings".
  package static func count(_ value: Int, _ noun: String) -> String {
    "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// Age in few columns: 0d, 12d, 14w, 2y; a day to come is none.
  package static func age(_ day: Day, today: Day) -> String {
    let days = max(0, today.days(since: day))
    if days < 100 { return "\(days)d" }
    return days < 700 ? "\(days / 7)w" : "\(days / 365)y"
  }

  /// A number of days in few columns: 3d, 2w, 1y.
  package static func span(_ days: Int) -> String {
    if days >= 365, days.isMultiple(of: 365) { return "\(days / 365)y" }
    return days >= 7 && days.isMultiple(of: 7) ? "\(days / 7)w" : "\(days)d"
  }

  /// "today", "yesterday", "3 days ago", "in 2 days".
  package static func distance(_ day: Day, today: Day) -> String {
    let days = today.days(since: day)
    switch days {
    case 0: return "today"
    case 1: return "yesterday"
    case -1: return "tomorrow"
    case ..<0: return "in \(number(-days)) days"
    default: return "\(number(days)) days ago"
    }
  }

  package static func level(_ level: Seniority) -> String {
    level == .unknown ? notStated : level.rawValue
  }

  package static func employment(_ form: Employment?) -> String { form?.rawValue ?? notStated }

  package static func kind(_ kind: RemoteKind) -> String {
    switch kind {
    case .remote: "remote"
    case .hybrid: "hybrid"
    case .onsite: "on site"
    case .unknown: notStated
    }
  }

  /// In few columns: R·US, H, S, and – for not stated.
  package static func shortRemote(_ policy: RemotePolicy) -> String {
    let letter =
      switch policy.kind {
      case .remote: "R"
      case .hybrid: "H"
      case .onsite: "S"
      case .unknown: "–"
      }
    guard policy.kind == .remote || policy.kind == .hybrid,
      let region = policy.eligibility.regions.first
    else { return letter }
    let more = policy.eligibility.regions.count > 1 ? "+" : ""
    return "\(letter)·\(region == "WORLDWIDE" ? "any" : region)\(more)"
  }

  /// "remote, from US or CA, not from CN", "hybrid, 3 days on site".
  package static func remote(_ policy: RemotePolicy) -> String {
    var parts = [kind(policy.kind)]
    if let days = policy.daysOnSite { parts.append("\(count(days, "day")) a week on site") }
    let eligibility = policy.eligibility
    if eligibility.regions == ["WORLDWIDE"] {
      parts.append("from anywhere")
    } else if !eligibility.regions.isEmpty {
      parts.append("from \(list(eligibility.regions))")
    }
    if !eligibility.excluded.isEmpty { parts.append("not from \(list(eligibility.excluded))") }
    if let zones = eligibility.timeZones {
      parts.append("UTC\(offset(zones.from)) to UTC\(offset(zones.through))")
    }
    return parts.joined(separator: ", ")
  }

  /// "US", "US or CA", "US, CA or MX".
  private static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }

  private static func offset(_ minutes: Int) -> String {
    let rest = minutes.magnitude % 60
    let tail = rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)"
    return "\(minutes < 0 ? "−" : "+")\(minutes.magnitude / 60)\(tail)"
  }
}
