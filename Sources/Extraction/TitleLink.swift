/// The title that a posting's address spells: ".../jobs/7-senior-analytics-engineer-m-f-d".
struct TitleLink {
  let words: AddressWords

  /// The words of the title, in small letters; empty when the address has none.
  func title(in url: String) -> [String] {
    let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
    let parts = url[..<end].split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
    for part in parts.reversed() {
      // "lead-cook-h-f_lyon", "Lead-Cook_R-101": the title, and something else behind it.
      let title = part.lowercased().prefix { $0 != "_" }
      let words = trimmed(title.split(separator: "-").map(String.init))
      if words.count >= 2, words.count <= 9, words.allSatisfy(isWord) { return words }
    }
    return []
  }

  private func trimmed(_ words: [String]) -> [String] {
    var words = words[...]
    while let first = words.first, isNumber(first) || Int(first) != nil { words.removeFirst() }
    if let end = words.dropFirst().firstIndex(where: { self.words.isA(.end, $0) }) {
      words = words[..<end]
    }
    while let last = words.last, isNumber(last) || self.words.isA(.remark, last) {
      words.removeLast()
    }
    return Array(words)
  }

  /// Numbers and keys, as "16521378" or "R101121".
  private func isNumber(_ word: String) -> Bool {
    let digits = word.utf8.count { (48...57).contains($0) }
    return digits > 0 && digits * 2 >= word.utf8.count && word.utf8.count > 1 || word.isEmpty
  }

  private func isWord(_ word: String) -> Bool {
    word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
  }
}
