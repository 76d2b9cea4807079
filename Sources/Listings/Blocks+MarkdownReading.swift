extension [Block] {
  /// Reads the Markdown that `markdown` prints; any other text becomes some blocks, never a trap.
  ///
  /// The store keeps bodies in this form, so reading one back is on the way of every key press:
  /// it works on bytes and copies only the words. For Markdown of others see Adapters.
  package init(markdown: String) {
    var markdown = markdown
    self = markdown.withUTF8 { bytes in
      let reader = MarkdownReader(bytes: bytes)
      return reader.blocks(in: reader.lines(), depth: 0)
    }
  }
}

/// Reads lines given as ranges, so that a list or quote is read by moving the starts of its lines.
private struct MarkdownReader {
  let bytes: UnsafeBufferPointer<UInt8>

  typealias Lines = [Range<Int>]

  func lines() -> Lines {
    var result: Lines = []
    var start = 0
    for index in 0..<bytes.count where bytes[index] == 10 {
      result.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { result.append(start..<bytes.count) }
    return result
  }

  func blocks(in lines: Lines, depth: Int) -> [Block] {
    var result: [Block] = []
    var index = 0
    while index < lines.count {
      if lines[index].isEmpty {
        index += 1
      } else {
        result.append(block(in: lines, at: &index, depth: depth))
      }
    }
    return result
  }
}

private extension MarkdownReader {
  func block(in lines: Lines, at index: inout Int, depth: Int) -> Block {
    let line = lines[index]
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "#"):
      if let level = headingLevel(line) {
        index += 1
        let content = line.lowerBound + level + 1..<line.upperBound
        return .heading(level: level, InlineReader.read(bytes, [content]))
      }
    case UInt8(ascii: ">") where depth <= deepestNesting:
      return quote(in: lines, at: &index, depth: depth)
    case UInt8(ascii: "`"):
      if let code = fenced(in: lines, at: &index) { return code }
    case UInt8(ascii: "|"):
      if let table = table(in: lines, at: &index) { return table }
    default:
      if isRule(line) {
        index += 1
        return .rule
      }
      if depth <= deepestNesting, let marker = marker(line) {
        return list(in: lines, at: &index, marker: marker, depth: depth)
      }
    }
    return paragraph(in: lines, at: &index)
  }

  func headingLevel(_ line: Range<Int>) -> Int? {
    let level = bytes[line].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    let end = line.lowerBound + level
    return level <= 6 && end < line.upperBound && bytes[end] == 32 ? level : nil
  }

  func isRule(_ line: Range<Int>) -> Bool {
    line.count == 3 && bytes[line].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  func startsBlock(_ line: Range<Int>) -> Bool {
    guard let first = bytes[line].first else { return true }
    switch first {
    case UInt8(ascii: "#"): return headingLevel(line) != nil
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "`"): return fence(line) != nil
    default: return isRule(line) || marker(line) != nil
    }
  }

  /// Lines up to an empty one or one that begins another block; after a line break that is a
  /// backslash the next line belongs to the paragraph, whatever it looks like.
  func paragraph(in lines: Lines, at index: inout Int) -> Block {
    let first = index
    index += 1
    while index < lines.count, !lines[index].isEmpty {
      if !endsInBackslash(lines[index - 1]), startsBlock(lines[index]) { break }
      index += 1
    }
    return .paragraph(InlineReader.read(bytes, lines[first..<index]))
  }

  func endsInBackslash(_ line: Range<Int>) -> Bool {
    bytes[line].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  func quote(in lines: Lines, at index: inout Int, depth: Int) -> Block {
    var inner: Lines = []
    while index < lines.count, let first = bytes[lines[index]].first, first == UInt8(ascii: ">") {
      let line = lines[index]
      let hasBlank = line.count > 1 && bytes[line.lowerBound + 1] == 32
      inner.append(line.lowerBound + (hasBlank ? 2 : 1)..<line.upperBound)
      index += 1
    }
    return .quote(blocks(in: inner, depth: depth + 1))
  }

  func fence(_ line: Range<Int>) -> Int? {
    line.count >= 3 && bytes[line].allSatisfy { $0 == UInt8(ascii: "`") } ? line.count : nil
  }

  func fenced(in lines: Lines, at index: inout Int) -> Block? {
    guard let length = fence(lines[index]) else { return nil }
    let end = lines[(index + 1)...].firstIndex { fence($0) == length } ?? lines.count
    var code: [UInt8] = []
    for (offset, line) in lines[(index + 1)..<end].enumerated() {
      if offset > 0 { code.append(10) }
      code.append(contentsOf: bytes[line])
    }
    index = min(end + 1, lines.count)
    return .code(String(decoding: code, as: UTF8.self))
  }
}

