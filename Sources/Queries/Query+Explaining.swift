import Listings

/// What one clause of a query says of one listing, and by what.
package struct ClauseExplanation: Hashable, Sendable {
  /// The clause as it is printed.
  package let clause: String
  package let answer: QueryAnswer
  /// The values and words of the listing that it rests on; empty for words that are nowhere.
  package let grounds: [Ground]

  /// A field of the listing and what stands there; nil when not stated.
  package struct Ground: Hashable, Sendable {
    package let field: String
    package let words: String?
  }
}

extension Query {
  /// Clause by clause, why the listing is in the list or not.
  ///
  /// Where the query does not speak of hidden listings, the last clauses are `-is:hidden` for one
  /// that is, and the rules of the settings that hide it.
  package func explanation(
    for subject: MatchSubject, in context: QueryContext
  ) -> [ClauseExplanation] {
    var explanations = clauses.map { clause in
      ClauseExplanation(
        clause: clause.description, answer: clause.answer(for: subject, in: context),
        grounds: clause.conditions.reduce(into: []) { grounds, condition in
          for ground in condition.grounds(in: subject) where !grounds.contains(ground) {
            grounds.append(ground)
          }
        })
    }
    if subject.decisions.isHidden, !mentionsHidden {
      let hidden = QueryCondition.state(.hidden)
      explanations.append(
        ClauseExplanation(
          clause: QueryExpression.not(.condition(hidden)).description, answer: .no,
          grounds: hidden.grounds(in: subject)))
    }
    for rule in mentionsHidden ? [] : context.rules.hidingRules(of: subject, in: context) {
      explanations.append(
        ClauseExplanation(
          clause: QueryExpression.not(rule.expression).description, answer: .no,
          grounds: rule.expression.conditions.flatMap { $0.grounds(in: subject) }))
    }
    return explanations
  }
}

private extension QueryCondition {
  typealias Ground = ClauseExplanation.Ground

  func grounds(in subject: MatchSubject) -> [Ground] {
    switch self {
    case .text(let field, let pattern): subject.grounds(for: pattern, in: field)
    case .salary: [Ground(field: "salary", words: subject.salary?.text)]
    case .remote: [Ground(field: "remote", words: subject.remote.kind.statedWord)]
    case .eligible:
      [Ground(field: "eligible", words: subject.remote.eligibility.statedWords)]
    case .timeZones:
      [Ground(field: "tz", words: subject.remote.eligibility.timeZones?.queryText)]
    case .level:
      [
        Ground(
          field: "level",
          words: subject.seniority == .unknown ? nil : subject.seniority.rawValue)
      ]
    case .employment: [Ground(field: "type", words: joined(subject.employment.map(\.rawValue)))]
    case .day(let field, _):
      [Ground(field: field.rawValue, words: subject.day(field)?.description)]
    case .skill: [Ground(field: "skill", words: joined(subject.skills))]
    case .source: [Ground(field: "source", words: joined(subject.sources))]
    case .tag: [Ground(field: "tag", words: joined(subject.decisions.tags))]
    case .stage: [Ground(field: "stage", words: subject.decisions.stage?.rawValue)]
    case .rating: [Ground(field: "rating", words: subject.decisions.rating.map(String.init))]
    case .reposted: [Ground(field: "reposted", words: "\(subject.reposts) times")]
    case .state(let state): [Ground(field: "is", words: subject.words(for: state))]
    case .has(let field):
      [Ground(field: field.rawValue, words: subject.has(field) ? "stated" : nil)]
    }
  }

  func joined(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

private extension MatchSubject {
  /// The fields in which the words stand, each with the words around the first hit.
  func grounds(
    for pattern: TextPattern, in field: TextField
  ) -> [ClauseExplanation.Ground] {
    guard field == .any else {
      if let found = hit(of: pattern, in: field) { return [found] }
      let isLong = field == .body || field.isDecided
      return isLong ? [] : [ClauseExplanation.Ground(field: field.rawValue, words: text(of: field))]
    }
    let skills = skills.filter { !SearchText.hits(of: [pattern], in: $0).isEmpty }
    let skill = ClauseExplanation.Ground(
      field: QueryFieldName.skill.rawValue, words: skills.joined(separator: ", "))
    let fields: [TextField] = [.title, .company, .place] + (pattern.leavesOutBodies ? [] : [.body])
    return fields.compactMap { hit(of: pattern, in: $0) } + (skills.isEmpty ? [] : [skill])
  }

  func hit(of pattern: TextPattern, in field: TextField) -> ClauseExplanation.Ground? {
    guard let text = text(of: field), let hit = SearchText.hits(of: [pattern], in: text).first
    else { return nil }
    return ClauseExplanation.Ground(
      field: field.rawValue, words: text.excerpt(around: hit, margin: 30))
  }

  func words(for state: ListingState) -> String {
    switch state {
    case .any: decisions.isHidden ? "hidden" : "not hidden"
    case .read, .unread: decisions.isRead ? "read" : "unread"
    case .applied: decisions.stage?.rawValue ?? "not applied"
    default: isIn(state) ? state.rawValue : "not " + state.rawValue
    }
  }
}

private extension RemoteKind {
  var statedWord: String? {
    switch self {
    case .remote: "remote"
    case .hybrid: "hybrid"
    case .onsite: "on site"
    case .unknown: nil
    }
  }
}

private extension Eligibility {
  var statedWords: String? {
    let parts = regions + excluded.map { "not " + $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

private extension String {
  /// The line of the hit, cut at blanks to about `margin` bytes on either side.
  func excerpt(around hit: Range<Int>, margin: Int) -> String {
    let bytes = Array(utf8)
    func isBreak(_ index: Int) -> Bool { bytes[index] == 0x20 || bytes[index] == 0x0A }
    var start = hit.lowerBound
    while start > 0, bytes[start - 1] != 0x0A,
      hit.lowerBound - start < margin || !isBreak(start - 1)
    {
      start -= 1
    }
    var end = hit.upperBound
    while end < bytes.count, bytes[end] != 0x0A, end - hit.upperBound < margin || !isBreak(end) {
      end += 1
    }
    let isCutBefore = start > 0 && bytes[start - 1] != 0x0A
    let isCutAfter = end < bytes.count && bytes[end] != 0x0A
    return (isCutBefore ? "…" : "") + String(decoding: bytes[start..<end], as: UTF8.self)
      + (isCutAfter ? "…" : "")
  }
}
