import Listings

extension PlaceKey {
  /// The places that a place line names, each once, as closely as it names them.
  static func places(in line: String, _ vocabulary: Vocabulary) -> [PlaceKey] {
    let text = TokenizedText(line, lexicon: vocabulary.lexicon)
    var reader = PlaceKeyReader(text: text, vocabulary: vocabulary)
    reader.read(vocabulary.places.mentions(in: text))
    return Array(reader.places.prefix(Fingerprint.mostPlaces))
  }

  fileprivate init(code: String, city: UInt32 = 0) {
    let letters = Array(code.utf8)
    guard letters.count == 2 || letters.count > 3 && letters[2] == UInt8(ascii: "-") else {
      // A region of the world.
      self.init(region: Self.short(FoldedWord.hash(code)))
      return
    }
    self.init(
      country: UInt16(letters[0]) << 8 | UInt16(letters[1]),
      region: letters.count == 2 ? 0 : Self.short(FoldedWord.hash(code)), city: city)
  }

  private static func short(_ hash: UInt64) -> UInt16 {
    max(1, UInt16(truncatingIfNeeded: hash ^ hash >> 32))
  }
}

/// Puts the names of a place line together: "Lehi, Utah, US" is one place, "Lyon; Lille" two.
private struct PlaceKeyReader {
  let text: TokenizedText
  let vocabulary: Vocabulary
  private(set) var places: [PlaceKey] = []
  /// Words that no table knows: a town, perhaps.
  private var unknown: [UInt64] = []
  /// Where the last city ends: a state right behind it is its own.
  private var cityEnd = -1

  init(text: TokenizedText, vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
  }

  mutating func read(_ mentions: [PlaceMention]) {
    var index = 0
    for mention in mentions {
      readUnknown(index..<mention.tokens.lowerBound)
      read(mention)
      index = mention.tokens.upperBound
    }
    readUnknown(index..<text.tokens.count)
    closeUnknown()
  }

  private mutating func read(_ mention: PlaceMention) {
    switch mention.kind {
    case .zone: break
    case .city:
      closeUnknown()
      let city = UInt32(truncatingIfNeeded: FoldedWord.combined(words(mention.tokens)))
      for code in mention.codes.prefix(1) { add(PlaceKey(code: code, city: max(1, city))) }
      cityEnd = mention.tokens.upperBound
    case .country, .subdivision, .region:
      for code in mention.codes {
        let city = UInt32(truncatingIfNeeded: FoldedWord.combined(unknown))
        unknown = []
        let place = PlaceKey(code: code, city: mention.kind == .region ? 0 : city)
        let isBehindCity = mention.tokens.lowerBound - cityEnd <= 1 && cityEnd >= 0
        if isBehindCity, place.region != 0, let last = places.last, last.country == place.country {
          // "Portland, ME", of which the tables may know only the one in Oregon.
          places[places.count - 1] = PlaceKey(
            country: last.country, region: place.region, city: last.city)
        } else {
          add(place)
        }
      }
    }
  }

  /// A place that says more or less of the one before it is the same place.
  private mutating func add(_ place: PlaceKey) {
    if let last = places.last, last.country != 0, place.agrees(with: last) {
      places[places.count - 1] = PlaceKey(
        country: last.country, region: max(last.region, place.region),
        city: max(last.city, place.city))
    } else if !places.contains(place) {
      places.append(place)
    }
  }

  private mutating func readUnknown(_ tokens: Range<Int>) {
    for index in tokens {
      let token = text.tokens[index]
      if token.kind == .word {
        guard vocabulary.identity.placeFiller.match(at: index, in: text) == nil else { continue }
        if index - cityEnd == 1, token.end - token.start <= 3, cityEnd >= 0 {
          qualifyCity(by: token)
          continue
        }
        unknown.append(text.foldedHash(token))
      } else if token.kind == .symbol, !unknown.isEmpty, !isInName(token) {
        // A comma before a state leaves the town open for it.
        if token.id != 44 || index + 1 < tokens.upperBound { closeUnknown() }
      }
    }
  }

  /// "Portland, ME": letters that no table knows still tell it from the Portland without them.
  private mutating func qualifyCity(by token: Token) {
    guard let last = places.popLast() else { return }
    let name = FoldedWord.combined([UInt64(last.city), text.foldedHash(token)])
    places.append(
      PlaceKey(country: last.country, city: max(1, UInt32(truncatingIfNeeded: name))))
  }

  private func isInName(_ token: Token) -> Bool {
    [UInt32(45), 39, 46, 0x2019].contains(token.id)
  }

  private mutating func closeUnknown() {
    guard !unknown.isEmpty else { return }
    let city = UInt32(truncatingIfNeeded: FoldedWord.combined(unknown))
    unknown = []
    add(PlaceKey(city: max(1, city)))
  }

  private func words(_ tokens: Range<Int>) -> [UInt64] {
    tokens.filter { text.tokens[$0].kind == .word }
      .map { text.foldedHash(text.tokens[$0]) }
  }
}
