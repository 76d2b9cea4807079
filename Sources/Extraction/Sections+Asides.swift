import Listings

extension Sections {
  // What is said of the company and the law is seldom longer than what is said of the job; if it
  // seems so, a heading was missed and the job stands under the wrong one.
  private static let largestShare = 2

  /// The blocks of which every line is about something else, neighbors of one kind together.
  func asides(of body: BodyText, blocks count: Int) -> [Aside] {
    var kinds = [AsideKind?](repeating: nil, count: count)
    var bytes = [Int](repeating: 0, count: count)
    var holdsText = [Bool](repeating: false, count: count)
    for (index, line) in body.lines.enumerated() {
      let isFirst = bytes[line.block] == 0
      bytes[line.block] += line.range.count
      if !headings[index] { holdsText[line.block] = true }
      let kind = self.kinds[index].aside
      if isFirst {
        kinds[line.block] = kind
      } else if kind == nil {
        kinds[line.block] = nil
      }
    }
    let asides = Self.joined(kinds, bytes).filter { aside in
      if aside.kind == .otherJobs || aside.kind == .navigation { return true }
      // A heading alone is a label, as in "Company: Acme".
      return holdsText[aside.blocks].contains(true)
        && bytes[aside.blocks].reduce(0, +) * Self.largestShare <= body.bytes.count
    }
    // A page with nothing else is better shown as it is.
    return asides.reduce(0) { $0 + $1.blocks.count } == count ? [] : asides
  }

  /// A block without lines goes with what is around it.
  private static func joined(_ kinds: [AsideKind?], _ bytes: [Int]) -> [Aside] {
    var asides: [Aside] = []
    var isOpen = false
    for (index, kind) in kinds.enumerated() where bytes[index] > 0 {
      if let kind, isOpen, let last = asides.last, last.kind == kind {
        asides[asides.count - 1] = Aside(kind, blocks: last.blocks.lowerBound..<index + 1)
      } else if let kind {
        asides.append(Aside(kind, blocks: index..<index + 1))
      }
      isOpen = kind != nil
    }
    return asides
  }
}

// A page copied line by line is one paragraph, its buttons among the lines of the job.
extension Sections {
  // One line of something else is less in the way than the breaks around it would be.
  private static let leastCut = 2

  /// The blocks, with paragraphs cut where lines of the page's own or of other jobs begin or end;
  /// nil when there is no such paragraph.
  func cutAtButtons(_ blocks: [Block], _ body: BodyText) -> [Block]? {
    let mixed = mixedBlocks(of: body)
    guard !mixed.isEmpty else { return nil }
    var result: [Block] = []
    for (index, block) in blocks.enumerated() {
      if let kinds = mixed[index], case .paragraph(let inlines) = block {
        result += Self.paragraphs(of: inlines, kinds).map(Block.paragraph)
      } else {
        result.append(block)
      }
    }
    return result.count == blocks.count ? nil : result
  }

  /// What each line is about, of the blocks in which not all lines are about the same.
  private func mixedBlocks(of body: BodyText) -> [Int: [AsideKind?]] {
    let lines = body.lines
    var mixed: [Int: [AsideKind?]] = [:]
    for index in lines.indices.dropFirst() where lines[index].block == lines[index - 1].block {
      guard kinds[index].cut != kinds[index - 1].cut else { continue }
      mixed[lines[index].block] = []
    }
    guard !mixed.isEmpty else { return [:] }
    for (index, line) in lines.enumerated() { mixed[line.block]?.append(kinds[index].cut) }
    return mixed
  }

  /// The inlines as one, where their breaks are not those between the lines.
  private static func paragraphs(of inlines: [Inline], _ kinds: [AsideKind?]) -> [[Inline]] {
    let lines = inlines.split(separator: .lineBreak).filter {
      !$0.plainText.utf8.allSatisfy { $0 == 32 }
    }
    guard lines.count == kinds.count else { return [inlines] }
    var paragraphs: [[Inline]] = []
    var last: AsideKind?
    var next = 0
    while next < kinds.count {
      let end = kinds[next...].firstIndex { $0 != kinds[next] } ?? kinds.count
      let kind = end - next < leastCut ? nil : kinds[next]
      let run = Array(lines[next..<end].joined(separator: [.lineBreak]))
      if let open = paragraphs.indices.last, kind == last {
        paragraphs[open] += [.lineBreak] + run
      } else {
        paragraphs.append(run)
      }
      last = kind
      next = end
    }
    return paragraphs
  }
}

private extension SectionKind {
  /// What may be cut out of a paragraph: no reader takes the words of these for the job's.
  var cut: AsideKind? { isElsewhere ? aside : nil }

  var aside: AsideKind? {
    switch self {
    case .job, .offer, .pay, .process: nil
    case .company: .company
    case .legal: .legal
    case .otherJobs: .otherJobs
    case .navigation: .navigation
    }
  }
}
