import Foundation
import Listings
import TestSupport
import Testing

@testable import Storage

/// The stages of applications, and what they say of other jobs of the company.
@Suite struct StageLogTests {
  private let store: Store
  private static let day = 86_400

  init() throws {
    store = try Board.of(companies: ["Acme", "Globex", "Acme Inc.", "Acme", nil])
  }

  private func decide(_ stage: Stage?, _ number: Int64, onDay day: Int) throws {
    _ = try store.decide([.stage(stage)], on: [ListingID(number)], at: day * Self.day)
  }

  private func detail(_ number: Int64) throws -> ListingDetail {
    try #require(try store.detail(ListingID(number)))
  }

  @Test func stepsAreInOrderAndDated() throws {
    try decide(.applied, 1, onDay: 10)
    try decide(.interviewing, 1, onDay: 12)
    try decide(.interviewing, 1, onDay: 13)
    let steps = try detail(1).stages
    #expect(
      steps == [
        StageStep(.applied, on: Day(number: 10)), StageStep(.interviewing, on: Day(number: 12)),
      ])
    #expect(try detail(2).stages == [])
  }

  @Test func whatWasTakenBackIsNoStep() throws {
    try decide(.applied, 1, onDay: 10)
    try decide(.rejected, 1, onDay: 11)
    _ = try store.undo(at: 11 * Self.day + 1)
    #expect(try detail(1).stages.map(\.stage) == [.applied])
    _ = try store.redo(at: 11 * Self.day + 2)
    #expect(try detail(1).stages.map(\.stage) == [.applied, .rejected])
  }

  @Test func otherJobsOfTheCompanyAreTold() throws {
    try decide(.applied, 3, onDay: 10)
    try decide(.applied, 4, onDay: 11)
    try decide(.interviewing, 4, onDay: 14)
    let others = try detail(1).applications
    #expect(others.map(\.title) == ["Job 4", "Job 3"])
    #expect(others.map(\.since) == [Day(number: 14), Day(number: 10)])
    #expect(try detail(4).applications.map(\.title) == ["Job 3"])
    #expect(try detail(2).applications == [] && detail(5).applications == [])
    let stages = try store.rows((1...5).map(ListingID.init)).map(\.otherStage)
    #expect(stages == [.interviewing, nil, .interviewing, .applied, nil])
  }

  @Test func aStageTakenBackWarnsNoLonger() throws {
    try decide(.applied, 3, onDay: 10)
    #expect(try detail(1).applications.map(\.title) == ["Job 3"])
    try decide(nil, 3, onDay: 11)
    #expect(try detail(1).applications == [])
    #expect(try store.rows([ListingID(1)])[0].otherStage == nil)
  }

  @Test func whatAnotherProgramWritesIsToldToo() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "shortlist-stages-\(UUID().uuidString)").path(percentEncoded: false)
    defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
    let stores = try (1...2).map { _ in try Store.open(at: path, context: Board.context) }
    let postings = (1...3).map {
      Board.posting("Job \($0)", id: "\($0)", company: "Acme", text: "Work \($0)")
    }
    _ = try stores[0].merge(postings, seenOn: Day(number: 1), at: 1)
    for (index, stage) in [Stage.applied, .interviewing, nil].enumerated() {
      let writer = stores[index % 2]
      _ = try writer.decide([.stage(stage)], on: [ListingID(3)], at: index + 2)
      for store in stores {
        let told = try #require(try store.detail(ListingID(1))).applications.map(\.stage)
        #expect(told == [stage].compactMap { $0 })
      }
    }
  }
}
