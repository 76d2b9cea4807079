import Queries
import TestSupport
import Testing

@Suite struct WordFoldingTests {
  @Test(arguments: CaseTable("words.tsv"))
  func wordsAreThoseOfTheFullTextIndex(_ line: CaseTable.Line) {
    let words = WordFolding.words(in: line["text"]).joined(separator: " ")
    #expect(Array(words.utf8) == Array(line["words"].utf8), "\(words) for \(line["text"])")
  }

  @Test(arguments: [
    ("C++ and C", "cplusplus and c"),
    ("c++17, C/C++", "cplusplus 17 c cplusplus"),
    ("使用C++开发", "使用 cplusplus 开发"),
    ("a C# developer; F#", "a csharp developer fsharp"),
    (".NET Core, ASP.NET and .net8", "dotnet core asp dotnet and dotnet 8"),
    ("“.NET”", "dotnet"),
    ("jobs@example.net, www.example.network", "jobs example net www example network"),
    (".network", "network"),
    ("Node.js and NodeJS", "node js nodejs and node js nodejs"),
    ("Vue.js/React.JS", "vue js vuejs react js reactjs"),
    ("JS, .js and package.json", "js js and package json"),
    ("in prijs", "in prijs"),
    ("A+ c+ c+++ #c", "a c c c"),
    ("Objective-C", "objective c"),
  ])
  func namesWithMarksStayInOnePiece(text: String, words: String) {
    #expect(SearchText.words(in: text).joined(separator: " ") == words)
  }

  @Test func theIndexedCopyHasTheSameWords() {
    var random = SplitMix64(seed: 3)
    let pieces = [
      "c", "C", "++", "+", "#", ".net", ".NET", "node", ".js", "JS", "asp", " ", "é", "東", "-", "1",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let copy = SearchText.normalized(text)
      #expect(WordFolding.words(in: copy) == SearchText.words(in: text), "\(text)")
    }
  }

  @Test func textWithoutSuchNamesIsIndexedAsItIs() {
    let text = "We look for an engineer. Salary: 100+ thousand #hiring"
    #expect(SearchText.normalized(text) == text)
  }
}
