import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing
import Texts

/// What the detail says of applications.
@Suite struct ApplicationTests {
  private static let today = ListingBuilder.today

  private func lines(_ change: @escaping (inout ListingDetail) -> Void) throws -> [String] {
    let board = try Board(
      [ListingBuilder.detail(1, "Baker", company: "Acme", change: change)],
      size: Size(width: 160, height: 45))
    return board.browser.detail.page.lines.map { $0.runs.map(\.text).joined() }
  }

  @Test func theStageIsDatedAndItsHistoryUnderIt() throws {
    let lines = try lines { detail in
      detail.decisions.stage = .interviewing
      detail.stages = [
        StageStep(.applied, on: Self.today.adding(days: -12)),
        StageStep(.interviewing, on: Self.today.adding(days: -1)),
      ]
    }
    let place = try #require(lines.firstIndex { $0.hasPrefix("Stage") })
    #expect(lines[place] == "Stage     interviewing, since yesterday (2026-11-20)")
    #expect(lines[place + 1] == "applied 12 days ago (2026-11-09)")
  }

  @Test func aStageThatTheHistoryDoesNotKnowYetStandsAlone() throws {
    let lines = try lines { detail in
      detail.decisions.stage = .offer
      detail.stages = [StageStep(.applied, on: Self.today)]
    }
    #expect(lines.contains("Stage     offer"))
  }

  @Test func anotherApplicationAtTheCompanyComesFirst() throws {
    let lines = try lines { detail in
      detail.applications = (1...5).map { number in
        Application(
          id: ListingID(Int64(number + 1)), title: "Miller \(number)", stage: .rejected,
          since: number == 1 ? Self.today.adding(days: -3) : nil)
      }
    }
    #expect(
      lines[3...7].joined(separator: " ")
        == "Applied   here already: Miller 1, rejected, since 3 days ago (2026-11-18) "
        + "here already: Miller 2, rejected here already: Miller 3, rejected and 2 other jobs")
  }

  @Test func aStageAsksForTheDetailsAnew() throws {
    var board = try Board()
    _ = board.takeAllEffects()
    try board.press("a")
    #expect(board.takeAllEffects().contains(.loadDetail(ListingID(1))))
  }
}
