import Listings
import Queries
import TestSupport
import Testing

@Suite struct QueryParsingTests {
  /// What a person writes, and how it is printed again.
  @Test(arguments: CaseTable("queries.tsv"))
  func readsAndPrints(_ line: CaseTable.Line) throws {
    let query = try Query(parsing: line["source"])
    #expect(query.description == line["printed"])
    #expect(try Query(parsing: query.description) == query)
  }

  @Test func aWordAndAFieldAreATree() throws {
    let query = try Query(parsing: "Swift -title:\"team lead\" (remote:yes or salary>=150k?)")
    #expect(
      query.expression
        == .and([
          .condition(.text(.any, TextPattern("Swift"))),
          .not(.condition(.text(.title, TextPattern("team lead")))),
          .or([
            .condition(.remote([.remote])),
            .orUndecided(.condition(.salary(.atLeast(PayAmount(amount: 15_000_000))))),
          ]),
        ]))
  }

  @Test func agesCountBackAndDatesDoNot() throws {
    func condition(_ source: String) throws -> QueryCondition? {
      try Query(parsing: source).expression.conditions.first
    }
    #expect(try condition("posted<14d") == .day(.posted, .from(.daysAgo(13))))
    #expect(try condition("posted<=2w") == .day(.posted, .from(.daysAgo(14))))
    #expect(try condition("posted>14d") == .day(.posted, .through(.daysAgo(15))))
    let first = try #require(Day(2026, 10, 1))
    let last = try #require(Day(2026, 10, 31))
    #expect(try condition("posted:2026-10") == .day(.posted, .between(.day(first), .day(last))))
    #expect(
      try condition("posted<2026-10") == .day(.posted, .through(.day(first.adding(days: -1)))))
    #expect(try condition("posted>2026-10") == .day(.posted, .from(.day(last.adding(days: 1)))))
  }

  @Test func hiddenListingsAreSpokenOfByName() throws {
    #expect(try !Query(parsing: "swift is:saved").mentionsHidden)
    #expect(try Query(parsing: "swift or -is:hidden").mentionsHidden)
    #expect(try Query(parsing: "is:any").mentionsHidden)
  }

  @Test(arguments: [
    ("swif", "swif*"), ("swift ", "swift"), ("title:eng", "title:eng*"),
    ("\"two wor", "\"two wor\""),
    ("a or", "a"), ("a -", "a"), ("a (b", "a b*"), ("(a or b", "a or b*"), ("", ""), ("a not", "a"),
    ("salary>=150k?", "salary>=150k?"), ("c++", "c++*"), ("a or ", "a"), ("(", ""), ("-(", ""),
    ("swift near/5", "swift"), ("swift near/5 vap", "\"swift near/5 vap\"*"),
    ("swift near/5 vapor ", "\"swift near/5 vapor\""),
    ("swift near/5 \"vap\"", "\"swift near/5 vap\""),
  ])
  func whatIsBeingTypedIsTakenAsFarAsItGoes(typed: String, printed: String) throws {
    #expect(try Query(parsing: typed, lastWordIsPrefix: true).description == printed)
  }

  @Test func everyExampleOfTheFieldTableIsUnderstood() throws {
    let searches = NamedQueries(
      ["far", "second choice"].map { SavedSearch(name: $0, query: "remote:yes") })
    for field in QueryFieldName.allCases {
      #expect(!field.info.examples.isEmpty && field.info.help.hasSuffix("."))
      for example in field.info.examples {
        let query = try Query(parsing: example, searches: searches)
        #expect(try Query(parsing: query.description, searches: searches) == query)
      }
      for value in field.info.values {
        let quoted = value.contains(" ") ? "\"\(value)\"" : value
        #expect(throws: Never.self) { try Query(parsing: "\(field.rawValue):\(quoted)") }
      }
    }
  }

  @Test func otherNamesOfFieldsAreAllDifferent() {
    let names = QueryFieldName.allCases.flatMap { [$0.rawValue] + $0.info.aliases }
    #expect(Set(names).count == names.count)
  }
}
