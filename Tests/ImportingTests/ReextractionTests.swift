import Extraction
import Foundation
import Importing
import Listings
import Queries
import Storage
import Testing

/// Reading stored postings anew, with another vocabulary than they were imported with.
@Suite struct ReextractionTests {
  private let today = Day(number: 20_778)
  private let store: Store

  init() throws {
    store = try Store.inMemory(
      context: QueryContext(
        today: today, currency: .usd,
        rates: ExchangeRates(day: today, publisher: "test", perEuro: [.usd: 1.1])))
  }

  /// The tables of Resources, without one of the skills or with all.
  private func vocabulary(without skill: String? = nil) -> Vocabulary {
    let resources = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources")
    return Vocabulary { path in
      let data = (try? Data(contentsOf: resources.appending(path: path))) ?? Data()
      guard let skill, path.hasSuffix("skills.tsv") else { return VocabularyTable(parsing: data) }
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        .filter { !$0.contains(skill) }
      return VocabularyTable(parsing: Array(lines.joined(separator: "\n").utf8))
    }
  }

  private func importing(_ count: Int, using vocabulary: Vocabulary) throws {
    let lines = (1...count).map { number in
      """
      {"id":"\(number)","title":"Beekeeper \(number)","company":"Hives","datePosted":"2 days ago",\
      "description":"You know Swift and Python. Posting number \(number) is about bees."}
      """
    }
    _ = try Importer(
      store: store, vocabulary: vocabulary, options: Importer.Options(today: today, now: 1)
    ).run([.bytes(name: "lines", Array(lines.joined(separator: "\n").utf8))])
  }

  @Test func anotherVocabularyChangesFieldsAndNothingElse() throws {
    try importing(3, using: vocabulary(without: "Swift"))
    let id = try #require(try store.search(Query()).ids.first)
    _ = try store.decide([.saved(true), .note("call Ann")], on: [id], at: 5)
    let before = try #require(try store.detail(id))
    #expect(before.listing.skills == ["Python"])
    var changes: [Reextraction.Change] = []
    let report = try Reextraction(store: store, vocabulary: vocabulary()).run { _, some in
      changes += some
      return true
    }
    #expect(report.read == 3 && report.changed == 3 && report.fields == [.skills: 3])
    #expect(changes.map(\.fields) == [[.skills], [.skills], [.skills]])
    let after = try #require(try store.detail(id))
    #expect(Set(after.listing.skills) == ["Swift", "Python"])
    #expect(after.decisions == before.decisions && after.postings == before.postings)
    #expect(try store.search(Query(parsing: "skill:swift")).ids.count == 3)
    #expect(try store.problems() == [])
  }

  @Test func theSameReadingChangesNothingAlsoOnALaterDay() throws {
    try importing(2, using: vocabulary())
    let ids = try store.search(Query()).ids
    let before = try ids.map { try store.detail($0) }
    #expect(before.allSatisfy { $0?.listing.posted == today.adding(days: -2) })
    let report = try Reextraction(store: store, vocabulary: vocabulary()).run()
    #expect(report.read == 2 && report.changed == 0 && report.fields == [:])
    #expect(try ids.map { try store.detail($0) } == before)
  }

  @Test func aRehearsalTellsAndWritesNothing() throws {
    try importing(2, using: vocabulary(without: "Swift"))
    let report = try Reextraction(store: store, vocabulary: vocabulary(), isRehearsal: true).run()
    #expect(report.changed == 2)
    #expect(try store.search(Query(parsing: "skill:swift")).ids == [])
  }

  @Test func itStopsBetweenBatchesAndKeepsWhatIsRead() throws {
    try importing(1_100, using: vocabulary(without: "Swift"))
    let report = try Reextraction(store: store, vocabulary: vocabulary()).run { _, _ in false }
    #expect(report.isStopped && report.read < report.total)
    #expect(try store.search(Query(parsing: "skill:swift")).ids.count == report.read)
  }
}
