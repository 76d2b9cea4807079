import Listings

/// What labeled lines and the short lines at the top of a page say.
struct PageLines {
  struct Value {
    let text: String
    /// UTF-8 offset in the body.
    let start: Int
    /// Whether a word of it tells where the work is done, whatever it was asked for.
    let saysWorkplace: Bool
  }

  /// The first value of each label.
  private(set) var values: [PostingLabel: Value] = [:]
  /// Lines that may tell when the job was posted, in the order of trust.
  private(set) var dateTexts: [(String, Int?)] = []
  private let beside: BesideWords

  init(_ page: Page, _ sections: Sections, _ vocabulary: PageVocabulary, _ beside: BesideWords) {
    self.beside = beside
    let labels = page.lines.indices.lazy.filter { sections.isReadable($0) }
      .flatMap { page.labels($0, vocabulary) }
    for (label, tokens) in labels where values[label] == nil {
      guard let range = page.bytes(of: tokens), range.count <= 400,
        !TitleTidying.isPlaceholder(page.text.words(range)),
        label != .location || !page.tellsOfUs(tokens, vocabulary)
      else { continue }
      let saysWorkplace = tokens.contains {
        vocabulary.hiringWords.match(at: $0, in: page.text)?.value == .workplace
      }
      values[label] = Value(
        text: page.text.words(range), start: range.lowerBound, saysWorkplace: saysWorkplace)
    }
    if let date = values[.date] { dateTexts.append((date.text, date.start)) }
    addTopDates(page, sections, vocabulary)
  }

  /// The posting with its empty fields filled from labeled lines.
  func filling(_ posting: Posting) -> Posting {
    var filled = posting
    filled.location = posting.location ?? values[.location]?.text
    filled.payText = posting.payText ?? values[.pay]?.text
    filled.employmentText = posting.employmentText ?? values[.employment]?.text
    filled.seniorityText = posting.seniorityText ?? values[.level]?.text
    if let workplace = values[.workplace]?.text {
      filled.tags.append(answered(workplace))
    } else if let employment = values[.employment], employment.saysWorkplace {
      filled.tags.append(employment.text)
    }
    return filled
  }

  /// "Telecommute: No", "Remote: Yes".
  private func answered(_ workplace: String) -> String {
    let word = workplace.lowercased()
    return beside.isA(.no, word) ? "not remote" : beside.isA(.yes, word) ? "remote" : workplace
  }

  /// Where in the body a part's text begins that `posting` itself does not have.
  func origin(of part: PostingPart, _ posting: Posting) -> Int? {
    switch part {
    case .location: posting.location == nil ? values[.location]?.start : nil
    case .pay: posting.payText == nil ? values[.pay]?.start : nil
    case .level: posting.seniorityText == nil ? values[.level]?.start : nil
    case .employment: posting.employmentText == nil ? values[.employment]?.start : nil
    default: nil
    }
  }
}

private extension PageLines {
  // Badges such as "Reposted 21 Days Ago" stand below the title.
  static let topLines = 20

  /// A bare date may be the start or the deadline; words such as "ago" settle it.
  mutating func addTopDates(_ page: Page, _ sections: Sections, _ vocabulary: PageVocabulary) {
    func isOfDates(_ token: Int) -> Bool {
      vocabulary.ofDates.match(at: token, in: page.text) != nil
    }
    for line in page.lines.indices.prefix(Self.topLines)
    where page.lines[line].count <= 30 && sections.kinds[line] != .otherJobs {
      // Few lines speak of dates at all, and only those are cut.
      guard page.lines[line].contains(where: isOfDates) else { continue }
      for part in page.parts(of: page.lines[line]) {
        guard part.contains(where: isOfDates), page.wordCount(part) <= 6,
          let range = page.bytes(of: part)
        else {
          continue
        }
        dateTexts.append((page.text.words(range), range.lowerBound))
      }
    }
  }
}
