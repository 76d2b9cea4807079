import Queries
import TestSupport
import Testing

@Suite struct QueryErrorTests {
  @Test(arguments: CaseTable("mistakes.tsv"))
  func aMistakePointsAtItsWord(_ line: CaseTable.Line) {
    let source = line["source"]
    let error = #expect(throws: QueryError.self) { try Query(parsing: source) }
    guard let error else { return }
    let word = Array(source.utf8)[error.offset..<error.offset + error.length]
    #expect(String(decoding: word, as: UTF8.self) == line["word"])
    #expect(error.message == line["message"])
  }

  @Test func theCaretStandsUnderTheWord() throws {
    let source = "東京 salary>=oops swift"
    let error = #expect(throws: QueryError.self) { try Query(parsing: source) }
    let width = { (text: String) in text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    #expect(
      error?.rendered(in: source, width: width) == """
        salary expects a sum, as in 150k, 80€/h or £60k, or unknown, not "oops"
          東京 salary>=oops swift
                       ^^^^
        """)
  }

  @Test func aMissingValueHasACaretBehindTheSign() throws {
    let source = "remote: swift"
    let error = #expect(throws: QueryError.self) { try Query(parsing: source) }
    #expect(
      error?.rendered(in: source) == """
        remote expects yes, hybrid, no or unknown after it
          remote: swift
                 ^
        """)
  }

  @Test func controlsNeverReachTheTerminal() {
    let source = "salary>=\u{1B}]0;x\u{7}\u{9B}1m"
    let error = #expect(throws: QueryError.self) { try Query(parsing: source) }
    let shown = error?.rendered(in: source) ?? ""
    #expect(
      shown.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x9B) })
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    for piece in ["(", "-", "not ", "a or (", "-("] {
      let source = String(repeating: piece, count: 50_000) + "a"
      #expect(throws: QueryError.self) { try Query(parsing: source) }
    }
  }
}
