import Listings

extension Salary {
  /// The pay that a text states, with the words it was read from; nil when it states none.
  package static func extract(
    from text: TokenizedText, using vocabulary: Vocabulary, hint: PayHint = PayHint(),
    scope: PayScope = .line
  ) -> Reading<Salary>? {
    nil
  }
}
