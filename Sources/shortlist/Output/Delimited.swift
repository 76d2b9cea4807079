/// Comma- or tab-separated values, RFC 4180 quoting.
struct Delimited {
  let separator: Character

  static let csv = Delimited(separator: ",")
  static let tsv = Delimited(separator: "\t")

  func line(_ values: [String]) -> String {
    values.map(field).joined(separator: String(separator))
  }

  /// A value quoted where it must be, and kept from being read as a formula by spreadsheets.
  func field(_ value: String) -> String {
    let safe = Delimited.disarmed(value)
    if separator == "\t" {
      // Tab-separated values have no quoting that all readers know; blanks take their place.
      return String(safe.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
    let needsQuotes = safe.utf8.contains { [10, 13, 34, 44].contains($0) }
    guard needsQuotes else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  // OWASP's list of characters with which a spreadsheet begins a formula.
  private static func disarmed(_ value: String) -> String {
    guard let first = value.unicodeScalars.first else { return value }
    let isFormula = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"].contains(first)
    return isFormula ? "'" + value : value
  }
}
