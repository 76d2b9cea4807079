import Foundation
import TestSupport
import Testing

/// The C file that embeds Resources is made from what is there; this test makes and compares it.
@Suite struct EmbeddedFilesTests {
  private static let folders = ["vocabulary", "rates", "samples", "themes", "languages"]
  private static let generated = "Sources/CResources/resources.c"

  @Test func theEmbeddedFilesAreThoseOfResources() throws {
    let expected = try source()
    if ProcessInfo.processInfo.environment["SHORTLIST_UPDATE_GOLDENS"] == "1",
      expected != (try Tree.text(Self.generated))
    {
      try expected.write(
        to: Tree.root.appending(path: Self.generated), atomically: true, encoding: .utf8)
      Issue.record("wrote \(Self.generated); run again without SHORTLIST_UPDATE_GOLDENS")
      return
    }
    #expect(
      try Tree.text(Self.generated) == expected,
      "stale: SHORTLIST_UPDATE_GOLDENS=1 swift test --filter EmbeddedFiles")
  }

  private func source() throws -> String {
    let paths = try files()
    var text = "#include \"CResources.h\"\n\n"
    text += "// Made from the files of Resources by EmbeddedFilesTests; not edited by hand.\n\n"
    for (index, path) in paths.enumerated() {
      text += "static const unsigned char file\(index)[] = {\n"
      text += "#embed \"../../Resources/\(path)\" if_empty(0)\n};\n"
    }
    text += "\nstatic const shortlist_resource table[] = {\n"
    for (index, path) in paths.enumerated() {
      text += "    {\"\(path)\", file\(index), sizeof file\(index)},\n"
    }
    return text + """
      };

      const shortlist_resource *shortlist_resources(size_t *count) {
        *count = sizeof table / sizeof table[0];
        return table;
      }

      """
  }

  private func files() throws -> [String] {
    try Tree.files(below: "Resources", endings: [""])
      .map { String($0.dropFirst("Resources/".count)) }
      .filter { path in
        var isFolder: ObjCBool = false
        let full = Tree.root.appending(path: "Resources/\(path)").path(percentEncoded: false)
        _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        return !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
          && (Self.folders.contains(String(path.split(separator: "/")[0]))
            || path == "settings.toml")
      }
  }
}
