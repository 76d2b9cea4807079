/// Words that decide by standing beside a name, a place or a mark, from a table of Resources.
final class BesideWords: Sendable {
  /// The kinds are told at the head of the table.
  enum Kind: String {
    case code, smallCode, hybridNoun, afterRemote, beforeRemotely, onsite, beforeOnsite, afterOnsite
    case choice, office, companyVerb, beforePlace, withinPlace, short, trade, person, post, permit
    case served, listJoiner, ofOrigin, area, noThing, yearsPay, beforeSum
  }

  private let words: [Kind: Set<String>]

  init(table: (_ path: String) -> VocabularyTable) {
    let table = table("vocabulary/beside-words.tsv")
    var words: [Kind: Set<String>] = [:]
    for (word, kind) in zip(table.column("word"), table.column("kind")) {
      guard let kind = Kind(rawValue: kind) else { continue }
      words[kind, default: []].insert(word)
    }
    self.words = words
  }

  func isA(_ kind: Kind, _ word: some StringProtocol) -> Bool {
    words[kind]?.contains(String(word)) ?? false
  }
}
