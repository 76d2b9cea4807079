import Foundation
import Testing

/// Who may import whom; a line here is a decision, changed in the commit that argues for it.
private let allowedImports: [String: Set<String>] = [
  "Listings": [],
  "Commands": [],
  "Texts": ["Glibc", "Darwin"],
  "Screens": ["Texts"],
  "Adapters": ["Listings", "CXML", "CMarkGFM", "Foundation"],
  "Extraction": ["Listings"],
  "Queries": ["Listings"],
  // Beside Storage, and knowing nothing of it; Synchronization guards the orders that copies share.
  "Columns": ["Listings", "Queries", "Synchronization"],
  // GRDBSQLite is GRDB's own view of the C interface, for the progress handler that ends a read;
  // Synchronization holds its flag; libc sets the mode of the file before SQLite opens it. CSQLite
  // sets what SQLite takes only before it is opened, and only from C.
  "Storage": [
    "Listings", "Queries", "CSQLite", "GRDB", "GRDBSQLite", "Synchronization", "Dispatch", "Glibc",
    "Darwin",
  ],
  "Importing": [
    "Listings", "Adapters", "Extraction", "Storage", "CZlib", "Foundation", "FoundationNetworking",
  ],
  "Browsing": ["Listings", "Queries", "Commands", "Texts"],
  "Panes": ["Listings", "Commands", "Browsing", "Screens", "Texts"],
  "Terminals": ["Commands", "Screens", "CCurses"],
  "Configuration": ["Commands", "Queries", "CResources", "TOMLKit", "Foundation"],
  "ShortlistApp": [
    "Listings", "Queries", "Columns", "Commands", "Browsing", "Panes", "Screens", "Storage",
    "Importing", "Terminals", "Foundation",
  ],
  // Drives the finished program from outside, and knows nothing of its inside.
  "Benchmarking": ["Foundation"],
  "shortlist": [
    "Listings", "Adapters", "Extraction", "Queries", "Storage", "Importing", "Commands",
    "Browsing", "Texts", "Screens", "Panes", "Terminals", "Configuration", "ShortlistApp",
    "Benchmarking", "CCurl", "Foundation", "ArgumentParser",
  ],
]

@Suite struct ImportTests {
  @Test(arguments: allowedImports.keys.sorted())
  func modulesImportOnlyWhatTheHouseAllows(module: String) throws {
    let allowed = try #require(allowedImports[module])
    for file in try Tree.files(below: "Sources/\(module)", endings: [".swift"]) {
      for name in imports(in: try Tree.text(file)) {
        #expect(allowed.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test func everyModuleHasItsLine() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Tree.root.appending(path: "Sources").path(percentEncoded: false))
    let swift = names.filter { !$0.hasPrefix("C") || allowedImports[$0] != nil }
    #expect(Set(swift) == Set(allowedImports.keys))
  }

  @Test func theReaderOfImportLinesSeesThem() {
    let source = "import A\n@testable import B\nimport struct C.D\n  import E\n// import F\n"
    #expect(imports(in: source) == ["A", "B", "C", "E"])
  }

  private func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first, first.hasPrefix("@") || first == "package" || first == "public"
      {
        words.removeFirst()
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      let kinds: Set<Substring> = ["struct", "enum", "class", "func", "let", "var", "protocol"]
      let name = words.count > 2 && kinds.contains(words[1]) ? words[2] : words[1]
      return name.split(separator: ".").first.map(String.init)
    }
  }
}
