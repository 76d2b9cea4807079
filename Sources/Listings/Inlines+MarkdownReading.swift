/// Reads the inlines of one paragraph, heading or cell as `InlinePrinter` writes them.
///
/// Literal stars, brackets and ticks are always escaped there, and nesting is always link, strong,
/// emphasis from outside in, so every star in the input is a delimiter and its part is certain.
struct InlineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isCell: Bool
  private var frames: [Frame] = [Frame(kind: .root)]
  private var pending: [UInt8] = []

  fileprivate enum Kind: Equatable { case root, link, strong, emphasis }

  fileprivate struct Frame {
    let kind: Kind
    var children: [Inline] = []
  }

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lines: ArraySlice<Range<Int>>
  ) -> [Inline] {
    var reader = InlineReader(bytes: bytes, isCell: false)
    for (offset, line) in lines.enumerated() {
      let isLast = offset == lines.count - 1
      let isBroken = reader.read(line, isLast: isLast)
      if isBroken {
        reader.append(.lineBreak)
      } else if !isLast {
        reader.pending.append(32)
      }
    }
    return reader.finished()
  }

  static func read(cell: [UInt8]) -> [Inline] {
    var start = 0
    var end = cell.count
    if start < end, cell[start] == 32 { start += 1 }
    if start < end, cell[end - 1] == 32 { end -= 1 }
    return cell.withUnsafeBufferPointer { bytes in
      var reader = InlineReader(bytes: bytes, isCell: true)
      _ = reader.read(start..<end, isLast: true)
      return reader.finished()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, isCell: Bool) {
    self.bytes = bytes
    self.isCell = isCell
  }
}

private extension InlineReader {
  /// True when the line ends in a line break.
  mutating func read(_ line: Range<Int>, isLast: Bool) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        guard index + 1 < line.upperBound else {
          if isLast { pending.append(bytes[index]) }
          return !isLast
        }
        if !isPunctuation(bytes[index + 1]) { pending.append(bytes[index]) }
        pending.append(bytes[index + 1])
        index += 2
      case UInt8(ascii: "*"): index = stars(from: index, in: line)
      case UInt8(ascii: "`"): index = code(from: index, in: line)
      case UInt8(ascii: "["):
        if frames.contains(where: { $0.kind != .root }) {
          pending.append(bytes[index])
        } else {
          open(.link)
        }
        index += 1
      case UInt8(ascii: "]"): index = closeLink(at: index, in: line)
      case UInt8(ascii: "<")
      where isCell && bytes[index..<line.upperBound].starts(with: "<br>".utf8):
        append(.lineBreak)
        index += 4
      default:
        pending.append(bytes[index])
        index += 1
      }
    }
    return false
  }

  mutating func append(_ inline: Inline) {
    flush()
    frames[frames.count - 1].children.append(inline)
  }

  mutating func flush() {
    guard !pending.isEmpty else { return }
    frames[frames.count - 1].children.append(.text(String(decoding: pending, as: UTF8.self)))
    pending.removeAll(keepingCapacity: true)
  }

  mutating func open(_ kind: Kind) {
    flush()
    frames.append(Frame(kind: kind))
  }

  mutating func close() -> Frame {
    flush()
    return frames.removeLast()
  }

  /// A run of stars first closes what is open from the inside out, then opens from the outside in.
  mutating func stars(from start: Int, in line: Range<Int>) -> Int {
    var index = start
    while index < line.upperBound, bytes[index] == UInt8(ascii: "*") { index += 1 }
    var left = index - start
    while left > 0 {
      switch frames[frames.count - 1].kind {
      case .emphasis:
        append(.emphasis(close().children))
        left -= 1
      case .strong where left >= 2:
        append(.strong(close().children))
        left -= 2
      case .root where left >= 2, .link where left >= 2:
        open(.strong)
        left -= 2
      default:
        open(.emphasis)
        left -= 1
      }
    }
    return index
  }

  mutating func code(from start: Int, in line: Range<Int>) -> Int {
    let ticks = bytes[start..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
    var index = start + ticks
    while index < line.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = bytes[index..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      if run == ticks {
        append(.code(codeText(start + ticks..<index)))
        return index + run
      }
      index += run
    }
    pending.append(contentsOf: bytes[start..<start + ticks])
    return start + ticks
  }

  func codeText(_ range: Range<Int>) -> String {
    let isPadded =
      range.count > 2 && bytes[range.lowerBound] == 32 && bytes[range.upperBound - 1] == 32
    let inner = isPadded ? range.lowerBound + 1..<range.upperBound - 1 : range
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[inner]), as: UTF8.self)
  }

  mutating func closeLink(at index: Int, in line: Range<Int>) -> Int {
    guard let frame = frames.lastIndex(where: { $0.kind == .link }) else {
      pending.append(bytes[index])
      return index + 1
    }
    while frames.count > frame + 1 { unwrapLast() }
    guard let (url, end) = address(from: index + 1, in: line) else {
      unwrapLast()
      pending.append(bytes[index])
      return index + 1
    }
    append(.link(close().children, url: url))
    return end
  }

  func address(from start: Int, in line: Range<Int>) -> (String, end: Int)? {
    guard start < line.upperBound, bytes[start] == UInt8(ascii: "(") else { return nil }
    var url: [UInt8] = []
    var index = start + 1
    while index < line.upperBound, bytes[index] != 32 {
      switch bytes[index] {
      case UInt8(ascii: ")"): return (String(decoding: url, as: UTF8.self), index + 1)
      case UInt8(ascii: "\\") where index + 1 < line.upperBound:
        if !isPunctuation(bytes[index + 1]) { url.append(bytes[index]) }
        url.append(bytes[index + 1])
        index += 2
      default:
        url.append(bytes[index])
        index += 1
      }
    }
    return nil
  }

  /// What was never closed was text.
  mutating func unwrapLast() {
    let frame = close()
    let opening =
      switch frame.kind {
      case .root: ""
      case .link: "["
      case .strong: "**"
      case .emphasis: "*"
      }
    frames[frames.count - 1].children.append(.text(opening))
    frames[frames.count - 1].children.append(contentsOf: frame.children)
  }

  mutating func finished() -> [Inline] {
    while frames.count > 1 { unwrapLast() }
    flush()
    return frames[0].children
  }

  func isPunctuation(_ byte: UInt8) -> Bool {
    (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
      || (123...126).contains(byte)
  }
}
