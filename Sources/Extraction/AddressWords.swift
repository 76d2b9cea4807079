/// What words of web addresses mean, from a table of Resources.
struct AddressWords: Sendable {
  enum Kind: String {
    case path, deeper, host, board, general, jobs, prefix, suffix, second, form, legal, end, remark,
      mail,
      ending
  }

  private var words: [Kind: Set<String>] = [:]
  /// Hosts that the company's short name stands before, each with its leading dot.
  let companyHosts: [String]
  /// Words as names hold them, by the same words in small letters.
  let spellings: [String: String]

  init(table: (_ path: String) -> VocabularyTable) {
    let table = table("vocabulary/addresses.tsv")
    var spellings: [String: String] = [:]
    for (word, kind) in zip(table.column("word"), table.column("kind")) {
      guard let kind = Kind(rawValue: kind) else { continue }
      words[kind, default: []].insert(word)
      if kind == .form { spellings[word.lowercased()] = word }
    }
    self.spellings = spellings
    companyHosts = words[.host, default: []].map { "." + $0 }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  func isA(_ kind: Kind, _ word: some StringProtocol) -> Bool {
    words[kind]?.contains(String(word)) ?? false
  }

  /// The rest of a word that begins with one of `kind`.
  func removing(_ kind: Kind, from word: String) -> String {
    guard let prefix = words[kind]?.first(where: { word.hasPrefix($0) }) else { return word }
    return String(word.dropFirst(prefix.count))
  }

  /// What stands before one of `kind` at the end of a word; nil without one.
  func removing(_ kind: Kind, endOf word: Substring) -> Substring? {
    words[kind]?.first(where: word.hasSuffix).map { word.dropLast($0.count) }
  }
}
