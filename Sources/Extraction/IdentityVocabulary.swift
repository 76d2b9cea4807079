/// What is folded, left out or looked for when postings are compared for being one job.
package struct IdentityVocabulary: Sendable {
  /// The words that stand for others in a title; none for remarks.
  private(set) var titleWords = PhraseTable<[UInt64]>()
  private(set) var placeFiller = PhraseTable<Bool>()
  private(set) var companyFiller = PhraseTable<Bool>()
  private(set) var requisitionLabels = PhraseTable<Bool>()

  /// Adds the words of the table to `lexicon`.
  init(lexicon: inout Lexicon, table source: (_ path: String) -> VocabularyTable) {
    let table = source("vocabulary/identity-words.tsv")
    let (kinds, meanings) = (table.column("kind"), table.column("as"))
    for (row, pattern) in table.column("phrase").enumerated() {
      switch kinds[row] {
      case "title":
        let words = meanings[row].split(separator: " ").map { FoldedWord.hash($0) }
        titleWords.update(pattern, in: &lexicon) { $0 ?? words }
      case "place": placeFiller.update(pattern, in: &lexicon) { _ in true }
      case "company": companyFiller.update(pattern, in: &lexicon) { _ in true }
      case "requisition": requisitionLabels.update(pattern, in: &lexicon) { _ in true }
      default: break
      }
    }
  }
}

/// Numbers that stand for folded words; they stand in the store, so how they are made stays.
enum FoldedWord {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0100_0000_01b3

  static func hash(_ word: some StringProtocol) -> UInt64 {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return hash(folded: Lexicon.fold(word)[...]) }
    var hash = start
    for byte in word.utf8 { add(byte &- 65 < 26 ? byte | 0x20 : byte, to: &hash) }
    return hash
  }

  static func hash(folded bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }

  /// A word as it stands in a text; marks on letters are kept, for speed.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = start
    for index in range {
      let byte = bytes[index]
      add(byte &- 65 < 26 ? byte | 0x20 : byte, to: &hash)
    }
    return hash
  }

  @inline(__always)
  static func add(_ byte: UInt8, to hash: inout UInt64) { hash = (hash ^ UInt64(byte)) &* prime }

  /// A name as one number, its words in their order or, `sorted`, in any.
  static func combined(_ words: [UInt64], sorted: Bool = false) -> UInt64 {
    if words.isEmpty { return 0 }
    var result: UInt64 = 0
    for word in sorted ? words.sorted() : words {
      result = (result ^ word) &* 0x9E37_79B9_7F4A_7C15
      result ^= result >> 31
    }
    return result == 0 ? 1 : result
  }
}

extension TokenizedText {
  /// What `FoldedWord` makes of a word or a number, which the token mostly brings along.
  func foldedHash(_ token: Token) -> UInt64 {
    bytes[token.range].allSatisfy { $0 < 0x80 } ? token.hash : FoldedWord.hash(words(token.range))
  }

  /// The letters of a token as words are compared.
  func folded(_ token: Token) -> [UInt8] {
    let letters = bytes[token.range]
    guard letters.allSatisfy({ $0 < 0x80 }) else { return Lexicon.fold(words(token.range)) }
    return letters.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
  }
}
