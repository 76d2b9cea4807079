import GRDB
import Listings
import TestSupport
import Testing

@testable import Storage

/// The tables, as text.
@Suite struct SchemaTests {
  @Test func theSchemaIsTheGolden() throws {
    let statements = try Board.empty().schema().split(separator: "\n\n").map { broken(String($0)) }
    try expectGolden(statements.joined(separator: "\n\n"), "schema.sql")
  }

  @Test func theTablesRefuseWhatIsWrong() throws {
    let store = try Board.empty()
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: Day(number: 1), at: 1)
    for wrong in [
      "UPDATE listing SET remote = 'maybe'", "UPDATE listing SET posted = 'today'",
      "UPDATE listing SET hidden = 2", "UPDATE listing SET skills = '{}'",
      "UPDATE posting SET listing = 99", "UPDATE posting SET source = NULL",
      "INSERT INTO decision VALUES (1, 'rating', '6', 1)",
      "INSERT INTO decision VALUES (1, 'stage', 'hired', 1)",
      "INSERT INTO decision VALUES (99, 'saved', '1', 1)",
      "INSERT INTO decision VALUES (1, 'tags', 'climate', 1)",
    ] {
      #expect(throws: DatabaseError.self, "\(wrong)") {
        try store.database.write { try $0.execute(sql: wrong) }
      }
    }
  }

  /// A line for each column and constraint.
  private func broken(_ statement: String) -> String {
    guard statement.hasPrefix("CREATE TABLE") else { return statement }
    var result = ""
    var depth = 0
    for character in statement {
      if character == ")" {
        depth -= 1
        if depth == 0 { result += "\n" }
      }
      let isBreak = character == "," && depth == 1
      if character != " " || !result.hasSuffix("\n  ") { result.append(character) }
      if character == "(" {
        depth += 1
        if depth == 1 { result += "\n  " }
      }
      if isBreak { result += "\n  " }
    }
    return result
  }
}
