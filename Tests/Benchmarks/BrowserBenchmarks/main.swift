import Foundation

// swift run -c release BrowserBenchmarks [listings] [keys]
//
// Imports generated listings and times the browser through a pseudo-terminal, as a person would
// feel it: from the start to the first full screen, and from each key to the last byte drawn.

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let listings = arguments.first ?? 100_000
let keys = arguments.dropFirst().first ?? 2000
let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  .appending(path: "shortlist")
let folder = FileManager.default.temporaryDirectory
  .appending(path: "shortlist-benchmark-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let source = folder.appending(path: "listings.ndjson").path(percentEncoded: false)
let store = folder.appending(path: "store.sqlite").path(percentEncoded: false)

/// One line of the answer; all of them are the JSON that a later run is compared with.
struct Row: Encodable {
  let name: String
  var median: Double?
  var p99: Double?
  var samples: Int?
  var bytesPerKey: Int?
  var value: Double?
}

var rows: [Row] = []

@MainActor func report(_ row: Row) {
  rows.append(row)
  var text = row.name.padding(toLength: 34, withPad: " ", startingAt: 0)
  if let value = row.value { text += String(format: "%.1f", value) }
  if let median = row.median, let high = row.p99 {
    text += String(format: "median %.2f ms, p99 %.2f ms", median, high)
  }
  if let samples = row.samples { text += ", n \(samples)" }
  if let bytes = row.bytesPerKey { text += ", \(bytes) bytes" }
  print(text)
}

func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

func summary(_ name: String, _ samples: [Duration]) -> Row {
  let sorted = samples.sorted().map(milliseconds)
  guard !sorted.isEmpty else { return Row(name: name) }
  return Row(
    name: name, median: sorted[sorted.count / 2],
    p99: sorted[min(sorted.count - 1, sorted.count * 99 / 100)], samples: sorted.count)
}

func writeListings() throws {
  try Data().write(to: URL(filePath: source))
  guard let file = FileHandle(forWritingAtPath: source) else { return }
  let generator = ListingGenerator(seed: 20_261_121)
  for start in stride(from: 0, to: listings, by: 1000) {
    let lines = (start..<min(listings, start + 1000)).map { generator.line($0) + "\n" }
    try file.write(contentsOf: Data(lines.joined().utf8))
  }
  try file.close()
}

@MainActor func importListings() throws {
  let process = Process()
  process.executableURL = executable
  process.arguments = ["import", source, "--db", store]
  let begin = ContinuousClock.now
  try process.run()
  process.waitUntilExit()
  report(Row(name: "import, seconds", value: milliseconds(.now - begin) / 1000))
}

func openProbe() throws -> TerminalProbe {
  try TerminalProbe(executable, ["--db", store], width: 160, height: 45)
}

@MainActor func measureStarts() throws {
  var starts: [Duration] = []
  for _ in 0..<7 {
    let probe = try openProbe()
    starts.append(probe.start(quiet: .milliseconds(300)))
    probe.quit()
  }
  report(summary("start to all drawn", starts))
}

/// Keys that are pressed in turn, and how many; a search is answered when nothing was drawn for long.
struct KeyRow {
  let name: String
  let presses: [String]
  var count = keys
  var quiet = Duration.milliseconds(12)
}

let keyRows = [
  KeyRow(name: "j", presses: ["j"]),
  KeyRow(name: "k", presses: ["k"]),
  KeyRow(name: "page down, up", presses: ["\u{4}", "\u{15}"]),
  KeyRow(name: "G, g g", presses: ["G", "gg"]),
  KeyRow(name: "R: remote on, off", presses: ["R"], count: 100, quiet: .milliseconds(150)),
  KeyRow(name: "$: pay floor", presses: ["$"], count: 40, quiet: .milliseconds(150)),
  KeyRow(name: "S: sort", presses: ["S"], count: 20, quiet: .milliseconds(250)),
  KeyRow(
    name: "/: letters typed, taken back",
    presses: [
      "/", "n", "u", "r", "s", "e", "\u{7f}", "\u{7f}", "\u{7f}", "\u{7f}", "\u{7f}", "\u{1b}",
    ],
    count: 60, quiet: .milliseconds(300)),
]

@MainActor func measureKeys() throws {
  let probe = try openProbe()
  _ = probe.start(quiet: .milliseconds(1500))
  for row in keyRows {
    let before = probe.bytesRead
    let samples = (0..<row.count).compactMap { index in
      probe.press(row.presses[index % row.presses.count], quiet: row.quiet)
    }
    var line = summary(row.name, samples)
    line.bytesPerKey = (probe.bytesRead - before) / row.count
    report(line)
  }
  report(Row(name: "peak memory, MiB", value: Double(probe.peakMemory) / 1024))
  probe.quit()
}

/// With SHORTLIST_BENCHMARK_JSON the rows are written there as well.
@MainActor func writeRows() throws {
  guard let path = ProcessInfo.processInfo.environment["SHORTLIST_BENCHMARK_JSON"] else { return }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
  try encoder.encode(rows).write(to: URL(filePath: path))
}

print("\(listings) listings, \(keys) keys a row, 160x45")
try writeListings()
try importListings()
try measureStarts()
try measureKeys()
try writeRows()
