import Listings

/// Which lines of a body are about this job, and which repeat earlier ones.
package struct Sections: Sendable {
  /// One a line of the body.
  package let kinds: [SectionKind]
  /// Whether the line stood in the body before.
  package let repeats: [Bool]
  /// Whether the line is a heading, marked as one or known for one.
  package let headings: [Bool]

  package init(_ blocks: [Block], using vocabulary: Vocabulary) {
    self.init(Page(blocks, lexicon: vocabulary.lexicon), using: vocabulary.page)
  }

  init(_ page: Page, using vocabulary: PageVocabulary) {
    var reader = SectionReader(page: page, vocabulary: vocabulary)
    for line in page.lines.indices { reader.read(line) }
    kinds = reader.kinds
    headings = reader.headings
    repeats = Self.repeats(in: page)
  }

  /// Whether fields of this job may stand in a line.
  func isReadable(_ line: Int) -> Bool { !kinds[line].isElsewhere }

  /// The UTF-8 ranges of the lines that `isWanted` chooses, neighbors joined.
  func ranges(in body: BodyText, where isWanted: (SectionKind) -> Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, line) in body.lines.enumerated() where isWanted(kinds[index]) && !repeats[index] {
      if let last = ranges.last, last.upperBound + 1 == line.range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<line.range.upperBound
      } else {
        ranges.append(line.range)
      }
    }
    return ranges
  }
}

private extension Sections {
  // A repeated line of less is a word of a table or a list, unless its neighbor repeats too.
  static let leastRepeat = 40

  static func repeats(in page: Page) -> [Bool] {
    var seen = Set<UInt64>(minimumCapacity: page.lines.count)
    var repeats: [Bool] = []
    repeats.reserveCapacity(page.lines.count)
    for line in page.body.lines {
      let sum = page.text.bytes.withUnsafeBytes { all in
        hash(UnsafeRawBufferPointer(rebasing: all[line.range]))
      }
      // A table of contents does not make repeats of the headings below it.
      var isHeading = false
      if case .heading = line.kind { isHeading = true }
      repeats.append(!seen.insert(isHeading ? ~sum : sum).inserted)
    }
    for index in repeats.indices where repeats[index] {
      let isLong = page.body.lines[index].range.count >= leastRepeat
      let isBeforeRepeat = index + 1 < repeats.count && repeats[index + 1]
      let isAfterRepeat = index > 0 && repeats[index - 1]
      repeats[index] = isLong || isBeforeRepeat || isAfterRepeat
    }
    return repeats
  }

  /// Eight bytes at a time, the last ones once more where they do not fill the eight.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    guard bytes.count >= 8 else {
      add(bytes.reduce(0) { $0 << 8 | UInt64($1) })
      return hash
    }
    for offset in stride(from: 0, to: bytes.count - 8, by: 8) {
      add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    add(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    return hash
  }
}

extension Sections {
  /// The blocks of a body, each paragraph once; nil when none is there twice.
  func withoutRepeats(_ blocks: [Block], _ body: BodyText) -> [Block]? {
    guard repeats.contains(true) else { return nil }
    var isFresh = Array(repeating: false, count: blocks.count)
    var isEmpty = Array(repeating: true, count: blocks.count)
    for (index, line) in body.lines.enumerated() {
      isEmpty[line.block] = false
      if !repeats[index] { isFresh[line.block] = true }
    }
    let kept = blocks.indices.filter { isFresh[$0] || isEmpty[$0] }
    return kept.count == blocks.count ? nil : kept.map { blocks[$0] }
  }
}
