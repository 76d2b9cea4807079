/// All that varies by language, read from the tables of Resources; made once, then shared.
package struct Vocabulary: Sendable {
  package let lexicon: Lexicon

  /// Reads each table by its path below Resources, as in `vocabulary/currencies.tsv`.
  package init(table: (_ path: String) -> VocabularyTable) {
    let lexicon = Lexicon()
    self.lexicon = lexicon
  }
}
