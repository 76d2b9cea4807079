import Listings

/// Places that are hours or people rather than limits, and cities that are limits.
extension EligibilityReader {
  /// "With US overlap", "overlap with the US", "anywhere in American time zones": whose hours, not
  /// where a person lives.
  static func namesHours(_ place: PlaceMention, in line: PlaceLine) -> Bool {
    if place.codes == ["WORLDWIDE"] {
      return line.places.contains { zone in
        let start = place.tokens.upperBound
        guard zone.kind == .zone, (start + 1...start + 2).contains(zone.tokens.lowerBound) else {
          return false
        }
        return line.text.tokens[start..<zone.tokens.lowerBound].allSatisfy { $0.kind == .word }
      }
    }
    return line.signs.contains { sign in
      guard sign.sign == .overlap || sign.sign == .zone else { return false }
      if sign.tokens.lowerBound == place.tokens.upperBound { return true }
      guard sign.tokens.upperBound <= place.tokens.lowerBound else { return false }
      let gap = sign.tokens.upperBound..<place.tokens.lowerBound
      return gap.count <= 3 && line.text.tokens[gap].allSatisfy { $0.kind == .word }
    }
  }

  /// "EU residents only", "US-based candidates".
  func namesPeople(after place: PlaceMention) -> Bool {
    let end = Self.endOfList(from: place, in: line)
    return (0...2).contains { gap in
      let next = end + gap
      guard line.tokens.contains(next), line.text.tokens[next].kind == .word else { return false }
      let between = end..<next
      // "US-based role", but not "US role"; "Canadian work permit", but not "Canada work".
      if line.isA(.post, at: next), gap == 0 { return false }
      // "Canadian permanent residents".
      if line.isA(.lasting, at: next), gap == 0 { return line.isA(.resident, at: next + 1) }
      if line.isA(.ofPapers, at: next), !line.isA(.permit, at: next + 1) { return false }
      return line.isA(.person, at: next)
        && between.allSatisfy { line.isSymbol($0, "-‑") || line.isA(.based, at: $0) }
    }
  }

  /// "US/UK office", "for US clients": where an office stands, or who is served.
  static func namesOffice(after place: PlaceMention, in line: PlaceLine) -> Bool {
    let end = endOfList(from: place, in: line)
    guard line.tokens.contains(end), line.text.tokens[end].kind == .word else { return false }
    if line.isA(.ours, at: place.tokens.lowerBound - 1), line.isA(.team, at: end) { return true }
    return line.signs.contains { $0.sign == .office && $0.tokens.lowerBound == end }
      || line.isA(.served, at: end)
  }

  /// Where the list that a place begins ends: behind "EU" in "Swiss, Norwegian or EU".
  static func endOfList(from place: PlaceMention, in line: PlaceLine) -> Int {
    var end = place.tokens.upperBound
    for next in line.places where next.tokens.lowerBound > end {
      let between = end..<next.tokens.lowerBound
      guard between.count <= 2, between.allSatisfy({ joinsPlaces($0, in: line) }) else { break }
      end = next.tokens.upperBound
    }
    return end
  }

  private static func joinsPlaces(_ index: Int, in line: PlaceLine) -> Bool {
    if line.isSymbol(index, "/,&+") { return true }
    return line.isA(.listJoiner, at: index)
  }

  /// "LATAM (Mexico, Peru)": the countries that are meant stand in the brackets.
  func isSpelledOut(_ index: Int, _ places: [PlaceMention]) -> Bool {
    let end = places[index].tokens.upperBound
    guard line.isSymbol(end, "("), places.indices.contains(index + 1) else { return false }
    return places[index + 1].kind == .country && places[index + 1].tokens.lowerBound == end + 1
  }

