import Listings

/// Reads NDJSON, JSON lists, tables and mailboxes piece by piece, so that a file need not fit in memory.
///
///     var reader = StreamingReader(beginning: firstChunk, context: context)
///     for chunk in chunks { take(reader.feed(chunk)) }
///     take(reader.finish())
package struct StreamingReader {
  /// A line longer than this is not kept; no posting is that long.
  private static let longestLine = 16_777_216

  private static let longestMessage = 67_108_864

  private let context: ReadingContext
  private var kind: Kind
  private var isAtStart = true
  fileprivate var replies = ReplyFilter()

  private enum Kind {
    case lines(rest: [UInt8], number: Int, isTooLong: Bool)
    case table(CSVReader, head: [String]?)
    case array(JSONArrayCutter, count: Int)
    case mailbox(rest: [UInt8], count: Int)
  }

  /// Nil when the beginning of the source is of no format that can be read this way.
  package init?(beginning bytes: [UInt8], context: ReadingContext) {
    self.context = context
    switch SourceFormat(sniffing: bytes, words: context.words) {
    case .jsonLines: kind = .lines(rest: [], number: 0, isTooLong: false)
    case .table(let separator): kind = .table(CSVReader(separator: separator), head: nil)
    case .jsonArray: kind = .array(JSONArrayCutter(), count: 0)
    case .mailbox: kind = .mailbox(rest: [], count: 0)
    default: return nil
    }
    if TextDecoding.looksWide(bytes) { return nil }
  }

  package mutating func feed(_ bytes: [UInt8]) -> AdapterResult {
    var bytes = bytes[...]
    if isAtStart, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    isAtStart = false
    switch kind {
    case .lines(let rest, let number, let isTooLong):
      return feedLines(bytes, rest: rest, number: number, isTooLong: isTooLong)
    case .table(var reader, var head):
      kind = .lines(rest: [], number: 0, isTooLong: false)
      var result = AdapterResult()
      reader.feed(bytes) { read($0, head: &head, into: &result) }
      kind = .table(reader, head: head)
      return result
    case .array(var cutter, var count):
      kind = .lines(rest: [], number: 0, isTooLong: false)
      var result = AdapterResult()
      cutter.feed(bytes) { read($0, count: &count, into: &result) }
      kind = .array(cutter, count: count)
      return result
    case .mailbox(let rest, let count):
      kind = .lines(rest: [], number: 0, isTooLong: false)
      return feedMailbox(rest + bytes, count: count)
    }
  }

  package mutating func finish() -> AdapterResult {
    var result = AdapterResult()
    switch kind {
    case .lines(let rest, let number, _):
      if rest.contains(where: { !$0.isBlank }) {
        result.append(read(line: rest[...], number: number + 1))
      }
    case .table(var reader, var head):
      reader.finish { read($0, head: &head, into: &result) }
    case .array(let cutter, _):
      if let rest = cutter.rest {
        result = .problem("broken JSON: expected the end of the list", line: rest.line)
      }
    case .mailbox(let rest, let count):
      for bytes in Mailbox.messages(in: rest) {
        result.append(MailAdapter.read(bytes, at: count, context: context))
      }
    }
    return result
  }
}

private extension StreamingReader {
  mutating func feedLines(
    _ bytes: ArraySlice<UInt8>, rest: [UInt8], number: Int, isTooLong: Bool
  ) -> AdapterResult {
    // The rest is taken out of `kind` so that appending to it copies nothing.
    kind = .lines(rest: [], number: 0, isTooLong: false)
    var result = AdapterResult()
    var rest = rest
    var number = number
    var isTooLong = isTooLong
    var start = bytes.startIndex
    while let end = bytes.endOfLine(from: start) {
      number += 1
      if isTooLong {
        isTooLong = false
        result.problems.append(SourceProblem(line: number, reason: "a line over 16 MB"))
      } else if rest.isEmpty {
        result.append(read(line: bytes[start..<end], number: number))
      } else {
        rest.append(contentsOf: bytes[start..<end])
        result.append(read(line: rest[...], number: number))
      }
      rest.removeAll(keepingCapacity: true)
      start = end + 1
    }
    rest.append(contentsOf: bytes[start...])
    if rest.count > Self.longestLine {
      rest.removeAll()
      isTooLong = true
    }
    kind = .lines(rest: rest, number: number, isTooLong: isTooLong)
    return result
  }

  mutating func read(line: ArraySlice<UInt8>, number: Int) -> AdapterResult {
    guard line.contains(where: { !$0.isBlank }) else { return AdapterResult() }
    let outcome = line.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in
        do throws(JSONError) { return try JSONReader.read(buffer) } catch {
          // By hand, or by a program that prints what it has.
          guard let loose = try? JSONReader.read(buffer, isTolerant: true) else { throw error }
          return loose
        }
      }
    }
    switch outcome {
    case .success(let item):
      if replies.isReply(item) { return AdapterResult(skipped: 1) }
      var result = JSONAdapter.read(
        item: item, at: number - 1, line: number, envelope: .null, context: context)
      result.problems = result.problems.map { problem in
        var inLine = SourceProblem(line: number, reason: problem.reason)
        inLine.rejected = problem.rejected
        return inLine
      }
      return result
    case .failure(let error):
      let reason = "broken JSON at column \(error.offset + 1): expected \(error.expected)"
      let text = String(decoding: line, as: UTF8.self)
      return AdapterResult(
        problems: [context.problem(reason, line: number, about: .string(text))])
    }
  }

  func read(_ record: CSVReader.Record, head: inout [String]?, into result: inout AdapterResult) {
    guard let names = head else {
      let names = record.fields.map { TextDecoding.string($0) }
      if TableHead.isHead(names, context.words.columns) { head = names }
      return
    }
    let members = zip(names, record.fields).map { name, field in
      JSONMember(name: name, value: .string(TextDecoding.string(field)))
    }
    guard let posting = TableRow.posting(.object(members), context: context) else {
      // A row of nothing but separators is an empty line of a spreadsheet.
      if record.fields.allSatisfy({ $0.allSatisfy(\.isBlank) }) {
        result.empty += 1
        return
      }
      let reason = record.fields.count < names.count ? "too few columns" : "no title"
      result.problems.append(
        context.problem(reason, line: record.line, about: .object(members)))
      return
    }
    result.postings.append(posting)
  }
}

