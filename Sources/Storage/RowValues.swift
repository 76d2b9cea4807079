/// The values of a row, made on any thread, so that the one that writes has only to hand them on.
struct RowValues: Equatable, Sendable {
  private var bytes: [UInt8] = []
  private var values: [Value] = []

  private enum Value: Equatable, Sendable {
    case null
    case integer(Int64)
    /// UTF-8 in `bytes`.
    case text(start: Int, count: Int)
  }

  init(columns: Int, bytes: Int) {
    values.reserveCapacity(columns)
    self.bytes.reserveCapacity(bytes)
  }

  var count: Int { values.count }

  mutating func append(_ number: Int?) {
    values.append(number.map { .integer(Int64($0)) } ?? .null)
  }

  mutating func append(_ text: String?) {
    guard var text else { return values.append(.null) }
    let start = bytes.count
    text.withUTF8 { bytes.append(contentsOf: $0) }
    values.append(.text(start: start, count: bytes.count - start))
  }

  /// A text that `write` appends byte by byte.
  mutating func appendText(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    values.append(.text(start: start, count: bytes.count - start))
  }
}

extension PreparedStatement {
  /// Binds the values from the parameter `first` on, without copying any, and hands over to `body`,
  /// which binds what comes behind them and runs the statement.
  func with<Result>(
    _ row: RowValues, from first: Int = 0, _ body: () throws -> Result
  ) rethrows -> Result {
    try row.withValues { index, value in
      switch value {
      case .null: bind(nil as Int?, at: first + index)
      case .integer(let number): bind(number, at: first + index)
      case .text(let text): bindUncopied(text, at: first + index)
      }
    } then: {
      try body()
    }
  }

  /// Runs it with these values and the numbers behind them.
  func run(_ row: RowValues, _ numbers: Int...) throws {
    try with(row) {
      for (index, number) in numbers.enumerated() { bind(number, at: row.count + index) }
      try run()
    }
  }
}

extension RowValues {
  fileprivate enum Bound {
    case null
    case integer(Int64)
    case text(UnsafeBufferPointer<UInt8>)
  }

  /// Texts stay where they are until `body` has ended.
  fileprivate func withValues<Result>(
    _ bind: (Int, Bound) -> Void, then body: () throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      for (index, value) in values.enumerated() {
        switch value {
        case .null: bind(index, .null)
        case .integer(let number): bind(index, .integer(number))
        case .text(let start, let count):
          bind(index, .text(UnsafeBufferPointer(rebasing: bytes[start..<start + count])))
        }
      }
      return try body()
    }
  }
}
