import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// Deciding, undoing and redoing.
@Suite struct JournalTests {
  private let store: Store
  private let ids: [ListingID]

  init() throws {
    store = try Board.empty()
    let postings = (1...5).map { Board.posting("Job \($0)", id: "\($0)") }
    _ = try store.merge(postings, seenOn: Day(number: 1), at: 1)
    ids = (1...5).map(ListingID.init)
  }

  private func decisions(_ index: Int) throws -> Decisions {
    try #require(try store.rows([ids[index]]).first).decisions
  }

  @Test func everyDecisionIsKeptAndTakenBack() throws {
    let all: [Decision] = [
      .read(true), .saved(true), .flagged(true), .hidden(true, reason: "agency"),
      .stage(.interviewing), .rating(4), .tag("climate"), .tag("Dream Job"), .note("call Ann"),
      .followUp(Day(number: 20_800)),
    ]
    for decision in all {
      let before = try decisions(0)
      let done = try store.decide([decision], on: [ids[0]], at: 10)
      #expect(done.kind == .done && done.ids == [ids[0]] && done.title == "Job 1")
      let after = try decisions(0)
      var expected = before
      expected.apply(decision)
      #expect(after == expected)
      let undone = try #require(try store.undo(at: 11))
      #expect(undone.kind == .undone && undone.decisions == [decision] && undone.at == 10)
      #expect(try decisions(0) == before)
      #expect(try store.redo(at: 12)?.kind == .redone)
      #expect(try decisions(0) == after)
    }
  }

  @Test func oneUndoTakesBackAllOfOneChange() throws {
    _ = try store.decide([.flagged(true)], on: [ids[1]], at: 1)
    let done = try store.decide([.flagged(true), .tag("x")], on: ids, at: 2)
    #expect(done.ids == ids)
    #expect(try store.undo(at: 3)?.ids == ids)
    #expect(try decisions(1).isFlagged && decisions(1).tags.isEmpty)
    #expect(try !decisions(0).isFlagged)
  }

  @Test func whatChangesNothingLeavesNoTrace() throws {
    _ = try store.decide([.saved(true)], on: [ids[0]], at: 1)
    let again = try store.decide([.saved(true)], on: [ids[0], ListingID(99)], at: 2)
    #expect(again.ids.isEmpty)
    #expect(try store.statistics().journalEntries == 1)
  }

  @Test func undoAndRedoWalkBackAndForth() throws {
    for (index, id) in ids.enumerated() {
      _ = try store.decide([.saved(true)], on: [id], at: index)
    }
    #expect(try (0..<3).map { try store.undo(at: 9 + $0)?.ids } == [[ids[4]], [ids[3]], [ids[2]]])
    #expect(try store.redo(at: 20)?.ids == [ids[2]])
    #expect(try store.undo(at: 21)?.ids == [ids[2]])
    _ = try store.decide([.flagged(true)], on: [ids[0]], at: 22)
    #expect(try store.redo(at: 23) == nil, "something else was decided since")
    let undone = try (0..<4).map { try store.undo(at: 30 + $0)?.ids }
    #expect(undone == [[ids[0]], [ids[1]], [ids[0]], nil])
    #expect(try store.statistics().journalEntries == 6, "history is kept")
  }

  @Test func undoPassesOverWhatTheProgramNoted() throws {
    _ = try store.decide([.saved(true)], on: [ids[0]], at: 1)
    _ = try store.decide([.read(true)], on: [ids[1]], at: 2, undoable: false)
    #expect(try store.undo(at: 3)?.ids == [ids[0]])
    #expect(try decisions(1).isRead)
    #expect(try store.redo(at: 4)?.ids == [ids[0]])
  }

  @Test func randomDecisionsUndoToTheBeginning() throws {
    var random = SplitMix64(seed: 3)
    let choices: [Decision] = [
      .saved(true), .saved(false), .hidden(true), .hidden(false), .tag("a"), .untag("a"), .tag("b"),
      .stage(.applied), .stage(.offer), .stage(nil), .note("n"), .note(nil), .rating(2),
    ]
    var states: [[Decisions]] = [try ids.indices.map(decisions)]
    for moment in 0..<60 {
      let some = ids.filter { _ in Bool.random(using: &random) }
      let choice = try #require(choices.randomElement(using: &random))
      if try !store.decide([choice], on: some, at: moment).ids.isEmpty {
        states.append(try ids.indices.map(decisions))
      }
    }
    for state in states.dropLast().reversed() {
      #expect(try store.undo(at: 100) != nil)
      #expect(try ids.indices.map(decisions) == state)
    }
    #expect(try store.undo(at: 101) == nil)
  }

  @Test func filtersSeeWhatWasDecided() throws {
    _ = try store.decide([.hidden(true), .tag("Dream Job")], on: [ids[0]], at: 1)
    _ = try store.decide([.stage(.applied), .note("call Ann")], on: [ids[1]], at: 1)
    func found(_ text: String) throws -> [ListingID] {
      try store.ids(matching: Query(parsing: text))
    }
    #expect(try found("").count == 4)
    #expect(try found("is:hidden tag:\"dream job\"") == [ids[0]])
    #expect(try found("stage:applied") == [ids[1]])
    #expect(try found("note:ann") == [ids[1]])
    _ = try store.undo(at: 2)
    #expect(try found("stage:applied") == [])
  }
}

/// New and changed since the last visit.
@Suite struct VisitTests {
  @Test func newIsWhatCameAfterTheLastVisitEnded() throws {
    let store = try Board.empty()
    func add(_ id: String, at seconds: Int) throws {
      _ = try store.merge([Board.posting("Job \(id)", id: id)], seenOn: Day(number: 1), at: seconds)
    }
    func new() throws -> [Int64] {
      try store.ids(matching: Query(parsing: "seen:new")).map(\.number).sorted()
    }
    try add("1", at: 100)
    #expect(try new() == [], "there was no visit yet")
    try store.endVisit(store.beginVisit(at: 200), at: 300)
    try add("2", at: 400)
    #expect(try new() == [2])
    let visit = try store.beginVisit(at: 500)
    #expect(try new() == [2], "it stays new while it is being looked at")
    try store.endVisit(visit, at: 600)
    #expect(try new() == [])
  }
}
