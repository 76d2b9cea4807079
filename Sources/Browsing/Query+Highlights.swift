import Queries

extension Query {
  /// The words that a hit is shown for: those that must be there, nothing under a "not".
  package var highlights: [TextPattern] { expression.wantedWords }
}

private extension QueryExpression {
  var wantedWords: [TextPattern] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.wantedWords)
    case .orUndecided(let part), .search(_, let part): part.wantedWords
    case .not: []
    case .condition(.text(.note, _)), .condition(.text(.reason, _)): []
    case .condition(.text(_, let pattern)): [pattern]
    case .condition(.skill(let skill)): [TextPattern(skill)]
    case .condition: []
    }
  }
}
