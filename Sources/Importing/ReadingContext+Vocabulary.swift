import Adapters
import Extraction

extension ReadingContext {
  /// Lends the words of a vocabulary to adapters, and the mending of texts.
  package init(vocabulary: Vocabulary) {
    self.init(
      words: DocumentWords(labels: vocabulary.labels, words: vocabulary.documents),
      mend: { Mojibake.mended($0) })
  }
}
