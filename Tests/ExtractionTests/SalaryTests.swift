import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct SalaryTests {
  @Test(arguments: CaseTable("salary.tsv")) func readsPay(_ line: CaseTable.Line) {
    let text = TokenizedText(line["text"], lexicon: Vocabulary.resources.lexicon)
    let hint = PayHint(countries: line["place"].split(separator: " ").map { String($0) })
    let salary = Salary.extract(from: text, using: .resources, hint: hint)?.value
    #expect(salary.map { $0.range.caseText } ?? "none" == line["pay"], "\(line["text"])")
    if !line["inferred"].isEmpty {
      let inferred = salary?.inferred.map(\.rawValue).sorted().joined(separator: " ")
      #expect(inferred == (line["inferred"] == "nothing" ? "" : line["inferred"]))
    }
    if !line["others"].isEmpty {
      #expect(salary?.others.map(\.caseText).joined(separator: "; ") == line["others"])
    }
  }
}

extension PayRange {
  /// `USD 50000-60000 year`, with what is out of the ordinary behind it.
  var caseText: String {
    let sums = low == high ? sum(low) : "\(sum(low))-\(sum(high))"
    let months = monthsPerYear == 12 ? "" : " x\(monthsPerYear)"
    let kind = kind == .base ? "" : " \(kind.rawValue)"
    return "\(currency?.code ?? "?") \(sums) \(period.rawValue)\(months)\(kind)"
  }

  private func sum(_ hundredths: Int?) -> String {
    guard let hundredths else { return "" }
    let cents = String(hundredths % 100)
    return hundredths % 100 == 0
      ? "\(hundredths / 100)" : "\(hundredths / 100).\(cents.count == 1 ? "0" : "")\(cents)"
  }
}

@Suite struct SalaryRobustnessTests {
  private static let pieces = [
    "$", "€", "kr", "USD", "120", "999999999999999999999", "k", "M", ",", ".", "'", "-", "–",
    " to ",
    " ", "\u{A0}", "\n", "(", ")", "/", "year", "per", "+", "bonus", "salary", "up to", "from",
    "**",
    "\\", "0", "00", "000", "13", "x", "%", "a", "lakh", "万円", "~", "|", "\u{200D}",
  ]

  @Test func anyPiecesInAnyOrderEndInAnAnswer() {
    var random = SplitMix64(seed: 20_261_121)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      expectSaneReading(of: Array(text.utf8), "\(text.debugDescription)")
    }
  }

  @Test func anyBytesEndInAnAnswer() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSaneReading(of: bytes, "\(bytes)")
    }
  }

  private func expectSaneReading(of bytes: [UInt8], _ comment: Comment) {
    let text = TokenizedText(bytes: bytes, lexicon: Vocabulary.resources.lexicon)
    for scope in [PayScope.line, .field, .body()] {
      guard let reading = Salary.extract(from: text, using: .resources, scope: scope) else {
        continue
      }
      #expect(reading.range.upperBound <= bytes.count && !reading.range.isEmpty, comment)
      let range = reading.value.range
      #expect(range.low != nil || range.high != nil, comment)
      if let low = range.low, let high = range.high { #expect(low > 0 && low <= high, comment) }
    }
  }

  @Test func whatIsPrintedReadsBackTheSame() {
    var random = SplitMix64(seed: 3)
    let currencies = ["USD", "EUR", "GBP", "CHF", "PLN", "CAD"].compactMap { Currency(code: $0) }
    for _ in 0..<500 {
      let period = PayPeriod.allCases.randomElement(using: &random) ?? .year
      let unit =
        period == .hour ? 20_00 : period == .day ? 300_00 : 2000_00 * (period == .year ? 20 : 1)
      let low = unit + Int.random(in: 0...unit, using: &random)
      let high = low + Int.random(in: 0...unit, using: &random)
      let range = PayRange(
        low: low, high: high, currency: currencies.randomElement(using: &random), period: period)
      let printed = range.caseText
      let words = printed.split(separator: " ")
      let text = TokenizedText(
        "\(words[0]) \(words[1]) per \(words[2])", lexicon: Vocabulary.resources.lexicon)
      let read = Salary.extract(from: text, using: .resources)?.value.range
      #expect(read == range, "\(printed)")
    }
  }
}

