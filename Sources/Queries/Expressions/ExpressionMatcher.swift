/// Runs a regular expression over many texts, and keeps the states that it has met.
///
/// A state is a set of steps; it is worked out when it is met first, and at most `mostStates` are
/// kept. So a text takes a look into a table a letter, and never more than one pass over the program.
package struct ExpressionMatcher {
  private let program: ExpressionProgram
  private let width: Int
  private var closure: ExpressionClosure
  private var states: [State] = []
  private var numbers: [State: Int32] = [:]
  /// For each state and each class the next state; the class behind the last is the end of the text.
  private var next: [Int32] = []

  private struct State: Hashable {
    let steps: [Int32]
    let before: ExpressionNeighbor
  }

  private static let unknown: Int32 = -1
  private static let found: Int32 = -2
  private static let mostStates = 400

  package init(_ expression: RegularExpression) {
    program = expression.program
    width = program.classes.count + 1
    closure = ExpressionClosure(program)
    clear()
  }

  package mutating func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var scalars = FoldedScalars(bytes)
    var state: Int32 = 0
    while let scalar = scalars.next() {
      let symbol = Int(program.classes[scalar])
      var following = next[Int(state) * width + symbol]
      if following == Self.unknown { following = step(from: state, over: symbol) }
      if following == Self.found { return true }
      state = following
    }
    var last = next[Int(state) * width + width - 1]
    if last == Self.unknown { last = step(from: state, over: width - 1) }
    return last == Self.found
  }

  private mutating func clear() {
    states = []
    numbers = [:]
    next = []
    _ = number(of: State(steps: [], before: .edge))
  }

  private mutating func number(of state: State) -> Int32 {
    if let known = numbers[state] { return known }
    let number = Int32(states.count)
    numbers[state] = number
    states.append(state)
    next += Array(repeating: Self.unknown, count: width)
    return number
  }

  private mutating func step(from number: Int32, over symbol: Int) -> Int32 {
    let state = states[Int(number)]
    let isEnd = symbol == width - 1
    let after = isEnd ? .edge : closure.neighbor(symbol)
    closure.begin(between: state.before, and: after)
    for step in state.steps { closure.visit(Int(step)) }
    // It may begin at every letter.
    closure.visit(0)
    let answer: Int32
    if closure.isFound {
      answer = Self.found
    } else if isEnd {
      answer = number
    } else {
      let steps = closure.steps(over: symbol)
      let isFull = states.count >= Self.mostStates
      if isFull { clear() }
      let following = self.number(of: State(steps: steps, before: after))
      // What led here was forgotten with the rest.
      if isFull { return following }
      answer = following
    }
    next[Int(number) * width + symbol] = answer
    return answer
  }
}

/// What stands beside a place in a text, as far as boundaries ask.
enum ExpressionNeighbor: Hashable {
  case edge, word, newline, other
}

/// The steps that are reached without a letter, at one place of a text.
struct ExpressionClosure {
  private let program: ExpressionProgram
  private let neighbors: [ExpressionNeighbor]
  private var visited: [Bool]
  private var marked: [Int] = []
  private var before = ExpressionNeighbor.edge
  private var after = ExpressionNeighbor.edge
  private var stack: [Int] = []
  /// The steps that wait for a letter, in the order in which they were reached.
  private(set) var waiting: [Int] = []
  private(set) var isFound = false

  init(_ program: ExpressionProgram) {
    self.program = program
    visited = Array(repeating: false, count: program.steps.count)
    neighbors = program.classes.samples.map { scalar in
      guard program.hasBoundaries else { return .other }
      if ScalarSet.newline.contains(scalar) { return .newline }
      return ScalarSet.word.contains(scalar) ? .word : .other
    }
  }

  func neighbor(_ symbol: Int) -> ExpressionNeighbor { neighbors[symbol] }

  mutating func begin(between before: ExpressionNeighbor, and after: ExpressionNeighbor) {
    for step in marked { visited[step] = false }
    marked.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    isFound = false
    self.before = before
    self.after = after
  }

  mutating func visit(_ first: Int) {
    stack.append(first)
    while let step = stack.popLast() {
      guard !visited[step] else { continue }
      visited[step] = true
      marked.append(step)
      switch program.steps[step] {
      case .set: waiting.append(step)
      case .jump(let target): stack.append(target)
      case .split(let one, let other):
        stack.append(other)
        stack.append(one)
      case .boundary(let boundary): if holds(boundary) { stack.append(step + 1) }
      case .found: isFound = true
      }
    }
  }

  func isIn(_ step: Int, _ symbol: Int) -> Bool {
    if case .set(let set) = program.steps[step] { program.members[set][symbol] } else { false }
  }

  /// Behind the letter, in order.
  func steps(over symbol: Int) -> [Int32] {
    waiting.filter { isIn($0, symbol) }.map { Int32($0 + 1) }.sorted()
  }

  private func holds(_ boundary: ExpressionBoundary) -> Bool {
    switch boundary {
    case .lineStart: before == .edge || before == .newline
    case .lineEnd: after == .edge || after == .newline
    case .wordEdge: (before == .word) != (after == .word)
    case .noWordEdge: (before == .word) == (after == .word)
    }
  }
}
