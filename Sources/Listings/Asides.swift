/// What a part of a body speaks of instead of this job.
package enum AsideKind: String, CaseIterable, Sendable {
  case company, legal, otherJobs, navigation
}

/// Neighboring top-level blocks of a body that are not about this job.
package struct Aside: Hashable, Sendable {
  package let kind: AsideKind
  package let blocks: Range<Int>

  package init(_ kind: AsideKind, blocks: Range<Int>) {
    self.kind = kind
    self.blocks = blocks
  }
}

extension BodyText {
  /// The text as UTF-8, without the lines of asides.
  package func bytes(outside asides: [Aside]) -> [UInt8] {
    if asides.isEmpty { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for line in lines where !asides.contains(where: { $0.blocks.contains(line.block) }) {
      kept += bytes[line.range.lowerBound...line.range.upperBound]
    }
    return kept
  }
}

extension Listing {
  /// The part of the body whose words a search finds.
  ///
  /// What stands on each page of a site, or in each posting of a company, tells no job from another.
  package var searchedBody: [Block] {
    if asides.isEmpty { return body }
    return body.indices.filter { index in !asides.contains { $0.blocks.contains(index) } }
      .map { body[$0] }
  }
}