private extension StreamingReader {
  mutating func read(
    _ element: JSONArrayCutter.Element, count: inout Int, into result: inout AdapterResult
  ) {
    var one = read(line: element.bytes[...], number: element.line)
    // Lists of answers (one page after the other) hold the postings one level down.
    if one.postings.allSatisfy(\.isBareTitle), one.skipped == 0,
      let item = try? JSONReader.read(element.bytes),
      let inner = ItemFinder(context).items(in: item),
      inner != [item]
    {
      one = AdapterResult()
      for (index, item) in inner.enumerated() {
        one.append(JSONAdapter.read(item: item, at: index, envelope: .null, context: context))
      }
    }
    count += 1
    result.append(one)
  }

  /// All messages but the last are whole.
  mutating func feedMailbox(_ bytes: [UInt8], count: Int) -> AdapterResult {
    var result = AdapterResult()
    var count = count
    let messages = Mailbox.messages(in: bytes)
    for message in messages.dropLast() {
      result.append(MailAdapter.read(message, at: count, context: context))
      count += 1
    }
    let rest = bytes[(Mailbox.lastStart(in: bytes) ?? 0)...]
    if rest.count > Self.longestMessage {
      result.problems.append(SourceProblem(item: count, reason: "a message over 64 MB"))
      count += 1
    }
    kind = .mailbox(rest: rest.count > Self.longestMessage ? [] : Array(rest), count: count)
    return result
  }
}

extension StreamingReader {
  /// The whole lines of the next piece of a source of lines, to be read on any thread; nil when
  /// the piece must be fed.
  package mutating func cut(_ bytes: [UInt8]) -> [LineBatch]? {
    guard case .lines(var rest, var number, false) = kind, let last = bytes.lastIndex(of: 10)
    else { return nil }
    // The rest is taken out of `kind` so that appending to it copies nothing.
    kind = .lines(rest: [], number: number, isTooLong: false)
    var start = isAtStart && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isAtStart = false
    var batches: [LineBatch] = []
    if !rest.isEmpty, let end = bytes[...].endOfLine(from: 0) {
      rest.append(contentsOf: bytes[...end])
      batches.append(LineBatch(bytes: rest[...], number: number + 1, context: context))
      number += 1
      start = end + 1
    }
    while start <= last {
      let end = bytes[...].endOfLine(from: min(start + LineBatch.size, last)) ?? last
      let lines = bytes[start...end]
      batches.append(LineBatch(bytes: lines, number: number + 1, context: context))
      number += lines.withUnsafeBytes { $0.count(of: 10) }
      start = end + 1
    }
    kind = .lines(rest: Array(bytes[start...]), number: number, isTooLong: false)
    return batches
  }

  /// Reads lines that could not be read without those before them.
  package mutating func read(_ batch: LineBatch) -> AdapterResult {
    let before = kind
    defer { kind = before }
    return feedLines(batch.bytes, rest: [], number: batch.number - 1, isTooLong: false)
  }

  fileprivate init(linesFor context: ReadingContext) {
    self.context = context
    kind = .lines(rest: [], number: 0, isTooLong: false)
  }
}

/// Whole lines of a source, each of them one item.
package struct LineBatch: Sendable {
  /// About eighty postings: enough that handing them over costs nothing beside reading them.
  static let size = 262_144

  fileprivate let bytes: ArraySlice<UInt8>
  /// Of the first line, counted from 1.
  fileprivate let number: Int
  fileprivate let context: ReadingContext

  /// Nil when what a line means depends on the lines before it.
  package func read() -> AdapterResult? {
    var reader = StreamingReader(linesFor: context)
    let result = reader.read(self)
    return reader.replies.isEmpty ? result : nil
  }
}

private extension ArraySlice<UInt8> {
  /// The place of the first line feed from `start` on.
  func endOfLine(from start: Int) -> Int? {
    let end = withUnsafeBytes { $0.firstIndex(of: 10, from: start - startIndex) } + startIndex
    return end < endIndex ? end : nil
  }
}

private extension Posting {
  /// As of a group, such as a team with its postings.
  var isBareTitle: Bool { company == nil && url == nil && location == nil && body.isEmpty }
}

/// A row of a table; JobSpy's columns among others.
enum TableRow {
  static func posting(_ row: JSONValue, context: ReadingContext) -> Posting? {
    let item = GenericItem(row, context: context)
    return item[.title]?.string?.trimmed.isEmpty == false ? item.posting() : nil
  }
}
