// swift-tools-version: 6.2
import PackageDescription

// Where each dependency comes in, and why it is worth having:
//   GRDB            SQLite: transactions, statements, migrations (Storage only)
//   ArgumentParser  the command line, completions, the manual (shortlist only)
//   TOMLKit         settings with errors that carry line and column (Configuration only)
//   docc-plugin     the documentation build, asked for with SHORTLIST_DOCS=1
var dependencies: [Package.Dependency] = [
  .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
]
if Context.environment["SHORTLIST_DOCS"] != nil {
  dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

/// A release for Linux carries the Swift libraries in itself, which takes a third off its start.
///
/// What Foundation is made of is named here because objects name only the libraries that there are
/// beside the toolchain. Of libcurl, `CCurl` takes the place.
let inOneFile =
  [
    "-static-stdlib", "-Xlinker", "--start-group", "-lFoundation", "-lFoundationNetworking",
    "-lFoundationInternationalization", "-lFoundationEssentials", "-lCoreFoundation",
    "-l_CFURLSessionInterface", "-l_FoundationCShims", "-l_FoundationCollections",
    "-l_FoundationICU", "-Xlinker", "--end-group",
  ]

/// The executable and everything it is made of; `ArchitectureTests` holds the same arrows.
let modules: [Target] = [
  .target(name: "Listings"),
  .target(name: "Commands"),
  .target(name: "Texts"),
  .target(name: "Screens", dependencies: ["Texts"]),
  .systemLibrary(
    name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
  .systemLibrary(
    name: "CMarkGFM",
    providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
  .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
  .target(
    name: "CCurses",
    linkerSettings: [
      .linkedLibrary("ncursesw", .when(platforms: [.linux])),
      .linkedLibrary("ncurses", .when(platforms: [.macOS])),
    ]),
  .target(name: "CResources", cSettings: [.unsafeFlags(["-std=c23"])]),
  .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
  .target(name: "Adapters", dependencies: ["Listings", "CXML", "CMarkGFM"]),
  .target(name: "Extraction", dependencies: ["Listings"]),
  .target(name: "Queries", dependencies: ["Listings"]),
  .target(name: "Columns", dependencies: ["Listings", "Queries"]),
  .target(name: "Storage", dependencies: ["Listings", "Queries", "CSQLite", grdb, grdbSQLite]),
  .target(
    name: "Importing", dependencies: ["Listings", "Adapters", "Extraction", "Storage", "CZlib"]),
  .target(name: "Browsing", dependencies: ["Listings", "Queries", "Commands", "Texts"]),
  .target(name: "Panes", dependencies: ["Listings", "Commands", "Browsing", "Screens", "Texts"]),
  .target(name: "Terminals", dependencies: ["Commands", "Screens", "CCurses"]),
  .target(
    name: "Configuration", dependencies: ["Commands", "Queries", "CResources", tomlKit]),
  .target(
    name: "ShortlistApp",
    dependencies: [
      "Listings", "Queries", "Columns", "Commands", "Browsing", "Panes", "Screens", "Storage",
      "Importing", "Terminals",
    ]),
  .target(name: "Benchmarking"),
  .executableTarget(
    name: "shortlist",
    dependencies: [
      "Listings", "Adapters", "Extraction", "Queries", "Storage", "Importing", "Commands",
      "Browsing", "Texts", "Screens", "Panes", "Terminals", "Configuration", "ShortlistApp",
      "Benchmarking", "CCurl", argumentParser,
    ],
    linkerSettings: [.unsafeFlags(inOneFile, .when(platforms: [.linux], configuration: .release))]),
]

/// Tests of one module; `folders` are the files beside them that are read, not built.
func tests(
  _ module: String, using others: [Target.Dependency] = [], folders: [String] = []
) -> Target {
  .testTarget(
    name: module + "Tests",
    dependencies: [.target(name: module), "TestSupport"] + others
      + (module == "Listings" ? [] : ["Listings"]),
    exclude: folders)
}

let testing: [Target] = [
  .target(name: "TestSupport", dependencies: ["Listings", "Screens"], path: "Tests/TestSupport"),
  .testTarget(name: "ArchitectureTests", dependencies: ["Commands", "TestSupport"]),
  .testTarget(
    name: "CommandLineTests", dependencies: ["shortlist", "TestSupport", "Commands", "Queries"]),
  tests(
    "ShortlistApp",
    using: [
      "Adapters", "Browsing", "Columns", "Commands", "Extraction", "Importing", "Panes", "Queries",
      "Screens", "Storage", "Terminals",
    ], folders: ["Goldens"]),
  tests("Importing", using: ["Extraction", "Queries", "Storage"]),
  tests("Configuration", using: ["Commands", "Terminals"]),
  tests("Listings"),
  tests("Benchmarking"),
  tests("Adapters", folders: ["Fixtures", "Goldens", "Shapes"]),
  tests("Texts"),
  tests("Terminals", using: ["Commands", "Screens", "CCurses"]),
  tests(
    "Panes", using: ["Browsing", "Commands", "Queries", "Screens", "Texts"], folders: ["Goldens"]),
  tests("Screens", using: ["Texts"], folders: ["Goldens"]),
  tests("Extraction", folders: ["Cases"]),
  tests("Commands"),
  tests("Queries", folders: ["Cases"]),
  tests("Browsing", using: ["Commands", "Queries", "Texts"], folders: ["Goldens"]),
  tests("Storage", using: ["Queries", "Columns", grdb], folders: ["Goldens"]),
  .target(
    name: "FuzzedReaders", dependencies: ["Adapters", "Extraction", "Listings", "Queries"],
    path: "Tests/Fuzzing/Readers"),
  .testTarget(
    name: "FuzzCorpusTests", dependencies: ["FuzzedReaders"], path: "Tests/Fuzzing/CorpusTests",
    exclude: ["Corpus"]),
]

let package = Package(
  name: "shortlist",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "shortlist", targets: ["shortlist"])],
  dependencies: dependencies,
  targets: modules + testing
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

// The readers under libFuzzer; Tests/Fuzzing/Fuzzer says how it is built and run.
if Context.environment["SHORTLIST_FUZZ"] != nil {
  for target in package.targets where target.type == .regular {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]))
  }
  package.targets.append(
    .executableTarget(
      name: "Fuzzer", dependencies: ["FuzzedReaders"], path: "Tests/Fuzzing/Fuzzer",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
