import Listings
import Queries
import TestSupport
import Testing

@Suite struct QueryPropertyTests {
  @Test func whatIsPrintedIsReadAsTheSameTree() throws {
    for seed in 0..<2000 {
      var random = RandomTree(seed: UInt64(seed))
      var query = random.query()
      query.expression = query.expression.simplified
      let read = try Query(parsing: query.description)
      #expect(read == query, "seed \(seed): \(query.description)")
      #expect(query.expression.simplified == query.expression, "seed \(seed)")
      if read != query { break }
    }
  }

  @Test func simplifyingChangesNoAnswer() {
    let context = QueryContext(
      today: RandomListing.today, currency: .usd, rates: RandomListing.rates)
    var listings = RandomListing(seed: 5)
    let subjects = (1...20).map { MatchSubject(listings.detail(id: $0)) }
    for seed in 0..<150 {
      var random = RandomTree(seed: UInt64(seed))
      let expression = random.expression(depth: 4)
      for subject in subjects {
        let (whole, simple) = (expression, expression.simplified)
        #expect(
          whole.answer(for: subject, in: context) == simple.answer(for: subject, in: context),
          "seed \(seed): \(whole)")
      }
    }
  }

  @Test func everyWrittenQueryIsReadAndPrintedStably() throws {
    for seed in 0..<1500 {
      var random = RandomQuery(seed: UInt64(seed))
      let source = random.text()
      let query = try Query(parsing: source)
      #expect(try Query(parsing: query.description) == query, "\(source)")
    }
  }

  @Test func noBytesTrapAndEveryMistakeHasItsPlace() {
    var random = SplitMix64(seed: 11)
    let pieces = Array("()\"“”«-+:=<>!?*,|.\\/ \t\u{A0}éß東🚀\u{301}€£$0123kmday".unicodeScalars)
    let names =
      QueryFieldName.allCases.map { $0.rawValue + ":" } + ["or", "not ", "2026-1", "150k"]
    for _ in 0..<1500 {
      var source = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Int.random(in: 0..<4, using: &random) == 0 {
          source += names.randomElement(using: &random) ?? ""
        } else if let scalar = pieces.randomElement(using: &random) {
          source.unicodeScalars.append(scalar)
        }
      }
      check(source)
    }
  }

  @Test func mutatedQueriesNeverTrap() {
    var random = SplitMix64(seed: 12)
    for seed in 0..<1500 {
      var writer = RandomQuery(seed: UInt64(seed))
      var bytes = Array(writer.text().utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        }
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func check(_ source: String) {
    for isTyped in [false, true] {
      do {
        let query = try Query(parsing: source, lastWordIsPrefix: isTyped)
        let again = try? Query(parsing: query.description)
        #expect(again == query, "\(source) → \(query)")
      } catch {
        #expect(error.offset >= 0 && error.offset + error.length <= source.utf8.count, "\(source)")
        #expect(error.rendered(in: source).hasSuffix("^"), "\(source)")
      }
    }
  }
}
