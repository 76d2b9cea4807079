/// What tells whether two names are of one company: their words, without the legal form.
///
/// `Acme`, `ACME, Inc.` and `Acme GmbH` have one key; `Acme Rockets` has another.
package struct CompanyKey: Hashable, Sendable {
  /// Folded words with blanks between.
  package let text: String

  /// Nil for a name without a letter or digit.
  package init?(_ name: String) {
    var words = SearchText.words(in: name)
    while let count = Self.legalForm(endOf: words) { words.removeLast(count) }
    guard !words.isEmpty else { return nil }
    text = words.joined(separator: " ")
  }

  package init?(_ name: String?) {
    guard let name else { return nil }
    self.init(name)
  }

  /// How many words at the end are a legal form; nil when a name would not be left.
  private static func legalForm(endOf words: [String]) -> Int? {
    if words.count > 1, let last = words.last, legalForms.contains(last) { return 1 }
    // "S.A." and "B. V." are words of one letter each.
    let letters = words.reversed().prefix { $0.utf8.count == 1 }.count
    for count in stride(from: min(letters, words.count - 1, 3), to: 1, by: -1)
    where legalForms.contains(words.suffix(count).joined()) {
      return count
    }
    return nil
  }

  /// Those of `company-words.tsv` that are of one word and surely no name.
  ///
  /// Keys of hidden companies stand in the store, so what they are made by stays, as the folding of
  /// words does: a form taken in or out would bring listings back that somebody hid. That is why the
  /// set is here, and not read from the table, which may grow.
  static let legalForms: Set = [
    "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "plc", "corp", "corporation", "co",
    "company", "gmbh", "mbh", "ag", "kg", "kgaa", "se", "ug", "ohg", "ev", "sa", "sas", "sarl",
    "srl", "spa", "sl", "bv", "nv", "oy", "oyj", "ab", "asa", "aps", "kk", "pty", "pte", "pvt",
  ]
}
