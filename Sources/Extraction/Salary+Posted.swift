import Listings

extension Salary {
  /// Pay that a board gives as fields; `text` is how the board or the posting words it.
  ///
  /// Nil when both ends are missing. What the board leaves open is concluded from the place and
  /// the size of the sums, and says so.
  package init?(
    posted: PostedPay, text: String, using vocabulary: Vocabulary, hint: PayHint = PayHint()
  ) {
    let low = posted.low.flatMap { $0 > 0 ? $0 : nil }
    let high = posted.high.flatMap { $0 > 0 ? $0 : nil }
    guard low != nil || high != nil else { return nil }
    var inferred: Set<PayInference> = []
    if posted.period == nil { inferred.insert(.period) }
    let range = PayRange(
      low: low, high: high, currency: posted.currency, period: posted.period ?? .year)
    self.init(range: range, text: text, basis: posted.basis, inferred: inferred)
  }
}
