import Listings

/// Spans such as "UTC-5 to UTC+5", "CET ± 2h", "European time zones".
struct TimeZoneReader {
  let line: PlaceLine

  /// The span of all zones named; nil when there are none, or they are only preferred.
  var span: TimeZoneSpan? {
    let spans = line.places.compactMap { $0.kind == .zone ? span(of: $0) : nil }
    guard let low = spans.map(\.from).min(), let high = spans.map(\.through).max(),
      !isPreferred
    else { return nil }
    // No place is further from UTC than this.
    return TimeZoneSpan(from: max(low, -12 * 60), through: min(high, 14 * 60))
  }
}

private extension TimeZoneReader {
  func span(of place: PlaceMention) -> TimeZoneSpan? {
    guard let zone = place.zone else { return nil }
    var index = place.tokens.upperBound
    if line.isSymbol(index, "(") {
      index += 1
      // "UK time (within ± 2 hours)".
      if sign(at: index) == nil, sign(at: index + 1) != nil { index += 1 }
    }
    guard let sign = sign(at: index) else { return spreadBefore(place) ?? zone }
    guard let offset = minutes(at: sign.end) else { return zone }
    // Only "UTC" itself takes an offset; of "CET+1" both readings are near enough.
    switch sign.kind {
    case .both: return TimeZoneSpan(from: zone.from - offset, through: zone.through + offset)
    case .plus: return through(sign.end, zone, offset)
    case .minus: return through(sign.end, zone, -offset)
    }
  }

  /// The zone at that offset, or "GMT -5 to +1", which names the zone once.
  func through(_ number: Int, _ zone: TimeZoneSpan, _ offset: Int) -> TimeZoneSpan {
    let start = TimeZoneSpan(from: zone.from + offset, through: zone.through + offset)
    for index in (number + 1)..<(number + 5) {
      guard let end = sign(at: index), end.kind != .both, let other = minutes(at: end.end) else {
        continue
      }
      let last = zone.from + (end.kind == .plus ? other : -other)
      return TimeZoneSpan(from: min(start.from, last), through: max(start.through, last))
    }
    return start
  }

  enum Sign { case plus, minus, both }

  /// `+`, `-`, `±`, `+/-`, or nothing of the kind.
  func sign(at index: Int) -> (kind: Sign, end: Int)? {
    if line.isSymbol(index, "±") { return (.both, index + 1) }
    let first: Sign? =
      line.isSymbol(index, "+") ? .plus : line.isSymbol(index, "-–−—") ? .minus : nil
    guard let first else { return nil }
    if line.isSymbol(index + 1, "/"), line.isSymbol(index + 2, "-–−+") { return (.both, index + 3) }
    if line.isSymbol(index + 1, "-–−") { return (.both, index + 2) }
    return (first, index + 1)
  }

  /// "± 3 hours of CET": the spread stands before the zone.
  func spreadBefore(_ place: PlaceMention) -> TimeZoneSpan? {
    guard let zone = place.zone else { return nil }
    let low = max(line.tokens.lowerBound, place.tokens.lowerBound - 7)
    for index in low..<max(low, place.tokens.lowerBound) {
      guard let sign = sign(at: index), sign.kind == .both, let offset = minutes(at: sign.end)
      else { continue }
      return TimeZoneSpan(from: zone.from - offset, through: zone.through + offset)
    }
    guard let offset = hoursBefore(place) else { return nil }
    return TimeZoneSpan(from: zone.from - offset, through: zone.through + offset)
  }

  /// "Within 2 hours of EST", and "4 hours of overlap with EST", of which a day of eight leaves four.
  func hoursBefore(_ place: PlaceMention) -> Int? {
    let low = max(line.tokens.lowerBound, place.tokens.lowerBound - 10)
    let near = line.signs.filter {
      $0.tokens.lowerBound >= low && $0.tokens.upperBound <= place.tokens.lowerBound
    }
    if near.contains(where: { $0.sign == .overlap }) {
      let hours = (low..<place.tokens.lowerBound).lazy.compactMap { number(at: $0) }.first
      return hours.flatMap { (1...7).contains($0) ? (8 - $0) * 60 : nil }
    }
    guard let spread = near.last(where: { $0.sign == .spread }) else { return nil }
    let index = spread.tokens.lowerBound - 1
    let hours = number(at: index) ?? (line.isSymbol(index, "-") ? number(at: index - 1) : nil)
    return hours.flatMap { (1...8).contains($0) ? $0 * 60 : nil }
  }

  /// Hours, with halves and quarters as "5.5", "5:30"; at most 14.
  func minutes(at index: Int) -> Int? {
    guard let hours = number(at: index), hours <= 14 else { return nil }
    guard line.isSymbol(index + 1, ".,:"), let part = number(at: index + 2),
      !line.text.tokens[index + 2].followsBlank
    else { return hours * 60 }
    if line.isSymbol(index + 1, ":") { return part < 60 ? hours * 60 + part : hours * 60 }
    return hours * 60 + (part == 5 ? 30 : part == 75 ? 45 : part == 25 ? 15 : 0)
  }

  func number(at index: Int) -> Int? {
    guard line.tokens.contains(index), line.text.tokens[index].kind == .number else { return nil }
    return Int(line.text.words(line.text.tokens[index].range))
  }

  var isPreferred: Bool {
    guard let last = line.places.last(where: { $0.kind == .zone }) else { return false }
    let end = min(line.tokens.upperBound, last.tokens.upperBound + 4)
    return line.text.tokens[last.tokens.upperBound..<max(end, last.tokens.upperBound)].contains {
      line.beside.begins(line.text.words($0.range).lowercased(), as: .preferred)
    }
  }
}
