/// Rows in no order that matters, as a list where they are few and a bit each where they are many.
enum SomeRows: Sendable {
  case few([Int32])
  case many(RowSet)

  init(_ rows: RowSet) {
    let count = rows.count
    guard count * 32 < rows.size else {
      self = .many(rows)
      return
    }
    var list: [Int32] = []
    list.reserveCapacity(count)
    rows.forEach { list.append(Int32($0)) }
    self = .few(list)
  }

  func forEach(_ body: (Int) -> Void) {
    switch self {
    case .few(let list): for row in list { body(Int(row)) }
    case .many(let rows): rows.forEach(body)
    }
  }

  func count(with rows: RowSet) -> Int {
    switch self {
    case .few(let list): list.count { rows.contains(Int($0)) }
    case .many(let own): own.count(with: rows)
    }
  }
}
