import Listings
import Testing

@Suite struct DayTests {
  @Test func printsWhatItReads() throws {
    for text in ["1970-01-01", "2000-02-29", "2026-11-21", "1999-12-31", "0004-03-01"] {
      #expect(try #require(Day(iso: text)).description == text)
    }
  }

  @Test func countsFromTheEpoch() throws {
    #expect(Day(1970, 1, 1)?.number == 0)
    #expect(Day(2026, 11, 21)?.number == 20778)
    #expect(Day(secondsSince1970: -1).description == "1969-12-31")
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-11-21x", "26-11-21", "", "2026-11-1"])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func everyDayOfFourCenturiesSurvivesItsParts() {
    for number in stride(from: -146_097, through: 146_097, by: 1) {
      let (year, month, day) = Day(number: number).parts
      #expect(Day(year, month, day)?.number == number)
    }
  }
}

@Suite struct ListingIDTests {
  @Test func printsWhatItReads() throws {
    for number in [1, 2, 3, 1000, 999_999, 1_073_741_823, 1_073_741_824, 9_999_999_999] as [Int64] {
      let text = ListingID(number).description
      #expect(ListingID(text)?.number == number, "\(number) prints as \(text)")
    }
  }

  @Test func neighborsLookDifferent() {
    #expect(ListingID(1).description.count == 6)
    #expect(ListingID(1).description.prefix(2) != ListingID(2).description.prefix(2))
  }

  @Test(arguments: ["", "abc", "k7f3qu", "k7f3q2x", "......"])
  func refusesWhatItNeverPrints(text: String) {
    #expect(ListingID(text) == nil)
  }
}
