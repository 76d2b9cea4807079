import Listings
import Queries
import TestSupport
import Testing

@Suite struct QueryEditingTests {
  @Test(arguments: [
    ("swift", "swift remote:yes"),
    ("", "remote:yes"),
    ("remote:no swift", "remote:yes swift"),
    ("remote:no? swift remote:hybrid", "remote:yes? swift"),
    ("a or b", "(a or b) remote:yes"),
    ("-remote:no sort:salary", "-remote:no remote:yes sort:salary"),
  ])
  func settingAFieldReplacesItsClauses(before: String, after: String) throws {
    let query = try Query(parsing: before)
    #expect(query.setting(.remote, to: .remote([.remote])).description == after)
  }

  @Test func togglesFollowTheQuery() throws {
    let query = try Query(parsing: "swift remote:yes,hybrid salary>=150k? -level:junior")
    #expect(query.conditions(on: .remote) == [.remote([.remote, .hybrid])])
    #expect(query.conditions(on: .salary).count == 1)
    #expect(query.conditions(on: .level) == [])
    #expect(query.removing(.salary).description == "swift remote:yes,hybrid -level:junior")
    let saved = QueryCondition.state(.saved)
    #expect(query.adding(saved).adding(saved).description.hasSuffix("junior is:saved"))
    #expect(query.adding(saved).removing(.condition(saved)) == query)
  }

  @Test func hitsAreThePlacesOfTheWords() throws {
    let text = "Señor C++ dev; node.js, NodeJS and swiftly, Swift dev"
    func hits(_ source: String) throws -> [String] {
      let bytes = Array(text.utf8)
      let patterns = try Query(parsing: source).expression.conditions.compactMap { condition in
        if case .text(_, let pattern) = condition { pattern } else { nil }
      }
      return SearchText.hits(of: patterns, in: text)
        .map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    #expect(try hits("senor") == ["Señor"])
    #expect(try hits("c++") == ["C++"])
    #expect(try hits("node.js") == ["node.js", "NodeJS"])
    #expect(try hits("swift* dev") == ["dev", "swiftly", "Swift", "dev"])
    #expect(try hits("\"swift dev\"") == ["Swift dev"])
    #expect(try hits("rust") == [])
  }

  @Test(arguments: [
    ("sal", 3, "0..<3 salary:"),
    ("swift -rem", 10, "7..<10 remote:"),
    ("remote:", 7, "7..<7 yes hybrid no unknown"),
    ("remote:yes,h", 12, "11..<12 hybrid"),
    ("level>=pr", 9, "7..<9 principal"),
    ("company:ca", 10, "8..<10 \"Cast & Crew\" Cactus"),
    ("company:\"cast ", 14, "8..<14 \"Cast & Crew\""),
    ("sort:-sa", 8, "5..<8 -salary"),
    ("(is:sav", 7, "4..<7 saved"),
    ("foo:", 4, "0..<4 "),
  ])
  func completesNamesAndValues(source: String, cursor: Int, expected: String) {
    let completion = QueryCompletion(of: source, at: cursor) { field in
      field == .company
        ? [FacetValue(name: "Cast & Crew", count: 9), FacetValue(name: "Cactus", count: 2)] : []
    }
    let texts = completion.candidates.map(\.text).joined(separator: " ")
    #expect("\(completion.range) \(texts)" == expected)
  }
}
