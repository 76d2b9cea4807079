import Listings

/// A place named in a text, settled among those that share its name.
struct PlaceMention: Sendable {
  enum Kind: Sendable {
    case country, subdivision, city, region, zone
  }

  let kind: Kind
  /// ISO 3166 codes or names of regions; of a city those of its state or country.
  let codes: [String]
  let zone: TimeZoneSpan?
  let tokens: Range<Int>
  let isAdjective: Bool
  /// The state that has the same name.
  var namesake: String?
}

extension Gazetteer {
  /// The places named in the tokens of `range`.
  ///
  /// Names need a capital unless the text has none at all; abbreviations need all of theirs, and
  /// with `abbreviations` off only the commonest of them count.
  func mentions(
    in text: TokenizedText, tokens range: Range<Int>? = nil, abbreviations: Bool = true
  ) -> [PlaceMention] {
    let range = range ?? 0..<text.tokens.count
    var finder = MentionFinder(
      text: text, gazetteer: self, range: range, abbreviations: abbreviations)
    return finder.find()
  }
}

struct MentionFinder {
  let text: TokenizedText
  let gazetteer: Gazetteer
  let range: Range<Int>
  let abbreviations: Bool
  var found: [PlaceMention] = []

  mutating func find() -> [PlaceMention] {
    // Small letters are names only in short texts that have no others.
    let hasCapitals = !abbreviations || range.contains { startsWithCapital($0) }
    var index = range.lowerBound
    while index < range.upperBound {
      if let flag = flag(at: index) {
        found.append(flag)
        index += 2
        continue
      }
      guard let (entry, length) = gazetteer.match(at: index, in: text),
        index + length <= range.upperBound
      else {
        index += 1
        continue
      }
      let tokens = index..<index + length
      let isWord = text.tokens[index].kind == .word
      let capital = startsWithCapital(index) || isWord && (!hasCapitals || entry.isSmall)
      if let mention = mention(of: entry, at: tokens, capital: capital) {
        found.append(mention)
        found[found.count - 1].namesake = mention.kind == .subdivision ? nil : entry.subdivision
        index += length
      } else {
        index += 1
      }
    }
    settleNamesakes()
    return found
  }

  /// Among states "New York" and "Georgia" are states too, but not in "New York, NY".
  private mutating func settleNamesakes() {
    guard found.contains(where: { $0.namesake != nil }) else { return }
    let states = found.filter { $0.kind == .subdivision }.flatMap(\.codes)
    for (index, place) in found.enumerated() {
      guard let namesake = place.namesake, let code = place.codes.first, !states.isEmpty,
        !states.contains(code),
        states.allSatisfy({ $0 != namesake && $0.prefix(2) == namesake.prefix(2) }),
        found.allSatisfy({ $0.kind != .city || $0.namesake != nil })
      else { continue }
      found[index] = mention(.subdivision, [namesake], place.tokens)
    }
  }

  private func mention(
    of entry: PlaceEntry, at tokens: Range<Int>, capital: Bool
  )
    -> PlaceMention?
  {
    let words = text.words(text.bytes(of: tokens))
    if isAbbreviation(entry, words) { return abbreviation(entry, at: tokens, words) }
    guard capital else {
      // "Work from anywhere" and "remote (worldwide)" need no capital.
      let isClear = range.count <= 12 || tokens.count > 2 || followsRemote(tokens)
      return isClear && entry.region == ["WORLDWIDE"]
        ? mention(.region, entry.region, tokens) : zone(entry, words, at: tokens)
    }
    if let zone = zone(entry, words, at: tokens) { return zone }
    if !entry.cities.isEmpty, let near = entry.cities.first(where: { isNear($0, tokens) }) {
      return mention(.city, [near], tokens)
    }
    // "Georgia" after Atlanta or before "USA" is the state, elsewhere the country.
    if let state = entry.subdivision, entry.country != nil || !entry.cities.isEmpty,
      isNear(state, tokens)
    {
      return mention(.subdivision, [state], tokens)
    }
    if !entry.cities.isEmpty { return mention(.city, [entry.cities[0]], tokens) }
    if let country = entry.country {
      return PlaceMention(
        kind: .country, codes: [country], zone: nil, tokens: tokens,
        isAdjective: entry.isAdjective)
    }
    if let state = entry.subdivision { return mention(.subdivision, [state], tokens) }
    return entry.region.isEmpty ? nil : mention(.region, entry.region, tokens)
  }

