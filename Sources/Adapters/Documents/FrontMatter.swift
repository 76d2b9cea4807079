/// The head of a Markdown post: simple YAML between lines of dashes, or simple TOML between lines
/// of plus signs, as Hugo and Zola write it.
struct FrontMatter {
  /// Scalars are strings, lists arrays of them, nested maps objects; names are in small letters.
  let fields: JSONValue
  /// The text after the head.
  let rest: Substring

  private static let mostLines = 200
  /// Maps that site generators keep a post's own fields in.
  private static let nests: Set<String> = ["params", "extra", "taxonomies", "job", "fields"]
  /// Who wrote the post, which is seldom who hires.
  private static let others: Set<String> = ["author", "authors"]

  /// Nil when the text does not begin with one.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let fence = lines.first.map({ String($0).trimmed }), fence == "---" || fence == "+++",
      let end = lines.dropFirst().prefix(Self.mostLines)
        .firstIndex(where: { String($0).trimmed == fence })
    else { return nil }
    let head = lines[1..<end].map { FrontMatterLine($0) }.filter { !$0.content.isEmpty }
    var reader = FrontMatterReader(lines: head, isTOML: fence == "+++")
    fields = .object(Self.flattened(reader.members()))
    rest = end + 1 < lines.count ? text[lines[end + 1].startIndex...] : ""
  }

  private static func flattened(_ members: [JSONMember]) -> [JSONMember] {
    let own = members.filter { !others.contains($0.name) }
    return own + own.filter { nests.contains($0.name) }.flatMap { $0.value.members ?? [] }
  }
}

/// A line of the head, without its indent.
private struct FrontMatterLine {
  let indent: Int
  let content: String

  init(_ line: Substring) {
    indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let content = String(line).trimmed
    self.content = content.hasPrefix("#") ? "" : content
  }

  var isItem: Bool { content.hasPrefix("- ") || content == "-" }
}

private struct FrontMatterReader {
  let lines: [FrontMatterLine]
  let isTOML: Bool
  private var next = 0

  private static let deepest = 4

  init(lines: [FrontMatterLine], isTOML: Bool) {
    self.lines = lines
    self.isTOML = isTOML
  }

  mutating func members() -> [JSONMember] {
    guard isTOML else { return map(indent: 0, depth: 0) }
    var members: [JSONMember] = []
    var table: String?
    var inner: [JSONMember] = []
    func close() {
      if let table { members.append(JSONMember(name: table, value: .object(inner))) }
      inner = []
    }
    while next < lines.count {
      let content = lines[next].content
      if content.hasPrefix("["), content.hasSuffix("]"), !content.contains("=") {
        close()
        // "[[menu]]" lists what is no field; "[params.job]" is told by its last part.
        let name = content.filter { $0 != "[" && $0 != "]" && $0 != "\"" }
        table = String(name.split(separator: ".").last ?? "").trimmed.lowercased()
        next += 1
      } else if let (name, value) = parted(content, at: "=") {
        next += 1
        let member = JSONMember(name: name, value: tomlValue(value))
        if table == nil { members.append(member) } else { inner.append(member) }
      } else {
        next += 1
      }
    }
    close()
    return members
  }
}

private extension FrontMatterReader {
  /// The name before a mark, and what stands behind.
  func parted(_ content: String, at mark: Character) -> (name: String, value: String)? {
    guard let cut = content.firstIndex(of: mark) else { return nil }
    let name = content[..<cut].lowercased().filter { $0 != "\"" && $0 != "'" }
    return (String(name).trimmed, String(content[content.index(after: cut)...]).trimmed)
  }

  // MARK: YAML

  /// The members of a map whose names stand at `indent` or further in.
  mutating func map(indent: Int, depth: Int) -> [JSONMember] {
    var members: [JSONMember] = []
    while next < lines.count, lines[next].indent >= indent {
      let line = lines[next]
      next += 1
      guard !line.isItem, let (name, rest) = parted(line.content, at: ":") else { continue }
      members.append(JSONMember(name: name, value: value(rest, of: line, depth: depth)))
    }
    return members
  }

