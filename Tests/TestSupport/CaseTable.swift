import Foundation

/// Cases in a file beside the tests: tab-separated lines; `#` begins a comment, columns have names.
///
/// In a field `\n`, `\t` and `\\` stand for a line end, a tab and a backslash, `\u{A0}` for a
/// scalar; an empty field at the end may be left out.
///
/// ```swift
/// @Test(arguments: CaseTable("salary.tsv")) func readsPay(_ line: CaseTable.Line) { … }
/// ```
package struct CaseTable: Collection, Sendable {
  /// One case; a failed expectation shows its file and line.
  package struct Line: Sendable, CustomStringConvertible {
    package let place: String
    private let fields: [String: String]

    init(place: String, fields: [String: String]) {
      self.place = place
      self.fields = fields
    }

    /// The field of a column; empty where the line ends before it.
    package subscript(column: String) -> String { fields[column] ?? "" }

    package var description: String { place }
  }

  package let lines: [Line]

  /// Reads `Cases/<name>` beside the test file that asks; a missing file has no cases.
  package init(_ name: String, beside testFile: StaticString = #filePath) {
    let folder = URL(fileURLWithPath: "\(testFile)").deletingLastPathComponent()
    let url = folder.appendingPathComponent("Cases").appendingPathComponent(name)
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var columns: [String] = []
    var lines: [Line] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped)
      if columns.isEmpty {
        columns = fields
      } else {
        let named = Dictionary(zip(columns, fields)) { first, _ in first }
        lines.append(Line(place: "\(name):\(index + 1)", fields: named))
      }
    }
    self.lines = lines
  }

  package var startIndex: Int { lines.startIndex }
  package var endIndex: Int { lines.endIndex }
  package func index(after index: Int) -> Int { index + 1 }
  package subscript(position: Int) -> Line { lines[position] }
}

private extension CaseTable {
  static func unescaped(_ field: Substring) -> String {
    guard field.contains("\\") else { return String(field) }
    var text = ""
    var characters = field.makeIterator()
    while let character = characters.next() {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      switch characters.next() {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "u": text.unicodeScalars.append(scalar(from: &characters))
      case let other?: text.append(other)
      case nil: text.append("\\")
      }
    }
    return text
  }

  /// The scalar whose number stands in braces.
  static func scalar(from characters: inout Substring.Iterator) -> Unicode.Scalar {
    var digits = ""
    while let character = characters.next(), character != "}" {
      if character != "{" { digits.append(character) }
    }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }
}
