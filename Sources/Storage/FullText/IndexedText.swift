import Listings
import Queries

/// The words of a listing as the index of words holds them; what is not there can't be found.
///
/// Made where the posting is read, so that the one thread that writes need not look at a body again.
struct IndexedText: Hashable, Sendable {
  /// How many words each column has.
  let counts: [Int]
  /// Of each different word the length, the bytes, the length of its places, and these as the index
  /// keeps them.
  fileprivate let bytes: [UInt8]

  /// Title, company, location and body.
  static let columns = 4
  /// The index knows no more of a word.
  static let longestWord = 32_768

  init(_ listing: Listing) {
    let body = listing.searchedBody.plainTextBytes
    var collector = WordCollector(bytes: body.count)
    for text in [listing.title, listing.company, listing.location] {
      var text = text ?? ""
      text.withUTF8 { collector.addColumn($0) }
    }
    body.withUnsafeBufferPointer { collector.addColumn($0) }
    counts = collector.counts
    bytes = collector.collected()
  }
}

extension IndexedText {
  /// About how much memory it takes.
  var size: Int { bytes.count }

  /// Hands over each different word and its places, good only during the call.
  func forEachWord(
    _ body: (_ word: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>) throws ->
      Void
  ) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      var reader = VarintReader(UnsafeRawBufferPointer(bytes))
      func next() -> UnsafeBufferPointer<UInt8>? {
        reader.next().map { UnsafeBufferPointer(rebasing: bytes[reader.take($0)]) }
      }
      while let word = next(), let places = next() { try body(word, places) }
    }
  }

  /// The words of each column, parted by blanks: the text that the index would read them from.
  var texts: [String] {
    var words = counts.map { [String](repeating: "", count: $0) }
    forEachWord { word, places in
      let word = String(decoding: word, as: UTF8.self)
      for (column, position) in WordPlaces(places) { words[column][position] = word }
    }
    return words.map { $0.joined(separator: " ") }
  }
}

/// Where in a listing a word stands, as the index keeps it: the distance to the one before, and
/// a mark where another column begins.
private struct WordPlaces: Sequence, IteratorProtocol {
  private var reader: VarintReader
  private var column = 0
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { reader = VarintReader(UnsafeRawBufferPointer(bytes)) }

  mutating func next() -> (column: Int, position: Int)? {
    guard var number = reader.next() else { return nil }
    if number == 1 {
      column = reader.next() ?? 0
      position = 0
      number = reader.next() ?? 2
    }
    position += number - 2
    return (column, position)
  }
}

/// Collects the words of one listing, column by column.
private struct WordCollector {
  private var table: WordTable
  /// The numbers of all words in a row.
  private var numbers: [UInt32] = []
  private(set) var counts: [Int] = []

  init(bytes: Int) {
    // Half of the words of a body of some kilobytes are met again, each of seven bytes or so.
    table = WordTable(words: bytes / 12)
    numbers.reserveCapacity(bytes / 5)
  }

  mutating func addColumn(_ text: UnsafeBufferPointer<UInt8>) {
    let before = numbers.count
    SearchText.forEachWord(in: text) { word, _ in
      let known = UnsafeBufferPointer(rebasing: word.prefix(IndexedText.longestWord))
      numbers.append(UInt32(truncatingIfNeeded: table.number(of: known)))
    }
    counts.append(numbers.count - before)
  }

  func collected() -> [UInt8] {
    let (ends, places) = placesByWord()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10 * table.count + 2 * numbers.count)
    var start = 0
    for (number, end) in ends.enumerated() {
      table.withWord(number) { word in
        bytes.append(varint: word.count)
        bytes.append(contentsOf: word)
      }
      append(places[start..<end], to: &bytes)
      start = end
    }
    return bytes
  }

  /// The places of all words, one word's behind the other's, and where those of each end.
  private func placesByWord() -> (ends: [Int], places: [(column: UInt32, position: UInt32)]) {
    var ends = [Int](repeating: 0, count: table.count)
    for number in numbers { ends[Int(number)] += 1 }
    var sum = 0
    for number in ends.indices {
      let count = ends[number]
      ends[number] = sum
      sum += count
    }
    var places = [(column: UInt32, position: UInt32)](repeating: (0, 0), count: numbers.count)
    var index = 0
    for (column, count) in counts.enumerated() {
      for position in 0..<count {
        let number = Int(numbers[index])
        places[ends[number]] = (UInt32(column), UInt32(truncatingIfNeeded: position))
        ends[number] += 1
        index += 1
      }
    }
    return (ends, places)
  }

  private func append(
    _ places: ArraySlice<(column: UInt32, position: UInt32)>, to bytes: inout [UInt8]
  ) {
    // The length stands before them, and is one byte nearly always.
    let start = bytes.count
    bytes.append(0)
    var column: UInt32 = 0
    var last: UInt32 = 0
    for place in places {
      if place.column != column {
        bytes.append(1)
        bytes.append(varint: UInt64(place.column))
        (column, last) = (place.column, 0)
      }
      bytes.append(varint: UInt64(place.position - last + 2))
      last = place.position
    }
    let length = bytes.count - start - 1
    if length < 0x80 {
      bytes[start] = UInt8(truncatingIfNeeded: length)
    } else {
      var prefix: [UInt8] = []
      prefix.append(varint: length)
      bytes.replaceSubrange(start...start, with: prefix)
    }
  }
}
