import Listings

/// Words that became a field, and where they stand.
struct FieldReading {
  let text: String
  let part: PostingPart
  /// UTF-8 offsets in the part's text.
  let range: Range<Int>
  let rule: String

  func evidence(_ field: ListingField) -> Evidence {
    Evidence(field: field, part: part, range: range, words: text, rule: rule)
  }

  /// Where in the body the words of `part` begin, when they were found there.
  func origin(_ part: PostingPart) -> Int? {
    part == .title && self.part == .body ? range.lowerBound : nil
  }
}
