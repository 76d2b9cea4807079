/// What a person can decide, as `decision.field` spells it.
enum DecisionField: String, CaseIterable {
  case read, saved, flagged, hidden, hiddenReason, stage, rating, tags, note, followUp
}

/// What an entry of the journal can change about a posting: a decision, or where it belongs.
enum JournalField: String, CaseIterable {
  case read, saved, flagged, hidden, hiddenReason, stage, rating, tags, note, followUp
  /// The number of its listing.
  case listing

  init(_ field: DecisionField) {
    self =
      switch field {
      case .read: .read
      case .saved: .saved
      case .flagged: .flagged
      case .hidden: .hidden
      case .hiddenReason: .hiddenReason
      case .stage: .stage
      case .rating: .rating
      case .tags: .tags
      case .note: .note
      case .followUp: .followUp
      }
  }
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
