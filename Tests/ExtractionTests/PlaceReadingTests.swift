import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct PlaceReadingTests {
  private let vocabulary = Vocabulary.resources

  @Test(arguments: CaseTable("remote.tsv"))
  func readsTheWorkplace(_ line: CaseTable.Line) {
    let policy = RemotePolicy(extracting: line["text"], using: vocabulary)
    #expect(policy.kind.rawValue == line["kind"], "\(line["text"])")
    let open = policy.eligibility
    #expect(open.regions.joined(separator: "+") == line["regions"], "\(line["text"])")
    #expect(policy.daysOnSite.map { String($0) } ?? "" == line["days"], "\(line["text"])")
    #expect(open.excluded.joined(separator: "+") == line["excluded"], "\(line["text"])")
    let zones = open.timeZones.map { "\($0.from)..\($0.through)" } ?? ""
    #expect(zones == line["zones"], "\(line["text"])")
  }

  @Test(arguments: CaseTable("location-lines.tsv"))
  func tidiesThePlace(_ line: CaseTable.Line) {
    let place = PlaceLine(line["text"], using: vocabulary).tidied
    #expect(place ?? "" == line["place"], "\(line["text"])")
  }

  @Test(arguments: [
    ("DE, DK", ["DE", "DK"]), ("CA, NY, TX", ["US-CA", "US-NY", "US-TX"]),
    ("London EC2A", ["GB-ENG"]), ("Cambridge, MA", ["US-MA", "US-MA"]), ("東京都", ["JP"]),
    ("Masovian Voivodeship", ["PL-14"]), ("LA, NYC", ["US-CA", "US-NY"]), ("AI/ML", []),
  ])
  func settlesLettersByWhatStandsBeside(_ line: String, _ codes: [String]) {
    let text = TokenizedText(line, lexicon: vocabulary.lexicon)
    #expect(vocabulary.places.mentions(in: text).flatMap(\.codes) == codes)
  }

  @Test func everyCityStandsInAPlaceThatIsListed() {
    let named = Set(vocabulary.places.names.keys)
    let places = Set(vocabulary.places.entries.flatMap(\.cities))
    #expect(places.subtracting(named).isEmpty)
    #expect(vocabulary.places.entries.count { !$0.cities.isEmpty } >= 1_500)
  }
}

@Suite struct JobFactsTests {
  private let vocabulary = Vocabulary.resources

  private func facts(
    title: String? = nil, location: String? = nil, workplace: RemoteKind? = nil, body: String
  ) -> JobFacts {
    var posting = Posting(title: title, location: location)
    posting.workplace = workplace
    let text = TokenizedText(body, lexicon: vocabulary.lexicon)
    return JobFacts(reading: posting, body: text, using: vocabulary)
  }

