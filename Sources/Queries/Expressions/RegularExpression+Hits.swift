extension RegularExpression {
  /// Where it stands in a text, as UTF-8 ranges: the leftmost first, each as long as can be.
  ///
  /// It gives up after a number of steps that no text worth reading takes.
  package func hits(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var search = HitSearch(program, bytes)
      return search.hits()
    }
  }
}

/// Follows for each step the earliest place at which a hit through it begins.
private struct HitSearch {
  private let program: ExpressionProgram
  private var closure: ExpressionClosure
  /// The class of each scalar, and where it begins and ends.
  private var letters: [(symbol: Int, range: Range<Int>)] = []
  private let size: Int
  private var budget = 2_000_000

  private static let mostHits = 500

  init(_ program: ExpressionProgram, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.program = program
    closure = ExpressionClosure(program)
    size = bytes.count
    var scalars = FoldedScalars(bytes)
    while let scalar = scalars.next() {
      letters.append((Int(program.classes[scalar]), scalars.start..<scalars.end))
    }
  }

  mutating func hits() -> [Range<Int>] {
    var hits: [Range<Int>] = []
    var position = 0
    while position < letters.count, hits.count < Self.mostHits, budget > 0,
      let hit = hit(from: position)
    {
      hits.append(
        letters[hit.lowerBound].range.lowerBound..<letters[hit.upperBound - 1].range.upperBound)
      position = hit.upperBound
    }
    return hits
  }

  private mutating func hit(from first: Int) -> Range<Int>? {
    var found: Range<Int>?
    // Steps with the place where the hit began, the earliest first.
    var threads: [(step: Int, start: Int)] = []
    for position in first...letters.count {
      budget -= 1 + threads.count
      if budget < 0 { return found }
      if found == nil, position < letters.count { threads.append((0, position)) }
      closure.begin(between: neighbor(position - 1), and: neighbor(position))
      var following: [(step: Int, start: Int)] = []
      for thread in threads {
        let before = closure.waiting.count
        let wasFound = closure.isFound
        closure.visit(thread.step)
        if closure.isFound, !wasFound, thread.start < position,
          found.map({ thread.start <= $0.lowerBound }) ?? true
        {
          found = thread.start..<position
        }
        guard position < letters.count else { continue }
        for step in closure.waiting[before...] where closure.isIn(step, letters[position].symbol) {
          following.append((step + 1, thread.start))
        }
      }
      threads = following.filter { thread in found.map { thread.start <= $0.lowerBound } ?? true }
      if threads.isEmpty, found != nil { return found }
    }
    return found
  }

  private func neighbor(_ position: Int) -> ExpressionNeighbor {
    letters.indices.contains(position) ? closure.neighbor(letters[position].symbol) : .edge
  }
}
