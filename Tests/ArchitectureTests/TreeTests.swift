import Foundation
import Testing

@Suite struct TreeTests {
  @Test func theTopLevelIsSixNames() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Tree.root.path(percentEncoded: false))
    let visible = names.filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(
      Set(visible) == ["Package.swift", "Sources", "Tests", "Resources", "README.md", "LICENSE"])
  }

  @Test func noFileIsLongerThanItsBudget() throws {
    for (folder, limit) in [("Sources", 400), ("Tests", 500)] {
      for file in try Tree.files(below: folder, endings: [".swift", ".c", ".h"]) {
        let lines = try Tree.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= limit + 1, "\(file) has \(lines.count) lines")
      }
    }
  }

  @Test func sourcesHoldNothingUnfinished() throws {
    let words = ["TODO", "FIXME", "XXX", "fatalError(", "try!", "swift-format-ignore"]
    for file in try Tree.files(below: "Sources", endings: [".swift", ".c", ".h"]) {
      let text = try Tree.text(file)
      for word in words { #expect(!text.contains(word), "\(file) holds \(word)") }
    }
  }
}