  /// How many tokens say what is ruled out: "(excluding Ohio)".
  func ruledOut(in tokens: Range<Int>) -> Int {
    guard !excluded.isEmpty else { return 0 }
    let words = line.signs.filter { $0.sign == .exclude }.map(\.tokens)
    let places = line.places.filter { $0.codes.allSatisfy { excluded.contains($0) } }.map(\.tokens)
    return (words + places).reduce(0) { $0 + $1.clamped(to: tokens).count }
  }

  /// "Remote - Seattle area, Miami area", "remote (Osaka)": cities that tell from where the work may
  /// be done limit to their country.
  func countryOfCities(_ places: [PlaceMention], _ signs: [WorkplaceMark]) -> String? {
    let cities = places.filter { $0.kind == .city }
    guard let first = cities.first, let last = places.last,
      places.allSatisfy({ $0.kind == .city || $0.kind == .subdivision }),
      let remote = signs.first(where: { $0.sign == .remote }),
      (0...2).contains(first.tokens.lowerBound - remote.tokens.upperBound),
      !line.isSymbol(remote.tokens.upperBound, ",")
    else { return nil }
    guard cities.count > 1 || isTied(first, to: remote) && isLast(last) else { return nil }
    let countries = Set(places.flatMap { $0.codes.map { String($0.prefix(2)) } })
    return countries.count == 1 ? countries.first : nil
  }

  /// Whether a dash, a bracket or a small word ties a city to the word for remote work.
  func isTied(_ city: PlaceMention, to remote: WorkplaceMark) -> Bool {
    let gap = remote.tokens.upperBound..<city.tokens.lowerBound
    // "Remote in" is a phrase of its own.
    let tie = gap.isEmpty ? gap.lowerBound - 1..<gap.lowerBound : gap
    return tie.allSatisfy { line.isSymbol($0, "(-–—:") || isSmallWord($0) }
  }

  func isSmallWord(_ index: Int) -> Bool {
    line.beside.isAnyA(.ofOrigin, at: index, of: line.text)
  }

  /// Whether nothing that could be more than "area" stands behind a place in its bracket or field.
  func isLast(_ place: PlaceMention) -> Bool {
    var index = place.tokens.upperBound
    if line.tokens.contains(index), line.text.tokens[index].kind == .word {
      if line.isA(.placeEnd, at: index) { return true }
      guard line.isA(.area, at: index) else { return false }
      index += 1
    }
    return !line.tokens.contains(index) || line.text.tokens[index].kind == .newline
      || line.isSymbol(index, ")]|;/,.")
  }

  /// "US preferred" shuts nobody out.
  static func isPreferred(_ place: PlaceMention, in line: PlaceLine) -> Bool {
    line.signs.contains { sign in
      sign.sign == .prefer && (0...1).contains(sign.tokens.lowerBound - place.tokens.upperBound)
        // "UK (preferably Scotland)" speaks of the place behind it.
        && !line.places.contains { next in
          let gap = next.tokens.lowerBound - sign.tokens.upperBound
          return (0...2).contains(gap)
            && line.text.tokens[sign.tokens.upperBound..<next.tokens.lowerBound]
              .allSatisfy { $0.kind == .word }
        }
    }
  }

  /// "Canadian residents" names the place, "German speaking" a language.
  static func speaksOfPeople(_ place: PlaceMention, in line: PlaceLine) -> Bool {
    let next = endOfList(from: place, in: line)
    guard line.tokens.contains(next), line.text.tokens[next].kind == .word else {
      return place.tokens.count == line.tokens.count
    }
    return line.isA(.people, at: next)
  }

  /// Whether "residents of" and its like stand before a place, and what denies them behind it.
  static func isRefused(_ place: PlaceMention, in line: PlaceLine) -> Bool {
    line.signs.contains { sign in
      sign.sign == .limit && sign.tokens.upperBound <= place.tokens.lowerBound
        && place.tokens.lowerBound - sign.tokens.upperBound <= 6
    }
      && line.places.contains { other in
        (0...6).contains(other.tokens.lowerBound - place.tokens.lowerBound)
          && line.isDenied(after: other)
      }
  }
}
