extension Vocabulary {
  /// Whether a whole string names a place: "Lyon", "Austin, TX", "Remote, Spain" aside.
  func isPlace(_ text: String) -> Bool {
    let parts = text.split(separator: ",")
    guard parts.count == 2, let state = parts.last?.trimmingBlanks else { return false }
    return state.utf8.count == 2 && state.utf8.allSatisfy { (65...90).contains($0) }
  }
}

extension Substring {
  var trimmingBlanks: Substring {
    drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().reduce(into: "") { $0.append($1) }
  }
}
