import Adapters
import Extraction
import Foundation
import Listings
import Storage

/// Reads inputs to postings, understands them, and hands them on in batches.
final class InputReader: @unchecked Sendable {
  private let vocabulary: Vocabulary
  private let options: Importer.Options
  private let context: ReadingContext
  private let bytesTotal: Int?
  private let progress: (ImportProgress) -> Bool

  private(set) var problems: [ImportProblem] = []
  private(set) var skipped = 0
  private(set) var isStopped = false
  private var batch: [ReadPosting] = []
  private var bytesRead = 0
  private var postings = 0

  /// A document that is no list of lines is read whole; one larger than this is no document.
  private static let documentLimit = 256 << 20
  /// A sentence that says anything of a job has more letters than this.
  private static let fewestLetters = 30

  init(
    vocabulary: Vocabulary, options: Importer.Options, bytesTotal: Int?,
    progress: @escaping (ImportProgress) -> Bool
  ) {
    self.vocabulary = vocabulary
    self.options = options
    self.bytesTotal = bytesTotal
    self.progress = progress
    var context = ReadingContext { Mojibake.mended($0) }
    context.keepsRejects = options.reject != nil
    self.context = context
  }

  /// Reads one input; `files` are those that the inputs' paths stand for.
  func readAll(_ inputs: [ImportInput], files: [InputFile], into pipe: BatchPipe) {
    for file in files where !isStopped { read(path: file.path, name: file.path, into: pipe) }
    for input in inputs where !isStopped {
      switch input {
      case .path: break
      case .standardInput: read(path: nil, name: "standard input", into: pipe)
      case .bytes(let name, let bytes): readDocument(bytes, name: name, into: pipe)
      case .url(let url): read(url: url, into: pipe)
      }
    }
    flush(into: pipe)
    pipe.close()
  }
}

private extension InputReader {
  func read(path: String?, name: String, into pipe: BatchPipe) {
    do {
      var chunks = try FileChunks(path: path)
      guard let first = try chunks.next() else {
        note(ImportProblem(file: name, reason: "nothing in it"))
        return
      }
      advance(by: chunks.bytesRead)
      if SourceFormat(sniffing: first).isStreamable,
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

  func read(url: String, into pipe: BatchPipe) {
    let name = FetchRequest(url).shownURL
    do {
      guard let fetcher = options.fetcher else { throw FetchError("nothing is fetched here") }
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
    into pipe: BatchPipe
  ) throws(ChunkError) {
    var reader = reader
    take(reader.feed(first), name: name, into: pipe)
    while !isStopped {
      let before = chunks.bytesRead
      let chunk: [UInt8]?
      do {
        chunk = try chunks.next()
      } catch {
        // What was complete before the damage is kept.
        take(reader.finish(), name: name, into: pipe)
        throw error
      }
      guard let chunk else { break }
      advance(by: chunks.bytesRead - before)
      take(reader.feed(chunk), name: name, into: pipe)
    }
    if !isStopped { take(reader.finish(), name: name, into: pipe) }
  }

  func readDocument(_ bytes: [UInt8], name: String, into pipe: BatchPipe) {
    take(
      Adapter.read(SourceBytes(name: name, bytes: bytes), context: context), name: name, into: pipe)
  }

  func take(_ result: AdapterResult, name: String, into pipe: BatchPipe) {
    skipped += result.skipped
    for problem in result.problems {
      note(ImportProblem(problem, in: name))
    }
    for posting in result.postings {
      let read = understood(posting)
      guard !isEmpty(read) else {
        note(ImportProblem(file: name, reason: "no posting in it: hardly any words"))
        continue
      }
      batch.append(read)
      postings += 1
      if batch.count >= BatchPipe.batchSize { flush(into: pipe) }
      if isStopped { return }
    }
  }

  /// Neither a title, nor a company, nor a sentence: a stray file or a list's empty item.
  func isEmpty(_ read: ReadPosting) -> Bool {
    guard read.listing.title == nil, read.listing.company == nil else { return false }
    let letters = read.posting.body.plainText.utf8.lazy.filter {
      $0 >= 0x80 || (97...122).contains($0 | 32)
    }
    return letters.prefix(Self.fewestLetters).count < Self.fewestLetters
  }

  func understood(_ posting: Posting) -> ReadPosting {
    var posting = posting
    if let source = options.source { posting.source = source }
    return ReadPosting(
      understanding: posting, using: vocabulary, today: options.referenceDay ?? options.today)
  }

  func flush(into pipe: BatchPipe) {
    if !batch.isEmpty, !pipe.put(batch) { isStopped = true }
    batch.removeAll(keepingCapacity: true)
    let report = ImportProgress(bytesRead: bytesRead, bytesTotal: bytesTotal, postings: postings)
    if !progress(report) { isStopped = true }
  }

  func note(_ problem: ImportProblem) {
    options.reject?(problem)
    var problem = problem
    problem.item = nil
    problems.append(problem)
  }

  func advance(by bytes: Int) { bytesRead += bytes }
}
