import Foundation

/// Times the program as a person would feel it: from the start to the first screen, and from each
/// key to the last byte drawn, on generated listings, through a pseudo-terminal.
package final class Benchmark {
  private let executable: URL
  private let folder: URL
  private let plan: BenchmarkPlan
  private let report: (BenchmarkRow) -> Void
  private let isGenerated: Bool
  /// The listings file that is browsed.
  private let store: String

  private var source: URL { folder.appending(path: "listings.ndjson") }

  package static let size = (width: 160, height: 45)

  /// Works in the folder, which it neither makes nor removes.
  ///
  /// Without a listings file there is, one is made of generated listings, and that is measured too.
  package init(
    of executable: URL, in folder: URL, store: String? = nil, plan: BenchmarkPlan,
    report: @escaping (BenchmarkRow) -> Void
  ) {
    self.executable = executable
    self.folder = folder
    self.store = store ?? folder.appending(path: "store.sqlite").path(percentEncoded: false)
    isGenerated = store == nil
    self.plan = plan
    self.report = report
  }

  package func run() throws {
    if isGenerated {
      try writeListings()
      try measureImport()
    }
    try measureStarts()
    let probe = try opened()
    measureKeys(on: probe)
    measureTyping(on: probe)
    measureQueries(on: probe)
    report(.mebibytes("browser, peak memory", kibibytes: probe.peakMemory))
    probe.quit()
  }

  private func writeListings() throws {
    try Data().write(to: source)
    let file = try FileHandle(forWritingTo: source)
    let generator = ListingGenerator(seed: 20_261_121)
    for start in stride(from: 0, to: plan.listings, by: 1000) {
      let lines = (start..<min(plan.listings, start + 1000)).map { generator.line($0) + "\n" }
      try file.write(contentsOf: Data(lines.joined().utf8))
    }
    try file.close()
  }

  private func measureImport() throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = ["import", source.path(percentEncoded: false), "--db", store]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let begin = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let seconds = (ContinuousClock.now - begin).milliseconds / 1000
    guard process.terminationStatus == 0 else {
      throw BenchmarkError.importFailed(status: process.terminationStatus)
    }
    report(BenchmarkRow(name: "import", unit: .seconds, value: seconds))
    let size = try FileManager.default.attributesOfItem(atPath: store)[.size] as? Int ?? 0
    report(.mebibytes("listings file", kibibytes: size / 1024))
  }

  private func measureStarts() throws {
    var first: [Duration] = []
    var complete: [Duration] = []
    for _ in 0..<7 {
      let probe = try opened(waiting: false)
      let times = probe.start(
        pause: .milliseconds(8), silence: plan.startSilence)
      first.append(times.firstScreen)
      complete.append(times.complete)
      probe.quit()
    }
    for row in [
      BenchmarkRow(name: "start to the first screen", times: first),
      BenchmarkRow(name: "start to every count", times: complete),
    ] { row.map(report) }
  }

  private func opened(waiting: Bool = true) throws -> TerminalProbe {
    let probe = try TerminalProbe(
      executable, ["--db", store], width: Self.size.width, height: Self.size.height)
    if waiting { _ = probe.start(pause: .milliseconds(8), silence: plan.startSilence) }
    return probe
  }

  private func measureKeys(on probe: TerminalProbe) {
    for row in plan.keyRows {
      if row.silence == plan.countSilence { readAll(of: row, on: probe) }
      let before = probe.bytesRead
      let times = (0..<row.count).compactMap { index in
        probe.press(row.presses[index % row.presses.count], silence: row.silence)
      }
      BenchmarkRow(name: row.name, times: times, bytes: probe.bytesRead - before).map(report)
    }
    _ = probe.press("\\", silence: plan.countSilence)
  }

  /// What a row's keys show is looked at until it counts as read: to be marked so, a second after it
  /// was shown, would be taken for a part of the answer to some later key.
  private func readAll(of row: BenchmarkPlan.KeyRow, on probe: TerminalProbe) {
    for presses in row.presses + row.presses { _ = probe.press(presses, silence: plan.readSilence) }
  }

  private func measureTyping(on probe: TerminalProbe) {
    for (name, word) in plan.typed {
      var times = [[Duration]](repeating: [], count: word.count)
      for _ in 0..<plan.typings {
        _ = probe.press("/", silence: plan.promptSilence)
        for (index, letter) in word.enumerated() {
          let time = probe.press(String(letter), silence: plan.countSilence)
          time.map { times[index].append($0) }
        }
        _ = probe.press("\u{1b}", silence: plan.countSilence)
      }
      for (index, samples) in times.enumerated() {
        let typed = "/ \(name), letter \(index + 1)"
        BenchmarkRow(name: typed, times: samples).map(report)
      }
    }
  }

  private func measureQueries(on probe: TerminalProbe) {
    for row in plan.queryRows {
      let times = (0..<plan.entries).compactMap { _ in
        // Nothing asked for; the key that clears a query would leave the list in its order.
        _ = probe.press("F\u{15}\r", silence: plan.countSilence)
        _ = probe.press("F\u{15}" + row.query, silence: plan.promptSilence)
        return probe.press("\r", silence: plan.countSilence)
      }
      BenchmarkRow(name: "F \(row.name)", times: times).map(report)
    }
  }
}

/// Why a benchmark ended early.
package enum BenchmarkError: Error, CustomStringConvertible {
  case importFailed(status: Int32)
  case noTerminal

  package var description: String {
    switch self {
    case .importFailed(let status): "the import of the generated listings ended with \(status)"
    case .noTerminal: "no pseudo-terminal can be opened (/dev/ptmx)"
    }
  }
}

extension BenchmarkRow {
  static func mebibytes(_ name: String, kibibytes: Int) -> BenchmarkRow {
    BenchmarkRow(name: name, unit: .mebibytes, value: Double(kibibytes) / 1024)
  }
}
