import Adapters
import Listings
import TestSupport
import Testing

@Suite struct AnyBytesTests {
  /// Whatever the bytes, the answer is a value, and its text is clean.
  @Test(arguments: Fixture.names) func mutatedFixturesEndInAValue(name: String) throws {
    let bytes = try Fixture.bytes(name)
    var random = SplitMix64(seed: UInt64(bytes.count))
    for _ in 0..<120 {
      var mutated = bytes
      for _ in 0...Int.random(in: 0..<8, using: &random) {
        guard !mutated.isEmpty else { break }
        let place = Int.random(in: 0..<mutated.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: mutated[place] = UInt8.random(in: 0...255, using: &random)
        case 1: mutated.removeSubrange(place..<min(mutated.count, place + 20))
        case 2:
          mutated.insert(contentsOf: mutated[place..<min(mutated.count, place + 40)], at: place)
        default: mutated = Array(mutated[..<place])
        }
      }
      expectClean(Adapter.read(SourceBytes(name: name, bytes: mutated)))
    }
  }

  @Test func noiseEndsInAValue() {
    var random = SplitMix64(seed: 5)
    let pieces = [
      "{", "[", "<p>", "---\n", "\"", ",", "From ", "\n", "# ", "=?", "\u{1B}]0;", "title",
    ]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        if Bool.random(using: &random) {
          bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      expectClean(Adapter.read(SourceBytes(name: "noise", bytes: bytes)))
    }
  }

  @Test(arguments: [
    ("", "nothing in it"), (" \n", "nothing in it"),
    ("%PDF-1.7", "not text: a PDF; save its text first, as with pdftotext"),
    (
      "PK\u{3}\u{4}",
      "not text: a zip archive or office document; unpack it, or save it as text or CSV"
    ),
    ("{\"a\": 1}", "no postings in this JSON"),
    (#"{"error": "No such board"}"#, "the answer is an error: No such board"),
    (
      #"{"status": "ERROR", "error": {"code": 403, "message": "Quota"}}"#,
      "the answer is an error: Quota"
    ),
    (#"{"errors": [{"message": "Bad key"}]}"#, "the answer is an error: Bad key"),
    ("<title>403 Forbidden</title><h1>403 Forbidden</h1>", "an error page: 403 Forbidden"),
  ])
  func saysWhyThereIsNoPosting(text: String, reason: String) {
    let result = Adapter.read(SourceBytes(name: "x", bytes: Array(text.utf8)))
    #expect(result.problems.map(\.reason) == [reason])
  }

  @Test(arguments: [
    "[]", #"{"jobs": [], "meta": {"total": 0}}"#, #"{"data": {"jobs": []}, "success": true}"#,
    "title,company,location\n", "<rss><channel><title>Jobs</title></channel></rss>",
    "<?xml version=\"1.0\"?><workzag-jobs/>",
  ])
  func aListOfNothingIsNoFault(text: String) {
    let result = Adapter.read(SourceBytes(name: "x", bytes: Array(text.utf8)))
    #expect(result.items == 0)
  }

  @Test func otherCharsetsAreRead() {
    let latin: [UInt8] = Array("Caf".utf8) + [0xE9, 0x20, 0x93] + Array("x".utf8) + [0x94]
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "Größe".utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(text(latin) == "Café “x”\n")
    #expect(text(wide) == "Größe\n")
    #expect(text([0xEF, 0xBB, 0xBF] + Array("mark".utf8)) == "mark\n")
  }

  private func text(_ bytes: [UInt8]) -> String? {
    Adapter.read(SourceBytes(name: "x", bytes: bytes)).postings.first?.body.plainText
  }

  private func expectClean(_ result: AdapterResult) {
    for posting in result.postings {
      let texts =
        [posting.title, posting.company, posting.location, posting.url, posting.payText]
        .compactMap { $0 } + posting.tags + [posting.body.plainText]
      for text in texts { #expect(text.cleaned() == text) }
      #expect(posting.body.normalized == posting.body)
    }
  }
}
