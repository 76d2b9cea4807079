import Listings

extension [Block] {
  /// Reads text as typed or pasted: a line is a line, typed bullets are lists, and a short line
  /// over a list or between empty lines is a heading.
  init(plainText: String, context: ReadingContext) {
    var reader = PlainTextReader(lines: PlainLine.lines(of: context.text(plainText)))
    self = reader.blocks().normalized
  }
}

/// One line of plain text and what its shape says.
private struct PlainLine {
  let text: Substring
  let indent: Int
  /// The text after a bullet.
  let bullet: Substring?
  /// The number and the text after it, as in `2. second` or `2) second`.
  let numbered: (number: Int, text: Substring)?

  var isEmpty: Bool { text.isEmpty }
  var isItem: Bool { bullet != nil || numbered != nil }

  init(_ line: Substring) {
    var indent = 0
    var bytes = line.utf8[...]
    while let first = bytes.first, first == 32 || first == 9 {
      indent += first == 9 ? 4 : 1
      bytes.removeFirst()
    }
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    text = Substring(bytes)
    self.indent = indent
    bullet = BulletMark.stripped(text)
    numbered = Self.numbered(text)
  }

  private init(joining first: PlainLine, _ second: PlainLine) {
    text = Substring("\(first.text) \(second.text)")
    indent = first.indent
    bullet = first.bullet.map { Substring("\($0) \(second.text)") }
    numbered = first.numbered.map { ($0.number, Substring("\($0.text) \(second.text)")) }
  }

  private static func numbered(_ text: Substring) -> (Int, Substring)? {
    let digits = text.utf8.prefix { (48...57).contains($0) }
    guard (1...2).contains(digits.count), let number = Int(Substring(digits)) else { return nil }
    let rest = text.utf8.dropFirst(digits.count)
    guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      rest.dropFirst().first == 32
    else { return nil }
    return (number, Substring(rest.dropFirst(2)))
  }

  /// The lines, those that were broken at a fixed width joined again.
  static func lines(of text: String) -> [PlainLine] {
    let lines = rangesJoined(
      bracketsJoined(
        text.withPlainBlanks.split(separator: "\n", omittingEmptySubsequences: false)
          .map { PlainLine($0) }))
    let width = lines.map { $0.indent + $0.text.utf8.count }.max() ?? 0
    // Text that was wrapped has many lines near one width, and none far beyond it.
    let near = lines.count { $0.indent + $0.text.utf8.count > width * 3 / 4 }
    guard (50...110).contains(width), near >= 3 else { return lines }
    return lines.reduce(into: []) { result, line in
      if let last = result.last, last.isFull(before: line, width: width) {
        result[result.count - 1] = PlainLine(joining: last, line)
      } else {
        result.append(line)
      }
    }
  }

  /// The lines, with "Night Baker (Small" and "Ovens)" on one, as copied pages break them.
  private static func bracketsJoined(_ lines: [PlainLine]) -> [PlainLine] {
    lines.reduce(into: []) { result, line in
      if let last = result.last, last.opensBracket, line.closesBracket {
        result[result.count - 1] = PlainLine(joining: last, line)
      } else {
        result.append(line)
      }
    }
  }

  private static var longestBroken: Int { 80 }

  /// Whether the last bracket of a short line stays open.
  private var opensBracket: Bool {
    guard text.utf8.count <= Self.longestBroken, let open = text.utf8.lastIndex(of: 0x28) else {
      return false
    }
    return !text.utf8[open...].contains(0x29)
  }

  /// Whether a short line closes a bracket and opens none.
  private var closesBracket: Bool {
    text.utf8.count <= Self.longestBroken && !isItem && text.utf8.contains(0x29)
      && !text.utf8.contains(0x28)
  }

  /// The lines, with both ends of a range on one: pages show them and the dash apart.
  private static func rangesJoined(_ lines: [PlainLine]) -> [PlainLine] {
    var result: [PlainLine] = []
    result.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.text.isRangeDash, let low = result.lastIndex(where: { !$0.isEmpty }),
        result.count - low <= 2, result[low].text.endsInSum,
        let high = lines[(index + 1)...].firstIndex(where: { !$0.isEmpty }), high - index <= 2,
        lines[high].text.beginsWithSum
      {
        result.removeSubrange((low + 1)...)
        result[low] = PlainLine(joining: PlainLine(joining: result[low], line), lines[high])
        index = high + 1
      } else {
        result.append(line)
        index += 1
      }
    }
    return result
  }

  /// Whether the next line's first word would not have fitted any more.
  private func isFull(before next: PlainLine, width: Int) -> Bool {
    guard !isEmpty, !next.isEmpty, !next.isItem else { return false }
    let word = next.text.utf8.prefix { $0 != 32 }.count
    // Chinese and Japanese are written without blanks: their lines are no words.
    guard word < width / 2 else { return false }
    let last = text.utf8.count % max(1, width)
    let length = text.utf8.count > width ? last : indent + text.utf8.count
    return length + 1 + word > width - 2
  }
}

