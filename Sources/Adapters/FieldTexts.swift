import Listings

/// Dates as boards write them, all without a clock.
enum DateText {
  /// ISO dates and times, `Fri, 31 Oct 2026 …` and `31 Oct 2026`; nil for anything less certain.
  static func day(_ text: String) -> Day? {
    let text = text.trimmed
    if let day = Day(iso: text) ?? Day(iso: String(text.prefix(10))) { return day }
    return mailDay(text)
  }

  /// Seconds or milliseconds since 1970; which of them, the size tells.
  static func day(epoch: Int) -> Day? {
    // 1e11 seconds is the year 5138, 1e11 milliseconds March 1973: no posting is of either.
    let seconds = abs(epoch) >= 100_000_000_000 ? epoch / 1000 : epoch
    guard (0..<8_000_000_000).contains(seconds), seconds > 100_000_000 else { return nil }
    return Day(secondsSince1970: seconds)
  }

  static func day(_ value: JSONValue?) -> Day? {
    switch value {
    case .integer(let number): day(epoch: number)
    case .decimal(let number): Int(exactly: number.rounded()).flatMap { day(epoch: $0) }
    // Tables write 1790000000000.0 and 1.79E+12.
    case .string(let text):
      day(text) ?? Double(text).flatMap { Int(exactly: $0.rounded()) }.flatMap { day(epoch: $0) }
    default: nil
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// RFC 5322: the zone is left aside, the day is the sender's.
  private static func mailDay(_ text: String) -> Day? {
    let words = text.split { $0 == " " || $0 == "," }
    for (index, word) in words.enumerated() where index + 2 < words.count {
      guard let day = Int(word), let year = Int(words[index + 2]),
        let month = months.firstIndex(of: String(words[index + 1].prefix(3)).lowercased())
      else { continue }
      return Day(year < 100 ? year + 2000 : year, month + 1, day)
    }
    // "Fri Oct 31 02:00:00 UTC 2026", as Java prints dates.
    if words.count == 6, let day = Int(words[2]), let year = Int(words[5]), words[3].contains(":"),
      let month = months.firstIndex(of: String(words[1].prefix(3)).lowercased())
    {
      return Day(year, month + 1, day)
    }
    // "Oct 31, 2026"
    guard words.count == 3, let day = Int(words[1]), let year = Int(words[2]),
      let month = months.firstIndex(of: String(words[0].prefix(3)).lowercased())
    else { return nil }
    return Day(year, month + 1, day)
  }
}

/// Pay as fields, put together from whatever a board has of it.
enum PayFields {
  static func pay(
    low: JSONValue?, high: JSONValue?, currency: String?, period: PayPeriod?,
    basis: PayBasis = .stated
  ) -> PostedPay? {
    let lowest = hundredths(low)
    let highest = hundredths(high)
    guard lowest != nil || highest != nil else { return nil }
    // A minimum above the maximum is a swapped pair.
    let isSwapped = (lowest ?? 0) > (highest ?? .max)
    return PostedPay(
      low: isSwapped ? highest : lowest, high: isSwapped ? lowest : highest,
      currency: currency.flatMap { self.currency($0.trimmed) },
      period: period, basis: basis)
  }

  /// Boards keep writing the ruble as it was called before 1998.
  private static func currency(_ code: String) -> Currency? {
    Currency(code: code.uppercased() == "RUR" ? "RUB" : code)
  }

  /// Hundredths of a sum; 0 and less mean "unknown" on every board.
  static func hundredths(_ value: JSONValue?) -> Int? {
    guard let number = value?.number, number > 0, number < 1e13 else { return nil }
    return Int((number * 100).rounded())
  }
}
