import Adapters
import Listings
import Testing

/// Nothing that a terminal would obey comes through, whatever it was wrapped in; the words do.
@Suite struct HostileTextTests {
  private static let attack =
    "before\u{1B}]52;c;c2VjcmV0\u{07}\u{1B}]0;PWNED\u{1B}\\\u{1B}P1$rPWNED\u{1B}\\\u{1B}[31m\u{9B}5m"
    + "\u{9D}0;PWNED\u{9C}\u{202E}\u{2066}\u{200B}\u{8}\u{0}\u{7F}after"

  private static var json: String {
    var text = ""
    for scalar in attack.unicodeScalars {
      let isPlain = scalar.isASCII && scalar.value >= 32 && scalar != "\\" && scalar != "\""
      let hex = String(scalar.value, radix: 16)
      text += isPlain ? String(scalar) : "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
    return text
  }

  @Test(arguments: [
    attack, "# \(attack)\n\n**\(attack)** [x](https://a.example)",
    "<html><body><h1>\(attack)</h1><p>\(attack)</p></body></html>",
    "{\"title\": \"\(json)\", \"company\": \"\(json)\", \"description\": \"<p>\(json)</p>\"}",
    "title,company,description\n\(attack),x,\(attack)\n",
    "<rss><channel><item><title>before after</title><description>x</description></item></channel></rss>",
    "From: a@b.example\nSubject: \(attack)\nMessage-ID: <1>\n\n\(attack)\n",
    "---\ntitle: \(attack)\n---\n\n# \(attack)\n",
  ])
  func leavesTheWordsAlone(source: String) throws {
    let result = Adapter.read(SourceBytes(name: "attack", bytes: Array(source.utf8)))
    let posting = try #require(result.postings.first)
    let texts = [posting.title, posting.company, posting.body.plainText, posting.body.markdown]
    let text = texts.compactMap { $0 }.joined(separator: "\n")
    #expect(text.contains("before"))
    #expect(text.contains("after"))
    #expect(!text.contains("PWNED"))
    #expect(!text.contains("c2Vj"))
    #expect(text.cleaned() == text)
  }

  @Test func entitiesSpellNoControlCharacters() throws {
    for source in ["# T\n\na&#27;[31mb&#8238;c", "<p>a&#27;[31mb&#8238;c</p>"] {
      let result = Adapter.read(SourceBytes(name: "x", bytes: Array(source.utf8)))
      let text = try #require(result.postings.first).body.plainText
      #expect(!text.unicodeScalars.contains { $0.value == 27 || $0.value == 0x202E })
    }
  }

  @Test func damageIsMendedBeforeItIsCleaned() {
    let context = ReadingContext(mend: { $0 == "Itâ\u{80}\u{99}s" ? "It’s" : $0 })
    let source = "{\"title\": \"It\\u00e2\\u0080\\u0099s\", \"company\": \"x\"}"
    let result = Adapter.read(
      SourceBytes(name: "x", bytes: Array(source.utf8)), context: context)
    #expect(result.postings.first?.title == "It’s")
  }
}
