import Listings

/// The words by which documents say what they hold, in all languages.
///
/// They stand in the tables of Resources, which adapters do not see: who reads documents lends
/// them these, as the mending of texts.
///
/// A class, because every reader of a document keeps them.
package final class DocumentWords: Sendable {
  /// `documents.tsv` says what each kind is for.
  enum Kind: String {
    case board, boardName, careers, careersEnd, ofPages, ofAnyPage, hiring, employer, inPlace,
      jobWord, beforeName
    case reference, logoEnd, logoStart, noCompany, noPlace
    case remote, hybrid, onsite, notRemotePhrase, hybridPhrase, onsitePhrase, remotePhrase
    case hour, day, week, month, year
    case reply, dateEnd, dateStart, jobFile, file
    case companyPath, applyFor, gluedHeading, errorPage, button, application, sexes
    /// The legal forms of `company-words.tsv`.
    case legal
  }

  let columns: ColumnNames
  private let labels: [String: LabelField]
  /// In the order of the table, small.
  private let lists: [Kind: [String]]
  private let workplaces: [String: RemoteKind]
  private let periods: [String: PayPeriod]

  /// Knows no words but the names of columns and keys in English.
  init() {
    columns = ColumnNames()
    (labels, lists, workplaces, periods) = ([:], [:], [:], [:])
  }

  /// `labels` are the rows of `labels.tsv`, `words` those of `documents.tsv`.
  package init(
    labels: some Sequence<(phrase: String, field: String, language: String)>,
    words: some Sequence<(word: String, kind: String)>
  ) {
    // Formats have English names of their own.
    columns = ColumnNames(labels: labels.filter { $0.language != "en" })
    var fields: [String: LabelField] = [:]
    for (phrase, name, _) in labels where fields[phrase] == nil {
      fields[phrase] = LabelField(rawValue: name)
    }
    var lists: [Kind: [String]] = [:]
    var workplaces: [String: RemoteKind] = [:]
    var periods: [String: PayPeriod] = [:]
    for (word, name) in words {
      guard let kind = Kind(rawValue: name) else { continue }
      lists[kind, default: []].append(word)
      if let workplace = kind.workplace { workplaces[word.smallLetters] = workplace }
      if let period = kind.period { periods[word.smallLetters] = period }
    }
    self.labels = fields
    (self.lists, self.workplaces, self.periods) = (lists, workplaces, periods)
  }
}

extension DocumentWords {
  func all(_ kind: Kind) -> [String] { lists[kind] ?? [] }

  /// Whether the word is one of a kind, in letters of any size.
  func isA(_ kind: Kind, _ word: String) -> Bool { all(kind).contains(word.lowercased()) }

  /// Whether there is no name, or a word of it is one that pages say of themselves.
  func isOfPages(_ name: String?) -> Bool {
    guard let name else { return true }
    return name.split(separator: " ").contains { isA(.ofPages, String($0)) }
  }

  /// "Job Details", "Careers": what any page of the kind is called.
  func saysNothing(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty && words.allSatisfy { isA(.ofPages, $0) || isA(.ofAnyPage, $0) }
  }

  func isBoard(_ name: String) -> Bool {
    let name = name.lowercased()
    return all(.board).contains { name.offset(of: $0) != nil }
  }

  /// Whether a link or a button says only that it leads to a job, or to applying for it.
  func isButton(_ text: String) -> Bool {
    let words = Self.plain(text)
    return words.isEmpty || isA(.button, words) || isA(.application, words)
  }

  /// Whether a link or a button is for applying: "Apply now →", "Learn more & apply".
  func isForApplying(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = Self.plain(text)
    return all(.application).contains { word in
      words == word || words.hasPrefix(word + " ") || words.hasSuffix(" " + word)
    }
  }

