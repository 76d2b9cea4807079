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
