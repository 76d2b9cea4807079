/// What lines of job pages say about themselves, from the tables of Resources.
package final class PageVocabulary: Sendable {
  enum TitleWord: String, Sendable {
    case role, weakRole, trade, level, sentence, suffixNote, none
  }

  enum CompanyWord: String, Sendable {
    case legal, form, head, none, nobody, common

    /// Whether names end in it.
    var isForm: Bool { self == .legal || self == .form }
  }

  enum HiringWord: String, Sendable {
    case employment, workplace, note, area, department, batch
  }

  struct Boilerplate: Sendable {
    let kind: SectionKind
    let isWholeLine: Bool
  }

  let sections: PhraseTable<SectionKind>
  let boilerplate: PhraseTable<Boilerplate>
  let titleWords: PhraseTable<TitleWord>
  /// Folded ends of compounds that name what a person does.
  let titleSuffixes: [[UInt8]]
  let companyWords: PhraseTable<CompanyWord>
  // One table a kind: a phrase of one kind may begin a longer one of another.
  let seeks: PhraseTable<Bool>
  let seek: PhraseTable<Bool>
  let seekOrAsk: PhraseTable<Bool>
  let introducing: PhraseTable<Bool>
  let articles: PhraseTable<Bool>
  let titleEnds: PhraseTable<Bool>
  let at: PhraseTable<Bool>
  let us: PhraseTable<Bool>
  let beforePlace: PhraseTable<Bool>
  let somewhere: PhraseTable<Bool>
  let anybody: PhraseTable<Bool>
  let ofDates: PhraseTable<Bool>
  let isA: PhraseTable<Bool>
  let isFirm: PhraseTable<Bool>
  let isPlain: PhraseTable<Bool>
  let weAre: PhraseTable<Bool>
  let oneSuch: PhraseTable<Bool>
  let foundedIn: PhraseTable<Bool>
  let ownSites: PhraseTable<Bool>
  let calls: PhraseTable<Bool>
  let naming: PhraseTable<Bool>
  let partOf: PhraseTable<Bool>
  let behindCalls: PhraseTable<Bool>
  let owned: PhraseTable<Bool>
  let parts: PhraseTable<Bool>
  let creed: PhraseTable<Bool>
  let belongs: PhraseTable<Bool>
  let seekLast: PhraseTable<Bool>
  let work: PhraseTable<Bool>
  let behindWork: PhraseTable<Bool>
  let isEmployer: PhraseTable<Bool>
  let thisRole: PhraseTable<Bool>
  let past: PhraseTable<Bool>
  let beforeTitle: PhraseTable<Bool>
  let ofOffices: PhraseTable<Bool>
  let firms: PhraseTable<Bool>
  let oneOffice: PhraseTable<Bool>
  let seatedIn: PhraseTable<Bool>
  let around: PhraseTable<Bool>
  let ours: PhraseTable<Bool>
  let inPlaces: PhraseTable<Bool>
  let atOffices: PhraseTable<Bool>
  let basedBehind: PhraseTable<Bool>
  let ofWorkplaces: PhraseTable<Bool>
  let titleJoiners: PhraseTable<Bool>
  let genders: PhraseTable<Bool>
  let titleDoes: PhraseTable<Bool>
  let underWhom: PhraseTable<Bool>
  let beforeNames: PhraseTable<Bool>
  let nameArticles: PhraseTable<Bool>
  let withinNames: PhraseTable<Bool>
  let betweenNames: PhraseTable<Bool>
  let atNames: PhraseTable<Bool>
  let nearNames: PhraseTable<Bool>
  let ofNames: PhraseTable<Bool>
  let buttons: PhraseTable<Bool>
  let followers: PhraseTable<Bool>
  let reviews: PhraseTable<Bool>
  let guesses: PhraseTable<Bool>
  let labels: PhraseTable<PostingLabel>
  let hiringWords: PhraseTable<HiringWord>
  let addresses: AddressWords
  let beside: BesideWords
  /// What stands between a title and its company, with its blanks.
  let employerTails: [[UInt8]]
  /// What may follow the company there: nothing, or what its site is called besides.
  let siteTails: [[UInt8]]

  init(
    lexicon: inout Lexicon, labels labelTable: VocabularyTable, beside: BesideWords,
    table: (_ path: String) -> VocabularyTable
  ) {
    func phrases<Value: Sendable>(
      in table: VocabularyTable, _ columns: [String], _ value: ([String]) -> Value?
    ) -> PhraseTable<Value> {
      let cells = columns.map { table.column($0) }
      var phrases = PhraseTable<Value>()
      for (row, phrase) in table.column("phrase").enumerated() {
        guard let value = value(cells.map { $0[row] }) else { continue }
        phrases.add(phrase, value, to: &lexicon)
      }
      return phrases
    }
    func phrases<Value: Sendable>(
      _ name: String, _ columns: [String], _ value: ([String]) -> Value?
    ) -> PhraseTable<Value> {
      phrases(in: table("vocabulary/\(name).tsv"), columns, value)
    }
    sections = phrases("sections", ["kind"]) { SectionKind(rawValue: $0[0]) }
    boilerplate = phrases("boilerplate", ["kind", "where"]) { cells in
      SectionKind(rawValue: cells[0]).map { Boilerplate(kind: $0, isWholeLine: cells[1] == "line") }
    }
    titleWords = phrases("title-words", ["kind"]) { TitleWord(rawValue: $0[0]) }
    companyWords = phrases("company-words", ["kind"]) { CompanyWord(rawValue: $0[0]) }
    labels = phrases(in: labelTable, ["field"]) { PostingLabel(field: $0[0]) }
    hiringWords = phrases("hiring-words", ["kind"]) { HiringWord(rawValue: $0[0]) }
    let rows = table("vocabulary/openings.tsv")
    let byKind = Dictionary(grouping: zip(rows.column("phrase"), rows.column("kind")), by: \.1)
    func openings(_ kinds: String...) -> PhraseTable<Bool> {
      var phrases = PhraseTable<Bool>()
      for (phrase, _) in kinds.flatMap({ byKind[$0] ?? [] }) {
        phrases.add(phrase, true, to: &lexicon)
      }
      return phrases
    }
    seeks = openings("seeks")
    seek = openings("seek")
    seekOrAsk = openings("seek", "ask")
    introducing = openings("as")
    articles = openings("article")
    titleEnds = openings("end")
    at = openings("at")
    us = openings("us")
    beforePlace = openings("in")
    somewhere = openings("somewhere")
    anybody = openings("anybody")
    ofDates = openings("ago")
    isA = openings("is")
    isFirm = openings("firm")
    isPlain = openings("copula")
    isEmployer = openings("employer")
    thisRole = openings("role")
    past = openings("past")
    beforeTitle = openings("before")
    ofOffices = openings("office")
    firms = openings("kind")
    oneOffice = openings("one")
    seatedIn = openings("seat")
    around = openings("around")
    ours = openings("ours")
    inPlaces = openings("into")
    atOffices = openings("from")
    basedBehind = openings("based")
    ofWorkplaces = openings("between")
    titleJoiners = openings("joiner")
    genders = openings("gender")
    titleDoes = openings("does")
    underWhom = openings("under")
    beforeNames = openings("name")
    nameArticles = openings("nameArticle")
    withinNames = openings("within")
    betweenNames = openings("joins")
    atNames = openings("employer at")
    nearNames = openings("employer near")
    ofNames = openings("institution")
    buttons = openings("button")
    followers = openings("follower")
    reviews = openings("review")
    guesses = openings("guess")
    weAre = openings("we")
    oneSuch = openings("likened")
    foundedIn = openings("founded")
    ownSites = openings("site")
    calls = openings("call")
    naming = openings("naming")
    partOf = openings("part of")
    behindCalls = openings("behind call")
    owned = openings("owned")
    parts = openings("part")
    creed = openings("creed")
    belongs = openings("belongs")
    seekLast = openings("seek last", "ask")
    work = openings("work")
    behindWork = openings("behind work")
    addresses = AddressWords(table: table)
    self.beside = beside
    employerTails = beside.all(.employerAt).map { Array(" \($0) ".utf8) }
    siteTails = [[]] + beside.all(.siteEnd).map { Array(" \($0)".utf8) }
    let words = table("vocabulary/title-words.tsv")
    titleSuffixes = zip(words.column("phrase"), words.column("kind"))
      .filter { $0.1 == "suffix" }.map { Lexicon.fold($0.0) }
  }
}

/// The fields that labels such as "Location:" stand before.
enum PostingLabel: String, Sendable {
  case title, company, location, workplace, pay, employment, level, date, closes, url
  /// Asks for what is not read.
  case other

  /// By the fields of `labels.tsv`; what only adapters read is nil.
  init?(field: String) { self.init(rawValue: field == "role" ? "title" : field) }
}
