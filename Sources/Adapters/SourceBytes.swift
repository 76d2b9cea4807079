import Listings

/// One file, answer or message as it came; adapters open nothing.
package struct SourceBytes: Sendable {
  /// The name that problems are reported under; it never decides the format.
  package let name: String
  package let bytes: [UInt8]
  /// The charset that a server named.
  package let declaredCharset: String?
  /// The address that it was fetched from.
  package let url: String?

  package init(
    name: String, bytes: [UInt8], declaredCharset: String? = nil, url: String? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.declaredCharset = declaredCharset
    self.url = url
  }
}

extension SourceBytes {
  /// The bytes, which are UTF-8, mended and cleaned before a parser sees them.
  func cleanedBytes(_ context: ReadingContext) -> [UInt8] {
    [UInt8](context.text(String(decoding: bytes, as: UTF8.self)).utf8)
  }
}

/// What a caller lends to every adapter.
package struct ReadingContext: Sendable {
  /// Mends text that was decoded wrongly before it came here; it sees every text before cleaning
  /// does, because damage often looks like control characters.
  package let mend: @Sendable (String) -> String
  /// The address that the source was fetched from; some boards' answers name no other.
  var address: String?
  /// Problems keep the item that they are about.
  package var keepsRejects = false
  /// What documents call what they hold.
  package let words: DocumentWords

  package init(
    words: DocumentWords, mend: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.words = words
    self.mend = mend
  }

  /// For pieces of what was mended already, in which no words are looked for.
  static let plain = ReadingContext(words: DocumentWords())
}

/// Something that could not be read, and where.
package struct SourceProblem: Hashable, Sendable {
  /// Counted from 1.
  package let line: Int?
  /// Counted from 0, in sources that are lists.
  package let item: Int?
  package let reason: String
  /// The item as it was, as JSON, where that is kept.
  package var rejected: String?

  package init(line: Int? = nil, item: Int? = nil, reason: String) {
    self.line = line
    self.item = item
    self.reason = reason
  }
}

/// What an adapter made of a source: every item is a posting, a problem, empty or skipped.
package struct AdapterResult: Sendable {
  package var postings: [Posting]
  /// Each is one item, or the whole source, that could not be read.
  package var problems: [SourceProblem]
  /// Items that the board itself marks as unlisted, and legal notices.
  package var skipped: Int
  /// Rows and items that hold nothing at all.
  package var empty: Int

  package init(
    postings: [Posting] = [], problems: [SourceProblem] = [], skipped: Int = 0, empty: Int = 0
  ) {
    self.postings = postings
    self.problems = problems
    self.skipped = skipped
    self.empty = empty
  }

  /// Items that were met, whatever came of them.
  package var items: Int { postings.count + problems.count + skipped + empty }

  static func problem(_ reason: String, line: Int? = nil) -> AdapterResult {
    AdapterResult(problems: [SourceProblem(line: line, reason: reason)])
  }

  package mutating func append(_ other: AdapterResult) {
    postings += other.postings
    problems += other.problems
    skipped += other.skipped
    empty += other.empty
  }
}

extension ReadingContext {
  /// A problem with the item that it is about, if that is kept.
  func problem(
    _ reason: String, line: Int? = nil, item: Int? = nil,
    about rejected: @autoclosure () -> JSONValue
  ) -> SourceProblem {
    var problem = SourceProblem(line: line, item: item, reason: reason)
    if keepsRejects { problem.rejected = rejected().jsonText }
    return problem
  }

  /// Text of a body: mended, then cleaned.
  func text(_ raw: String) -> String { mended(raw).cleaned() }

  /// A field of one line, or nil when nothing is left of it.
  func line(_ raw: String?) -> String? {
    guard let raw else { return nil }
    let line = mended(raw).cleaned(.singleLine)
    return line.isEmpty ? nil : line
  }

  /// Plain ASCII cannot be damaged, and most of what a board sends is just that.
  private func mended(_ raw: String) -> String {
    raw.isASCII ? raw : mend(raw)
  }
}
