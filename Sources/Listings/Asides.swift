/// What a part of a body speaks of instead of this job.
package enum AsideKind: String, CaseIterable, Sendable {
  case company, legal, otherJobs, navigation

  /// Whether a search finds its words; what stands on each page of a site is found nowhere.
  package var isSearched: Bool { self == .company }
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

extension Listing {
  /// The part of the body whose words a search finds.
  package var searchedBody: [Block] {
    let hidden = asides.filter { !$0.kind.isSearched }
    if hidden.isEmpty { return body }
    return body.indices.filter { index in !hidden.contains { $0.blocks.contains(index) } }
      .map { body[$0] }
  }
}
