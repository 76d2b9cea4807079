import GRDB
import Listings

/// What a decision, an undo or a redo changed.
package struct DecisionChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case done, undone, redone }

  package let kind: Kind
  /// The listings that are different now; empty when nothing had to change.
  package let ids: [ListingID]
  /// What had been asked for when it was decided.
  package let decisions: [Decision]
  /// The title of the first listing, for the words on the status line.
  package let title: String?
  /// When it was first decided, in seconds since 1970.
  package let at: Int
}

extension Store {
  /// Decides the same about all of these, as one change that one `undo` takes back.
  ///
  /// What the program notes by itself (read, after a second) is not `undoable`: undo passes over it.
  package func decide(
    _ decisions: [Decision], on ids: [ListingID], at seconds: Int, undoable: Bool = true
  ) throws -> DecisionChange {
    try writeDurably { db in
      try Journal(db, context, at: seconds).decide(decisions, on: ids, undoable: undoable)
    }
  }

  /// Takes back the latest change that is in force, of this run or an earlier one; nil when none is.
  package func undo(at seconds: Int) throws -> DecisionChange? {
    try writeDurably { db in try Journal(db, context, at: seconds).undo() }
  }

  /// Makes the change again that was undone last; nil when none was, or another came after it.
  package func redo(at seconds: Int) throws -> DecisionChange? {
    try writeDurably { db in try Journal(db, context, at: seconds).redo() }
  }
}
