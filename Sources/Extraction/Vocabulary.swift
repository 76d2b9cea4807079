/// All that varies by language, read from the tables of Resources; made once, then shared.
package final class Vocabulary: Sendable {
  package let lexicon: Lexicon
  package let pay: PayVocabulary
  package let page: PageVocabulary
  package let signs: SignTable
  package let places: Gazetteer
  package let dates: DateWords
  package let identity: IdentityVocabulary
  /// Words that stand before a value in languages other than English, and the field each names.
  package let otherLabels: [(phrase: String, field: String)]
  /// Words beside names, places and marks that decide what these are.
  let beside: BesideWords

  /// Reads each table by its path below Resources, as in `vocabulary/currencies.tsv`.
  package init(table: (_ path: String) -> VocabularyTable) {
    var lexicon = Lexicon()
    beside = BesideWords(table: table)
    pay = PayVocabulary(lexicon: &lexicon, beside: beside, table: table)
    let labels = table("vocabulary/labels.tsv")
    page = PageVocabulary(lexicon: &lexicon, labels: labels, beside: beside, table: table)
    signs = SignTable(table: table, beside: beside, lexicon: &lexicon)
    dates = DateWords(table: table, lexicon: &lexicon)
    places = Gazetteer(table: table, beside: beside, lexicon: &lexicon)
    identity = IdentityVocabulary(lexicon: &lexicon, table: table)
    self.lexicon = lexicon
    otherLabels = zip(
      zip(labels.column("phrase"), labels.column("field")), labels.column("language")
    ).compactMap { $1 == "en" ? nil : $0 }
  }
}
