import Listings

/// Weighs what the parts of a posting say of the workplace: the place line before the board's own
/// field, tags, title and body.
struct WorkplaceReader {
  private struct Finding {
    let kind: RemoteKind
    let days: Int?
    let evidence: Evidence?
  }

  private let fields: PostingFields
  private let body: BodyLines
  private let vocabulary: Vocabulary
  private let workplace: BodyWorkplace

  init(_ fields: PostingFields, _ body: BodyLines, _ vocabulary: Vocabulary) {
    self.fields = fields
    self.body = body
    self.vocabulary = vocabulary
    workplace = BodyWorkplace(body, using: vocabulary)
  }

  func read() -> (policy: RemotePolicy, evidence: [Evidence]) {
    let above = findingAbove
    let finding = above ?? bodyFinding
    let kind = finding?.kind ?? .unknown
    var evidence = [finding?.evidence].compactMap { $0 }
    let days = kind == .hybrid ? finding?.days ?? workplace.days?.days : nil
    let eligibility = eligibility(kind, &evidence)
    let contradiction = above.flatMap { _ in
      Contradiction(of: kind, in: body, workplace: workplace, using: vocabulary)
    }
    let words = contradiction.map { bodyEvidence(.contradiction, $0.tokens, "body against line") }
    if let words { evidence.append(words) }
    let policy = RemotePolicy(
      kind: kind, daysOnSite: days, eligibility: eligibility, contradiction: words?.words)
    return (policy, evidence)
  }
}

private extension WorkplaceReader {
  /// What place line, board field, tags and title say, in that order of trust.
  private var findingAbove: Finding? {
    if let line = fields.location, let found = finding(line, .location) { return found }
    if let kind = fields.posting.workplace, kind != .unknown {
      let words = kind.rawValue
      return Finding(
        kind: kind, days: nil,
        evidence: Evidence(
          field: .remote, part: .workplace, range: 0..<words.utf8.count, words: words,
          rule: "workplace field of the source"))
    }
    for tag in fields.tags {
      if let found = finding(tag, .tags) { return found }
    }
    return fields.title.flatMap { finding($0, .title) }
  }

  private func finding(_ line: PlaceLine, _ part: PostingPart) -> Finding? {
    guard !line.isQuestion,
      let decision = WorkplaceWords(line.signs, in: line.text, line.beside).decision
    else { return nil }
    let range = line.text.bytes(of: decision.tokens)
    return Finding(
      kind: decision.kind, days: decision.days,
      evidence: Evidence(
        field: .remote, part: part, range: range, words: line.text.words(range),
        rule: decision.rule))
  }

  private var bodyFinding: Finding? {
    workplace.best.map { clue in
      Finding(
        kind: clue.kind, days: clue.days, evidence: bodyEvidence(.remote, clue.tokens, clue.rule))
    }
  }

  func eligibility(_ kind: RemoteKind, _ evidence: inout [Evidence]) -> Eligibility {
    let below = BodyEligibility(body, using: vocabulary)
    for demand in below.demands {
      evidence.append(bodyEvidence(.eligibility, demand.tokens, demand.rule))
    }
    guard kind != .onsite else { return Eligibility() }
    var lines = [fields.location].compactMap { $0 }
    lines += fields.posting.eligibilityTexts.prefix(300)
      .map { PlaceLine($0, using: vocabulary) }
    lines += fields.tags + [fields.title].compactMap { $0 }
    let open = lines.map { Eligibility(of: $0, kind: kind) }
    var regions = merged(open, \.regions)
    var excluded = merged(open, \.excluded)
    var zones = open.lazy.compactMap(\.timeZones).first
    if regions.isEmpty || regions == ["WORLDWIDE"], kind != .unknown, !below.regions.isEmpty {
      regions = below.regions
      if let tokens = below.tokens {
        evidence.append(bodyEvidence(.eligibility, tokens, "limit in the body"))
      }
    }
    if kind != .unknown {
      excluded += below.excluded.filter { !excluded.contains($0) && !regions.contains($0) }
      zones = zones ?? below.timeZones
    }
    return Eligibility(regions: regions, excluded: excluded, timeZones: zones)
  }

  /// The codes of the first text that has any; a board's list of places counts whole.
  func merged(_ all: [Eligibility], _ codes: KeyPath<Eligibility, [String]>) -> [String] {
    if let first = all.first, !first[keyPath: codes].isEmpty { return first[keyPath: codes] }
    var result: [String] = []
    for code in all.flatMap({ $0[keyPath: codes] }) where !result.contains(code) {
      result.append(code)
    }
    return result
  }

  func bodyEvidence(_ field: ListingField, _ tokens: Range<Int>, _ rule: String) -> Evidence {
    let range = body.text.bytes(of: tokens)
    return Evidence(
      field: field, part: .body, range: range, words: body.text.words(range), rule: rule)
  }
}