@Suite struct SalaryBodyTests {
  private func read(_ text: String, _ scope: PayScope = .body()) -> Reading<Salary>? {
    Salary.extract(
      from: TokenizedText(text, lexicon: Vocabulary.resources.lexicon), using: .resources,
      scope: scope)
  }

  @Test func findsPayAmongOtherMoney() {
    let body = """
      Rivermill raised $40M last year and serves 12,000 customers.
      Benefits
      $2,000 learning budget and a $500 home office stipend
      Compensation
      $132,000 – $158,000
      401(k) with 4% match; referral bonus of $3,000
      """
    let reading = read(body)
    #expect(reading?.value.range.caseText == "USD 132000-158000 year")
    #expect(reading?.value.text == "$132,000 – $158,000")
    #expect(reading?.value.others == [])
    #expect(
      reading.map { String(decoding: Array(body.utf8)[$0.range], as: UTF8.self) }
        == "$132,000 – $158,000")
  }

  @Test func readsOnlyThePartsGiven() {
    let body = "We make boats.\nSimilar job: salary $90,000 - $99,000 a year"
    #expect(read(body) != nil)
    #expect(read(body, .body([0..<14])) == nil)
  }

  @Test func keepsTheRangesOfPlaces() {
    let body = """
      The base salary range by location:
      California: $150,000 - $180,000
      Colorado: $135,000 - $160,000
      """
    let salary = read(body)?.value
    #expect(salary?.range.caseText == "USD 150000-180000 year")
    #expect(salary?.others.map(\.caseText) == ["USD 135000-160000 year"])
    #expect(salary?.others.first?.label == "Colorado")
  }

  @Test(arguments: [
    "for Leeds", "in Leeds", "(Leeds)", "für Leeds", "pour Leeds", "para Leeds", "per Leeds",
    "voor Leeds", "dla Leeds", "för Leeds",
  ])
  func whatARangeIsForStandsBehindIt(words: String) {
    let body =
      "Base pay range: €90,000 - €99,000 in Faro\nBase pay range: €80,000 - €85,000 \(words)"
    #expect(read(body)?.value.others.map(\.label) == ["Leeds"], "\(words)")
  }

  @Test func ofRangesForPlacesTheWidestFilters() {
    let body = """
      Zone 1: $150,000 - $170,000
      Zone 2: $120,000 - $155,000
      Zone 3: $118,000 - $140,000
      """
    let salary = read(body)?.value
    #expect(salary?.range.caseText == "USD 120000-155000 year")
    #expect(salary?.others.map(\.label) == ["Zone 1", "Zone 3"])
  }

  @Test func rangesOfOtherLevelsDoNotFilter() {
    let text = TokenizedText(
      "Junior: €40,000 - €60,000\nSenior: €75,000 - €90,000",
      lexicon: Vocabulary.resources.lexicon)
    func range(_ level: Seniority) -> String? {
      Salary.extract(
        from: text, using: .resources, hint: PayHint(level: level), scope: .body())?
        .value.range.caseText
    }
    #expect(range(.unknown) == "EUR 40000-60000 year")
    #expect(range(.junior) == "EUR 40000-60000 year")
    #expect(range(.senior) == "EUR 75000-90000 year")
  }

  @Test func aBoardsFieldsAreTakenAsGiven() {
    let posted = PostedPay(low: 85_000_00, high: 0, currency: nil, period: nil, basis: .predicted)
    let salary = Salary(
      posted: posted, text: "85000", using: .resources, hint: PayHint(countries: ["GB"]))
    #expect(salary?.range.caseText == "GBP 85000- year")
    #expect(salary?.basis == .predicted)
    #expect(salary?.inferred == [.currency, .period])
  }

  @Test func aBoardsFieldsMayBeExchangedOrEmpty() {
    let exchanged = PostedPay(
      low: 70_000_00, high: 58_000_00, currency: Currency(code: "EUR"), period: .year,
      basis: .stated)
    let salary = Salary(posted: exchanged, text: "", using: .resources)
    #expect(salary?.range.caseText == "EUR 58000-70000 year")
    let empty = PostedPay(low: 0, high: nil, currency: nil, period: nil, basis: .stated)
    #expect(Salary(posted: empty, text: "", using: .resources) == nil)
  }
}
