import Extraction
import Foundation
import Importing
import Listings
import Queries
import Storage
import Testing

private let today = Day(number: 20_778)

private func context() -> QueryContext {
  QueryContext(
    today: today, currency: .usd,
    rates: ExchangeRates(day: today, publisher: "test", perEuro: [.usd: 1.1]))
}

private func vocabulary() -> Vocabulary {
  let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Resources")
  return Vocabulary { path in
    VocabularyTable(parsing: (try? Data(contentsOf: resources.appending(path: path))) ?? Data())
  }
}

private func line(_ id: Int, title: String = "Beekeeper") -> String {
  """
  {"id":"\(id)","title":"\(title) \(id)","company":"Hives","url":"https://h.example/\(id)",\
  "description":"Posting number \(id) is about bees."}
  """
}

private func importing(
  _ text: String, into store: Store, isRehearsal: Bool = false,
  progress: @escaping @Sendable (ImportProgress) -> Bool = { _ in true }
) throws -> ImportReport {
  var options = Importer.Options(today: today, now: 1_795_219_200)
  options.isRehearsal = isRehearsal
  return try Importer(store: store, vocabulary: vocabulary(), options: options)
    .run([.bytes(name: "lines", Array(text.utf8))], progress: progress)
}

@Suite struct ImporterTests {
  @Test func totalsReconcileAndASecondImportAddsNothing() throws {
    let store = try Store.inMemory(context: context())
    let lines = (0..<1500).map { line($0) } + ["{\"id\": \"broken\"", "", "{\"nothing\": 1}"]
    let first = try importing(lines.joined(separator: "\n"), into: store)
    #expect(first.added == 1500)
    #expect(first.rejected == 2, "\(first.problems)")
    #expect(first.read == first.added + first.rejected)
    #expect(first.problems.map(\.line) == [1501, 1503])
    let second = try importing(lines.joined(separator: "\n"), into: store)
    #expect(second.unchanged == 1500 && second.added == 0 && second.updated == 0)
  }

  @Test func textsWithoutATitleAreOneOnlyInTheSameFile() throws {
    let store = try Store.inMemory(context: context())
    let text = Array("Harbor Bells casts bells for ships, and has done so since anyone asked.".utf8)
    let importer = Importer(
      store: store, vocabulary: vocabulary(),
      options: Importer.Options(today: today, now: 1_795_219_200))
    func outcome(of file: String) throws -> ImportReport {
      try importer.run([.bytes(name: file, text)])
    }
    #expect(try outcome(of: "old/first.txt").added == 1)
    #expect(try outcome(of: "old/second.txt").added == 1)
    #expect(try outcome(of: "moved/first.txt").unchanged == 1)
    let named = Array("# Bell founder\n\nHarbor Bells casts bells for ships.".utf8)
    #expect(try importer.run([.bytes(name: "a.md", named)]).added == 1)
    #expect(try importer.run([.bytes(name: "b.md", named)]).unchanged == 1)
  }

  @Test func rowsThatHoldNothingAreInTheSum() throws {
    let store = try Store.inMemory(context: context())
    let table = "title,company\nBeekeeper,Hives\n,\n\"\",\" \"\n"
    let report = try importing(table, into: store)
    #expect(report.read == 3 && report.added == 1 && report.empty == 2)
    #expect(report.rejected == 0 && report.skipped == 0)
    let items = try importing(
      #"[{"title":"Smoker","company":"Hives"},{},{"title":""}]"#, into: store)
    #expect(items.read == 3 && items.added == 1 && items.empty == 2)
  }

  @Test(arguments: [
    "Stelle;Firma;Ort;Gehalt;Veröffentlicht am",
    "Intitulé du poste;Entreprise;Lieu;Salaire;Date de publication",
    "Puesto;Empresa;Ubicación;Salario;Fecha de publicación",
    "Stanowisko;Firma;Miejsce pracy;Wynagrodzenie;Data publikacji",
  ])
  func aSpreadsheetMayBeInAnotherLanguage(head: String) throws {
    let store = try Store.inMemory(context: context())
    let row = "Imker;Bienenhaus;Graz;3.200 € / 14 Monate;2026-11-12"
    let report = try importing("\(head)\n\(row)\n", into: store)
    #expect(report.added == 1 && report.rejected == 0)
    let listing = try #require(try store.detail(store.ids(matching: Query())[0])?.listing)
    #expect(listing.title == "Imker" && listing.company == "Bienenhaus")
    #expect(listing.location == "Graz" && listing.salary?.range.currency == .eur)
    #expect(listing.posted == Day(2026, 11, 12))
  }

  @Test func aPipeInAFolderIsNotWaitedFor() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shortlist-pipe-\(UUID().uuidString)").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try line(1).write(toFile: folder + "/a.ndjson", atomically: true, encoding: .utf8)
    #expect(mkfifo(folder + "/b.ndjson", 0o600) == 0)
    let store = try Store.inMemory(context: context())
    let options = Importer.Options(today: today, now: 1_795_219_200)
    let report = try Importer(store: store, vocabulary: vocabulary(), options: options)
      .run([.path(folder)])
    #expect(report.added == 1 && report.problems.map(\.file) == [folder + "/b.ndjson"])
  }

  /// The second one writes while the first is in the middle of its work.
  @Test func twoImportsAtOnceBothGetTheirTurn() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "shortlist-two-\(UUID().uuidString).sqlite").path(percentEncoded: false)
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    let store = try Store.open(at: path, context: context())
    let other = try Store.open(at: path, context: context())
    let lines = (0..<3000).map { line($0) }.joined(separator: "\n")
    let first = try importing(lines, into: store) { progress in
      let report = try? importing(line(9000 + progress.postings), into: other)
      return report?.added == 1
    }
    #expect(first.added == 3000 && !first.isStopped, "\(first)")
    #expect(try store.search(Query()).ids.count > 3001)
  }

  @Test func aChangedPostingIsUpdatedAndDecisionsStay() throws {
    let store = try Store.inMemory(context: context())
    _ = try importing(line(1) + "\n" + line(2), into: store)
    let id = try #require(try store.search(Query()).ids.last)
    _ = try store.decide([.saved(true)], on: [id], at: 1)
    let report = try importing(
      line(1, title: "Chief Beekeeper") + "\n" + line(2, title: "Chief Beekeeper"), into: store)
    #expect(report.updated == 2, "\(report)")
    let detail = try #require(try store.detail(id))
    #expect(detail.decisions.isSaved)
    #expect(detail.listing.title?.hasPrefix("Chief") == true)
  }

  @Test func aRehearsalSaysTheSameAndWritesNothing() throws {
    let store = try Store.inMemory(context: context())
    let text = (0..<700).map { line($0) }.joined(separator: "\n")
    #expect(try importing(text, into: store, isRehearsal: true).added == 700)
    #expect(try store.search(Query()).ids.isEmpty)
  }

  @Test func stoppingKeepsWhatWasImported() throws {
    let store = try Store.inMemory(context: context())
    let text = (0..<5000).map { line($0) }.joined(separator: "\n")
    let report = try importing(text, into: store) { $0.postings < 1000 }
    #expect(report.isStopped)
    #expect(report.added >= 1000 && report.added < 5000)
    #expect(try store.search(Query()).ids.count == report.added)
  }
}
