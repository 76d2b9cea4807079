import Listings

/// What a posting says of the workplace, the place, the level, the contract and the skills.
package struct JobFacts: Sendable {
  package var remote: RemotePolicy
  /// As a person would read it: city, state or country.
  package var location: String?
  package var seniority: Seniority
  package var employment: [Employment]
  package var skills: [String]
  package var evidence: [Evidence]

  /// Reads the fields of `posting`, then `body`, of which only `ranges` are this job's own.
  ///
  /// What stands in the ranges of `company` names no skills: they are what it sells, or whom it
  /// works for. Title and location are those of `posting`: a title found in the body is put there first.
  /// `ranges` are UTF-8 offsets in rising order; nil means all of the body.
  package init(
    reading posting: Posting, body: TokenizedText, ranges: [Range<Int>]? = nil,
    outside company: [Range<Int>] = [], using vocabulary: Vocabulary
  ) {
    let lines = BodyLines(body, ranges: ranges, using: vocabulary.signs)
    let fields = PostingFields(posting, using: vocabulary)
    let workplace = WorkplaceReader(fields, lines, vocabulary).read()
    remote = workplace.policy
    evidence = workplace.evidence
    (location, seniority, employment, skills) = (nil, .unknown, [], [])
    readLocation(fields)
    readSeniority(fields, lines, vocabulary)
    readEmployment(fields, lines, vocabulary)
    readSkills(fields, lines, outside: company, vocabulary)
  }
}

/// The fields of a posting that may name the workplace, each read once.
final class PostingFields: Sendable {
  let posting: Posting
  let location: PlaceLine?
  let title: PlaceLine?
  let tags: [PlaceLine]

  init(_ posting: Posting, using vocabulary: Vocabulary) {
    self.posting = posting
    location = posting.location.map { PlaceLine($0, using: vocabulary) }
    title = posting.title.map { PlaceLine($0, using: vocabulary) }
    // A source may attach hundreds of tags; the first say what matters.
    tags = posting.tags.prefix(50).map { PlaceLine($0, using: vocabulary) }
  }
}

private extension JobFacts {
  mutating func readLocation(_ fields: PostingFields) {
    guard let line = fields.location, let tidied = line.tidied else { return }
    location = tidied
    add(.location, .location, line.text, 0..<line.text.bytes.count, "place line")
  }

  mutating func readSeniority(
    _ fields: PostingFields, _ body: BodyLines, _ vocabulary: Vocabulary
  ) {
    seniority = .unknown
    if let title = fields.title?.text,
      let reading = Seniority.reading(title: title, using: vocabulary)
    {
      seniority = reading.value
      add(.seniority, .title, title, reading.range, reading.rule)
    } else if let text = fields.posting.seniorityText {
      let text = TokenizedText(text, lexicon: vocabulary.lexicon)
      guard let reading = Seniority.reading(title: text, using: vocabulary) else { return }
      seniority = reading.value
      add(.seniority, .level, text, reading.range, reading.rule)
    } else if let reading = Seniority.reading(body: body, vocabulary.signs) {
      seniority = reading.value
      add(.seniority, .body, body.text, reading.range, reading.rule)
    }
  }

  mutating func readEmployment(
    _ fields: PostingFields, _ body: BodyLines, _ vocabulary: Vocabulary
  ) {
    if let text = fields.posting.employmentText {
      addForms(in: TokenizedText(text, lexicon: vocabulary.lexicon), .employment, vocabulary)
    }
    for tag in fields.tags where employment.isEmpty { addForms(in: tag.text, .tags, vocabulary) }
    if employment.isEmpty, let title = fields.title?.text {
      addForms(in: title, .title, vocabulary)
    }
    if employment.isEmpty {
      for (form, mark) in Employment.forms(in: body, vocabulary.signs) {
        employment.append(form)
        add(.employment, .body, body.text, body.text.bytes(of: mark.tokens), "contract words")
      }
    }
    if seniority == .intern, employment.isEmpty {
      employment = [.internship]
      guard let proof = evidence.last(where: { $0.field == .seniority }) else { return }
      evidence.append(
        Evidence(
          field: .employment, part: proof.part, range: proof.range, words: proof.words,
          rule: "interns are on an internship"))
    }
  }

  mutating func addForms(in text: TokenizedText, _ part: PostingPart, _ vocabulary: Vocabulary) {
    for (form, mark) in Employment.reading(text, using: vocabulary) {
      employment.append(form)
      add(.employment, part, text, text.bytes(of: mark.tokens), "contract words")
    }
  }

  mutating func readSkills(
    _ fields: PostingFields, _ body: BodyLines, outside company: [Range<Int>],
    _ vocabulary: Vocabulary
  ) {
    let signs = vocabulary.signs
    let lines =
      (fields.title.map { [(PostingPart.title, $0)] } ?? []) + fields.tags.map { (.tags, $0) }
    for (part, line) in lines {
      let marks = signs.marks(in: line.text) { $0.skill != -1 }
      for (skill, mark) in Skill.named(by: marks, in: line.text, using: signs)
      where !skills.contains(skill.name) {
        skills.append(skill.name)
        add(.skills, part, line.text, line.text.bytes(of: mark.tokens), "skill vocabulary")
      }
    }
    for (skill, mark) in Skill.named(by: body.marks(outside: company), in: body.text, using: signs)
    where !skills.contains(skill.name) {
      skills.append(skill.name)
      add(.skills, .body, body.text, body.text.bytes(of: mark.tokens), "skill vocabulary")
    }
  }

  mutating func add(
    _ field: ListingField, _ part: PostingPart, _ text: TokenizedText, _ range: Range<Int>,
    _ rule: String
  ) {
    evidence.append(
      Evidence(field: field, part: part, range: range, words: text.words(range), rule: rule))
  }
}
