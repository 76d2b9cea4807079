import Configuration
import Extraction
import Listings

extension Vocabulary {
  /// The tables that the program carries.
  static let embedded = Vocabulary { path in
    VocabularyTable(parsing: EmbeddedFile.at(path)?.bytes ?? [])
  }
}
