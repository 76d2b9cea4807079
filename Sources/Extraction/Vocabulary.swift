/// All that varies by language, read from the tables of Resources; made once, then shared.
package final class Vocabulary: Sendable {
  package let lexicon: Lexicon
  package let pay: PayVocabulary
  package let page: PageVocabulary
  package let signs: SignTable
  package let places: Gazetteer
  package let dates: DateWords
  package let identity: IdentityVocabulary
  /// Words that stand before a value, and the field each names: for who reads documents.
  package let labels: [(phrase: String, field: String, language: String)]
  /// Words by which documents say what they hold, and their kinds.
  package let documents: [(word: String, kind: String)]
  /// Words beside names, places and marks that decide what these are.
  let beside: BesideWords

  /// Reads each table by its path below Resources, as in `vocabulary/currencies.tsv`.
  package init(table: (_ path: String) -> VocabularyTable) {
    var lexicon = Lexicon()
    beside = BesideWords(table: table)
    pay = PayVocabulary(lexicon: &lexicon, beside: beside, table: table)
    let labelTable = table("vocabulary/labels.tsv")
    page = PageVocabulary(lexicon: &lexicon, labels: labelTable, beside: beside, table: table)
    signs = SignTable(table: table, beside: beside, lexicon: &lexicon)
    dates = DateWords(table: table, lexicon: &lexicon)
    places = Gazetteer(table: table, beside: beside, lexicon: &lexicon)
    identity = IdentityVocabulary(lexicon: &lexicon, table: table)
    self.lexicon = lexicon
    labels = zip(
      zip(labelTable.column("phrase"), labelTable.column("field")), labelTable.column("language")
    ).map { ($0.0, $0.1, $1) }
    let words = table("vocabulary/documents.tsv")
    let companies = table("vocabulary/company-words.tsv")
    let forms = zip(companies.column("phrase"), companies.column("kind")).filter { $1 == "legal" }
    documents = zip(words.column("word"), words.column("kind")).map { ($0, $1) } + forms
  }
}
