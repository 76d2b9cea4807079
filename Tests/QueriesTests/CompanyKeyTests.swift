import Queries
import Testing

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
}
