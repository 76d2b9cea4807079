import Listings

extension Fingerprint {
  /// Of what `listing` says, and the words of the page's lines about the job.
  init(of listing: Listing, _ page: Page, _ sections: Sections, using vocabulary: Vocabulary) {
    self.init(
      company: listing.company.map { Self.company($0, vocabulary) } ?? 0,
      title: listing.title.map { Self.title($0, vocabulary) } ?? 0,
      places: listing.location.map { PlaceKey.places(in: $0, vocabulary) } ?? [],
      workplace: listing.remote.kind, words: Self.words(page, sections))
    requisition = Self.requisition(in: page, vocabulary)
    traits = FoldedWord.combined(
      ([listing.seniority.rawValue] + listing.skills.sorted()).map { FoldedWord.hash($0) })
  }
}

private extension Fingerprint {
  /// Sequences; where fewer stand in lines about the job, the other lines count too.
  static let fewWords = 40

  static func words(_ page: Page, _ sections: Sections) -> WordSketch {
    let narrow = words(page, sections) { $0 == .job }
    return narrow.count >= fewWords ? narrow : words(page, sections) { $0.isReadable }
  }

  static func words(
    _ page: Page, _ sections: Sections, where isWanted: (SectionKind) -> Bool
  ) -> WordSketch {
    var builder = WordSketchBuilder()
    for (line, tokens) in page.lines.enumerated()
    where isWanted(sections.kinds[line]) && !sections.repeats[line] {
      builder.add(tokens, of: page.text)
    }
    return builder.sketch
  }

  /// The words of a name without remarks in brackets, filler and the legal form at its end.
  static func company(_ name: String, _ vocabulary: Vocabulary) -> UInt64 {
    let text = TokenizedText(name, lexicon: vocabulary.lexicon)
    let bracket = text.tokens.firstIndex { $0.kind == .symbol && $0.id == 40 }
    let end = bracket.flatMap { $0 > 0 ? $0 : nil } ?? text.tokens.count
    var words: [UInt64] = []
    var kept = 0
    var index = 0
    while index < end {
      if let (word, length) = vocabulary.page.companyWords.match(at: index, in: text), word.isForm,
        !words.isEmpty
      {
        index += length
        continue
      }
      let token = text.tokens[index]
      let isFiller = vocabulary.identity.companyFiller.match(at: index, in: text) != nil
      if token.kind != .symbol, token.kind != .newline, !isFiller {
        words.append(contentsOf: text.folded(token).map(UInt64.init))
        kept += 1
      }
      index += 1
    }
    // Letter by letter, so that "Cloud Kitchen" and "CloudKitchen" are one company.
    return FoldedWord.combined(words)
  }

  static func title(_ title: String, _ vocabulary: Vocabulary) -> UInt64 {
    let text = TokenizedText(title, lexicon: vocabulary.lexicon)
    var words: [UInt64] = []
    var index = 0
    while index < text.tokens.count {
      if let (replacement, length) = vocabulary.identity.titleWords.match(at: index, in: text) {
        words += replacement
        index += length
        continue
      }
      let token = text.tokens[index]
      if token.kind == .word || token.kind == .number {
        words.append(text.foldedHash(token))
      } else if token.kind == .symbol, !token.followsBlank, token.id == 35 || token.id == 43 {
        // C# and C++ are other languages than C.
        words.append(UInt64(token.id))
      }
      index += 1
    }
    return FoldedWord.combined(words, sorted: true)
  }

  // An employer's number has at least so many digits.
  static let leastDigits = 3

  /// The number behind the first label of one, as in "Req ID: R-10482".
  static func requisition(in page: Page, _ vocabulary: Vocabulary) -> UInt64 {
    let labels = vocabulary.identity.requisitionLabels
    for index in page.text.tokens.indices where page.text.tokens[index].id != 0 {
      guard page.text.tokens[index].kind == .word,
        let (_, length) = labels.match(at: index, in: page.text)
      else { continue }
      var start = index + length
      while page.text.tokens.indices.contains(start), page.text.tokens[start].kind == .symbol {
        start += 1
      }
      var end = start
      while page.text.tokens.indices.contains(end), page.text.tokens[end].kind != .newline,
        end == start || !page.text.tokens[end].followsBlank
      {
        end += 1
      }
      guard let bytes = page.bytes(of: start..<end), bytes.count <= 32 else { continue }
      let letters = Lexicon.fold(page.text.words(bytes)).filter { byte in
        (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122)
      }
      if letters.count(where: { $0 < 58 }) >= leastDigits {
        return FoldedWord.hash(folded: letters[...])
      }
    }
    return 0
  }
}

private extension SectionKind {
  var isReadable: Bool { self != .otherJobs && self != .navigation && self != .legal }
}