  @Test func thePlaceLineCountsMoreThanTheBodyWhichContradictsIt() {
    let facts = facts(
      location: "remote,Denver, CO",
      body: "Good pay.\nWe work within Mountain time and are Denver-based for this role. Apply!")
    #expect(facts.remote.kind == .remote)
    #expect(
      facts.remote.contradiction
        == "We work within Mountain time and are Denver-based for this role")
    #expect(facts.evidence.contains { $0.field == .contradiction && $0.part == .body })
  }

  @Test func aCompanySeatIsNoContradiction() {
    let facts = facts(location: "Remote", body: "We are a Lisbon-based startup of forty people.")
    #expect(facts.remote.contradiction == nil)
  }

  @Test func aLabelledLineCountsMoreThanABenefit() {
    let body = """
      Location: San Francisco, CA (Hybrid - 3 days in office)
      Benefits
      - Flexible work arrangements (hybrid or remote)
      """
    let policy = facts(body: body).remote
    #expect(policy.kind == .hybrid)
    #expect(policy.daysOnSite == 3)
  }

  @Test func bareWordsInTheMiddleOfATextProveNothing() {
    let body = """
      You will help users of our remote control and talk with people who work on another continent \
      about hybrid engines, while a remote office far away sends its regards to the whole company.
      """
    #expect(facts(body: body).remote.kind == .unknown)
  }

  @Test func hashtagsCount() {
    let welcome = "All are welcome here, whoever they are and wherever they come from, as ever"
    #expect(facts(body: welcome + ". #LI-Hybrid").remote.kind == .hybrid)
  }

  @Test func theBodyLimitsARemoteJob() {
    let policy = facts(
      location: "Remote",
      body: "Candidates must be based in Spain, Portugal or Italy. We cannot hire in Malta."
    ).remote
    #expect(policy.eligibility.regions == ["ES", "PT", "IT"])
    #expect(policy.eligibility.excluded == ["MT"])
  }

  @Test(arguments: CaseTable("papers.tsv"))
  func demandsOfPapersAreEvidenceOfTheEligibility(_ line: CaseTable.Line) {
    let facts = facts(location: line["line"], body: line["body"])
    let rules = facts.evidence.filter { $0.field == .eligibility && $0.part == .body }.map(\.rule)
    #expect(rules.joined(separator: "+") == line["rules"], "\(line["body"])")
    let regions = facts.remote.eligibility.regions
    #expect(regions.joined(separator: "+") == line["regions"], "\(line["body"])")
  }

  @Test func theBoardsFieldIsReadWhereThePlaceLineIsSilent() {
    let facts = facts(location: "Canada", workplace: .remote, body: "")
    #expect(facts.remote.kind == .remote)
    #expect(facts.remote.eligibility.regions == ["CA"])
    #expect(facts.location == "Canada")
  }

  @Test func theLevelIsReadFromTheTitleThenFromALevelLine() {
    #expect(facts(title: "Senior Baker", body: "Entry level").seniority == .senior)
    #expect(facts(title: "Baker", body: "Seniority level\nEntry level\n").seniority == .junior)
    #expect(facts(title: "Baker", body: "You help senior bakers.").seniority == .unknown)
  }

  @Test(arguments: CaseTable("skills.tsv"))
  func namesSkillsByWholeWords(_ line: CaseTable.Line) {
    #expect(
      facts(body: line["body"]).skills.joined(separator: "+") == line["skills"], "\(line["body"])")
  }

  @Test(arguments: CaseTable("employment.tsv"))
  func readsFormsOfContract(_ line: CaseTable.Line) {
    let forms = Employment.forms(in: line["text"], using: vocabulary)
    #expect(
      forms.map(\.rawValue).joined(separator: "+") == line["forms"], "\(line["text"])")
  }

  @Test func onlyTheGivenRangesAreRead() {
    let body = "Python\nSimilar jobs: fully remote, Rust\n"
    let text = TokenizedText(body, lexicon: vocabulary.lexicon)
    let facts = JobFacts(reading: Posting(), body: text, ranges: [0..<7], using: vocabulary)
    #expect(facts.skills == ["Python"])
    #expect(facts.remote.kind == .unknown)
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var random = SplitMix64(seed: 20_261_121)
    let pieces = [
      "remote", "hybrid ", "3 ", "days", "/", "week", "US", "-", "UTC", "+", "(", "CA", ", ",
      "Berlin", "\n", "no ", "or ", "Go", "#", "ago", "2026", "Nov ", "office ", "Mondays ",
      "based", "interview ", "99999999999", "\u{FFFD}",
    ]
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        if Bool.random(using: &random) {
          bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      let string = String(decoding: bytes, as: UTF8.self)
      _ = RemotePolicy(extracting: string, using: vocabulary)
      _ = DateReading(extracting: string, today: Day(number: 20_000), using: vocabulary)
      let text = TokenizedText(bytes: bytes, lexicon: vocabulary.lexicon)
      let posting = Posting(title: string, location: string)
      for evidence in JobFacts(reading: posting, body: text, using: vocabulary).evidence
      where evidence.part == .body {
        #expect(evidence.range.upperBound <= bytes.count)
      }
    }
  }
}
