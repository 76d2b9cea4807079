import Listings

extension Salary {
  /// Pay that a board gives as fields; `text` is how the board or the posting words it.
  ///
  /// Nil when both ends are missing. What the board leaves open is concluded from the place and
  /// the size of the sums, and says so.
  package init?(
    posted: PostedPay, text: String, using vocabulary: Vocabulary, hint: PayHint = PayHint()
  ) {
    var low = posted.low.flatMap { $0 > 0 ? $0 : nil }
    var high = posted.high.flatMap { $0 > 0 ? $0 : nil }
    if let first = low, let second = high, first > second { (low, high) = (second, first) }
    guard let size = high ?? low else { return nil }
    var inferred: Set<PayInference> = []
    let pay = vocabulary.pay
    var currency = posted.currency
    if currency == nil, let index = pay.currency(in: hint.countries) {
      currency = pay.currencies[index].currency
      inferred.insert(.currency)
    }
    var period = posted.period
    if period == nil {
      let index = currency.flatMap { pay.currency(of: $0.code) } ?? pay.currency(of: "USD")
      period = index.map { pay.currencies[$0].period(of: size) }
      inferred.insert(.period)
    }
    let range = PayRange(low: low, high: high, currency: currency, period: period ?? .year)
    self.init(range: range, text: text, basis: posted.basis, inferred: inferred)
  }
}
