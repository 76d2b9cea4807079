extension [Inline] {
  /// Joined, trimmed and unnested; see `[Block].normalized`.
  package func normalized(keepingBreaks: Bool) -> [Inline] {
    if isNormalized(keepingBreaks: keepingBreaks) { return self }
    if count == 1, case .text(let text) = self[0] {
      let line = text.collapsed.trimmed
      return line.isEmpty ? [] : [.text(line)]
    }
    var line = InlineNormalizer(keepsBreaks: keepingBreaks)
    line.add(self, inside: [])
    return line.finished()
  }
}

private enum Wrapping: Hashable {
  case emphasis, strong
  case link(String)
}

/// Flattens inlines to runs with their wrappings, then builds the nesting anew.
private struct InlineNormalizer {
  struct Run {
    enum Content: Hashable {
      case text(String), code(String), lineBreak
    }
    let content: Content
    let wrappings: Set<Wrapping>
  }

  let keepsBreaks: Bool
  var runs: [Run] = []

  init(keepsBreaks: Bool) { self.keepsBreaks = keepsBreaks }
}

extension InlineNormalizer {
  mutating func add(_ inlines: [Inline], inside wrappings: Set<Wrapping>) {
    for inline in inlines {
      switch inline {
      case .text(let text): add(text, inside: wrappings)
      case .code(let code):
        let line = code.collapsed.trimmed
        if !line.isEmpty { runs.append(Run(content: .code(line), wrappings: wrappings)) }
      case .emphasis(let children): add(children, inside: wrappings.union([.emphasis]))
      case .strong(let children): add(children, inside: wrappings.union([.strong]))
      case .link(let children, let url):
        let address = url.withoutBlanks
        let isInLink = wrappings.contains { if case .link = $0 { true } else { false } }
        let isLink = !isInLink && !address.isEmpty
        add(children, inside: isLink ? wrappings.union([.link(address)]) : wrappings)
      case .lineBreak:
        runs.append(Run(content: keepsBreaks ? .lineBreak : .text(" "), wrappings: []))
      }
    }
  }

  private mutating func add(_ text: String, inside wrappings: Set<Wrapping>) {
    let line = text.collapsed
    guard !line.isEmpty else { return }
    // Blanks at the ends of emphasis belong outside of it.
    let body = line.trimmed
    if line.utf8.first == 32 { addBlank() }
    guard !body.isEmpty else { return }
    runs.append(Run(content: .text(body), wrappings: wrappings))
    if line.utf8.last == 32 { addBlank() }
  }

  private mutating func addBlank() {
    runs.append(Run(content: .text(" "), wrappings: []))
  }

  /// Drops blanks at the ends and beside breaks, gives inner blanks the wrappings that both their
  /// neighbors share, and nests.
  mutating func finished() -> [Inline] {
    var kept: [Run] = []
    for run in runs {
      switch run.content {
      case .text(" ") where kept.isEmpty || kept.last?.endsInBlank == true: continue
      case .lineBreak:
        while kept.last?.isBlank == true { kept.removeLast() }
        if kept.isEmpty || kept.last?.content == .lineBreak { continue }
      default: break
      }
      kept.append(run)
    }
    while let last = kept.last, last.isBlank || last.content == .lineBreak { kept.removeLast() }
    for index in kept.indices where kept[index].isBlank || kept[index].content == .lineBreak {
      guard index > 0, index + 1 < kept.count else { continue }
      let shared = kept[index - 1].wrappings.intersection(kept[index + 1].wrappings)
      kept[index] = Run(content: kept[index].content, wrappings: shared)
    }
    return Self.nested(kept[...])
  }

  /// Links outermost, then strong, then emphasis.
  private static func nested(_ runs: ArraySlice<Run>) -> [Inline] {
    group(runs, by: linkAddress) { address, part in
      guard let address else { return strongNested(part) }
      return [.link(strongNested(part), url: address)]
    }
  }

  private static func strongNested(_ runs: ArraySlice<Run>) -> [Inline] {
    group(runs, by: { $0.wrappings.contains(.strong) }) { isStrong, part in
      isStrong ? [.strong(emphasisNested(part))] : emphasisNested(part)
    }
  }

  private static func emphasisNested(_ runs: ArraySlice<Run>) -> [Inline] {
    group(runs, by: { $0.wrappings.contains(.emphasis) }) { isEmphasis, part in
      isEmphasis ? [.emphasis(leaves(part))] : leaves(part)
    }
  }

  private static func leaves(_ runs: ArraySlice<Run>) -> [Inline] {
    var result: [Inline] = []
    for run in runs {
      switch run.content {
      case .text(let text):
        if case .text(let earlier)? = result.last {
          result[result.count - 1] = .text(earlier + text)
        } else {
          result.append(.text(text))
        }
      case .code(let code):
        // Ticks side by side would read as one longer run of ticks.
        if case .code(let earlier)? = result.last {
          result[result.count - 1] = .code(earlier + code)
        } else {
          result.append(.code(code))
        }
      case .lineBreak: result.append(.lineBreak)
      }
    }
    return result
  }

  private static func linkAddress(_ run: Run) -> String? {
    for case .link(let address) in run.wrappings { return address }
    return nil
  }

  private static func group<Key: Equatable>(
    _ runs: ArraySlice<Run>, by key: (Run) -> Key, _ build: (Key, ArraySlice<Run>) -> [Inline]
  ) -> [Inline] {
    var result: [Inline] = []
    var start = runs.startIndex
    while start < runs.endIndex {
      let value = key(runs[start])
      let end = runs[start...].firstIndex { key($0) != value } ?? runs.endIndex
      result.append(contentsOf: build(value, runs[start..<end]))
      start = end
    }
    return result
  }
}

private extension InlineNormalizer.Run {
  var isBlank: Bool { content == .text(" ") }

  var endsInBlank: Bool {
    if case .text(let text) = content { return text.utf8.last == 32 }
    return content == .lineBreak
  }
}

private extension String {
  /// With every run of blanks, tabs and line ends as one blank.
  var collapsed: String {
    var wasBlank = false
    var isClean = true
    for byte in utf8 {
      let isBlank = byte == 32 || byte == 9 || byte == 10 || byte == 13
      if isBlank, wasBlank || byte != 32 {
        isClean = false
        break
      }
      wasBlank = isBlank
    }
    if isClean { return self }
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    for byte in utf8 {
      let isBlank = byte == 32 || byte == 9 || byte == 10 || byte == 13
      if !isBlank { output.append(byte) } else if output.last != 32 { output.append(32) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  var trimmed: String {
    guard utf8.first == 32 || utf8.last == 32 else { return self }
    var bytes = utf8[...]
    while bytes.first == 32 { bytes.removeFirst() }
    while bytes.last == 32 { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// An address has no blanks; one that was written with blanks gets them encoded.
  var withoutBlanks: String {
    let line = collapsed.trimmed
    guard line.utf8.contains(32) else { return line }
    return line.utf8.split(separator: 32).map { String(Substring($0)) }.joined(separator: "%20")
  }
}
