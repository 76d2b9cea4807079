/// Currencies, periods and the words that stand for and against pay, from the tables of Resources.
package struct PayVocabulary: Sendable {
  init(lexicon: inout Lexicon, table: (_ path: String) -> VocabularyTable) {}
}
