import Listings

/// The marks that people type for bullets.
enum BulletMark {
  private static let scalars: Set<Unicode.Scalar> = [
    "•", "·", "▪", "●", "◦", "‣", "–", "—", "-", "*", "○", "■", "➢", "✓", "✔", "►", "➤", "∙", "⁃",
    "◆", "\u{F0B7}", "\u{F0A7}", "▸",
  ]

  /// The text after a bullet at the start of the line, or nil.
  static func stripped(_ line: Substring) -> Substring? {
    guard let first = line.unicodeScalars.first, scalars.contains(first) else { return nil }
    let rest = line.unicodeScalars.dropFirst()
    guard let next = rest.first else { return nil }
    let isBlank = next == " " || next == "\t" || next == "\u{A0}"
    // "•Text" is a bullet too, "*Text" and "–5" may be anything.
    let needsBlank = first.isASCII || first == "–" || first == "—" || first == "·"
    // "-Swift" is a bullet, "-5" is a number.
    let isDashed = first == "-" && next.properties.isAlphabetic
    guard isBlank || isDashed || !needsBlank else { return nil }
    let text = Substring(rest).drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    return text.isEmpty ? nil : text
  }
}

extension [Block] {
  /// With the lines of paragraphs that begin with typed bullets made into lists.
  var listed: [Block] {
    guard contains(where: \.hasTypedBullet) else { return self }
    return flatMap { block -> [Block] in
      guard case .paragraph(let inlines) = block, block.hasTypedBullet else { return [block] }
      return Self.listed(inlines)
    }
  }

  private static func listed(_ inlines: [Inline]) -> [Block] {
    var blocks: [Block] = []
    var items: [[Block]] = []
    var plain: [Inline] = []
    for line in inlines.split(separator: .lineBreak) {
      if let item = [Inline](line).withoutBullet {
        if !plain.isEmpty { blocks.append(.paragraph(plain)) }
        plain = []
        items.append([.paragraph(item)])
      } else {
        if !items.isEmpty { blocks.append(.list(start: nil, items: items)) }
        items = []
        plain += (plain.isEmpty ? [] : [.lineBreak]) + line
      }
    }
    if !items.isEmpty { blocks.append(.list(start: nil, items: items)) }
    if !plain.isEmpty { blocks.append(.paragraph(plain)) }
    return blocks
  }
}

private extension Block {
  var hasTypedBullet: Bool {
    guard case .paragraph(let inlines) = self, inlines.mayHoldBullet else { return false }
    return inlines.split(separator: .lineBreak).contains { Array($0).withoutBullet != nil }
  }
}

private extension [Inline] {
  /// Asked of every paragraph: whether the first text of any line may be a bullet.
  var mayHoldBullet: Bool {
    var isStart = true
    for inline in self {
      switch inline {
      case .lineBreak: isStart = true
      case .text(let text) where isStart:
        if text.mayBeginWithBullet { return true }
        isStart = text.utf8.allSatisfy(\.isBlank)
      default: isStart = false
      }
    }
    return false
  }

  /// The line without its bullet, or nil when it has none.
  var withoutBullet: [Inline]? {
    guard let index = firstIndex(where: { !$0.isBlankText }), case .text(let text) = self[index],
      text.mayBeginWithBullet
    else { return nil }
    let line = text.drop(while: { $0.isWhitespace })
    if let rest = BulletMark.stripped(line) {
      return [.text(String(rest))] + self[(index + 1)...]
    }
    // "• " and then something bold.
    let bare = line.filter { !$0.isWhitespace }
    guard bare.unicodeScalars.count == 1, index + 1 < count,
      BulletMark.stripped(Substring(bare + " x")) != nil
    else { return nil }
    return Array(self[(index + 1)...])
  }
}

private extension Inline {
  var isBlankText: Bool {
    if case .text(let text) = self { text.utf8.allSatisfy(\.isBlank) } else { false }
  }
}

private extension String {
  /// Asked of every line of every body: one byte rules nearly all of them out.
  var mayBeginWithBullet: Bool {
    guard let first = utf8.first(where: { !$0.isBlank }) else { return false }
    return first >= 0x80 || first == UInt8(ascii: "-") || first == UInt8(ascii: "*")
  }
}
