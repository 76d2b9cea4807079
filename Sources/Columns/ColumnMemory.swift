import Queries
import Synchronization

/// What was worked out lately for some columns and does not change with what a person decides:
/// orders of all rows, and the answers that the store had to give.
final class ColumnMemory: Sendable {
  private let sorted = Mutex<[(field: SortField, rows: KeptOrder)]>([])
  private let order = Mutex<(keys: [SortKey], rows: [Int32])?>(nil)
  private let answers = Mutex<[(condition: QueryCondition, answer: RowAnswer)]>([])
  private let bars = Mutex<(step: Int, rows: [RowSet])?>(nil)
  private static let mostAnswers = 12

  /// All rows by the values of a field.
  func sorted(by field: SortField, _ make: () throws -> KeptOrder) rethrows -> KeptOrder {
    if let known = sorted.withLock({ $0.first { $0.field == field }?.rows }) { return known }
    let rows = try make()
    sorted.withLock { $0.append((field, rows)) }
    return rows
  }

  /// The order by several keys that was asked for last.
  func order(_ keys: [SortKey], _ make: () throws -> [Int32]) rethrows -> [Int32] {
    if let known = order.withLock({ $0?.keys == keys ? $0?.rows : nil }) { return known }
    let rows = try make()
    order.withLock { $0 = (keys, rows) }
    return rows
  }

  /// The rows of each bar of pay that is a step wide.
  func bars(_ step: Int, _ make: () -> [RowSet]) -> [RowSet] {
    bars.withLock { known in
      if let known, known.step == step { return known.rows }
      let rows = make()
      known = (step, rows)
      return rows
    }
  }

  func answer(
    _ condition: QueryCondition, _ make: () throws -> RowAnswer
  ) rethrows -> RowAnswer {
    guard condition.asksThePosting else { return try make() }
    if let known = answers.withLock({ $0.first { $0.condition == condition }?.answer }) {
      return known
    }
    let answer = try make()
    answers.withLock {
      $0.append((condition, answer))
      if $0.count > Self.mostAnswers { $0.removeFirst() }
    }
    return answer
  }
}

private extension QueryCondition {
  /// Not what a person decided about it.
  var asksThePosting: Bool {
    switch self {
    case .text(let field, _): !field.isDecided
    case .eligible, .timeZones, .skill, .source, .salary, .remote, .level, .employment, .reposted:
      true
    case .day(let field, _): field != .followUp
    case .has(let field): ![.stage, .tag, .note, .reason, .rating, .followUp].contains(field)
    case .tag, .stage, .rating, .state: false
    }
  }
}
