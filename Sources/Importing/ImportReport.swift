import Storage

/// Something in the input that could not be read, with its place.
package struct ImportProblem: Hashable, Sendable {
  package let file: String
  /// From 1; nil when the whole file is meant.
  package let line: Int?
  package let reason: String
  /// The item as it was, as JSON; nil where the whole file is meant.
  package var item: String?

  package init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

/// What an import met and did; the totals reconcile.
///
/// `read = added + updated + unchanged + duplicate + rejected + empty`
package struct ImportReport: Hashable, Sendable {
  package var added = 0
  package var updated = 0
  package var unchanged = 0
  package var duplicate = 0
  package var rejected = 0
  /// Rows and items that hold nothing: counted as read, so that the sum is the file's own count.
  package var empty = 0
  /// Items that a board marks as unlisted, and legal notices: outside the sum.
  package var skipped = 0
  /// Postings that brought decisions along, from an export.
  package var decided = 0
  package var problems: [ImportProblem] = []
  /// Stopped before the end of the input; what was imported so far is kept.
  package var isStopped = false

  package init() {}

  package var read: Int { added + updated + unchanged + duplicate + rejected + empty }

  mutating func count(_ outcome: MergeOutcome) {
    switch outcome {
    case .added: added += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    case .duplicate: duplicate += 1
    }
  }

  mutating func reject(_ problem: ImportProblem) {
    rejected += 1
    problems.append(problem)
  }
}

/// How far an import has come.
package struct ImportProgress: Sendable {
  package let bytesRead: Int
  /// Nil where the size of the input is not known, as of standard input.
  package let bytesTotal: Int?
  package let postings: Int
}
