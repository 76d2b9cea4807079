import Commands
@testable import Configuration
import Foundation
import TestSupport
import Testing

@Suite struct SettingsFileTests {
  private func read(_ source: String) -> SettingsFile {
    SettingsFile(path: "settings.toml", source: source)
  }

  @Test func anEmptyFileIsTheDefaults() {
    let file = read("")
    #expect(file.problems.isEmpty)
    #expect(file.settings.currency == "USD")
    #expect(file.settings.usesMouse)
    #expect(file.settings.keymap == Keymap())
  }

  @Test func theAnnotatedFileIsTheDefaultsToo() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let source = try String(
      contentsOf: root.appending(path: "Resources/settings.toml"), encoding: .utf8)
    let file = read(source)
    #expect(file.problems.isEmpty)
    #expect(file.settings.keymap == Keymap())
    for name in SettingName.allCases {
      #expect(source.contains(name.rawValue), "\(name.rawValue) is not in the annotated file")
    }
  }

  @Test func keysAreBoundAndUnbound() throws {
    let file = read("currency = \"eur\"\n[keys.list]\n\"Z z\" = \"hide\"\n\"x\" = \"nothing\"\n")
    #expect(file.problems.isEmpty, "\(file.problems)")
    #expect(file.settings.currency == "EUR")
    let keys = try KeySequence(parsing: "Z z").keys
    #expect(
      file.settings.keymap.match(keys, in: .list) == .command(try #require(Command(name: "hide"))))
    #expect(file.settings.keymap.match(try KeySequence(parsing: "x").keys, in: .list) == .unbound)
  }

  @Test func keysRunLinesOfOnesOwn() throws {
    let file = read("[keys.list]\n\", l\" = \":pipe less\"\n\"Z\" = [\"save\", \"move-down\"]\n")
    #expect(file.problems == [])
    let keys = try KeySequence(parsing: ", l").keys
    let less = Command.own(try OwnCommand(parsing: ["pipe less"]))
    #expect(file.settings.keymap.match(keys, in: .list) == .command(less))
    #expect(file.settings.keymap.own.count == 2)
  }

  @Test func columnsAreTakenAsTheyAre() {
    #expect(read("columns = [\"title\", \"pay:16\"]").settings.columns == ["title", "pay:16"])
    #expect(read("columns = \"title\"").problems.count == 1)
  }

  @Test(arguments: [
    ("[keys.list]\n\"Z\" = \":fly\"", 2), ("[keys.list]\n\"Z\" = []", 2),
    ("mouse = maybe", 1), ("\n\ncurrency = 5", 3), ("\ncolour = \"red\"", 2),
    ("[keys.list]\n\"Z\" = \"fly\"", 2), ("[keys.attic]\n\"Z\" = \"hide\"", 1),
    ("[keys.list]\n\"<nokey>\" = \"hide\"", 2), ("opener = []", 1),
  ])
  func aMistakeIsNamedWithItsLineAndTheRestStands(source: String, line: Int) {
    let file = read("theme = \"default\"\n" + source)
    #expect(file.problems.map(\.line) == [line + 1], "\(file.problems)")
    #expect(file.settings.theme == "default")
  }
}

@Suite struct SettingsNoiseTests {
  @Test(arguments: ["[!keys]", "[é]", "[]", "[ ", "[[\u{1}", "a = 1\n [=]"])
  func aHeadingWithoutANameIsAProblem(source: String) {
    let file = SettingsFile(path: "settings.toml", source: source)
    #expect(file.problems.count == 1)
    #expect(file.problems.first?.line == source.split(separator: "\n").count)
  }

  @Test func anyTextEndsInSettingsOrProblems() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let source = Array("currency = \"EUR\"\n[keys.list]\n\"Z z\" = \"hide\"\nmouse = true\n".utf8)
    for _ in 0..<300 {
      var bytes = source
      for _ in 0..<(1 + Int(random.next() % 6)) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let file = SettingsFile(
        path: "settings.toml", source: String(decoding: bytes, as: UTF8.self))
      #expect(file.settings.currency.count == 3, "seed \(seed)")
    }
  }
}

@Suite struct PlacesTests {
  /// Foundation's own function traps on the second.
  @Test(arguments: [
    ("", ""), ("x", ""), ("store.sqlite", ""), ("/x", "/"), ("a/b", "a"), ("/a/b/c.sqlite", "/a/b"),
    ("./x", "."), ("~/x", "~"),
  ])
  func aPathIsInAFolder(path: String, folder: String) {
    #expect(Places.folder(of: path) == folder)
  }

  @Test func theEnvironmentDecides() {
    let bare = Places(environment: [:], home: "/home/ada")
    #expect(bare.store == "/home/ada/.local/share/shortlist/shortlist.sqlite")
    #expect(bare.settings == "/home/ada/.config/shortlist/settings.toml")
    let set = Places(
      environment: ["XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "relative", "SHORTLIST_DB": ""],
      home: "/home/ada")
    #expect(set.store == "/data/shortlist/shortlist.sqlite")
    #expect(set.settings == "/home/ada/.config/shortlist/settings.toml")
    #expect(Places(environment: ["SHORTLIST_DB": "/tmp/x"], home: "/").store == "/tmp/x")
  }
}
