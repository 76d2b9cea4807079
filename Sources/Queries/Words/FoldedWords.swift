/// The folded words of a text in one piece of memory, and where they stood.
struct FoldedWords: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// UTF-8 ranges in the text.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    SearchText.forEachWord(in: text) { word, range in
      bytes += word
      ends.append(bytes.count)
      ranges.append(range)
    }
  }

  var count: Int { ranges.count }

  /// No words are in every text.
  func contains(_ sought: SoughtWords) -> Bool {
    if sought.isEmpty { return true }
    guard let distance = sought.distance else { return !starts(of: sought.phrases[0]).isEmpty }
    return !clusters(of: sought.phrases, within: distance).isEmpty
  }

  /// Where the phrases stand, as ranges of the text.
  func hits(of sought: SoughtWords) -> [Range<Int>] {
    guard !sought.isEmpty else { return [] }
    guard let distance = sought.distance else {
      let phrase = sought.phrases[0]
      return starts(of: phrase).map { range(of: phrase, at: $0) }
    }
    return clusters(of: sought.phrases, within: distance).flatMap { starts in
      zip(sought.phrases, starts).map { range(of: $0, at: $1) }
    }
  }
}

extension TextPattern {
  /// The text holds what it seeks.
  package func isFound(in text: String) -> Bool {
    if let sought { return FoldedWords(text).contains(sought) }
    return expression?.isFound(in: text) ?? false
  }
}

private extension FoldedWords {
  func range(of phrase: [SoughtWord], at start: Int) -> Range<Int> {
    ranges[start].lowerBound..<ranges[start + phrase.count - 1].upperBound
  }

  func starts(of phrase: [SoughtWord]) -> [Int] {
    guard count >= phrase.count else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      (0...count - phrase.count).filter { start in
        phrase.indices.allSatisfy { offset in
          let word = ends[start + offset]..<ends[start + offset + 1]
          return phrase[offset].holds(of: UnsafeBufferPointer(rebasing: bytes[word]))
        }
      }
    }
  }

  /// Where each phrase stands so that not too many words part its end from the start of the last.
  func clusters(of phrases: [[SoughtWord]], within distance: Int) -> [[Int]] {
    let starts = phrases.map(starts(of:))
    if starts.contains(where: \.isEmpty) { return [] }
    return Set(starts.joined()).sorted().compactMap { last in
      var cluster: [Int] = []
      for (phrase, places) in zip(phrases, starts) {
        guard let place = places.last(notBeyond: last), place + phrase.count + distance >= last
        else { return nil }
        cluster.append(place)
      }
      return cluster
    }
  }
}

private extension [Int] {
  /// In an array in order, the greatest element that is not greater.
  func last(notBeyond limit: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : self[low - 1]
  }
}
