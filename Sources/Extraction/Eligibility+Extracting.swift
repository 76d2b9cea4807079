import Listings

extension Eligibility {
  /// From where a person may work, as a short text says it.
  ///
  /// Cities limit nobody, and states beside their cities do not either; of alternatives those
  /// count that speak of remote work.
  init(of line: PlaceLine, kind: RemoteKind) {
    let reader = EligibilityReader(line: line)
    let isRemote = kind == .remote || kind == .hybrid
    self.init(
      regions: isRemote || reader.namesWholeRegion ? reader.regions() : reader.demanded(),
      excluded: reader.excluded, timeZones: reader.timeZones)
  }
}

/// A place as an eligibility needs it.
private struct Limit {
  let mention: PlaceMention
  /// Codes, unless a city limits nobody.
  let codes: [String]
}

/// A stretch of a line between separators.
private struct Alternative {
  var tokens: Range<Int>
  /// What stands before it.
  var separator: Separator

  enum Separator { case start, or, slash, semicolon }

  var limits: [Limit] = []
  var hasCity = false
  var isRemote = false
  var isOther = false
}

struct EligibilityReader {
  let line: PlaceLine
  private let kept: [PlaceMention]
  let excluded: [String]

  init(line: PlaceLine) {
    self.line = line
    var kept: [PlaceMention] = []
    var excluded: [String] = []
    var end = -1
    for place in line.places where place.kind != .zone {
      switch Self.context(of: place, in: line, continuing: end) {
      case .excluded:
        excluded += place.kind == .city ? [] : place.codes
        end = place.tokens.upperBound
      case .seat: break
      case .open: kept.append(place)
      }
    }
    self.kept = kept
    self.excluded = excluded
  }

  /// "All countries" and its like limit without a word of remote work.
  var namesWholeRegion: Bool { kept.contains { $0.codes == ["WORLDWIDE"] } }

  /// Where a person must live, whatever the workplace: "must be based in Ireland", "EU residents".
  func demanded() -> [String] {
    let limited = codes(after: .limit)
    if !limited.isEmpty { return Self.tidied(limited) }
    // A permit that one country alone must give is as good as a limit to it.
    let permitted = demandsPermit ? codes(after: .permit) : []
    if !people.isEmpty { return Self.tidied(people) }
    return Self.tidied(permitted.count == 1 ? permitted : citizens)
  }

  /// "Must be a Canadian citizen".
  private var citizens: [String] {
    line.places.filter { place in
      place.kind == .country || place.kind == .region
    }.filter { place in
      line.signs.contains { $0.sign == .citizen && $0.tokens.overlaps(place.tokens) }
    }.flatMap(\.codes)
  }

  /// "Must be authorized", not "are you authorized".
  private var demandsPermit: Bool {
    line.signs.contains { sign in
      sign.sign == .permit && (1...3).contains { line.isA(.must, at: sign.tokens.lowerBound - $0) }
    }
  }

  /// "EU residents", "US-based candidates".
  private var people: [String] {
    kept.filter { $0.kind != .city && namesPeople(after: $0) }.flatMap(\.codes)
  }

  func regions() -> [String] {
    // As most tags and titles: every code is that of a place.
    if line.places.isEmpty { return [] }
    let segments = splits(of: line.tokens, at: { isSegmentEnd($0) }).map { Segment($0, self) }
    let remote = segments.filter { $0.isRemote }
    var codes = remote.flatMap(\.codes)
    // Of fields between bars the remote one counts: "also hiring in India" is another.
    let isInFields = line.tokens.contains { line.isSymbol($0, "|") }
    if codes.isEmpty || !isInFields { codes = self.codes(after: .limit) + codes }
    if codes.isEmpty || codes == ["WORLDWIDE"] { codes += people }
    if codes.isEmpty { codes = self.codes(after: .permit) }
    if codes.isEmpty { codes = citizens }
    if codes.isEmpty, !remote.contains(where: { $0.namesCityAlone }) {
      codes = segments.filter { !$0.isRemote && $0.isPlaceAlone }.flatMap(\.plainCodes)
    }
    return Self.tidied(codes)
  }

  var timeZones: TimeZoneSpan? { TimeZoneReader(line: line).span }
}

private extension EligibilityReader {
  enum Context { case open, seat, excluded }

  /// One stretch between bars or line ends.
  struct Segment {
    let isRemote: Bool
    let codes: [String]
    /// Codes when no city stands beside them.
    let plainCodes: [String]
    let isPlaceAlone: Bool
    let namesCityAlone: Bool

