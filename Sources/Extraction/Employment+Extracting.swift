import Listings

extension Employment {
  /// Reads the forms that a field or title names, in its order.
  package static func forms(in text: String, using vocabulary: Vocabulary) -> [Employment] {
    let tokenized = TokenizedText(text, lexicon: vocabulary.lexicon)
    return reading(tokenized, using: vocabulary).map(\.form)
  }

  static func reading(
    _ text: TokenizedText, using vocabulary: Vocabulary
  )
    -> [(form: Employment, mark: Mark)]
  {
    forms(vocabulary.signs.marks(in: text) { $0.employment != nil }, vocabulary.signs)
  }

  /// The forms that marks name; `firmOnly` leaves out words that prove little in a text.
  static func forms(
    _ marks: some Sequence<Mark>, _ signs: SignTable, firmOnly: Bool = false
  )
    -> [(form: Employment, mark: Mark)]
  {
    var found: [(form: Employment, mark: Mark)] = []
    for mark in marks {
      guard case .form(let form, let firm) = signs.entries[Int(mark.entry)].employment,
        firm || !firmOnly, !found.contains(where: { $0.form == form })
      else { continue }
      found.append((form, mark))
    }
    return found
  }

  /// What a body says: a line with a label, else a line of its own, else telling phrases.
  static func forms(in body: BodyLines, _ signs: SignTable) -> [(form: Employment, mark: Mark)] {
    var short: [(form: Employment, mark: Mark)] = []
    var firm: [(form: Employment, mark: Mark)] = []
    for line in body.lines {
      let marks = body.marks[line.marks]
      let isLabelled = marks.contains { mark in
        signs.entries[Int(mark.entry)].employment == .label
          && mark.tokens.lowerBound <= line.tokens.lowerBound + 2
      }
      let forms = forms(marks, signs, firmOnly: !isLabelled && line.tokens.count > 6)
      if isLabelled, !forms.isEmpty { return forms }
      if line.tokens.count <= 6 {
        if short.isEmpty { short = forms }
      } else if firm.isEmpty {
        firm = forms
      }
    }
    return short.isEmpty ? firm : short
  }
}
