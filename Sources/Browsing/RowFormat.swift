/// A column of the list as the settings name it: `pay:16`.
package struct ListColumn: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case title, company, place, pay, remote, level, stage, rating, tags, age
  }

  package let kind: Kind
  /// Nil takes a share of what the others leave.
  package let width: Int?

  package init(_ kind: Kind, width: Int? = nil) {
    self.kind = kind
    self.width = width
  }
}

/// The columns that the person wants in the list, from left to right.
package struct RowFormat: Hashable, Sendable {
  package let columns: [ListColumn]

  package init(_ columns: [ListColumn]) { self.columns = columns }

  /// A listing takes one line when its title is among the columns, else they stand below the title.
  package var linesPerRow: Int { columns.contains { $0.kind == .title } ? 1 : 2 }

  package static let widest = 200
}

/// A column that there is none of.
package struct RowFormatError: Error, Hashable, CustomStringConvertible {
  package let description: String
}

extension RowFormat {
  /// Columns as in `["company", "pay:16", "age:6"]`.
  package init(parsing texts: [String]) throws(RowFormatError) {
    var columns: [ListColumn] = []
    for text in texts {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard let kind = ListColumn.Kind(rawValue: String(parts[0])), parts.count <= 2 else {
        let known = ListColumn.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw RowFormatError(description: "there is no column \"\(text)\"; there are \(known)")
      }
      let width = parts.count == 2 ? Int(parts[1]) : nil
      guard parts.count == 1 || width.map((1...Self.widest).contains) == true else {
        throw RowFormatError(
          description: "\"\(text)\": a width of 1 to \(Self.widest) is expected, as in pay:16")
      }
      columns.append(ListColumn(kind, width: width))
    }
    guard !columns.isEmpty else { throw RowFormatError(description: "no columns are named") }
    self.init(columns)
  }

  /// Where each column stands between two columns of the screen; the last ones go where there is
  /// not room for all.
  package func places(in room: Range<Int>) -> [(column: ListColumn, place: Range<Int>)] {
    var shown = columns
    while shown.count > 1, Self.least(shown) > room.count { shown.removeLast() }
    let open = shown.count { $0.width == nil }
    let fixed = shown.reduce(shown.count - 1) { $0 + ($1.width ?? 0) }
    let share = open > 0 ? max(0, room.count - fixed) / open : 0
    var rest = open > 0 ? max(0, room.count - fixed) % open : 0
    var start = room.lowerBound
    return shown.map { column in
      var width = column.width ?? share
      if column.width == nil, rest > 0 {
        width += 1
        rest -= 1
      }
      let end = min(room.upperBound, start + width)
      defer { start = end + 1 }
      return (column, min(start, end)..<end)
    }
  }

  /// Fewer columns of the screen are not worth a place.
  private static let leastShare = 8

  private static func least(_ columns: [ListColumn]) -> Int {
    columns.reduce(columns.count - 1) { $0 + ($1.width ?? leastShare) }
  }
}
