/// Marks that say something of the workplace only together: "half of your time" near an office.
extension WorkplaceWords {
  /// The marks, with those added that others make; in the order in which they stand.
  static func joined(
    _ signs: [WorkplaceMark], in text: TokenizedText, _ words: BesideWords
  ) -> [WorkplaceMark] {
    guard signs.contains(where: { joins($0.sign) }) else { return signs }
    let signs = signs.map { isOffice($0, text, words) ? $0.with(.office) : $0 }
    return signs.indices.map { place in
      let mark = signs[place]
      switch mark.sign {
      case .share: return shared(place, signs, text, words) ?? mark
      case .split: return split(place, signs, text) ?? mark
      case .mix: return choice(place, signs, text) ?? mark
      case .work, .come, .bound: return office(place, signs, text, words) ?? mark
      default: return mark
      }
    }
  }

  private static func joins(_ sign: WorkplaceSign) -> Bool {
    switch sign {
    case .share, .split, .mix, .work, .come, .bound, .seat: true
    default: false
    }
  }

  /// "Our office in Leeds" is an office as "our office" is.
  private static func isOffice(
    _ mark: WorkplaceMark, _ text: TokenizedText, _ beside: BesideWords
  ) -> Bool {
    guard mark.sign == .seat else { return false }
    let words = [mark.tokens.lowerBound, mark.tokens.upperBound - 1]
      .map { text.words(text.tokens[$0].range).lowercased() }
    return beside.isA(.seatName, words[1]) || beside.isA(.office, words[0])
  }

  /// "Half of your time in the office", "a day or two from home"; but neither "100% of the time" nor
  /// "20% of the time to our office", which is travel.
  private static func shared(
    _ place: Int, _ signs: [WorkplaceMark], _ text: TokenizedText, _ words: BesideWords
  ) -> WorkplaceMark? {
    let share = signs[place]
    let first = share.tokens.lowerBound
    if first > 0, text.words(text.tokens[first - 1].range) == "100" { return nil }
    let after = signs[(place + 1)...].first { isPlace($0.sign) }
    let before = signs[..<place].last
    let isAfter = after.map {
      joins(share.tokens.upperBound..<$0.tokens.lowerBound, text, words, limit: 8)
    }
    // "The office when it suits you, typically a few days a week".
    let isOfWeek = place + 1 < signs.count && signs[place + 1].sign == .week
    let isBefore = before.map {
      isPlace($0.sign)
        && joins($0.tokens.upperBound..<first, text, words, limit: isOfWeek ? 8 : 2)
    }
    guard isAfter ?? false || isBefore ?? false else { return nil }
    return WorkplaceMark(.attendance, isFirm: true, tokens: share.tokens)
  }

  /// "You split your week between the studio and your kitchen table".
  private static func split(
    _ place: Int, _ signs: [WorkplaceMark], _ text: TokenizedText
  ) -> WorkplaceMark? {
    let split = signs[place]
    let isOfPlaces = signs[(place + 1)...].contains {
      isPlace($0.sign) && $0.tokens.lowerBound - split.tokens.upperBound <= 10
    }
    return isOfPlaces ? WorkplaceMark(.attendance, isFirm: true, tokens: split.tokens) : nil
  }

  /// "Home, office or a mix": all three are open.
  private static func choice(
    _ place: Int, _ signs: [WorkplaceMark], _ text: TokenizedText
  ) -> WorkplaceMark? {
    let mix = signs[place]
    let near = signs[..<place].filter { mix.tokens.lowerBound - $0.tokens.upperBound <= 12 }
    let home = near.first { [.home, .homeOffice, .remote].contains($0.sign) }
    let office = near.contains { $0.sign == .office || $0.sign == .onsite }
    guard let home, office else { return nil }
    return WorkplaceMark(
      .remote, isFirm: true, tokens: home.tokens.lowerBound..<mix.tokens.upperBound)
  }

  /// "Working from our Soho office", "commute to our Soho office every day"; but not where a person
  /// may, or is welcome to.
  private static func office(
    _ place: Int, _ signs: [WorkplaceMark], _ text: TokenizedText, _ words: BesideWords
  ) -> WorkplaceMark? {
    let work = signs[place]
    let office = signs[(place + 1)...].first { $0.sign == .office || $0.sign == .onsite }
    guard let office,
      joins(work.tokens.upperBound..<office.tokens.lowerBound, text, words, limit: 4),
      !isOptional(work, text, words)
    else { return nil }
    let isDaily = signs.contains {
      $0.sign == .daily && $0.tokens.lowerBound >= office.tokens.upperBound
        && $0.tokens.lowerBound - office.tokens.upperBound <= 2
    }
    guard work.sign == .work || isDaily else { return nil }
    return WorkplaceMark(
      .onsite, isFirm: true, tokens: work.tokens.lowerBound..<office.tokens.upperBound)
  }

  private static func isOptional(
    _ work: WorkplaceMark, _ text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    let first = work.tokens.lowerBound
    return (1...2).contains { back in
      guard first >= back else { return false }
      let word = text.words(text.tokens[first - back].range).lowercased()
      return words.isA(.choice, word)
    }
  }

  /// Whether few words and no stop stand between, and none that leads away.
  private static func joins(
    _ gap: Range<Int>, _ text: TokenizedText, _ words: BesideWords, limit: Int
  ) -> Bool {
    gap.count <= limit
      && gap.allSatisfy { index in
        let token = text.tokens[index]
        switch token.kind {
        case .newline: return false
        case .symbol: return [38, 39, 44, 45, 0x2019].contains(token.id)
        default: return !leadsAway(index, text, words)
        }
      }
  }

  /// "To our office" is travel, "face to face" is not.
  private static func leadsAway(
    _ index: Int, _ text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    guard words.isA(.toOffice, text.words(text.tokens[index].range)),
      index + 1 < text.tokens.count
    else { return false }
    return words.isA(.ofOffice, text.words(text.tokens[index + 1].range))
  }

  private static func isPlace(_ sign: WorkplaceSign) -> Bool {
    switch sign {
    case .office, .onsite, .home, .homeOffice, .hybrid, .remote: true
    default: false
    }
  }
}
