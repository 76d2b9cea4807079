import Listings
import Testing

@testable import Adapters

@Suite struct PlainHTMLTests {
  /// What descriptions are made of, well and badly put together.
  private static let pieces = [
    "<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<h3>", "</h3>", "<strong>",
    "</strong>", "<b>", "</b>", "<em>", "</em>", "<u>", "</u>", "<span>", "</span>", "<br>",
    "<br/>",
    "<br />", "<hr>", "</br>", "<a href=\"https://example.com/a\">", "<a href=\"/a\" rel=\"x\">",
    "<a>", "</a>", "<div>", "</div>", "<P>", "<p class=\"x\">", "<p title=\"t\" >", "<!-- c -->",
    "Night shifts", " pay", " ", "\n", "  two  blanks ", "&amp;", "&nbsp;", "&lt;b&gt;", "&#39;",
    "&#x2019;", "&#150;", "&bogus;", "& ", "a < b", "caf\u{E9}", "\u{FFFF}", "\u{2022} tools",
  ]

  /// Whole elements, from which plain text is put together.
  private static func element(_ random: inout FixedRandom, depth: Int) -> String {
    func inside() -> String {
      (0..<random.next(4)).map { _ in
        depth < 3 && random.next(3) == 0
          ? element(&random, depth: depth + 1) : pieces[35 + random.next(10)]
      }.joined()
    }
    switch random.next(9) {
    case 0, 1: return "<p>\(inside())</p>\n"
    case 2: return "<ul>\n<li>\(inside())</li>\n<li>\(inside())</li></ul>\n"
    case 3: return "<ol><li><p>\(inside())</p>\(inside())</li></ol>"
    case 4: return "<h2>\(inside())</h2>"
    case 5: return "<strong>\(inside())</strong>"
    case 6:
      return "<a href=\"https://example.com/\(random.next(9))\" target=\"_blank\">\(inside())</a>"
    case 7: return "<br>"
    default: return "<em>\(inside())</em>"
    }
  }

  private struct FixedRandom {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  @Test func `Blocks made without a tree are those made with one`() {
    var random = FixedRandom(state: 7)
    let context = ReadingContext()
    var plain = 0
    for round in 0..<20_000 {
      let html =
        round.isMultiple(of: 4)
        ? (0..<random.next(12)).map { _ in Self.pieces[random.next(Self.pieces.count)] }.joined()
        : (0...random.next(3)).map { _ in Self.element(&random, depth: 0) }.joined()
      guard let blocks = PlainHTML.blocks(of: html, context: context) else { continue }
      plain += 1
      let tree = [Block](markup: html, context: context)
      #expect(blocks.listed.normalized == tree, "\(html)")
      if blocks.listed.normalized != tree { return }
    }
    #expect(plain > 3000)
  }

  @Test(arguments: [
    "<p>One", "plain", "<div>a</div>", "<p hidden=\"\">a</p>", "<ul>a<li>b</li></ul>", "<li>a</li>",
    "<p>a & b</p>", "<p>&#1;</p>", "<a href=\"x&amp;y\">a</a>", "<p><p>a</p></p>", "<p>a</b></p>",
    "",
  ])
  func `What is not plain is left to the tree`(html: String) {
    #expect(PlainHTML.blocks(of: html, context: ReadingContext()) == nil)
  }
}
