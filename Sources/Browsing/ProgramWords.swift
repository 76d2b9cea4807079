/// A program and its arguments as a person types them.
///
/// Blanks part words, quotes keep them together, and a backslash takes what follows as it is. All
/// else means itself, because no shell reads it: `*`, `$` and `;` are letters like any other.
struct ProgramWords: Hashable {
  let words: [String]

  init(parsing text: String) throws(PromptError) {
    var reader = Reader(text)
    words = try reader.words()
    if let place = reader.firstOperator {
      throw PromptError(
        offset: place.lowerBound, length: place.count,
        message: "there is no shell here: one program and its arguments")
    }
  }

  private struct Reader {
    private let text: String
    private var rest: Substring
    /// Where a word stands that only a shell would understand.
    var firstOperator: Range<Int>?

    init(_ text: String) {
      self.text = text
      rest = text[...]
    }

    mutating func words() throws(PromptError) -> [String] {
      var words: [String] = []
      while true {
        rest = rest.drop { $0 == " " }
        if rest.isEmpty { return words }
        let start = offset
        let (word, isQuoted) = try word()
        if !isQuoted, firstOperator == nil, Self.operators.contains(word) {
          firstOperator = start..<offset
        }
        words.append(word)
      }
    }

    private mutating func word() throws(PromptError) -> (String, isQuoted: Bool) {
      var word = ""
      var isQuoted = false
      while let character = rest.first, character != " " {
        let start = offset
        rest.removeFirst()
        switch character {
        case "'", "\"":
          isQuoted = true
          word += try quoted(by: character, from: start)
        case "\\":
          isQuoted = true
          if let next = rest.popFirst() { word.append(next) }
        default: word.append(character)
        }
      }
      return (word, isQuoted)
    }

    private mutating func quoted(
      by quote: Character, from start: Int
    ) throws(PromptError) -> String {
      var word = ""
      while let character = rest.popFirst() {
        if character == quote { return word }
        if character == "\\", quote == "\"", let next = rest.popFirst() {
          word.append(next)
        } else {
          word.append(character)
        }
      }
      throw PromptError(offset: start, length: 1, message: "this quote is not closed")
    }

    private var offset: Int { text.utf8.distance(from: text.startIndex, to: rest.startIndex) }

    private static let operators: Set = ["|", "||", ">", ">>", "<", "&", "&&", ";", "2>"]
  }
}