  /// The two letters of a country as symbols, which are drawn as its flag.
  private func flag(at index: Int) -> PlaceMention? {
    guard index + 1 < range.upperBound, text.tokens[index].kind == .symbol else { return nil }
    var code = ""
    for token in text.tokens[index...index + 1] {
      guard token.kind == .symbol, (0x1F1E6...0x1F1FF).contains(token.id),
        let letter = Unicode.Scalar(token.id - 0x1F1E6 + 65)
      else { return nil }
      code.unicodeScalars.append(letter)
    }
    if code == "EU" { return mention(.region, [code], index..<index + 2) }
    return gazetteer.names[code] == nil ? nil : mention(.country, [code], index..<index + 2)
  }

  private func mention(
    _ kind: PlaceMention.Kind, _ codes: [String], _ tokens: Range<Int>
  )
    -> PlaceMention
  {
    PlaceMention(kind: kind, codes: codes, zone: nil, tokens: tokens, isAdjective: false)
  }

  /// Short names of capitals ("EST", "CET") must be written with them.
  private func zone(_ entry: PlaceEntry, _ words: String, at tokens: Range<Int>) -> PlaceMention? {
    guard let zone = entry.zone, words.utf8.count > 4 || isCapitals(words) else { return nil }
    return PlaceMention(kind: .zone, codes: [], zone: zone, tokens: tokens, isAdjective: false)
  }

  private func isAbbreviation(_ entry: PlaceEntry, _ words: String) -> Bool {
    !entry.abbreviates.isEmpty && words.utf8.count <= 3
  }

  /// Capitals that stand for a country or a state; what stands around them decides.
  private func abbreviation(
    _ entry: PlaceEntry, at tokens: Range<Int>, _ words: String
  ) -> PlaceMention? {
    guard isCapitals(words) else {
      let isSmallText = range.count <= 8 && !range.contains { startsWithCapital($0) }
      if isSmallText, let country = entry.country,
        !gazetteer.beside.isA(.inPlace, words)
      {
        return mention(.country, [country], tokens)
      }
      return smallCode(entry, at: tokens, words)
    }
    if isOfLanguage(tokens) || isPostCode(tokens) { return nil }
    return settledAbbreviation(entry, at: tokens, words)
      ?? loneAbbreviation(entry, at: tokens, words)
  }

  /// "da_DK" and "fr-BE" are languages.
  private func isOfLanguage(_ tokens: Range<Int>) -> Bool {
    let language = tokens.lowerBound - 2
    return language >= range.lowerBound && !text.tokens[tokens.lowerBound].followsBlank
      && isSymbol(tokens.lowerBound - 1, "_-") && text.tokens[language].length == 2
      && !isCapitals(text.words(text.tokens[language].range))
  }

  /// "EC2A" and its like.
  private func isPostCode(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < text.tokens.count && text.tokens[tokens.upperBound].kind == .number
      && !text.tokens[tokens.upperBound].followsBlank
  }

