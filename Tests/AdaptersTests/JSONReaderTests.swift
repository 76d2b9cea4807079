import Testing

@testable import Adapters

@Suite struct JSONReaderTests {
  @Test(arguments: [
    (#"{"a": [1, -2.5, true, null, "x\n\u00e9\ud83d\ude00"]}"#, "x\né😀"),
    (#" ["\/\"\\"] "#, #"/"\"#),
    (#""\ud83d!""#, "\u{FFFD}!"),
  ])
  func readsStrings(text: String, expected: String) throws {
    let value = try JSONReader.read(Array(text.utf8))
    #expect((value["a"]?.array?.last ?? value.array?.last ?? value).string == expected)
  }

  @Test(arguments: [
    ("", 0), ("{", 1),
    ("[1,]", 3), ("[1 2]", 3), (#"{"a" 1}"#, 5), ("\"a\nb\"", 2), (#"["\x"]"#, 3),
    ("tru", 0), ("[1] x", 4), ("-", 1), ("1.2.3", 0),
  ])
  func pointsAtTheFault(text: String, offset: Int) {
    #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
    do {
      _ = try JSONReader.read(Array(text.utf8))
    } catch {
      #expect(error.offset == offset, "\(text): \(error)")
    }
  }

  @Test func nestingHasALimit() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func pagesMayWriteItLoosely() throws {
    let text = "{\"a\": \"one\ntwo\", \"b\": \"it\\'s\", \"c\": [1, 2,],}"
    let value = try JSONReader.read(Array(text.utf8), isTolerant: true)
    #expect(value["a"]?.string == "one\ntwo")
    #expect(value["b"]?.string == "it's")
    #expect(value["c"]?.array?.count == 2)
  }

  @Test func numbersKeepTheirKind() throws {
    let value = try JSONReader.read(Array("[0, 9223372036854775808, 1e400, NaN]".utf8))
    #expect(value.array == [.integer(0), .decimal(9_223_372_036_854_775_808), .null, .null])
  }
}
