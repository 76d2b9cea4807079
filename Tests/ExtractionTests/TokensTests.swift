import Testing

@testable import Extraction

@Suite struct TokensTests {
  @Test func cutsWordsNumbersSymbolsAndLines() {
    var lexicon = Lexicon()
    let pay = lexicon.add("Päy")
    let text = TokenizedText("PAY: $120.5k\u{A0}a\nyear", lexicon: lexicon)
    #expect(
      text.tokens.map { text.words($0.range) }
        == ["PAY", ":", "$", "120", ".", "5", "k", "a", "\n", "year"])
    #expect(text.tokens[0].id == pay)
    #expect(text.tokens[9].id == 0)
    #expect(text.tokens.map(\.followsBlank)[6...] == [false, true, false, true])
  }

  @Test func foldsMarksAndCapitals() {
    #expect(Lexicon.fold("Télétravail") == Array("teletravail".utf8))
    #expect(Lexicon.fold("STRASSE") == Lexicon.fold("Straße"))
    #expect(Lexicon.fold("ЗАРПЛАТА") == Array("зарплата".utf8))
  }

  @Test func brokenBytesAreSymbolsOfOneByte() {
    let text = TokenizedText(bytes: [0x61, 0xFF, 0xC3, 0x62], lexicon: Lexicon())
    #expect(text.tokens.map(\.kind) == [.word, .symbol, .symbol, .word])
  }

  @Test func findsTheLongestPhrase() {
    var lexicon = Lexicon()
    var table = PhraseTable<Int>()
    table.add("work from home", 2, to: &lexicon)
    table.add("work", 1, to: &lexicon)
    table.add("c++", 3, to: &lexicon)
    let text = TokenizedText("Work From Home, work c++ c", lexicon: lexicon)
    #expect(table.match(at: 0, in: text)?.value == 2)
    #expect(table.match(at: 0, in: text)?.length == 3)
    #expect(table.match(at: 4, in: text)?.value == 1)
    #expect(table.match(at: 5, in: text)?.value == 3)
    #expect(table.match(at: 8, in: text) == nil)
  }

  @Test func tablesSkipComments() {
    let table = VocabularyTable(parsing: "# note\nword\tlanguage\r\njahr\tde\n\nan\tfr\n".utf8)
    #expect(table.columns == ["word", "language"])
    #expect(table.column("word") == ["jahr", "an"])
    #expect(table.column("none") == ["", ""])
  }
}