  /// One that a place beside it settles, or that stands for a single thing.
  private func settledAbbreviation(
    _ entry: PlaceEntry, at tokens: Range<Int>, _ words: String
  ) -> PlaceMention? {
    if let zone = hoursOfStates(entry, words, tokens) {
      return PlaceMention(kind: .zone, codes: [], zone: zone, tokens: tokens, isAdjective: false)
    }
    if let country = besideCountry(entry, tokens) { return mention(.country, [country], tokens) }
    if let state = stateOfCity(words, tokens) { return mention(.subdivision, [state], tokens) }
    if let near = entry.abbreviates.first(where: { isNear($0, tokens) }), afterPlace(tokens) {
      return mention(near.count > 2 ? .subdivision : .country, [near], tokens)
    }
    if let zone = entry.zone {
      return PlaceMention(kind: .zone, codes: [], zone: zone, tokens: tokens, isAdjective: false)
    }
    if let country = entry.country { return mention(.country, [country], tokens) }
    if !entry.region.isEmpty { return mention(.region, entry.region, tokens) }
    // "LA" is an article, too: "LA POSTE".
    let opensName = tokens.upperBound < range.upperBound && startsWithCapital(tokens.upperBound)
    if !entry.cities.isEmpty,
      !opensName || words.utf8.count > 2 || !gazetteer.beside.isA(.code, words)
    {
      return mention(.city, [entry.cities[0]], tokens)
    }
    return (listedCode(entry, words) ?? codeBehindRemote(entry, tokens) ?? codeInRun(entry, tokens))
      .map { mention(.country, [$0], tokens) }
  }

  /// One that only stands for a place where no word is beside it.
  private func loneAbbreviation(
    _ entry: PlaceEntry, at tokens: Range<Int>, _ words: String
  ) -> PlaceMention? {
    guard abbreviations, !gazetteer.beside.isA(.code, words), standsAlone(tokens),
      let code = entry.abbreviates.first
    else { return nil }
    if words.utf8.count == 3 {
      let country = entry.abbreviates.first { $0.count == 2 }
      return country.map { mention(.country, [$0], tokens) }
        ?? mention(.subdivision, [code], tokens)
    }
    // Provinces need their country beside them, but for the best known.
    if let state = entry.abbreviates.first(where: { $0.hasPrefix("US-") || $0 == "CA-BC" }) {
      return mention(.subdivision, [state], tokens)
    }
    return entry.abbreviates.last.flatMap { $0.count == 2 ? mention(.country, [$0], tokens) : nil }
  }

  /// "DE, DK": in a line of nothing but codes they are countries, if any of them is no state.
  private func listedCode(_ entry: PlaceEntry, _ words: String) -> String? {
    guard range.count <= 16, words.utf8.count == 2 else { return nil }
    var isCountry = false
    var count = 0
    for index in range where text.tokens[index].kind == .word {
      let token = text.tokens[index]
      let word = text.words(token.range)
      guard token.end - token.start == 2, isCapitals(word),
        let (other, _) = gazetteer.match(at: index, in: text)
      else { return nil }
      count += 1
      // "AI/ML" is no list of countries.
      if !gazetteer.beside.isA(.code, word),
        !other.abbreviates.contains(where: { $0.hasPrefix("US-") || $0.hasPrefix("CA-") })
      {
        isCountry = true
      }
    }
    guard count > 1, isCountry else { return nil }
    return entry.abbreviates.first { $0.utf8.count == 2 }
  }

  /// "Remote - DE |": what stands alone behind the word is a country, though it be a word, too.
  private func codeBehindRemote(_ entry: PlaceEntry, _ tokens: Range<Int>) -> String? {
    guard gazetteer.beside.isA(.code, text.words(text.bytes(of: tokens))), followsRemote(tokens),
      isSymbol(tokens.lowerBound - 1, "-–—(:"),
      tokens.upperBound == range.upperBound || isSymbol(tokens.upperBound, ",;)|/")
    else { return nil }
    return entry.abbreviates.first { $0.utf8.count == 2 }
  }

