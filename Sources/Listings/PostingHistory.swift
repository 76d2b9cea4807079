/// What is kept of a posting beside what its source said: when it was seen, and what was decided.
///
/// A source has none; an export of shortlist brings it along.
package struct PostingHistory: Hashable, Sendable {
  /// The day that "2 days ago" counts from.
  package var saidOn: Day?
  package var firstSeen: Day?
  package var lastSeen: Day?
  /// What is in force, a field each.
  package var decisions: [DatedDecision] = []
  /// How it came to be so, the earliest first; what was undone is left out.
  package var changes: [DatedDecision] = []

  package init() {}

  package var holdsDecisions: Bool { !decisions.isEmpty || !changes.isEmpty }
}

/// One field of what was decided about a posting, as the store spells it, and when that was.
package struct DatedDecision: Hashable, Sendable {
  package let field: String
  /// Nil when nothing was decided before.
  package let before: String?
  /// Nil when it was taken back.
  package let value: String?
  /// Seconds since 1970.
  package let at: Int

  package init(field: String, before: String? = nil, value: String?, at: Int) {
    self.field = field
    self.before = before
    self.value = value
    self.at = at
  }
}
