/// Pay that a board gives as fields rather than as words.
package struct PostedPay: Hashable, Sendable {
  /// Hundredths; a board's 0 for "unknown" is nil here.
  package let low: Int?
  /// Hundredths.
  package let high: Int?
  package let currency: Currency?
  package let period: PayPeriod?
  package let basis: PayBasis

  package init(
    low: Int?, high: Int?, currency: Currency?, period: PayPeriod?, basis: PayBasis = .stated
  ) {
    self.low = low
    self.high = high
    self.currency = currency
    self.period = period
    self.basis = basis
  }
}

/// What one source published once, in its own words; text is cleaned, never rewritten.
package struct Posting: Hashable, Sendable {
  /// The name given by the person, else the board (`greenhouse:acme`), else `files`.
  package var source: String
  package var externalID: String?
  package var url: String?
  /// The name of the file that it was read from, where neither an id nor an address names it.
  package var file: String?
  package var title: String?
  package var company: String?
  package var location: String?
  package var payText: String?
  package var pay: PostedPay?
  /// As written: a date, or "Reposted 21 days ago".
  package var dateText: String?
  /// A date that the board gives as a date.
  package var posted: Day?
  /// Last day to apply, or the day the board says it ends.
  package var closes: Day?
  /// What the board's own field says of the workplace.
  package var workplace: RemoteKind?
  /// Places that the board's own fields name as open to applicants, as written.
  package var eligibilityTexts: [String]
  /// Words for the form of contract, as the source gives them.
  package var employmentText: String?
  /// Words for the level, as the source gives them.
  package var seniorityText: String?
  package var tags: [String]
  package var body: [Block]
  /// Nil where a source speaks.
  package var history: PostingHistory?

  package init(
    source: String = "files", externalID: String? = nil, url: String? = nil, title: String? = nil,
    company: String? = nil, location: String? = nil, body: [Block] = []
  ) {
    self.source = source
    self.externalID = externalID
    self.url = url
    self.title = title
    self.company = company
    self.location = location
    self.body = body
    tags = []
    eligibilityTexts = []
  }
}
