import Listings
import Texts

// What is not about the job is one line each, until it is asked for.
extension DetailTypesetter {
  mutating func addBody(of listing: Listing) {
    let body = listing.body
    var next = 0
    for aside in listing.asides {
      guard aside.blocks.lowerBound >= next, aside.blocks.upperBound <= body.count else { continue }
      if next < aside.blocks.lowerBound {
        addBlocks(body[next..<aside.blocks.lowerBound])
        addBlank()
      }
      add(aside, body[aside.blocks])
      next = aside.blocks.upperBound
      if next < body.count { addBlank() }
    }
    addBlocks(body[next...])
  }

  /// Folded, unless what is sought stands in it, or it is but a line.
  private mutating func add(_ aside: Aside, _ blocks: ArraySlice<Block>) {
    let name = Self.names[aside.kind] ?? ""
    var open = self
    open.add(text("▾ \(name)", .dimmed))
    let first = open.page.lines.count
    open.addBlocks(blocks)
    let isSought = open.page.proofLine != page.proofLine
    let count = open.page.lines.count - first
    if count < 2 {
      addBlocks(blocks)
    } else if key.isUnfolded || isSought {
      self = open
    } else {
      cursor = open.cursor
      add(text("▸ \(name) · \(Wording.count(count, "line"))", .dimmed))
    }
  }

  private static let names: [AsideKind: String] = [
    .company: "About the company", .legal: "Legal notice", .otherJobs: "Other jobs",
    .navigation: "Page navigation",
  ]
}

// The words that a field was read from.
extension DetailTypesetter {
  /// Goes past words of the body that stand at `start` of a text, and marks what the field came from.
  mutating func mark(_ words: String, at start: Int, in text: inout Text) {
    guard let proof = key.proof else { return }
    let place = cursor.pass(words)
    let common = place.clamped(to: proof)
    guard !common.isEmpty else { return }
    let offset = start - place.lowerBound
    text.restyle([common.lowerBound + offset..<common.upperBound + offset]) { style in
      var style = style
      style.isProof = true
      return style
    }
  }

  mutating func findProof(from line: Int) {
    guard key.proof != nil, page.proofLine == nil else { return }
    page.proofLine = page.lines[line...].firstIndex { $0.runs.contains(where: \.style.isProof) }
  }
}
