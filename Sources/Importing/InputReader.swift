import Adapters
import Extraction
import Foundation
import Listings
import Storage

/// Reads inputs to postings, understands them, and hands them on in batches.
///
/// This thread opens and cuts inputs; others read and understand the pieces, and what came of them
/// goes on in the order of the input.
final class InputReader<Item: Sendable>: @unchecked Sendable {
  private let pieces: PieceReader<Item>
  private let workers: Workers<InputPiece, PieceOutcome<Item>>
  private let context: ReadingContext
  private let bytesTotal: Int?
  private let progress: (ImportProgress) -> Bool

  private(set) var problems: [ImportProblem] = []
  private(set) var skipped = 0
  private(set) var empty = 0
  private(set) var decided = 0
  private(set) var isStopped = false
  /// The lines of the input that is being read.
  private var streaming: StreamingReader?
  private var batch: [Item] = []
  private var bytesRead = 0
  private var postings = 0

  /// A document that is no list of lines is read whole; one larger than this is no document.
  private static var documentLimit: Int { 256 << 20 }
  /// Postings of a document that one thread understands at a time.
  private static var groupSize: Int { 64 }
  /// Items that are handed on together.
  private static var batchSize: Int { 128 }

  init(
    _ pieces: PieceReader<Item>, bytesTotal: Int?,
    progress: @escaping (ImportProgress) -> Bool
  ) {
    self.pieces = pieces
    self.bytesTotal = bytesTotal
    self.progress = progress
    var context = ReadingContext(vocabulary: pieces.vocabulary)
    context.keepsRejects = pieces.options.reject != nil
    self.context = context
    workers = Workers(count: Workers<InputPiece, PieceOutcome<Item>>.count) {
      pieces.outcome(of: $0)
    }
  }

  /// Reads one input; `files` are those that the inputs' paths stand for.
  func readAll(_ inputs: [ImportInput], files: [InputFile], into pipe: Pipe<[Item]>) {
    for file in files where !isStopped { read(path: file.path, name: file.path, into: pipe) }
    for input in inputs where !isStopped {
      switch input {
      case .path: break
      case .standardInput: read(path: nil, name: "standard input", into: pipe)
      case .bytes(let name, let bytes): readDocument(bytes, name: name, into: pipe)
      case .url(let url): read(url: url, into: pipe)
      }
    }
    drain(into: pipe)
    workers.close()
    flush(into: pipe)
    pipe.close()
  }
}

private extension InputReader {
  func read(path: String?, name: String, into pipe: Pipe<[Item]>) {
    do {
      var chunks = try FileChunks(path: path)
      guard let first = try chunks.next() else {
        note(ImportProblem(file: name, reason: "nothing in it"))
        return
      }
      advance(by: chunks.bytesRead)
      if SourceFormat(sniffing: first, words: context.words).isStreamable,
        let reader = StreamingReader(beginning: first, context: context)
      {
        try stream(first, of: &chunks, with: reader, name: name, into: pipe)
      } else {
        readDocument(try rest(of: &chunks, after: first), name: name, into: pipe)
      }
    } catch {
      note(ImportProblem(file: name, reason: error.reason))
    }
  }

  func read(url: String, into pipe: Pipe<[Item]>) {
    let name = FetchRequest(url).shownURL
    do {
      guard let fetcher = pieces.options.fetcher else {
        throw FetchError("nothing is fetched here")
      }
      guard case .page(let page) = try fetcher.fetch(FetchRequest(url)) else { return }
      let bytes = try Gunzip.unpacked(page.bytes)
      advance(by: page.bytes.count)
      let source = SourceBytes(
        name: name, bytes: bytes, declaredCharset: page.charset, url: page.url)
      take(Adapter.read(source, context: context), name: name, into: pipe)
    } catch let error as FetchError {
      note(ImportProblem(file: name, reason: error.reason))
    } catch {
      note(ImportProblem(file: name, reason: "can't be fetched"))
    }
  }

