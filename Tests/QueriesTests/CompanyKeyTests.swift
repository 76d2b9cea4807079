import Foundation
import Testing

@testable import Queries

@Suite struct CompanyKeyTests {
  @Test(
    arguments: [
      ("Acme", "ACME, Inc."), ("Acme", "acme GmbH & Co. KG"), ("Tern & Co", "TERN"),
      ("Café Zürich AG", "cafe zurich"), ("Iberia Textil", "Iberia Textil S.A."),
      ("Oak Ltd", "Oak Pty Ltd"),
    ])
  func oneCompany(name: String, other: String) {
    #expect(CompanyKey(name) != nil)
    #expect(CompanyKey(name) == CompanyKey(other), "\(name), \(other)")
  }

  @Test(arguments: [("Acme", "Acme Rockets"), ("Limited", "Co"), ("A B", "A"), ("Sa Pa", "Sa")])
  func twoCompanies(name: String, other: String) {
    #expect(CompanyKey(name) != CompanyKey(other))
  }

  @Test(arguments: ["", " – ", "!"]) func aNameWithoutWordsHasNone(name: String) {
    #expect(CompanyKey(name) == nil)
  }

  @Test func everyLegalFormStandsInTheTableOfCompanyWords() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let table = root.appendingPathComponent("Resources/vocabulary/company-words.tsv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    let forms = rows.map { $0.split(separator: "\t") }
      .filter { $0.count > 1 && ["legal", "form"].contains($0[1]) }
      .map { $0[0].filter { $0 != "." && $0 != " " } }
    #expect(forms.count > 100)
    #expect(CompanyKey.legalForms.subtracting(forms) == [])
  }
}
