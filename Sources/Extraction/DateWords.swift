/// What a word of a date line stands for.
enum DateSign: Hashable, Sendable {
  case month(Int)
  /// Days from the reference day.
  case day(Int)
  /// A unit of so many days; 0 for hours and less.
  case unit(Int)
  /// A number in words.
  case count(Int)
  case ago, last, posted, reposted
  /// What follows is the end of a term or the first day at work.
  case deadline

  init?(_ name: String) {
    let parts = name.split(separator: " ")
    switch (parts.first, parts.count > 1 ? Int(parts[1]) : nil) {
    case ("month", let number?) where (1...12).contains(number): self = .month(number)
    case ("day", let number?): self = .day(number)
    case ("unit", let number?): self = .unit(number)
    case ("ago", _): self = .ago
    case ("count", let number?): self = .count(number)
    case ("last", _): self = .last
    case ("posted", _): self = .posted
    case ("reposted", _): self = .reposted
    case ("deadline", _): self = .deadline
    default: return nil
    }
  }
}

/// Words of date lines in all languages; one word may stand for several things.
package struct DateWords: Sendable {
  private var table = PhraseTable<[DateSign]>()
  /// Words that may stand between day, month and year.
  private(set) var joiners = PhraseTable<Bool>()
  private(set) var afterYear = PhraseTable<Bool>()
  private(set) var afterMonth = PhraseTable<Bool>()

  /// Adds the words to `lexicon`.
  init(table source: (_ path: String) -> VocabularyTable, lexicon: inout Lexicon) {
    let rows = source("vocabulary/date-words.tsv")
    for (name, pattern) in zip(rows.column("sign"), rows.column("phrase")) {
      switch name {
      case "joiner": joiners.update(pattern, in: &lexicon) { _ in true }
      case "after-year": afterYear.update(pattern, in: &lexicon) { _ in true }
      case "after-month": afterMonth.update(pattern, in: &lexicon) { _ in true }
      default: break
      }
      guard let sign = DateSign(name) else { continue }
      table.update(pattern, in: &lexicon) { known in
        known.map { $0.contains(sign) ? $0 : $0 + [sign] } ?? [sign]
      }
    }
  }

  func match(at index: Int, in text: TokenizedText) -> (value: [DateSign], length: Int)? {
    table.match(at: index, in: text)
  }
}
