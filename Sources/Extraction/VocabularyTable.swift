/// A table of Resources: tab-separated lines, the first of which names the columns.
///
/// Lines that are empty or begin with `#` are comments.
package struct VocabularyTable: Sendable {
  package let columns: [String]
  package let rows: [[String]]

  package init(parsing bytes: some Sequence<UInt8>) {
    var lines = Array(bytes).split(separator: 10).lazy
      .map { $0.last == 13 ? $0.dropLast() : $0 }
      .filter { $0.first != UInt8(ascii: "#") && !$0.isEmpty }
      .map { line in
        line.split(separator: 9, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
      .makeIterator()
    columns = lines.next() ?? []
    var rows: [[String]] = []
    while let row = lines.next() { rows.append(row) }
    self.rows = rows
  }

  /// The values of a column, one a row; missing ones are empty.
  package func column(_ name: String) -> [String] {
    guard let index = columns.firstIndex(of: name) else { return rows.map { _ in "" } }
    return rows.map { index < $0.count ? $0[index] : "" }
  }
}
