import ArgumentParser
import Benchmarking
import Foundation
import Listings
import Queries
import Storage

/// `shortlist bench`: the promise of speed, measured on this machine.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure this program on generated listings: import, start, keys, filters, memory.",
    discussion: """
      The listings are made from a fixed seed and imported into a store of their own, which is \
      removed at the end; the browser runs on a pseudo-terminal of 160 by 45. A key's time runs to \
      the last byte that was drawn. 100,000 listings take some minutes, a million half an hour \
      for the most part of bringing them in.
      """)

  @Option(help: ArgumentHelp("How many listings to generate.", valueName: "n"))
  var listings = 100_000

  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "Browse this listings file instead of generated ones; visits are noted in it.",
      valueName: "path"),
    completion: .file())
  var store: String?

  @Option(help: ArgumentHelp("How many keys to press for a row.", valueName: "n"))
  var keys = 2000

  @Option(
    help: ArgumentHelp(
      "Write the run there as JSON, to compare later runs with.", valueName: "file"),
    completion: .file())
  var json: String?

  @Option(
    help: ArgumentHelp("Show the rows beside those of a stored run.", valueName: "file"),
    completion: .file())
  var compare: String?

  func validate() throws {
    guard (1...10_000_000).contains(listings), (1...1_000_000).contains(keys) else {
      throw ValidationError("--listings goes to 10000000, --keys to 1000000; neither may be 0")
    }
  }

  func run() throws {
    let listings = try store.map(Self.count) ?? listings
    let earlier = try compare.map(Self.stored)
    if let earlier, earlier.listings != listings {
      Console.problem("note: \(compare ?? "") was measured on \(earlier.listings) listings")
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shortlist-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let size = "\(Benchmark.size.width)x\(Benchmark.size.height)"
    Console.print("shortlist \(Shortlist.version), \(listings) listings, \(keys) keys, \(size)")
    Console.print(BenchmarkRow.heading)
    var rows: [BenchmarkRow] = []
    let report = { (row: BenchmarkRow) in
      rows.append(row)
      Console.print(row.line(comparedWith: earlier?.row(named: row.name)))
    }
    ReadingBenchmark(samples: keys).run(report)
    let plan = BenchmarkPlan(listings: listings, keys: keys)
    let benchmark = Benchmark(
      of: try Self.executable(), in: folder, store: store, plan: plan, report: report)
    do {
      try benchmark.run()
    } catch let error as BenchmarkError {
      throw Failure(status: .nothing, message: "shortlist: \(error)")
    }
    try write(
      BenchmarkRun(version: Shortlist.version, listings: listings, screen: size, rows: rows))
  }

  /// The listings in a file that is there; it is not made.
  private static func count(_ path: String) throws -> Int {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.store, "\(path): there is no such file")
    }
    let options = try CommonOptions.parse(["--db", path])
    return try options.withStore { try $0.search(Query()).counts.total }
  }

  private func write(_ run: BenchmarkRun) throws {
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try encoder.encode(run).write(to: URL(filePath: json))
    } catch {
      throw Failure(status: .nothing, message: "\(json): can't be written")
    }
  }

  private static func stored(_ path: String) throws -> BenchmarkRun {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(status: .nothing, message: "\(path): can't be read")
    }
    guard let run = try? JSONDecoder().decode(BenchmarkRun.self, from: data) else {
      throw Failure(status: .nothing, message: "\(path): not a run that bench --json wrote")
    }
    return run
  }

  /// This program's own file, which the benchmark starts anew.
  private static func executable() throws -> URL {
    guard let url = Bundle.main.executableURL else {
      throw Failure(status: .nothing, message: "shortlist: can't find its own file to run")
    }
    return url
  }
}