// Lists and tables.
private extension MarkdownReader {
  struct Marker {
    let width: Int
    let number: Int?
  }

  func marker(_ line: Range<Int>) -> Marker? {
    guard let first = bytes[line].first else { return nil }
    if first == UInt8(ascii: "-") {
      return line.count > 1 && bytes[line.lowerBound + 1] == 32
        ? Marker(width: 2, number: nil) : nil
    }
    var number = 0
    var place = line.lowerBound
    while place < line.upperBound, place < line.lowerBound + 9, (48...57).contains(bytes[place]) {
      number = number * 10 + Int(bytes[place] - 48)
      place += 1
    }
    guard place > line.lowerBound, place + 1 < line.upperBound,
      bytes[place] == UInt8(ascii: "."), bytes[place + 1] == 32
    else { return nil }
    return Marker(width: place + 2 - line.lowerBound, number: number)
  }

  func list(in lines: Lines, at index: inout Int, marker first: Marker, depth: Int) -> Block {
    var items: [[Block]] = []
    var marker = first
    while true {
      items.append(blocks(in: item(in: lines, at: &index, width: marker.width), depth: depth + 1))
      let next = lines[index...].firstIndex { !$0.isEmpty } ?? lines.count
      guard next < lines.count, !isRule(lines[next]), let following = self.marker(lines[next]),
        following.number == first.number.map({ $0 + items.count })
      else { break }
      index = next
      marker = following
    }
    return .list(start: first.number, items: items)
  }

  /// The lines of an item: its first without the marker, then all that are indented under it.
  func item(in lines: Lines, at index: inout Int, width: Int) -> Lines {
    var inner: Lines = [lines[index].lowerBound + width..<lines[index].upperBound]
    index += 1
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        let next = lines[index...].firstIndex { !$0.isEmpty }
        guard let next, isIndented(lines[next], by: width) else { break }
        inner.append(line)
      } else if isIndented(line, by: width) {
        inner.append(line.lowerBound + width..<line.upperBound)
      } else {
        break
      }
      index += 1
    }
    return inner
  }

  func isIndented(_ line: Range<Int>, by width: Int) -> Bool {
    line.count > width && bytes[line].prefix(width).allSatisfy { $0 == 32 }
  }

  func table(in lines: Lines, at index: inout Int) -> Block? {
    guard index + 1 < lines.count, bytes[lines[index + 1]].starts(with: "| ---".utf8) else {
      return nil
    }
    var rows = [row(lines[index])]
    index += 2
    while index < lines.count, bytes[lines[index]].first == UInt8(ascii: "|") {
      rows.append(row(lines[index]))
      index += 1
    }
    return .table(rows)
  }

  func row(_ line: Range<Int>) -> [[Inline]] {
    var cells: [[Inline]] = []
    var cell: [UInt8] = []
    for place in line.dropFirst() {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "|") else {
        cell.append(byte)
        continue
      }
      if cell.last == UInt8(ascii: "\\") {
        cell[cell.count - 1] = byte
      } else {
        cells.append(InlineReader.read(cell: cell))
        cell.removeAll(keepingCapacity: true)
      }
    }
    return cells
  }
}