    init(_ tokens: Range<Int>, _ reader: EligibilityReader) {
      let alternatives = reader.alternatives(in: tokens)
      isRemote = alternatives.contains { $0.isRemote }
      codes = reader.codes(of: alternatives)
      let hasCity = alternatives.contains { $0.hasCity }
      plainCodes =
        hasCity || alternatives.contains { $0.isOther }
        ? [] : alternatives.flatMap { $0.limits.flatMap(\.codes) }
      let named = alternatives.reduce(0) {
        $0 + $1.limits.reduce(0) { $0 + $1.mention.tokens.count }
      }
      let others = tokens.count - named - reader.ruledOut(in: tokens)
      isPlaceAlone = named > 0 && others <= named + 2
      namesCityAlone = hasCity
    }
  }

  static func context(of place: PlaceMention, in line: PlaceLine, continuing end: Int) -> Context {
    // In a list ("no US, Canada or Mexico") the ruling goes on.
    if end >= 0, place.tokens.lowerBound - end <= 2,
      !line.signs.contains(where: {
        $0.tokens.lowerBound >= end && $0.tokens.upperBound <= place.tokens.lowerBound
          && $0.sign == .remote
      })
    {
      return .excluded
    }
    if isRefused(place, in: line) { return .excluded }
    if namesHours(place, in: line) { return .seat }
    if place.isAdjective, !speaksOfPeople(place, in: line) { return .seat }
    // "Twenty days of work from anywhere" opens nothing.
    if line.signs.contains(where: { $0.sign == .nothing && $0.tokens.overlaps(place.tokens) }) {
      return .seat
    }
    if isPreferred(place, in: line) || namesOffice(after: place, in: line) { return .seat }
    // A sign may hold the place itself, as "remote (US" does.
    guard
      let before = line.signs.last(where: {
        $0.tokens.lowerBound < place.tokens.lowerBound && $0.sign != .nothing && $0.sign != .or
      })
    else { return .open }
    let gap = place.tokens.lowerBound - before.tokens.upperBound
    switch before.sign {
    case .exclude where gap <= 2: return .excluded
    case .seat where gap <= 6, .bound where gap <= 4, .prefer where gap <= 4: return .seat
    default: return .open
    }
  }

  /// What follows "must be based in" and its like, perhaps in a sentence apart from the remote one.
  func codes(after words: WorkplaceSign) -> [String] {
    var codes: [String] = []
    for sign in line.signs where sign.sign == words {
      var last = sign.tokens.upperBound
      // "US-based" is a phrase of its own.
      codes += kept.filter { sign.tokens.contains($0.tokens.lowerBound) }.flatMap(\.codes)
      for place in kept where place.tokens.lowerBound >= last {
        guard place.tokens.lowerBound - last <= (last == sign.tokens.upperBound ? 4 : 3),
          !(last..<place.tokens.lowerBound).contains(where: { isSegmentEnd($0) })
        else { break }
        if place.kind == .city { return codes }
        codes += place.codes
        last = place.tokens.upperBound
      }
    }
    return codes
  }

  func codes(of alternatives: [Alternative]) -> [String] {
    var codes: [String] = []
    for (place, alternative) in alternatives.enumerated() {
      let own = alternative.limits.flatMap(\.codes)
      if alternative.isRemote {
        codes += own
      } else if !own.isEmpty, !alternative.hasCity, !alternative.isOther,
        joinsRemote(place, alternatives)
      {
        codes += own
      }
    }
    return codes
  }

  /// Whether places of an alternative belong to the remote one: "US / Canada - Remote" do,
  /// "Cyprus or remote" do not.
  func joinsRemote(_ place: Int, _ alternatives: [Alternative]) -> Bool {
    let remotes = alternatives.indices.filter { alternatives[$0].isRemote }
    if let limited = remotes.first(where: { !alternatives[$0].limits.isEmpty }) {
      // "Ontario; remote, United States" begins with an office.
      return place > limited || alternatives[place + 1].separator != .semicolon
    }
    return remotes.contains { remote in
      let low = min(place, remote)
      return !alternatives[(low + 1)...max(place, remote)].contains { $0.separator == .or }
    }
  }

  func alternatives(in tokens: Range<Int>) -> [Alternative] {
    var result: [Alternative] = []
    var start = tokens.lowerBound
    var separator = Alternative.Separator.start
    for index in tokens {
      // "U" of "U.S." is also an "or" of Spanish.
      let isInPlace = line.places.contains { $0.tokens.contains(index) }
      let isOr = line.signs.contains { $0.sign == .or && $0.tokens.lowerBound == index }
      guard !isInPlace, isOr && !joinsSigns(index) || isBreak(index) else { continue }
      result.append(alternative(start..<index, separator))
      start = index + 1
      separator = isOr ? .or : line.isSymbol(index, ";") ? .semicolon : .slash
    }
    result.append(alternative(start..<tokens.upperBound, separator))
    return result.filter { !$0.tokens.isEmpty }
  }

