import Listings
import Testing

@Suite struct BlocksMarkdownTests {
  @Test func printsAsAPersonWouldWrite() {
    let blocks: [Block] = [
      .heading(level: 2, [.text("About "), .strong([.text("you")])]),
      .paragraph([
        .text("We use C* & R&D_x, "), .link([.text("see")], url: "https://a.example/(b)"),
      ]),
      .list(
        start: nil,
        items: [
          [.paragraph([.text("one")]), .list(start: 3, items: [[.paragraph([.text("deep")])]])],
          [.paragraph([.text("two")]), .paragraph([.text("more")])],
        ]),
      .quote([.paragraph([.text("said"), .lineBreak, .text("- so")])]),
      .code("let x = 1\n\n  y"),
      .table([[[.text("a|b")], [.text("c")]], [[], [.code("x|y")]]]),
      .rule,
    ]
    let expected = #"""
      ## About **you**

      We use C\* & R&D_x, [see](https://a.example/\(b\))

      - one
        3. deep
      - two

        more

      > said\
      > \- so

      ```
      let x = 1

        y
      ```

      | a\|b | c |
      | --- | --- |
      |  | `x\|y` |

      ---
      """#
    #expect(blocks.markdown == expected)
    #expect([Block](markdown: expected) == blocks)
  }

  @Test(arguments: [
    "- not a list", "1. nor this", "# no heading", "---", "> no", "a * b ** c", "`tick", "[x](y)",
    "\\", "\\*", "___", "a_b", "|", "<b>", "&amp;", "```", "=", "+", "1)", "~~~", "<br>",
  ])
  func textThatLooksLikeMarkupStaysText(text: String) {
    for blocks in [
      [Block.paragraph([.text(text)])], [.heading(level: 1, [.text(text)])],
      [.list(start: nil, items: [[.paragraph([.text(text)])]])],
      [.paragraph([.text("a"), .lineBreak, .text(text), .strong([.text(text)])])],
      [.table([[[.text(text)], [.code(text), .lineBreak, .text(text)]]])],
    ] {
      #expect([Block](markdown: blocks.markdown) == blocks, "\(blocks.markdown)")
    }
  }

  @Test(arguments: ["*", "[", "]", "\\", "`", "_ ", "~~", "<b", "&amp;"])
  func whatLooksLikeMarkupIsEscapedAnywhere(piece: String) {
    for place in 0..<20 {
      let letters = String(repeating: "k\u{E9}y ", count: 8)
      let text =
        "x" + String(letters.prefix(place)) + piece + String(letters.dropFirst(place)) + "x"
      let blocks = [Block.paragraph([.text(text)])].normalized
      #expect(blocks.markdown.contains("\\" + piece), "\(blocks.markdown)")
      #expect([Block](markdown: blocks.markdown) == blocks, "\(blocks.markdown)")
    }
  }

  @Test func anyBodyReadsBackAsItself() {
    var maker = BlockMaker(seed: 7)
    for _ in 0..<4000 {
      let blocks = maker.blocks(depth: 0).normalized
      #expect(blocks.normalized == blocks)
      #expect([Block](markdown: blocks.markdown) == blocks, "\(blocks.markdown)")
    }
  }

  @Test func anyTextBecomesSomeBlocks() {
    var maker = BlockMaker(seed: 11)
    let pieces = [
      "*", "**", "`", "[", "](", ")", "\\", "\n", "\n\n", "- ", "> ", "1. ", "|", "#", " ", "a",
    ]
    for _ in 0..<3000 {
      let text = (0..<maker.below(40)).map { _ in pieces[maker.below(pieces.count)] }.joined()
      let blocks = [Block](markdown: text).normalized
      #expect([Block](markdown: blocks.markdown) == blocks, "\(text)")
    }
    for piece in ["> ", "- ", "[", "*", "1. ", "`", "](", "|"] {
      _ = [Block](markdown: String(repeating: piece, count: 20_000)).markdown
    }
  }
}

/// Makes random bodies, with every awkward neighborhood in them.
private struct BlockMaker {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }

  mutating func blocks(depth: Int) -> [Block] {
    (0..<below(depth == 0 ? 5 : 3)).map { _ in block(depth: depth) }
  }

  mutating func block(depth: Int) -> Block {
    switch below(depth < 4 ? 9 : 5) {
    case 0: .heading(level: 1 + below(6), inlines(depth: 0))
    case 1, 2: .paragraph(inlines(depth: 0))
    case 3: .code(word() + "\n" + word())
    case 4: below(2) == 0 ? .rule : .table((0..<below(3)).map { _ in row() })
    case 5: .quote(blocks(depth: depth + 1))
    case 6: .list(start: below(4), items: (0..<below(3)).map { _ in blocks(depth: depth + 1) })
    default: .list(start: nil, items: (0..<below(3)).map { _ in blocks(depth: depth + 1) })
    }
  }

  mutating func row() -> [[Inline]] { (0..<below(3)).map { _ in inlines(depth: 0) } }

  mutating func inlines(depth: Int) -> [Inline] {
    (0..<below(4)).map { _ in inline(depth: depth) }
  }

  mutating func inline(depth: Int) -> Inline {
    switch below(depth < 3 ? 8 : 4) {
    case 0, 1: .text(word())
    case 2: .code(word())
    case 3: .lineBreak
    case 4, 5: .strong(inlines(depth: depth + 1))
    case 6: .emphasis(inlines(depth: depth + 1))
    default: .link(inlines(depth: depth + 1), url: word())
    }
  }

  mutating func word() -> String {
    let words = [
      "a", " ", "b c", "*", "- x", "1. y", "|", "`", "``", "\\", "_", "[", "]", "(", "東京", "#", ">",
      "---",
      " lead", "trail ", "two\nlines", "", "&lt;", "<br>",
    ]
    return words[below(words.count)] + (below(3) == 0 ? words[below(words.count)] : "")
  }
}
