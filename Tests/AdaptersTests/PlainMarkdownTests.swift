import Listings
import TestSupport
import Testing

@testable import Adapters

@Suite struct PlainMarkdownTests {
  /// Lines, and what stands in them, well and badly put together.
  private static let starts = [
    "", "", "", "- ", "- ", "- ", "# ", "## ", "###### ", "* ", "+ ", "1. ", "2) ", "> ", "-", "#",
    " - ", "  ", "    ", "---", "===", "- - ", "- # ", "|", "```", "~~~", "[x]: ", "- 1. ",
  ]
  private static let pieces = [
    "Night", " shifts", " 24", " and", ", pay", " ", "  ", "caf\u{E9}", "\u{A0}", "\u{2022} ",
    "**Tools**", " **Tools**:", "**Tools **", "** a**", "x**y**", "*one*", "_one_", "a_b",
    "***x***",
    "[site](https://example.com/a_b?c=d)", " [site](mailto:jobs@example.com)", "[site](/x)",
    "[site]( https://example.com )", "[a [b](c)](d)", "![x](https://example.com/x)", "[x]", "`c`",
    " & ", "&amp;", "&", "!", "~~x~~", "<b>", "https://example.com", "\\*", "#", "|", "\t", ".",
    ":",
  ]

  @Test func `Blocks made without a tree are those made with one`() {
    var random = SplitMix64(seed: 5)
    let context = ReadingContext()
    var plain = 0
    for round in 0..<20_000 {
      // Half of the texts hold little that is not plain.
      let isTame = round.isMultiple(of: 2)
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let start = Self.starts[
          Int.random(in: 0..<(isTame ? 9 : Self.starts.count), using: &random)]
        return start
          + (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Self.pieces[Int.random(in: 0..<(isTame ? 12 : Self.pieces.count), using: &random)]
          }.joined()
      }
      let text = lines.joined(separator: Bool.random(using: &random) ? "\n" : "\n\n")
      guard let blocks = PlainMarkdown.blocks(of: text)?.listed.normalized else { continue }
      plain += 1
      let tree = [Block](anyCommonMark: text, context: context)
      #expect(blocks == tree, "\(text)")
      if blocks != tree { return }
    }
    #expect(plain > 1000)
  }

  @Test(arguments: [
    "two\nlines", "  indented", "- a\n  - b", "* a", "1. a", "a | b", "`a`", "*a*", "\\*",
    "![a](b)",
    "a\n===", "- a\nb", "[a]: b", "# a #",
  ])
  func `What is not plain is left to the tree`(text: String) {
    #expect(PlainMarkdown.blocks(of: text) == nil)
  }
}