private struct PlainTextReader {
  let lines: [PlainLine]
  var index = 0
  var result: [Block] = []

  init(lines: [PlainLine]) { self.lines = lines }

  mutating func blocks() -> [Block] {
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        index += 1
      } else if line.isItem {
        result.append(contentsOf: list(indent: line.indent, depth: 0))
      } else if isHeading(at: index) {
        result.append(.heading(level: 2, line.text.typedInlines))
        index += 1
        if index < lines.count, lines[index].isUnderline { index += 1 }
      } else {
        paragraph()
      }
    }
    return result
  }
}

private extension PlainTextReader {
  mutating func paragraph() {
    var inlines = lines[index].text.typedInlines
    index += 1
    while index < lines.count, !lines[index].isEmpty, !lines[index].isItem, !isHeading(at: index) {
      // Long lines are paragraphs of their own, short ones lines of one.
      let isLong = lines[index].text.utf8.count > 90 || lines[index - 1].text.utf8.count > 90
      if isLong {
        result.append(.paragraph(inlines))
        inlines = []
      } else {
        inlines.append(.lineBreak)
      }
      inlines += lines[index].text.typedInlines
      index += 1
    }
    result.append(.paragraph(inlines))
  }

  /// Items at one indent; what is indented deeper belongs to the item before it.
  mutating func list(indent: Int, depth: Int) -> [Block] {
    let isNumbered = lines[index].numbered != nil
    let start = lines[index].numbered?.number
    var items: [[Block]] = []
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        guard let next = lines[index...].firstIndex(where: { !$0.isEmpty }), next - index <= 1,
          lines[next].isItem, lines[next].indent == indent,
          (lines[next].numbered != nil) == isNumbered
        else { break }
        index = next
      } else if line.isItem, line.indent > indent, !items.isEmpty, depth < 8 {
        items[items.count - 1] += list(indent: line.indent, depth: depth + 1)
      } else if line.isItem, line.indent >= indent || depth == 0,
        (line.numbered != nil) == isNumbered
      {
        items.append([.paragraph((line.bullet ?? line.numbered?.text ?? "").typedInlines)])
        index += 1
      } else if !line.isItem, line.indent > indent, !items.isEmpty {
        items[items.count - 1].append(.paragraph(line.text.typedInlines))
        index += 1
      } else {
        break
      }
    }
    return [.list(start: start, items: items)]
  }

  /// A short line without final punctuation, over a list, an empty line or a long paragraph.
  func isHeading(at index: Int) -> Bool {
    let line = lines[index]
    guard line.mayBeHeading else { return false }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if next?.isUnderline == true { return true }
    let previous = index > 0 ? lines[index - 1] : nil
    let isFirst = previous?.isEmpty ?? true
    if next?.isItem == true { return true }
    if line.text.utf8.last == UInt8(ascii: ":") { return next?.isEmpty == false || isFirst }
    if isFirst, next?.isEmpty == true {
      return lines[(index + 1)...].contains { !$0.isEmpty }
    }
    let endsBlock = isFirst || previous?.isLong == true || previous?.isItem == true
    return endsBlock && next?.isLong == true && line.text.utf8.count <= 40
  }
}

private extension PlainLine {
  var isLong: Bool { text.utf8.count > 90 }

  /// The line of dashes that people type below a heading.
  var isUnderline: Bool {
    guard let first = text.utf8.first, text.utf8.count >= 3 else { return false }
    return (first == UInt8(ascii: "-") || first == UInt8(ascii: "="))
      && text.utf8.allSatisfy { $0 == first }
  }

  var mayBeHeading: Bool {
    guard !isEmpty, !isItem, text.utf8.count <= 70, let first = text.unicodeScalars.first,
      let last = text.unicodeScalars.last, !first.properties.isLowercase,
      ![".", ",", ";", "!", "?", "…"].contains(last), text.split(separator: " ").count <= 8
    else { return false }
    // "Languages: Spanish" is a label with its value.
    return LabelLine(text)?.value.isEmpty ?? true
  }
}

private extension Substring {
  /// The line with the `**` that people type around a label or a whole line as emphasis.
  var typedInlines: [Inline] {
    guard utf8.starts(with: "**".utf8) else { return [.text(String(self))] }
    let bytes = Array(utf8)
    guard
      let end = (3..<Swift.max(3, bytes.count - 1)).first(where: {
        bytes[$0] == UInt8(ascii: "*") && bytes[$0 + 1] == UInt8(ascii: "*")
      })
    else { return [.text(String(self))] }
    let strong = String(decoding: bytes[2..<end], as: UTF8.self)
    let rest = String(decoding: bytes[(end + 2)...], as: UTF8.self)
    return [.strong([.text(strong)]), .text(rest)]
  }
}
