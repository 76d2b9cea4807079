// Whether blocks are in normal form, told in one look that copies nothing: most are, and every
// body is asked when it is read and again before it is understood. In doubt the answer is no.

extension [Block] {
  func isNormalized(depth: Int) -> Bool {
    guard depth < deepestNesting else { return isEmpty }
    for index in indices {
      guard self[index].isNormalized(depth: depth) else { return false }
      if index > 0, self[index].joins(self[index - 1]) { return false }
    }
    return true
  }
}

private extension Block {
  func isNormalized(depth: Int) -> Bool {
    switch self {
    case .heading(let level, let inlines):
      if case .strong = inlines.first { return false }
      return (1...6).contains(level) && !inlines.isEmpty
        && inlines.isNormalized(keepingBreaks: false)
    case .paragraph(let inlines):
      return !inlines.isEmpty && inlines.isNormalized(keepingBreaks: true)
    case .list(let start, let items):
      guard start.map({ (0...9_999_999).contains($0) }) ?? true, !items.isEmpty else {
        return false
      }
      return items.allSatisfy { !$0.isEmpty && $0.isNormalized(depth: depth + 1) }
    case .quote(let children): return !children.isEmpty && children.isNormalized(depth: depth + 1)
    case .rule: return depth == 0
    case .code, .table: return false
    }
  }

  /// Whether normal form has both in one.
  func joins(_ earlier: Block) -> Bool {
    switch (earlier, self) {
    case (.rule, .rule), (.quote, .quote): true
    case (.list(let start, let items), .list(let next, _)):
      start.map { $0 + items.count } == next
    default: false
    }
  }
}

extension [Inline] {
  func isNormalized(keepingBreaks: Bool) -> Bool {
    var previous: InlineKind?
    // Whether a blank may come next.
    var takesBlank = false
    for inline in self {
      let kind = inline.kind
      switch inline {
      case .text(let text):
        guard previous != .text, let ends = text.endsOfLine, takesBlank || !ends.startsBlank else {
          return false
        }
        takesBlank = !ends.endsBlank
      case .code(let code):
        guard previous != .code, let ends = code.endsOfLine, !ends.startsBlank, !ends.endsBlank
        else { return false }
        takesBlank = true
      case .lineBreak:
        guard keepingBreaks, previous == .text || previous == .code,
          takesBlank || previous == .code
        else { return false }
        takesBlank = false
      case .strong(let children), .emphasis(let children), .link(let children, _):
        guard previous != kind, previous != .lineBreak, children.count == 1,
          case .text(let text) = children[0], let ends = text.endsOfLine, !ends.startsBlank,
          !ends.endsBlank, inline.hasPlainAddress
        else { return false }
        takesBlank = true
      }
      previous = kind
    }
    return takesBlank && previous != .lineBreak || isEmpty
  }
}

fileprivate enum InlineKind { case text, code, lineBreak, strong, emphasis, link }

extension Inline {
  var isLineBreak: Bool { if case .lineBreak = self { true } else { false } }

  fileprivate var kind: InlineKind {
    switch self {
    case .text: .text
    case .code: .code
    case .lineBreak: .lineBreak
    case .strong: .strong
    case .emphasis: .emphasis
    case .link: .link
    }
  }

  fileprivate var hasPlainAddress: Bool {
    guard case .link(_, let url) = self else { return true }
    return !url.isEmpty && url.utf8.allSatisfy { $0 > 32 }
  }
}

private extension String {
  /// Whether a text begins and ends with a blank; nil when it is no line of single blanks with
  /// something between them.
  var endsOfLine: (startsBlank: Bool, endsBlank: Bool)? {
    let answer = utf8.withContiguousStorageIfAvailable { bytes -> (Bool, Bool)? in
      guard let first = bytes.first, let last = bytes.last, bytes.count > 1 || first != 32 else {
        return nil
      }
      let words = UnsafeRawBufferPointer(bytes)
      var start = 0
      while start + 9 <= bytes.count, isSurelyLine(words, at: start) { start += 8 }
      // The last nine, some of which were looked at already.
      if start > 0, start + 9 > bytes.count, isSurelyLine(words, at: bytes.count - 9) {
        return (first == 32, last == 32)
      }
      var previous: UInt8 = 0
      for byte in bytes[start...] {
        if byte <= 32, byte != 32 || previous == 32 {
          if byte == 32 || byte == 9 || byte == 10 || byte == 13 { return nil }
        }
        previous = byte
      }
      return (first == 32, last == 32)
    }
    return answer ?? nil
  }

  /// Nine bytes without control characters and without two blanks in a row.
  @inline(__always)
  private func isSurelyLine(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let next = bytes.loadUnaligned(fromByteOffset: start + 1, as: UInt64.self)
    // Zero where both are blanks.
    let blanks: UInt64 = 0x2020_2020_2020_2020
    let pairs = (word ^ blanks) | (next ^ blanks)
    return EightBytes.below(word, 32) | EightBytes.below(next, 32) | EightBytes.equal(pairs, to: 0)
      == 0
  }
}