  func rest(of chunks: inout FileChunks, after first: [UInt8]) throws(ChunkError) -> [UInt8] {
    var bytes = first
    while let chunk = try chunks.next() {
      bytes += chunk
      guard bytes.count <= Self.documentLimit else {
        throw ChunkError(
          reason:
            "over \(Self.documentLimit >> 20) MB in one piece; one JSON object a line has no limit")
      }
    }
    return bytes
  }

  func stream(
    _ first: [UInt8], of chunks: inout FileChunks, with reader: StreamingReader, name: String,
    into pipe: Pipe<[Item]>
  ) throws(ChunkError) {
    streaming = reader
    feed(first, name: name, into: pipe)
    while !isStopped {
      let before = chunks.bytesRead
      let chunk: [UInt8]?
      do {
        chunk = try chunks.next()
      } catch {
        // What was complete before the damage is kept.
        finishStream(name: name, into: pipe)
        throw error
      }
      guard let chunk else { break }
      advance(by: chunks.bytesRead - before)
      feed(chunk, name: name, into: pipe)
    }
    if !isStopped { finishStream(name: name, into: pipe) }
  }

  /// Lines are read by the workers, all else here.
  func feed(_ bytes: [UInt8], name: String, into pipe: Pipe<[Item]>) {
    if let batches = streaming?.cut(bytes) {
      for batch in batches where !isStopped {
        give(InputPiece(file: name, content: .lines(batch)), into: pipe)
      }
    } else {
      drain(into: pipe)
      if let result = streaming?.feed(bytes) { take(result, name: name, into: pipe) }
    }
  }

  func finishStream(name: String, into pipe: Pipe<[Item]>) {
    drain(into: pipe)
    if let result = streaming?.finish() { take(result, name: name, into: pipe) }
    drain(into: pipe)
    streaming = nil
  }

  func readDocument(_ bytes: [UInt8], name: String, into pipe: Pipe<[Item]>) {
    take(
      Adapter.read(SourceBytes(name: name, bytes: bytes), context: context), name: name, into: pipe)
  }

  func take(_ result: AdapterResult, name: String, into pipe: Pipe<[Item]>) {
    var group = AdapterResult(
      problems: result.problems, skipped: result.skipped, empty: result.empty)
    for start in stride(from: 0, to: max(1, result.postings.count), by: Self.groupSize) {
      group.postings = Array(result.postings[start...].prefix(Self.groupSize))
      give(InputPiece(file: name, content: .read(group)), into: pipe)
      if isStopped { return }
      group = AdapterResult()
    }
  }

  func give(_ piece: InputPiece, into pipe: Pipe<[Item]>) {
    while workers.isFull, let outcome = workers.take() { deliver(outcome, into: pipe) }
    if !isStopped { workers.give(piece) }
  }

  /// Waits for all that was given.
  func drain(into pipe: Pipe<[Item]>) {
    while let outcome = workers.take() { deliver(outcome, into: pipe) }
  }

  func deliver(_ outcome: PieceOutcome<Item>, into pipe: Pipe<[Item]>) {
    if isStopped { return }
    if let lines = outcome.unread, let result = streaming?.read(lines) {
      return deliver(pieces.outcome(of: result, in: outcome.file), into: pipe)
    }
    skipped += outcome.skipped
    empty += outcome.empty
    decided += outcome.decided
    for problem in outcome.problems { note(problem) }
    for item in outcome.items {
      batch.append(item)
      postings += 1
      if batch.count >= Self.batchSize { flush(into: pipe) }
      if isStopped { return }
    }
  }

  func flush(into pipe: Pipe<[Item]>) {
    if !batch.isEmpty, !pipe.put(batch) { isStopped = true }
    batch.removeAll(keepingCapacity: true)
    let report = ImportProgress(bytesRead: bytesRead, bytesTotal: bytesTotal, postings: postings)
    if !progress(report) { isStopped = true }
  }

  func note(_ problem: ImportProblem) {
    pieces.options.reject?(problem)
    var problem = problem
    problem.item = nil
    problems.append(problem)
  }

  func advance(by bytes: Int) { bytesRead += bytes }
}
