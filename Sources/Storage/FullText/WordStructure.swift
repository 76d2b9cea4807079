/// Which segments the index of words is made of, as FTS5 records it.
struct WordStructure: Hashable {
  struct Segment: Hashable {
    let number: Int
    var firstPage = 1
    let lastPage: Int
  }

  struct Level: Hashable {
    /// Segments, from the first on, that are being merged into the last one of the next level.
    var merging = 0
    /// The oldest first.
    var segments: [Segment] = []
  }

  /// The number of the settings' state.
  private let cookie: [UInt8]
  private(set) var levels: [Level] = []
  /// Pages that were ever written to the first level.
  private var written = 0

  /// Nil when it is not what we know how to write.
  init?(record: [UInt8]) {
    guard record.count > 4 else { return nil }
    cookie = Array(record.prefix(4))
    var numbers = record.withUnsafeBytes { bytes in
      var reader = VarintReader(bytes, from: 4)
      var numbers: [Int] = []
      while let number = reader.next() { numbers.append(number) }
      return numbers[...]
    }
    guard let count = numbers.popFirst(), let segments = numbers.popFirst(),
      let written = numbers.popFirst(), count >= 0, count <= Self.mostLevels
    else { return nil }
    self.written = written
    for _ in 0..<count {
      guard let level = Level(&numbers) else { return nil }
      levels.append(level)
    }
    guard numbers.isEmpty, segments == levels.map(\.segments.count).reduce(0, +) else { return nil }
  }

  var record: [UInt8] {
    var record = cookie
    for number in [levels.count, levels.map(\.segments.count).reduce(0, +), written] {
      record.append(varint: number)
    }
    for level in levels {
      record.append(varint: level.merging)
      record.append(varint: level.segments.count)
      for segment in level.segments {
        for number in [segment.number, segment.firstPage, segment.lastPage] {
          record.append(varint: number)
        }
      }
    }
    return record
  }

  private static let mostLevels = 64
  private static let mostSegments = 2000

  /// A number that no segment has; nil when all are taken.
  var freeNumber: Int? {
    let taken = Set(levels.flatMap(\.segments).map(\.number))
    return (1...Self.mostSegments).first { !taken.contains($0) }
  }

  /// Adds a segment with so many pages, newer than all there are.
  mutating func add(_ number: Int, pages: Int) {
    if levels.isEmpty { levels.append(Level()) }
    levels[0].segments.append(Segment(number: number, lastPage: pages))
    written += pages
  }

  /// How many pages are to be written by merging; 0 while few segments are of one size.
  ///
  /// As many as the last one has on each level, so that each is merged by the time as many have
  /// come again, and no batch waits long.
  var pagesDue: Int {
    guard levels.contains(where: { $0.merging > 0 || $0.segments.count >= Self.mostAlike }),
      let last = levels.first?.segments.last
    else { return 0 }
    return levels.count * max(Self.fewestPages, last.lastPage)
  }

  /// Segments of a level before they are merged into one.
  static let mostAlike = 16
  private static let fewestPages = 64
}

private extension WordStructure.Level {
  init?(_ numbers: inout ArraySlice<Int>) {
    guard let merging = numbers.popFirst(), let count = numbers.popFirst(), count >= 0,
      numbers.count >= 3 * count
    else { return nil }
    self.merging = merging
    for _ in 0..<count {
      let (number, first, last) = (
        numbers.removeFirst(), numbers.removeFirst(), numbers.removeFirst()
      )
      segments.append(WordStructure.Segment(number: number, firstPage: first, lastPage: last))
    }
  }
}
