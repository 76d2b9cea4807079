/// A regular expression as steps of an automaton, over classes of scalars that it tells apart.
struct ExpressionProgram: Sendable {
  enum Step: Sendable {
    /// One scalar of a set, then the step behind.
    case set(Int)
    case boundary(ExpressionBoundary)
    case split(Int, Int)
    case jump(Int)
    case found
  }

  private(set) var steps: [Step] = []
  private var sets: [ScalarSet] = []
  private var numbers: [ScalarSet: Int] = [:]
  private(set) var classes = ScalarClasses([])
  /// For each set the classes in it.
  private(set) var members: [[Bool]] = []
  private(set) var hasBoundaries = false

  static let mostSteps = 3000

  init(_ tree: ExpressionTree) throws(ExpressionProblem) {
    try add(tree)
    steps.append(.found)
    var parting = sets
    if hasBoundaries { parting += [.word, .newline] }
    classes = ScalarClasses(parting)
    members = sets.map { set in classes.samples.map(set.contains) }
  }

  private mutating func add(_ tree: ExpressionTree) throws(ExpressionProblem) {
    if steps.count > Self.mostSteps { throw .tooLarge }
    switch tree {
    case .empty: break
    case .set(let set):
      let number = numbers[set] ?? sets.count
      if number == sets.count {
        sets.append(set)
        numbers[set] = number
      }
      steps.append(.set(number))
    case .boundary(let boundary):
      hasBoundaries = true
      steps.append(.boundary(boundary))
    case .row(let parts): for part in parts { try add(part) }
    case .choice(let parts): try addChoice(parts)
    case .repeated(let part, let least, let most): try addRepeated(part, least, most)
    }
  }

  private mutating func addChoice(_ parts: [ExpressionTree]) throws(ExpressionProblem) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      guard index < parts.count - 1 else {
        try add(part)
        break
      }
      let split = steps.count
      steps.append(.split(split + 1, split + 1))
      try add(part)
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func addRepeated(
    _ part: ExpressionTree, _ least: Int, _ most: Int?
  ) throws(ExpressionProblem) {
    for _ in 0..<least { try add(part) }
    guard let most else {
      let split = steps.count
      steps.append(.split(split + 1, split + 1))
      try add(part)
      steps.append(.jump(split))
      steps[split] = .split(split + 1, steps.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(steps.count)
      steps.append(.split(steps.count + 1, 0))
      try add(part)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }
}

/// Scalars that no set of a program tells apart are of one class.
struct ScalarClasses: Sendable {
  /// A scalar of each class.
  private(set) var samples: [UInt32] = []
  private var starts: [UInt32] = [0]
  private var classes: [UInt16] = []
  private var ascii: [UInt16] = []

  init(_ sets: [ScalarSet]) {
    let edges = sets.flatMap { $0.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } }
    starts = Set(edges + [0]).filter { $0 <= ScalarSet.last }.sorted()
    var known: [[Bool]: UInt16] = [:]
    for start in starts {
      let signature = sets.map { $0.contains(start) }
      let number = known[signature] ?? UInt16(samples.count)
      if Int(number) == samples.count {
        known[signature] = number
        samples.append(start)
      }
      classes.append(number)
    }
    ascii = (0..<128).map { search($0) }
  }

  var count: Int { samples.count }

  subscript(scalar: UInt32) -> UInt16 {
    scalar < 128 ? ascii[Int(scalar)] : search(scalar)
  }

  private func search(_ scalar: UInt32) -> UInt16 {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle + 1 } else { high = middle }
    }
    return classes[low - 1]
  }
}
