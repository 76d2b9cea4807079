/// What a person can decide, as `decision.field` spells it.
enum DecisionField: String, CaseIterable {
  case read, saved, flagged, hidden, hiddenReason, stage, rating, tags, note, followUp
}

/// Where an entry of the journal stands.
enum JournalState: String, CaseIterable {
  /// In force, and next to be undone when it is the latest such.
  case done
  case undone
  /// Undone, and then something else was decided: it can't be redone.
  case discarded
  /// In force but passed over by undo: the program did it, not the person.
  case noted
}