  func alternative(_ tokens: Range<Int>, _ separator: Alternative.Separator) -> Alternative {
    var result = Alternative(tokens: tokens, separator: separator)
    let signs = line.signs.filter { tokens.contains($0.tokens.lowerBound) }
    result.isRemote = signs.contains { $0.sign == .remote }
    result.isOther = !result.isRemote && signs.contains { [.hybrid, .onsite].contains($0.sign) }
    if result.isOther, !line.signs.contains(where: { $0.sign == .remote }) {
      result.isRemote = true
    }
    let places = kept.filter { tokens.contains($0.tokens.lowerBound) }
    for (index, place) in places.enumerated() {
      switch place.kind {
      case .city: result.hasCity = true
      case .subdivision where isBesideCity(index, places): break
      case .region where isSpelledOut(index, places): break
      default: result.limits.append(Limit(mention: place, codes: place.codes))
      }
    }
    if result.limits.isEmpty, result.isRemote, let country = countryOfCities(places, signs),
      let first = places.first
    {
      result.limits.append(Limit(mention: first, codes: [country]))
    }
    return result
  }

  /// "Chicago, IL", where the state only tells which city is meant.
  func isBesideCity(_ index: Int, _ places: [PlaceMention]) -> Bool {
    func isCity(_ other: Int, _ gap: Int) -> Bool {
      places.indices.contains(other) && places[other].kind == .city && gap <= 2
    }
    let own = places[index].tokens
    let before = index > 0 ? own.lowerBound - places[index - 1].tokens.upperBound : 99
    let after =
      index + 1 < places.count ? places[index + 1].tokens.lowerBound - own.upperBound : 99
    return isCity(index - 1, before) || isCity(index + 1, after) && after <= 1
      || followsUnknownTown(own.lowerBound)
  }

  /// "Little Wandsford, OH": a name that no table knows before the comma.
  func followsUnknownTown(_ state: Int) -> Bool {
    guard line.isSymbol(state - 1, ","), line.tokens.contains(state - 2) else { return false }
    let token = line.text.tokens[state - 2]
    return token.kind == .word && token.id == 0
      && (65...90).contains(line.text.bytes[Int(token.start)])
  }

  /// "Remote or hybrid in the US": both words share the place.
  func joinsSigns(_ or: Int) -> Bool {
    func isWorkplace(_ mark: WorkplaceMark) -> Bool { mark.sign == .remote || mark.sign == .hybrid }
    return line.signs.contains { $0.tokens.upperBound == or && isWorkplace($0) }
      && line.signs.contains { $0.tokens.lowerBound == or + 1 && isWorkplace($0) }
  }

  func isBreak(_ index: Int) -> Bool {
    line.isSymbol(index, "/;")
  }

  func isSegmentEnd(_ index: Int) -> Bool {
    if line.text.tokens[index].kind == .newline { return true }
    if line.isSymbol(index, "|•·") { return !isInBrackets(index) }
    // "US-MD-Lanham//US-Remote", and the end of a sentence.
    if line.isSymbol(index, "/") {
      return line.isSymbol(index + 1, "/") || line.isSymbol(index - 1, "/")
    }
    guard line.isSymbol(index, ".!?") else { return false }
    let isPartOfPlace = line.places.contains { $0.tokens.contains(index) }
    return !isPartOfPlace && line.tokens.contains(index + 1)
      && line.text.tokens[index + 1].followsBlank
  }

  func isInBrackets(_ index: Int) -> Bool {
    let bracket = (max(line.tokens.lowerBound, index - 16)..<index).last {
      line.isSymbol($0, "()")
    }
    return bracket.map { line.isSymbol($0, "(") } ?? false
  }

  func splits(of tokens: Range<Int>, at isEnd: (Int) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens where isEnd(index) {
      result.append(start..<index)
      start = index + 1
    }
    result.append(start..<tokens.upperBound)
    return result.filter { !$0.isEmpty }
  }

  /// Each code once; a country beside its own states is narrowed to them, and what is worldwide
  /// beside a narrower region is that region.
  static func tidied(_ codes: [String]) -> [String] {
    var result: [String] = []
    for code in codes where !result.contains(code) { result.append(code) }
    if result.count > 1 { result.removeAll { $0 == "WORLDWIDE" } }
    return result.filter { code in
      code.count != 2 || !result.contains { $0.hasPrefix(code + "-") }
    }
  }
}
