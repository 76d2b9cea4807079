import Storage

/// What a sync did for one source.
package struct SourceReport: Sendable {
  package let name: String
  package var outcome = FetchOutcome.complete
  package var counts = ImportReport()
  package var closed = 0
  package var reopened = 0
  /// Postings on pages that had not changed, and were not sent again.
  package var untouched = 0
  /// What went wrong, or why it was passed over.
  package var message: String?
  /// It was not due, or is to be left alone for now.
  package var isPassedOver = false

  init(name: String) { self.name = name }
}

extension SourceReport: CustomStringConvertible {
  /// One line: the name, and what came of it.
  package var description: String {
    if isPassedOver { return "\(name): \(message ?? "not now")" }
    var words: [String] = []
    if counts.read + untouched > 0 || outcome == .complete { words.append(totals) }
    if closed > 0 { words.append("\(closed) gone") }
    if reopened > 0 { words.append("\(reopened) back") }
    switch outcome {
    case .complete: break
    case .partial: words.append("not read to the end: \(message ?? "")")
    case .failed: words.append("failed: \(message ?? "")")
    }
    return "\(name): \(words.joined(separator: "; "))"
  }

  private var totals: String {
    if counts.read == 0 {
      return untouched > 0 ? "nothing new, \(untouched) unchanged" : "no postings"
    }
    let numbers = [
      (counts.added, "added"), (counts.updated, "updated"),
      (counts.unchanged + untouched, "unchanged"), (counts.duplicate, "duplicate"),
      (counts.rejected, "rejected"), (counts.empty, "empty"),
    ]
    let shown = numbers.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(counts.read + untouched) read, \(shown.joined(separator: ", "))"
  }
}
