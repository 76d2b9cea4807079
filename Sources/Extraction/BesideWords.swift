/// Words that decide by standing beside a name, a place or a mark, from a table of Resources.
final class BesideWords: Sendable {
  /// The kinds are told at the head of the table.
  enum Kind: String {
    case code, smallCode, hybridNoun, afterRemote, beforeRemotely, onsite, beforeOnsite, afterOnsite
    case choice, office, companyVerb, beforePlace, withinPlace, short, trade, person, post, permit
    case titleArea, network
    case served, listJoiner, ofOrigin, area, noThing, yearsPay, beforeSum
    case deniedPlace, possible, span, monday, tuesday, wednesday, thursday, friday, onDay
    case beforeCode, placeEdge, besideAnywhere, anywhere, toOffice, ofOffice, seatName
    case addsOffice, mixesDays, states, remoteWord, remotely, bareSite, siteWord, asks, preferred
    case must, lasting, resident, ofPapers, based, ours, team, people, placeEnd, yes, no
    case behindSum, inThings, stipend, monthlyPays, rangeEnd, orMore, goesOn, traditional
    case abbreviated, theName, institution, employer, employerAt, employerOrJoin, inPlace
    case including, venture
    case jobWord, titleEnd, lastTitle, levels, us, are, titleNote, siteEnd, writer
    case sumUnit, hiringVerb, firmWord

    /// The days of a working week in their order.
    static let workingDays: [Kind] = [.monday, .tuesday, .wednesday, .thursday, .friday]
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

  /// Whether the token at an index is a word of a kind, written small.
  func isA(_ kind: Kind, at index: Int, of text: TokenizedText) -> Bool {
    isA(kind, text.words(text.tokens[index].range))
  }

  /// The same in letters of any size.
  func isAnyA(_ kind: Kind, at index: Int, of text: TokenizedText) -> Bool {
    isA(kind, text.words(text.tokens[index].range).lowercased())
  }

  func all(_ kind: Kind) -> Set<String> { words[kind] ?? [] }

  /// Whether the word begins with one of a kind, for words that languages give many endings.
  func begins(_ word: some StringProtocol, as kind: Kind) -> Bool {
    words[kind]?.contains { word.utf8.starts(with: $0.utf8) } ?? false
  }

  /// The same of its end, where a language writes words without blanks between.
  func ends(_ word: some StringProtocol, as kind: Kind) -> Bool {
    words[kind]?.contains { word.utf8.reversed().starts(with: $0.utf8.reversed()) } ?? false
  }
}
