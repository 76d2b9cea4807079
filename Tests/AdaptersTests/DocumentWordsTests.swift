import Listings
import Testing

@testable import Adapters

@Suite struct DocumentWordsTests {
  private let words = DocumentWords.resources

  @Test(arguments: [
    ("Remote", RemoteKind.remote), ("WORK_FROM_HOME", .remote), ("Homeoffice", .remote),
    ("100 % télétravail", .remote), ("Zdalnie", .remote), ("Híbrido", .hybrid),
    ("ibrido", .hybrid), ("praca hybrydowa", .hybrid), ("In-Person", .onsite), ("vor Ort", .onsite),
    ("In presenza", .onsite), ("op locatie", .onsite), ("på plats", .onsite),
  ])
  func aFieldsWordIsAWorkplace(text: String, kind: RemoteKind) {
    #expect(words.workplace(text) == kind)
  }

  @Test(arguments: [
    ("Not remote", RemoteKind.onsite), ("Teilweise Homeoffice", .hybrid),
    ("on-site in Faro", .onsite),
    ("Temporarily remote", .remote), ("Faro", nil),
  ])
  func aFieldsPhraseIsAWorkplace(text: String, kind: RemoteKind?) {
    #expect(words.workplace(inPhrase: text) == kind)
  }

  @Test(arguments: [
    ("PER_HOUR", PayPeriod.hour), ("Stunde", .hour), ("heure", .hour), ("giorno", .day),
    ("tydzień", .week), ("mês", .month), ("monthly salary", .month), ("année", .year),
    ("rok", .year),
    ("pieces", nil),
  ])
  func aFieldsWordIsAPeriod(text: String, period: PayPeriod?) {
    #expect(words.period(text) == period)
  }

  @Test(arguments: [
    ("Kilnhaus hiring Cook in Faro, Portugal | Boardsite", "Kilnhaus", "Faro, Portugal"),
    ("Cook at Kilnhaus — Faro, Portugal | Boardsite", "Kilnhaus", "Faro, Portugal"),
    ("Cook - Job bei Kilnhaus in Lyon Ref. 12", "Kilnhaus", "Lyon"),
    ("Cook chez Kilnhaus à Lyon", "Kilnhaus", "Lyon"), ("Cook presso Kilnhaus", "Kilnhaus", nil),
    ("Cook hos Kilnhaus", "Kilnhaus", nil), ("Cook Job in Lyon | Boardsite", "Boardsite", "Lyon"),
    ("Cook em Faro | Boardsite", "Boardsite", "Faro"),
    ("Kilnhaus Karriere - Cook", "Kilnhaus", nil),
    ("Kilnhaus Recrutement | Cook", "Kilnhaus", nil), ("Cook | Kilnhaus", "Kilnhaus", nil),
    ("Cook | Ofertas en Faro", nil, nil), ("Kilnhaus – Cook", "Kilnhaus", nil),
  ])
  func aPagesNameIsReadAroundTheTitle(name: String, company: String?, place: String?) throws {
    let read = try #require(PageName(name, title: "Cook", words))
    #expect(read.company == company && read.location == place, "\(name)")
  }

  @Test(arguments: [
    ("Re: Fwd: Cook", "Cook"), ("AW: Cook", "Cook"), ("Odp: Cook", "Cook"), ("TR: Cook", "Cook"),
    ("Cook: nights", "Cook: nights"),
  ])
  func aSubjectIsReadWithoutWhatRepliesAdd(subject: String, title: String) {
    let mail = """
      From: a@b.example
      To: c@d.example
      Subject: \(subject)

      You cook for all of us, every night.
      """
    let read = Adapter.read(SourceBytes(name: "x", bytes: Array(mail.utf8)))
    #expect(read.postings.map(\.title) == [title])
  }

  @Test(arguments: [
    ("Kilnhaus GmbH", "Kilnhaus"), ("Kilnhaus, Inc.", "Kilnhaus"),
    ("Kilnhaus Sp. z o.o.", "Kilnhaus"), ("Kilnhaus", nil), ("GmbH", nil),
  ])
  func aLegalFormShowsACompany(name: String, short: String?) {
    #expect(words.withoutLegalForm(name) == short)
  }

  @Test(arguments: ["kilnhaus-stellen.xml", "vagas_kilnhaus.xml", "kilnhaus.offres.latest.xml"])
  func aFileSaysThatJobsAreInItInItsLanguage(file: String) {
    #expect(SourceName.company(inFile: file, of: "personio", words) == "Kilnhaus")
  }

  @Test(arguments: [
    ("Wynagrodzenie: 9 000 zł", LabelField.pay), ("**Ort:** Lyon", .location), ("Rol: x", nil),
    ("Puesto: Cook", .role), ("Mots-clés: four, pain", .tags), ("Seniority level: Entry", .level),
  ])
  func aLabelNamesAField(line: String, field: LabelField?) throws {
    #expect(words.field(of: try #require(LabelLine(line)).label) == field)
  }
}
