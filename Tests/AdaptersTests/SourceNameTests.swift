import Listings
import Testing

@testable import Adapters

@Suite struct SourceNameTests {
  @Test(
    arguments: [
      ("/home/me/acme-personio.xml", "Acme"), ("personio_wax_works.xml", "Wax Works"),
      ("jobs-acme.json", "Acme"), ("Acme.Jobs.Personio.de.xml.gz", "Acme"),
      ("acme (3).xml", nil), ("jobs.xml", nil), ("personio (2).xml", nil), ("feed.xml", nil),
      ("what a long name of jobs.xml", nil), ("", nil), ("/", nil),
    ] as [(String, String?)])
  func aFileNamesTheCompanyWhenItSaysWhatItIs(file: String, company: String?) {
    #expect(SourceName.company(inFile: file, of: "personio", .resources) == company)
  }

  private func positions(_ subcompany: String, in file: String) -> [Posting] {
    let text = """
      <workzag-jobs><position><id>1</id>\(subcompany)<name>Waxer</name></position></workzag-jobs>
      """
    return Adapter.read(SourceBytes(name: file, bytes: Array(text.utf8))).postings
  }

  @Test func aBoardWithoutACompanyTakesThatOfTheFile() {
    #expect(positions("", in: "hives-jobs.xml").map(\.company) == ["Hives"])
    #expect(positions("", in: "download.xml").map(\.company) == [nil])
    let list = #"{"jobs": [{"title": "Waxer", "shortcode": "A1", "telecommuting": false}]}"#
    let workable = Adapter.read(SourceBytes(name: "hives-jobs.json", bytes: Array(list.utf8)))
    #expect(workable.postings.map(\.company) == [nil], "files are named after who saved them")
    let stated = positions("<subcompany>Comb Ltd</subcompany>", in: "hives-jobs.xml")
    #expect(stated.map(\.company) == ["Comb Ltd"])
    #expect(stated.map(\.source) == ["personio"], "where a file lies says nothing of its source")
  }

  @Test func himalayasPlaceholderGivesWayToTheCompanysAddress() throws {
    let text = """
      {"jobs":[{"title":"Waxer","companyName":"name","companySlug":"wax-works",\
      "applicationLink":"https://himalayas.app/companies/wax-works/jobs/waxer",\
      "locationRestrictions":[],"description":"<p>Wax.</p>"}]}
      """
    let read = Adapter.read(SourceBytes(name: "a", bytes: Array(text.utf8)))
    #expect(read.postings.map(\.company) == ["Wax Works"])
  }

  @Test func aPlaceWithoutARegionHasNoHole() throws {
    let text = """
      {"id":"1","name":"Waxer","uuid":"u1","releasedDate":"2026-11-01",\
      "company":{"identifier":"Hives","name":"Hives Ltd"},\
      "location":{"city":"Ghent","country":"be","fullLocation":"Ghent, , Belgium"}}
      """
    let read = Adapter.read(SourceBytes(name: "a", bytes: Array(text.utf8)))
    #expect(read.postings.map(\.location) == ["Ghent, Belgium"])
  }
}