  /// Whether it is a title by the form that says for whom it is open: "Koch (m/w/d)", "Köch:in".
  func isForSexes(_ text: String?) -> Bool {
    guard let text, text.utf8.count <= 120, !text.hasSuffix(":") else { return false }
    let inBrackets = text.split(separator: "(").dropFirst().contains { part in
      let letters = part.prefix { $0 != ")" }.split { "/|*".contains($0) }
      return letters.count > 1
        && letters.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
    }
    if inBrackets { return !isOfPages(text) }
    return text.lowercased().split(separator: " ").contains { word in
      all(.sexes).contains { word.hasSuffix($0) && word.count > $0.count + 3 }
    }
  }

  /// Small, without the arrows and pictures around it.
  private static func plain(_ text: String) -> String {
    let inner = text.drop { !$0.isLetter }
    return inner.prefix(
      upTo: inner.lastIndex(where: \.isLetter).map(inner.index(after:)) ?? inner.endIndex
    )
    .lowercased()
  }

  /// What follows a word of the kind and a blank at the beginning of the text.
  func rest(of text: String, behind kind: Kind) -> String? {
    let small = text.lowercased()
    guard let word = all(kind).first(where: { small.hasPrefix($0 + " ") }) else { return nil }
    return String(text.dropFirst(word.count + 1))
  }

  /// What stands before a blank and a word of the kind at the end of the text.
  func start(of text: String, before kind: Kind) -> String? {
    let small = text.lowercased()
    if let word = all(kind).first(where: { small.hasSuffix(" " + $0) }) {
      return String(text.dropLast(word.count + 1))
    }
    guard !text.isASCII else { return nil }
    // Scripts without blanks between words.
    let word = all(kind).first { small.hasSuffix($0) && $0.isWithoutBlanks && small != $0 }
    return word.map { String(text.dropLast($0.count)).trimmed }
  }

  /// The name without the legal form that it ends in; nil where it ends in none.
  func withoutLegalForm(_ name: String) -> String? {
    guard let short = start(of: name, before: .legal), !short.isEmpty else { return nil }
    return short.hasSuffix(",") ? String(short.dropLast()) : short
  }

  /// What a label says of the value behind it; nil for labels that none of the tables has.
  func field(of label: String) -> LabelField? { labels[label.lowercased()] }

  /// The workplace that a field's word is for.
  func workplace(_ text: String?) -> RemoteKind? { text.flatMap { workplaces[$0.smallLetters] } }

  /// The kind that a phrase begins with or plainly names.
  func workplace(inPhrase text: String) -> RemoteKind? {
    let small = text.lowercased()
    if all(.notRemotePhrase).contains(where: small.hasPrefix) { return .onsite }
    if all(.hybridPhrase).contains(where: { small.offset(of: $0) != nil }) { return .hybrid }
    if all(.onsitePhrase).contains(where: small.hasPrefix) { return .onsite }
    return all(.remotePhrase).contains(where: { small.offset(of: $0) != nil }) ? .remote : nil
  }

  /// The period that a field's word is for, or begins with the name of.
  func period(_ text: String?) -> PayPeriod? {
    guard let word = text?.smallLetters else { return nil }
    return periods[word]
      ?? periods.first { word.hasPrefix($0.key) && $0.key.utf8.count > 2 }?.value
  }
}

private extension DocumentWords.Kind {
  var workplace: RemoteKind? {
    switch self {
    case .remote: .remote
    case .hybrid: .hybrid
    case .onsite: .onsite
    default: nil
    }
  }

  var period: PayPeriod? {
    switch self {
    case .hour: .hour
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    default: nil
    }
  }
}

private extension String {
  /// Whether it is of kana or of Chinese characters.
  var isWithoutBlanks: Bool {
    unicodeScalars.allSatisfy {
      (0x3040...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
    }
  }

  /// The letters alone, small.
  var smallLetters: String {
    guard isASCII else { return lowercased().filter(\.isLetter) }
    return String(
      decoding: utf8.map { $0 | 0x20 }.filter { (97...122).contains($0) }, as: UTF8.self)
  }
}
