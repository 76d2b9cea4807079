/// How two sums make a range: which digits and which "k" they share.
enum PayRangeRule {
  static func range(_ first: PayAmount, _ second: PayAmount) -> (low: Int, high: Int)? {
    guard var low = first.sum, var high = second.sum else { return nil }
    let thousand = 1000_00
    let isShort =
      first.value < thousand || second.value >= thousand && second.value < 100 * thousand
    // "3,500~5,000만원": units of ten thousand are counted in thousands, too.
    let isCounted = second.times == 10_000 && second.isGrouped
    if first.times == 1, second.times > 1, isShort, !first.isGrouped || isCounted {
      // "120-150k", "1300-2000k", and "800-1.2M" where only thousands fit.
      let (shared, overflow) = first.value.multipliedReportingOverflow(by: second.times)
      if !overflow, shared <= high {
        low = shared
      } else if second.times == 1_000_000, first.value < thousand, first.value * 1000 <= high {
        low = first.value * 1000
      }
    } else if second.times == 1, first.times > 1, second.value < thousand, !second.isGrouped {
      // "120k-150"
      let shared = second.value * first.times
      if shared >= low { high = shared }
    } else if first.times == 1, second.times == 1, first.value < thousand, !first.isGrouped,
      high >= thousand, low * 1000 <= high, high <= low * 5000
    {
      // "85-125,000"
      low *= 1000
    }
    if low > high { (low, high) = mended(low, high, isGrouped: first.isGrouped) }
    guard high > 0, low <= high, low == 0 || high / 25 <= low else { return nil }
    return (low, high)
  }

  /// Digits too many ("$168,000,000 and $228,000", "$1200,000 - $150,000"), or the ends exchanged.
  private static func mended(_ low: Int, _ high: Int, isGrouped: Bool) -> (Int, Int) {
    if isGrouped, low / 1000 <= high, low / 1000 >= high / 10 { return (low / 1000, high) }
    if low / 3 <= high { return (high, low) }
    if isGrouped, low / 10 <= high, low / 10 >= high / 3 { return (low / 10, high) }
    return (low, high)
  }
}
