/// A field of a listing that was read from words.
package enum ListingField: String, CaseIterable, Sendable {
  case title, company, location, remote, eligibility, salary, seniority, employment, skills
  case posted, contradiction
}

/// The part of a posting that words stand in.
package enum PostingPart: String, CaseIterable, Sendable {
  case title, company, location, pay, date, workplace, employment, level, tags, body
}

/// The words that a field was read from, and the rule that read them.
package struct Evidence: Hashable, Sendable {
  package let field: ListingField
  package let part: PostingPart
  /// UTF-8 offsets in the part's text; for the body, in `Blocks.plainText`.
  package let range: Range<Int>
  package let words: String
  /// The name of the rule, in the words of the documentation.
  package let rule: String

  package init(
    field: ListingField, part: PostingPart, range: Range<Int>, words: String, rule: String
  ) {
    self.field = field
    self.part = part
    self.range = range
    self.words = words
    self.rule = rule
  }
}
