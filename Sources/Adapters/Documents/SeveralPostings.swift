/// A text that holds several postings, one after the other.
///
/// Only one whose every piece names its job and who it is at, on label lines of its own or in a
/// heading with label lines below, is cut up: a posting has rules and headings itself.
enum SeveralPostings {
  private static let mostPieces = 500
  /// Lines at the top of a piece in which its labels must stand.
  private static let headLines = 14

  /// Nil when the text is one posting.
  static func pieces(of text: String, _ words: DocumentWords) -> [String]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let level = headingLevel(in: lines)
    let cuts: [(Substring) -> Cut] = [
      { isRule($0) ? .between : .none },
      { line in level.map { self.level(of: line) == $0 } == true ? .before : .none },
      { field(of: $0, words) == .title ? .before : .none },
    ]
    if let pieces = numbered(lines, words) { return pieces.map { $0.joined(separator: "\n") } }
    for cut in cuts {
      let pieces = pieces(of: lines, cut)
      let isSeveral = pieces.count >= 2 && pieces.count <= mostPieces
      if isSeveral, pieces.allSatisfy({ isPosting($0, words) }), !areOne(pieces) {
        return pieces.map { $0.joined(separator: "\n") }
      }
    }
    return nil
  }
}

private extension SeveralPostings {
  /// "Job 1:", "Job 2:" and so on, each above a label line for the title.
  static func numbered(_ lines: [Substring], _ words: DocumentWords) -> [[Substring]]? {
    var count = 0
    let pieces = pieces(of: lines) { line in
      guard let number = number(in: line, words), number == count + 1 else { return .none }
      count = number
      return .before
    }
    let jobs = pieces.filter { piece in piece.first.flatMap { number(in: $0, words) } != nil }
    guard jobs.count >= 2, jobs.count == count, count <= mostPieces,
      jobs.allSatisfy({ piece in piece.dropFirst().contains { field(of: $0, words) == .title } })
    else { return nil }
    return jobs.map { Array($0.dropFirst()) }
  }

  /// The number of a line such as "## Job 2:", which has a word for the job before it.
  static func number(in line: Substring, _ words: DocumentWords) -> Int? {
    guard line.utf8.count <= 40 else { return nil }
    let parts = line.split { " #*:.\r".contains($0) }
    guard parts.count == 2, let number = Int(parts[1]),
      let field = words.field(of: String(parts[0])), field == .title || field == .role
    else { return nil }
    return number
  }

  /// Two pieces may be of one job, a note above its text: "Cook — Kilnhaus", then "Cook".
  static func areOne(_ pieces: [[Substring]]) -> Bool {
    let titles = pieces.compactMap { lines -> String? in
      guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }),
        level(of: first) != nil
      else { return nil }
      let parts = PageName.parts(of: String(first.drop { $0 == "#" || $0 == " " }))
      return parts.first
    }
    guard pieces.count == 2, titles.count == 2 else { return false }
    return zip(titles, titles.reversed()).contains { title, other in
      title == other || title.hasPrefix(other + " at ") || title.hasPrefix(other + " @ ")
    }
  }

  enum Cut { case none, before, between }

  static func pieces(
    of lines: [Substring], _ cut: (Substring) -> Cut
  ) -> [[Substring]] {
    var pieces: [[Substring]] = [[]]
    for line in lines {
      let kind = cut(line)
      if kind != .none { pieces.append([]) }
      if kind != .between { pieces[pieces.count - 1].append(line) }
    }
    let filled = pieces.filter { $0.contains { !$0.allSatisfy(\.isWhitespace) } }
    // A line on top says what the list is.
    let words = filled.first?.filter { !$0.allSatisfy(\.isWhitespace) } ?? []
    let isCaption = words.count == 1 && words[0].utf8.count <= 80 && LabelLine(words[0]) == nil
    return isCaption && filled.count > 2 ? Array(filled.dropFirst()) : filled
  }

  static func field(of line: Substring, _ words: DocumentWords) -> LabelField? {
    LabelLine(line).flatMap { words.field(of: $0.label) }
  }

  static func isPosting(_ lines: [Substring], _ words: DocumentWords) -> Bool {
    let head = lines.filter { !$0.allSatisfy(\.isWhitespace) }.prefix(headLines)
    var fields: Set<LabelField> = Set(head.compactMap { field(of: $0, words) })
    if let first = head.first, level(of: first) != nil {
      let heading = String(first.drop { $0 == "#" || $0 == " " })
      if words.saysNothing(heading) { return false }
      fields.insert(.title)
    }
    let others: Set<LabelField> = [.location, .pay, .employment, .url, .date, .workplace]
    return fields.contains(.title) && (fields.contains(.company) || fields.contains(.location))
      && !fields.isDisjoint(with: others)
  }

  /// Three or more of one sign, alone on the line.
  static func isRule(_ line: Substring) -> Bool {
    let signs = line.utf8.filter { $0 != 32 && $0 != 13 }
    guard signs.count >= 3, let first = signs.first else { return false }
    return "-=*_~#".utf8.contains(first) && signs.allSatisfy { $0 == first }
  }

  static func level(of line: Substring) -> Int? {
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...4).contains(level) && line.utf8.dropFirst(level).first == 32 ? level : nil
  }

  /// The highest level that has two headings or more.
  static func headingLevel(in lines: [Substring]) -> Int? {
    let levels = lines.compactMap(level)
    return (1...4).first { level in levels.count { $0 == level } >= 2 }
  }
}