  mutating func value(_ text: String, of line: FrontMatterLine, depth: Int) -> JSONValue {
    if let joiner = Self.blockJoiners[text] {
      return .string(deeper(than: line.indent).joined(separator: joiner))
    }
    if text.hasPrefix("["), !text.hasPrefix("[["), !text.hasSuffix("]") {
      return scalar(([text] + linesOfList()).joined(separator: " "))
    }
    guard text.isEmpty else {
      let more = deeper(than: line.indent)
      return scalar(([text] + more).joined(separator: " "))
    }
    guard next < lines.count else { return .null }
    if lines[next].isItem, lines[next].indent >= line.indent { return .array(items()) }
    guard lines[next].indent > line.indent else { return .null }
    let isMap = parted(lines[next].content, at: ":").map { !$0.name.contains(" ") } ?? false
    guard isMap, !lines[next].content.hasPrefix("\""), depth < Self.deepest else {
      return scalar(deeper(than: line.indent).joined(separator: " "))
    }
    return .object(map(indent: lines[next].indent, depth: depth + 1))
  }

  /// How the lines of a block text are joined: folded, or as they stand.
  static var blockJoiners: [String: String] {
    [">": " ", ">-": " ", ">+": " ", "|": "\n", "|-": "\n", "|+": "\n"]
  }

  mutating func deeper(than indent: Int) -> [String] {
    var texts: [String] = []
    while next < lines.count, lines[next].indent > indent {
      texts.append(lines[next].content)
      next += 1
    }
    return texts
  }

  /// Items of a list, each with the lines further in that belong to it left out.
  mutating func items() -> [JSONValue] {
    let indent = lines[next].indent
    var items: [JSONValue] = []
    while next < lines.count, lines[next].indent > indent || lines[next].isItem {
      if lines[next].indent == indent {
        items.append(.string(unquoted(String(lines[next].content.dropFirst(1)).trimmed)))
      }
      next += 1
    }
    return items
  }

  // MARK: TOML

  mutating func tomlValue(_ text: String) -> JSONValue {
    for quote in ["\"\"\"", "'''"] where text.hasPrefix(quote) {
      var texts = [String(text.dropFirst(3))]
      while !(texts.last?.hasSuffix(quote) ?? true), next < lines.count {
        texts.append(lines[next].content)
        next += 1
      }
      let whole = texts.joined(separator: "\n")
      return .string((whole.hasSuffix(quote) ? String(whole.dropLast(3)) : whole).trimmed)
    }
    if text.hasPrefix("["), !text.hasSuffix("]") {
      return scalar(([text] + linesOfList()).joined(separator: " "))
    }
    return scalar(text)
  }

  // MARK: Values of both

  /// The lines up to the bracket that closes a list.
  mutating func linesOfList() -> [String] {
    var texts: [String] = []
    while next < lines.count {
      texts.append(lines[next].content)
      next += 1
      if texts.last?.hasSuffix("]") == true { break }
    }
    return texts
  }

  func scalar(_ text: String) -> JSONValue {
    if text.hasPrefix("["), text.hasSuffix("]"), text.count >= 2, !text.hasPrefix("[[") {
      let items = text.dropFirst().dropLast().split(separator: ",")
        .map { unquoted(String($0).trimmed) }
      return .array(items.filter { !$0.isEmpty }.map { .string($0) })
    }
    if text.isEmpty || text == "null" || text == "~" { return .null }
    return .string(unquoted(text))
  }

  func unquoted(_ text: String) -> String {
    let text = text.trimmed
    guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'"
    else { return withoutNoteLink(text) }
    let inner = String(text.dropFirst().dropLast())
    guard first == "\"", inner.contains("\\") else { return withoutNoteLink(inner) }
    return (try? JSONReader.read(Array(text.utf8), isTolerant: true))?.string ?? inner
  }

  /// "[[people/Kilnhaus|Kilnhaus]]", a link between notes: what it shows.
  func withoutNoteLink(_ text: String) -> String {
    guard text.hasPrefix("[["), text.hasSuffix("]]") else { return text }
    let inner = text.dropFirst(2).dropLast(2)
    return String(inner.split(whereSeparator: { $0 == "|" || $0 == "/" }).last ?? inner).trimmed
  }
}
