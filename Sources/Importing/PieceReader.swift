import Adapters
import Extraction
import Listings
import Storage

/// A piece of an input that one thread reads and understands from beginning to end.
struct InputPiece: Sendable {
  enum Content: Sendable {
    case lines(LineBatch)
    /// Items that an adapter has read already.
    case read(AdapterResult)
  }

  /// As problems name it.
  let file: String
  let content: Content
}

/// What came of a piece.
struct PieceOutcome<Item: Sendable>: Sendable {
  let file: String
  var items: [Item] = []
  var problems: [ImportProblem] = []
  var skipped = 0
  var empty = 0
  /// Items that brought decisions along.
  var decided = 0
  /// Lines that mean something only after those before them, and were left alone.
  var unread: LineBatch?
}

/// Reads pieces on any thread; `make` turns what was understood into what the import goes on with.
struct PieceReader<Item: Sendable>: Sendable {
  let vocabulary: Vocabulary
  let options: Importer.Options
  let make: @Sendable (ReadPosting) -> Item

  /// A sentence that says anything of a job has more letters than this.
  private static var fewestLetters: Int { 30 }

  func outcome(of piece: InputPiece) -> PieceOutcome<Item> {
    switch piece.content {
    case .read(let result): return outcome(of: result, in: piece.file)
    case .lines(let batch):
      if let result = batch.read() { return outcome(of: result, in: piece.file) }
      return PieceOutcome(file: piece.file, unread: batch)
    }
  }

  func outcome(of result: AdapterResult, in file: String) -> PieceOutcome<Item> {
    var outcome = PieceOutcome<Item>(file: file, skipped: result.skipped, empty: result.empty)
    outcome.problems = result.problems.map { ImportProblem($0, in: file) }
    outcome.items.reserveCapacity(result.postings.count)
    let name = Self.name(ofFile: file)
    for posting in result.postings {
      if posting.history?.holdsDecisions == true { outcome.decided += 1 }
      let read = understood(posting, in: name)
      if isEmpty(read) {
        outcome.problems.append(
          ImportProblem(file: file, reason: "no posting in it: hardly any words"))
      } else {
        outcome.items.append(make(read))
      }
    }
    return outcome
  }
}

private extension PieceReader {
  func understood(_ posting: consuming Posting, in file: String?) -> ReadPosting {
    if posting.externalID == nil, posting.url == nil, posting.file == nil {
      posting.file = file
    }
    if let source = options.source { posting.source = source }
    if !options.takesDecisions {
      posting.history?.decisions = []
      posting.history?.changes = []
    }
    let today = posting.history?.saidOn ?? options.referenceDay ?? options.today
    return ReadPosting(understanding: posting, using: vocabulary, today: today)
  }

  /// The last part of a path: a folder may be moved, and its files are the same.
  static func name(ofFile path: String) -> String? {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map(String.init) ?? nil
  }

  /// Neither a title, nor a company, nor a sentence: a stray file or a list's empty item.
  func isEmpty(_ read: ReadPosting) -> Bool {
    guard read.listing.title == nil, read.listing.company == nil else { return false }
    let letters = read.posting.body.plainText.utf8.lazy.filter {
      $0 >= 0x80 || (97...122).contains($0 | 32)
    }
    return letters.prefix(Self.fewestLetters).count < Self.fewestLetters
  }
}
