import Listings

extension Query {
  /// In the query's order; rows without a field come last either way, then the larger id first.
  package func sorted(_ subjects: [MatchSubject], in context: QueryContext) -> [MatchSubject] {
    let keyed = subjects.map { subject in
      (
        subject,
        effectiveSort.map { key in
          key.field == .rank
            ? .number(rank(of: subject)) : subject.sortValue(key.field, in: context)
        }
      )
    }
    return keyed.sorted { left, right in
      for (index, key) in effectiveSort.enumerated() {
        switch (left.1[index], right.1[index]) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let first?, let second?) where first != second:
          return key.isDescending ? second < first : first < second
        default: continue
        }
      }
      return left.0.id > right.0.id
    }.map(\.0)
  }
}

extension Query {
  /// The words that `sort:rank` looks for: those sought anywhere, nothing under a "not".
  package var rankedPatterns: [TextPattern] {
    var patterns: [TextPattern] = []
    for pattern in expression.patternsAnywhere where !patterns.contains(pattern) {
      patterns.append(pattern)
    }
    return patterns
  }

  /// The smaller the better: for each of the words the place of the first field that holds them.
  func rank(of subject: MatchSubject) -> Int {
    rankedPatterns.reduce(0) { sum, pattern in
      let fields: [TextField] = [.title, .company, .place]
      return sum + (fields.firstIndex { subject.contains(pattern, in: $0) } ?? fields.count)
    }
  }
}

private extension QueryExpression {
  var patternsAnywhere: [TextPattern] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.patternsAnywhere)
    case .orUndecided(let part), .search(_, let part): part.patternsAnywhere
    case .condition(.text(.any, let pattern)): pattern.isEmpty ? [] : [pattern]
    case .not, .condition: []
    }
  }
}

/// What a column compares by: a number, or text with ASCII capitals folded.
private enum SortValue: Comparable {
  case number(Int)
  case text([UInt8])

  static func < (left: SortValue, right: SortValue) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)): first < second
    case (.text(let first), .text(let second)): first.lexicographicallyPrecedes(second)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

private extension MatchSubject {
  func sortValue(_ field: SortField, in context: QueryContext) -> SortValue? {
    switch field {
    case .posted: posted.map { .number($0.number) }
    case .salary:
      salary.flatMap { context.rates.comparable($0, in: context.currency) }
        .flatMap { ($0.high ?? $0.low).map(SortValue.number) }
    case .title: title.map { .text($0.asciiFolded) }
    case .company: company.map { .text($0.asciiFolded) }
    case .place: location.map { .text($0.asciiFolded) }
    case .level: seniority.sortRank.map(SortValue.number)
    case .remote: remote.kind.sortRank.map(SortValue.number)
    case .seen: .number(firstSeen.number)
    case .rating: decisions.rating.map(SortValue.number)
    case .rank: nil
    }
  }
}

extension Seniority {
  /// Nil for "not stated", which comes last.
  package var sortRank: Int? { self == .unknown ? nil : rank }
}

extension RemoteKind {
  /// Nil for "not stated", which comes last.
  package var sortRank: Int? {
    switch self {
    case .remote: 0
    case .hybrid: 1
    case .onsite: 2
    case .unknown: nil
    }
  }
}
