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

func report(_ name: String, _ value: String) {
  print(name.padding(toLength: 34, withPad: " ", startingAt: 0) + value)
}

func milliseconds(_ duration: Duration) -> String {
  let seconds = Double(duration.components.seconds)
  let rest = Double(duration.components.attoseconds) / 1e18
  return String(format: "%.2f ms", (seconds + rest) * 1000)
}

func summary(_ samples: [Duration]) -> String {
  let sorted = samples.sorted()
  guard !sorted.isEmpty else { return "no answer" }
  let median = sorted[sorted.count / 2]
  let high = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
  return "median \(milliseconds(median)), p99 \(milliseconds(high)), n \(sorted.count)"
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

func importListings() throws {
  let process = Process()
  process.executableURL = executable
  process.arguments = ["import", source, "--db", store]
  let begin = ContinuousClock.now
  try process.run()
  process.waitUntilExit()
  report("import", milliseconds(.now - begin))
}

func openProbe() throws -> TerminalProbe {
  try TerminalProbe(executable, ["--db", store], width: 160, height: 45)
}

func measureStarts() throws {
  var starts: [Duration] = []
  for _ in 0..<7 {
    let probe = try openProbe()
    starts.append(probe.start(quiet: .milliseconds(300)))
    probe.quit()
  }
  report("start to all drawn", summary(starts))
}

func measureKeys() throws {
  let probe = try openProbe()
  _ = probe.start(quiet: .milliseconds(500))
  let rows: [(String, [String])] = [
    ("j", ["j"]), ("k", ["k"]), ("page down, up", ["\u{4}", "\u{15}"]), ("G, g g", ["G", "gg"]),
    ("R on, off", ["R"]),
  ]
  for (name, presses) in rows {
    let count = name.hasPrefix("R") ? 40 : keys
    let before = probe.bytesRead
    let samples = (0..<count).compactMap { index in
      probe.press(
        presses[index % presses.count], quiet: .milliseconds(name.hasPrefix("R") ? 400 : 12))
    }
    report(name, summary(samples) + ", \((probe.bytesRead - before) / count) bytes")
  }
  report("peak memory", "\(probe.peakMemory / 1024) MiB")
  probe.quit()
}

print("\(listings) listings, \(keys) keys a row, 160x45")
try writeListings()
try importListings()
try measureStarts()
try measureKeys()