  /// "Remote, pt": the code of a country behind the comma that closes a short line.
  private func smallCode(
    _ entry: PlaceEntry, at tokens: Range<Int>, _ words: String
  ) -> PlaceMention? {
    guard range.count <= 8, words.utf8.count == 2, !gazetteer.beside.isA(.smallCode, words),
      tokens.upperBound == range.upperBound || isSymbol(tokens.upperBound, ",;)|/"),
      tokens.lowerBound > range.lowerBound, isSymbol(tokens.lowerBound - 1, ",(")
    else { return nil }
    let country = entry.country ?? entry.abbreviates.first { $0.count == 2 }
    return country.map { mention(.country, [$0], tokens) }
  }

  /// A place of the same state or country stands just before, or the state just after.
  private func isNear(_ code: String, _ tokens: Range<Int>) -> Bool {
    if follows(code, tokens) { return true }
    // "Portland, ME": the letters after a comma decide between cities of one name.
    var next = tokens.upperBound
    while next < range.upperBound, next < tokens.upperBound + 2, isSymbol(next, ",(-–/") {
      next += 1
    }
    guard next < range.upperBound, let (entry, _) = gazetteer.match(at: next, in: text) else {
      return false
    }
    return entry.subdivision == code || entry.country == code
      || (entry.country.map { code.hasPrefix($0 + "-") } ?? false && entry.cities.isEmpty)
      || (entry.abbreviates.contains { $0 == code || code.hasPrefix($0 + "-") }
        && isCapitals(text.words(text.tokens[next].range)))
  }

  private func follows(_ code: String, _ tokens: Range<Int>) -> Bool {
    guard let last = found.last, tokens.lowerBound - last.tokens.upperBound <= 2,
      last.kind != .zone, last.kind != .region
    else { return false }
    return last.codes.contains {
      $0 == code || $0.hasPrefix(code + "-") || code.hasPrefix($0 + "-")
    }
  }

  /// "US/CA" and "US & CA" are two countries, where "US-CA" is a state.
  private func besideCountry(_ entry: PlaceEntry, _ tokens: Range<Int>) -> String? {
    guard let last = found.last, last.kind == .country, !last.codes.contains("CA"),
      tokens.lowerBound - last.tokens.upperBound == 1, isSymbol(last.tokens.upperBound, "/&+")
    else { return nil }
    return entry.abbreviates.first { $0 == "CA" }
  }

  /// "Belo Horizonte, MG": the letters of the city's own state, which may be those of a country too.
  private func stateOfCity(_ words: String, _ tokens: Range<Int>) -> String? {
    guard let last = found.last, last.kind == .city, afterPlace(tokens) else { return nil }
    return last.codes.first { $0.hasSuffix("-" + words) }
  }

  func followsRemote(_ tokens: Range<Int>) -> Bool {
    let word = (max(range.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound)
      .last { text.tokens[$0].kind == .word }
    return word.map {
      gazetteer.beside.isAnyA(.remoteWord, at: $0, of: text)
    } ?? false
  }

  private func afterPlace(_ tokens: Range<Int>) -> Bool {
    guard let last = found.last else { return false }
    return tokens.lowerBound - last.tokens.upperBound <= 2
  }

  private func standsAlone(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    let after = tokens.upperBound
    let opens = before < range.lowerBound || text.tokens[before].kind != .word || isIn(before)
    let closes = after >= range.upperBound || text.tokens[after].kind != .word
    return (opens || afterPlace(tokens)) && closes
  }

  private func isIn(_ index: Int) -> Bool {
    let word = text.words(text.tokens[index].range).lowercased()
    return gazetteer.beside.isA(.beforeCode, word)
  }

  func isSymbol(_ index: Int, _ symbols: String) -> Bool {
    let token = text.tokens[index]
    return token.kind == .symbol && symbols.unicodeScalars.contains { $0.value == token.id }
  }

  private func startsWithCapital(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let byte = text.bytes[Int(token.start)]
    return token.kind == .word && (byte >= 65 && byte <= 90 || byte >= 0xC3)
  }

  private func isCapitals(_ words: String) -> Bool {
    words.utf8.allSatisfy { !($0 >= 97 && $0 <= 122) }
  }
}
