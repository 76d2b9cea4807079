/// Ends of compound words, each with a value: "Inflationsausgleichsprämie" ends in "prämie".
struct WordEndings: Sendable {
  /// By the last byte of an ending.
  private var endings: [[(bytes: [UInt8], value: Int)]] = Array(repeating: [], count: 256)

  /// The ending is compared as it is written, in small letters.
  mutating func add(_ ending: some StringProtocol, _ value: Int) {
    let bytes = Array(ending.utf8)
    guard let last = bytes.last else { return }
    endings[Int(last)].append((bytes, value))
  }

  /// The value of the longest ending of a word that has at least three bytes before it.
  func match(_ word: Range<Int>, in bytes: [UInt8]) -> Int? {
    var best: (length: Int, value: Int)?
    for (ending, value) in endings[Int(bytes[word.upperBound - 1])]
    where ending.count > best?.length ?? 0 && word.count >= ending.count + 3 {
      if bytes[word.upperBound - ending.count..<word.upperBound].elementsEqual(ending) {
        best = (ending.count, value)
      }
    }
    return best?.value
  }
}
