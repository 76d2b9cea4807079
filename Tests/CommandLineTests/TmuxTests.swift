import Foundation
import Testing

/// The real program in a real terminal; tmux must be there.
@Suite(.serialized) struct TmuxTests {
  private static let program = ProgramRun.executable.path(percentEncoded: false)

  @Test(arguments: [(160, 45), (80, 24), (60, 16)])
  func aWholeSessionAtThreeSizes(width: Int, height: Int) throws {
    let terminal = try TmuxTerminal("\(Self.program) demo", width: width, height: height)
    try terminal.wait(for: "listings")
    let first = try terminal.wait(for: "Inkwell")
    try terminal.send("j", "j", "k", "G", "g", "g", "5", "j", "k")
    try terminal.wait(where: "moved the selection") { $0 != first }
    try terminal.send("/")
    try terminal.send("florist")
    try terminal.wait(for: "Quartz & Nettle")
    try terminal.send("Escape")
    try terminal.wait(for: "63 shown")
    try terminal.send("g", "g")
    try terminal.wait(for: "Inkwell")
    try terminal.send("?")
    try terminal.wait(for: "Moving")
    try terminal.send("q")
    try terminal.send("s")
    try terminal.wait(for: "aved")
    try terminal.send("u")
    try terminal.wait(for: "nsaved")
    try terminal.send("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.waitForShell()
    try terminal.send("fg", "Enter")
    try terminal.wait(for: "Inkwell")
    try terminal.resize(width: 60, height: 16)
    try terminal.resize(width: 100, height: 30)
    try terminal.wait(for: "Inkwell")
    try terminal.send("q")
    try terminal.waitForShell()
    try terminal.send("echo back; stty -a | grep -o '[-]*icanon'", "Enter")
    let last = try terminal.wait(for: "back\n")
    #expect(!last.contains("-icanon"), "the terminal was not given back: \(last)")
  }

  @Test(arguments: [(160, 45), (80, 24), (60, 16)])
  func theInterfaceSpeaksGerman(width: Int, height: Int) throws {
    let folder = try TemporaryFolder()
    let settings = try folder.file("settings.toml", "language = \"de\"\n")
    let terminal = try TmuxTerminal(
      "SHORTLIST_SETTINGS=\(settings) \(Self.program) demo", width: width, height: height)
    try terminal.wait(for: "63 Stellen")
    try terminal.wait(for: "63 Treffer")
    try terminal.send("?")
    try terminal.wait(for: "Zur nächsten Zeile")
    try terminal.send("q", "q")
    try terminal.waitForShell()
  }

  @Test func aProgramHasTheTerminalAndGivesItBack() throws {
    let terminal = try TmuxTerminal("\(Self.program) demo", width: 80, height: 24)
    try terminal.wait(for: "Inkwell")
    try terminal.send("|")
    try terminal.wait(for: "pipe to:")
    try terminal.send("head -1", "Enter")
    let shown = try terminal.wait(for: "[Enter goes back to shortlist]")
    #expect(shown.contains("# [Staff Software Engineer"))
    try terminal.send("Enter")
    try terminal.wait(for: "gave it to head")
    // A program that waits is ended by Ctrl-C, and we are not.
    try terminal.send("|")
    try terminal.wait(for: "pipe to:")
    try terminal.send("sleep 100", "Enter")
    try terminal.wait(where: "is lent") { !$0.contains("Inkwell") }
    try terminal.send("C-c")
    try terminal.wait(for: "[Enter goes back to shortlist]")
    try terminal.send("Enter")
    try terminal.wait(for: "sleep was ended by signal 2")
    try terminal.send("q")
    try terminal.waitForShell()
  }

  @Test func decisionsOutliveTheProgramAndUndoWorksTomorrow() throws {
    let folder = try TemporaryFolder()
    let store = folder.path("s.sqlite")
    let file = try folder.file(
      "jobs.json", #"[{"id":"1","title":"Beekeeper","company":"Hives","url":"https://h.example"}]"#)
    _ = try ProgramRun(["import", file, "--db", store])
    for (key, word, saved) in [("s", "aved", "1\n"), ("u", "nsaved", "0\n")] {
      let terminal = try TmuxTerminal("\(Self.program) --db \(store)", width: 100, height: 30)
      try terminal.wait(for: "Beekeeper")
      try terminal.send(key)
      try terminal.wait(for: word)
      try terminal.send("q")
      try terminal.waitForShell()
      try terminal.send("echo left", "Enter")
      try terminal.wait(for: "left\n")
      #expect(try ProgramRun(["list", "--count", "is:saved", "--db", store]).output == saved)
    }
  }

  @Test func theScreenExportsToANewFileAndToNoOther() throws {
    let folder = try TemporaryFolder()
    let terminal = try TmuxTerminal("\(Self.program) demo", width: 120, height: 30)
    try terminal.wait(for: "63 shown")
    for (name, words) in [
      ("a.csv", "wrote 63 listings"), ("a.csv", "is there already"), ("a.doc", "name it .csv"),
      ("none/a.md", "No such file"), ("b.html", "wrote 63 listings"),
    ] {
      try terminal.send(":")
      try terminal.send("export \(folder.path(name))", "Enter")
      try terminal.wait(for: words)
    }
    let table = try String(contentsOfFile: folder.path("a.csv"), encoding: .utf8)
    #expect(table.split(separator: "\r\n").count > 63)
    let page = try String(contentsOfFile: folder.path("b.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!") && page.hasSuffix("</html>\n"))
    try terminal.send("q")
    try terminal.waitForShell()
  }

  @Test func anImportBesideTheBrowserComesInAndStopsNothing() throws {
    let folder = try TemporaryFolder()
    let store = folder.path("s.sqlite")
    func lines(_ numbers: ClosedRange<Int>) -> String {
      numbers.map {
        #"{"id":"\#($0)","title":"Keeper of hive \#($0)","company":"Hives \#($0)"}"# + "\n"
      }.joined()
    }
    _ = try ProgramRun(["import", folder.file("one.ndjson", lines(1...1)), "--db", store])
    let terminal = try TmuxTerminal("\(Self.program) --db \(store)", width: 100, height: 30)
    try terminal.wait(for: "1 shown")
    let file = try folder.file("more.ndjson", lines(2...4000))
    let importing = Thread { _ = try? ProgramRun(["import", file, "--db", store]) }
    importing.start()
    try terminal.wait(where: "shows a part of the import") { !$0.contains(" 1 listing") }
    try terminal.send("s")
    try terminal.wait(for: "saved Keeper of hive 1")
    try terminal.wait(for: "4,000 listings")
    try terminal.send("q")
    try terminal.waitForShell()
    while !importing.isFinished { Thread.sleep(forTimeInterval: 0.01) }
    #expect(try ProgramRun(["list", "--count", "is:saved", "--db", store]).output == "1\n")
    #expect(try ProgramRun(["list", "--count", "--db", store]).output == "4000\n")
  }

  @Test(arguments: ["TERM", "HUP", "TRAP"])
  func theTerminalIsGivenBackAfter(signal: String) throws {
    let terminal = try TmuxTerminal("\(Self.program) demo", width: 80, height: 24)
    try terminal.wait(for: "listings")
    let pids = try terminal.programs()
    try #require(!pids.isEmpty)
    for pid in pids { kill(pid, signal == "TERM" ? SIGTERM : signal == "HUP" ? SIGHUP : SIGTRAP) }
    try terminal.waitForShell()
    try terminal.send("echo here; stty -a | grep -o '[-]*icanon'", "Enter")
    let screen = try terminal.wait(for: "here\n")
    #expect(!screen.contains("-icanon"), "\(screen)")
    #expect(!screen.contains("Inkwell"), "the other screen was not left: \(screen)")
  }
}
