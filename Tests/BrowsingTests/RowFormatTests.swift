import Browsing
import Testing

/// The columns of the list as the settings name them.
@Suite struct RowFormatTests {
  @Test(
    arguments: [
      (["company", "pay:16"], 40, "company 3..<26, pay 27..<43"),
      (["title", "place", "age:4"], 50, "title 3..<25, place 26..<48, age 49..<53"),
      (["title", "company:24", "pay:16", "age:6"], 40, "title 3..<18, company 19..<43"),
      (["pay:16"], 10, "pay 3..<13"),
    ])
  func columnsShareTheRoom(texts: [String], room: Int, expected: String) throws {
    let format = try RowFormat(parsing: texts)
    let places = format.places(in: 3..<(3 + room))
    #expect(
      places.map { "\($0.column.kind.rawValue) \($0.place)" }.joined(separator: ", ") == expected)
  }

  @Test func aTitleAmongThemTakesOneLine() throws {
    #expect(try RowFormat(parsing: ["title", "pay"]).linesPerRow == 1)
    #expect(try RowFormat(parsing: ["company"]).linesPerRow == 2)
  }

  @Test(arguments: [["salary"], [], ["pay:"], ["pay:0"], ["pay:x"], ["pay:1:2"], [""], ["pay:999"]])
  func whatIsNoColumnIsRefused(texts: [String]) {
    #expect(throws: RowFormatError.self) { try RowFormat(parsing: texts) }
  }

  @Test func everyPlaceIsInTheRoomAndApart() throws {
    let format = try RowFormat(parsing: ["title", "company:9", "place", "pay:16", "tags", "age:6"])
    for width in 0...120 {
      let places = format.places(in: 3..<(3 + width)).map(\.place)
      #expect(places.allSatisfy { $0.lowerBound >= 3 && $0.upperBound <= 3 + width }, "\(width)")
      for (left, right) in zip(places, places.dropFirst()) {
        #expect(left.upperBound < right.lowerBound, "\(width)")
      }
    }
  }
}
