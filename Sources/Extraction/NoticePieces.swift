/// Cuts a heading at its bars, its free dashes, an "@" and the brackets that hold tags.
struct NoticePieces {
  let page: Page

  func pieces(of line: Range<Int>) -> [NoticePiece] {
    var pieces: [NoticePiece] = []
    var start = line.lowerBound
    var mark = NoticePiece.Mark.none
    var tagEnd: Int?
    func close(_ end: Int, next: NoticePiece.Mark) {
      let tokens = page.trimmed(start..<max(start, end))
      if !tokens.isEmpty {
        pieces.append(NoticePiece(tokens: tokens, mark: tagEnd == nil ? mark : .tag))
      }
      mark = next
      start = end + 1
    }
    for index in line {
      if let end = tagEnd {
        if index == end {
          close(index, next: .none)
          tagEnd = nil
        } else if isInnerMark(index) {
          close(index, next: .tag)
        }
      } else if let end = endOfTag(index, in: line) {
        close(index, next: .tag)
        tagEnd = end
      } else if let next = outerMark(index, in: line) {
        close(index, next: next)
      }
    }
    close(line.upperBound, next: .none)
    return pieces
  }

  /// The bracket that closes the tag which opens here.
  private func endOfTag(_ index: Int, in line: Range<Int>) -> Int? {
    let closing: Unicode.Scalar? =
      page.isSymbol(index, "[") ? "]" : page.isSymbol(index, "【") ? "】" : nil
    guard let closing else { return nil }
    return line.first { $0 > index && page.isSymbol($0, closing) }
  }

  private func outerMark(_ index: Int, in line: Range<Int>) -> NoticePiece.Mark? {
    let token = page.text.tokens[index]
    guard token.kind == .symbol, index + 1 < line.upperBound else { return nil }
    if page.isSymbol(index, "@"), token.followsBlank { return .at }
    let isGlued = !token.followsBlank && !page.text.tokens[index + 1].followsBlank
    if page.isSymbol(index, "|") && !isGlued || page.isSymbol(index, "｜") { return .bar }
    // Pins, rockets and the like part as dashes do.
    if token.id >= 0x1F300 { return .dash }
    guard isDash(index), !isBetweenNumbers(index) else { return nil }
    let isFree = token.followsBlank && page.text.tokens[index + 1].followsBlank
    return isFree || isBetweenWideWords(index) ? .dash : nil
  }

  /// Within a tag a comma, a slash and a dash with a blank on either side part, too.
  private func isInnerMark(_ index: Int) -> Bool {
    if (["|", "｜", ",", "，", "/", "、"] as [Unicode.Scalar]).contains(where: {
      page.isSymbol(index, $0)
    }) {
      return true
    }
    return isDash(index)
      && (page.text.tokens[index].followsBlank || page.text.tokens[index + 1].followsBlank
        || isBetweenWideWords(index))
  }

  /// "14000 - 18000".
  private func isBetweenNumbers(_ index: Int) -> Bool {
    index > 0 && page.text.tokens[index - 1].kind == .number
      && page.text.tokens[index + 1].kind == .number
  }

  private func isDash(_ index: Int) -> Bool {
    (["-", "–", "—", "－"] as [Unicode.Scalar]).contains { page.isSymbol(index, $0) }
  }

  /// "上海-可远程": beside words of a language without blanks a dash stands free.
  private func isBetweenWideWords(_ index: Int) -> Bool {
    guard index > 0, page.isSymbol(index, "-") else { return false }
    return isWide(index - 1) || isWide(index + 1)
  }

  private func isWide(_ index: Int) -> Bool {
    let token = page.text.tokens[index]
    guard token.kind == .word else { return false }
    // From U+3040 on.
    let byte = page.text.bytes[Int(token.start)]
    return byte >= 0xE3 && byte < 0xEE
  }
}
