/// What a regular expression says, before it is made a program.
indirect enum ExpressionTree: Hashable, Sendable {
  case empty
  case set(ScalarSet)
  case boundary(ExpressionBoundary)
  case row([ExpressionTree])
  case choice([ExpressionTree])
  /// Nil is without end.
  case repeated(ExpressionTree, least: Int, most: Int?)
}

/// A place between two letters.
enum ExpressionBoundary: Hashable, Sendable {
  case lineStart, lineEnd, wordEdge, noWordEdge
}

/// Why a regular expression can't be read.
package enum ExpressionProblem: Error, Hashable, Sendable {
  case unclosed(String)
  case strayParenthesis
  case nothingToRepeat
  case emptyRange
  case unknownEscape(String)
  case tooLarge

  /// As the end of "this is no regular expression: …".
  package var message: String {
    switch self {
    case .unclosed(let mark): "\"\(mark)\" is never closed"
    case .strayParenthesis: "a \")\" was never opened"
    case .nothingToRepeat: "there is nothing to repeat"
    case .emptyRange: "a range ends before it begins"
    case .unknownEscape(let escape): "\"\\\(escape)\" is not known"
    case .tooLarge: "it is too large"
    }
  }
}
