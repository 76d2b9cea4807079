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
        && bytes[aside.blocks].reduce(0, +) * Self.largestShare <= body.text.utf8.count
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

private extension SectionKind {
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
