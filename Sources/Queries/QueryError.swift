/// What is wrong with a query, and at which word.
package struct QueryError: Error, Hashable, Sendable {
  /// UTF-8 offset of the wrong word in the source.
  package let offset: Int
  /// UTF-8 length of the wrong word; 0 where something is missing.
  package let length: Int
  package let problem: QueryProblem
}

/// The ways in which a query can be wrong.
package enum QueryProblem: Hashable, Sendable {
  case unknownField(String, suggestion: String?)
  case badValue(String, of: QueryFieldName, suggestion: String?)
  case missingValue(of: QueryFieldName)
  /// A comparison that the field has no order for.
  case badOperator(String, of: QueryFieldName)
  /// A word must stand before or after that one.
  case missingClause(beside: String)
  case unclosedQuote, unclosedParenthesis, strayParenthesis
  /// `sort:` or `undecided:` inside parentheses or after a minus.
  case misplacedOption(QueryFieldName)
  case tooDeep
  /// The regular expression can't be read.
  case badExpression(ExpressionProblem)
  /// The saved search that is named can't be read itself.
  case brokenSearch(String, String)
  case searchOfItself(String)
  /// Marks part the letters around a `*` or `?`.
  case partedWildcard(String)
}

extension QueryError {
  /// A sentence without a full stop; what the person wrote is in it only as the wrong word.
  package var message: String {
    switch problem {
    case .unknownField(let name, let suggestion):
      "there is no field \"\(shortened(name))\"" + hint(suggestion)
        + "; to seek the words, put them in quotes"
    case .badValue(let text, let field, let suggestion):
      "\(field.rawValue) expects \(field.info.syntax), not \"\(shortened(text))\""
        + hint(suggestion)
    case .missingValue(let field):
      "\(field.rawValue) expects \(field.info.syntax) after it"
    case .badOperator(let sign, let field):
      "\(field.rawValue) cannot be compared with \(sign); write \(field.info.examples[0])"
    case .missingClause(let word): "\"\(word)\" needs a condition beside it"
    case .unclosedQuote: "this quote is never closed"
    case .unclosedParenthesis: "this parenthesis is never closed"
    case .strayParenthesis: "this parenthesis was never opened"
    case .misplacedOption(let field):
      "\(field.rawValue) speaks of the whole query: it stands outside parentheses, without a minus"
    case .badExpression(let problem): "this is no regular expression: \(problem.message)"
    case .partedWildcard(let text):
      "\"\(shortened(text))\" is more than one word; * and ? stand for letters of one"
    case .brokenSearch(let name, let message): "in the search \"\(shortened(name))\": \(message)"
    case .searchOfItself(let name): "the search \"\(shortened(name))\" asks for itself"
    case .tooDeep: "the query is nested too deeply"
    }
  }

  /// The message, the query, and a caret under each column of the wrong word.
  ///
  /// `width` tells how many columns a text takes on the terminal.
  package func rendered(in source: String, width: (String) -> Int = { $0.count }) -> String {
    let bytes = Array(source.utf8)
    let start = min(offset, bytes.count)
    let end = min(start + length, bytes.count)
    func line(_ part: Range<Int>) -> String {
      let text = String(decoding: bytes[part], as: UTF8.self)
      return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
    }
    let blanks = String(repeating: " ", count: width(line(0..<start)))
    let carets = String(repeating: "^", count: max(1, width(line(start..<end))))
    return "\(message)\n  \(line(0..<bytes.count))\n  \(blanks)\(carets)"
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { " (did you mean \($0)?)" } ?? ""
  }

  /// A long word is shown by its beginning; controls never reach a terminal.
  private func shortened(_ text: String) -> String {
    let clean = text.unicodeScalars.map { $0.isControl ? " " : $0 }
    let start = String(String.UnicodeScalarView(clean.prefix(40)))
    return clean.count > 40 ? start + "…" : start
  }
}

private extension Unicode.Scalar {
  /// C0, C1, and the marks that reorder or hide text.
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }
}
