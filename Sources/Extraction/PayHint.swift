import Listings

/// What the rest of a posting tells about its pay, before the pay's words are read.
package struct PayHint: Hashable, Sendable {
  /// ISO 3166 codes of the countries that the posting's place names; they settle `$`, `kr`, `¥`.
  package let countries: [String]
  /// The level that the posting is for; ranges of other levels do not apply.
  package let level: Seniority

  package init(countries: [String] = [], level: Seniority = .unknown) {
    self.countries = countries
    self.level = level
  }
}

/// What kind of text pay is looked for in.
package enum PayScope: Hashable, Sendable {
  /// A field that is about pay: a bare sum is pay.
  case field
  /// One line or sentence.
  case line
  /// A whole body; nil means all of it, else only these UTF-8 ranges, in rising order.
  case body([Range<Int>]? = nil)
}
