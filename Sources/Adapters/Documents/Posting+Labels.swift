import Listings

extension Posting {
  /// Fills fields from label lines of the body (`Location: Berlin`); the body keeps them.
  ///
  /// What is filled already stays. Labels deep in a text belong to other things, so that only
  /// pay, which postings state at their end, is looked for everywhere.
  mutating func fillFromLabels(_ words: DocumentWords) {
    for (index, label) in LabelLines.labels(in: body, words).enumerated() where index < 60 {
      fill(label, words)
    }
  }

  /// Fills fields from labels that an element of their own tells from their values.
  mutating func fill(from pairs: [(label: String, value: String)], _ words: DocumentWords) {
    for (index, pair) in pairs.enumerated() where index < 40 {
      guard let label = LabelLine("\(pair.label):")?.label, let field = words.field(of: label)
      else { continue }
      fill(LabelLines.Found(field: field, value: pair.value, line: index), words)
    }
  }

  private mutating func fill(_ label: LabelLines.Found, _ words: DocumentWords) {
    let (value, line) = (label.value, label.line)
    let isNearTop = line < 40
    switch label.field {
    case .pay:
      // "Compensation: we offer a competitive package" is prose, not pay.
      if payText == nil, value.utf8.count <= 160,
        value.utf8.contains(where: { (48...57).contains($0) })
      {
        payText = value
      }
    case _ where !isNearTop: break
    case .role:
      if title == nil, line < 8, value.isTitleLike { title = value }
    // Deep below a heading on top, it is the title of who is to be written to.
    case .title where line >= 12 && body.beginsWithTitle: break
    case .title: if title == nil, value.isTitleLike { title = value }
    case .company: if company == nil, value.isNameLike(upTo: 80) { company = value.withoutAside }
    case .location: if location == nil, value.utf8.count <= 140 { location = value }
    case .employment:
      if let kind = words.workplace(value) {
        workplace = workplace ?? kind
      } else if employmentText == nil, value.utf8.count <= 80 {
        employmentText = value
      }
    case .level: if seniorityText == nil, value.utf8.count <= 60 { seniorityText = value }
    case .date: if dateText == nil, value.utf8.count <= 40 { setDate(value) }
    case .closes: closes = closes ?? DateText.day(value)
    case .workplace: if workplace == nil { workplace = words.workplace(value) }
    case .url: if url == nil, value.isWebAddress { url = value }
    case .tags:
      if tags.isEmpty, value.utf8.count <= 200 {
        tags = value.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
      }
    }
  }

  /// Keeps the words of a date, and its day when they are one.
  mutating func setDate(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    dateText = dateText ?? text
    posted = posted ?? DateText.day(text)
  }
}

private enum LabelLines {
  struct Found {
    let field: LabelField
    let value: String
    let line: Int
  }

  static func labels(in blocks: [Block], _ words: DocumentWords) -> [Found] {
    let text = BodyText(blocks)
    let bytes = text.bytes
    var found: [Found] = []
    for (index, line) in text.lines.enumerated() {
      let content = String(decoding: bytes[line.range], as: UTF8.self)
      guard let label = label(of: content, kind: line.kind),
        let field = words.field(of: label.label)
      else { continue }
      var value = String(label.value).trimmed
      if value.isEmpty, index + 1 < text.lines.count {
        let next = String(decoding: bytes[text.lines[index + 1].range], as: UTF8.self)
        // "Salaire :" and the sum on the next line.
        let isValue = next.utf8.count <= 60 && LabelLine(next) == nil && field.mayStandBelow
        value = isValue ? next.trimmed : ""
      }
      if !value.isEmpty { found.append(Found(field: field, value: value, line: index)) }
    }
    return found
  }

  private static func label(of line: String, kind: BodyLineKind) -> LabelLine? {
    if kind == .tableRow {
      let cells = line.split(separator: " | ").map { [Inline.text(String($0))] }
      return LabelLine(cells: cells)
    }
    return LabelLine(line)
  }
}

private extension [Block] {
  var beginsWithTitle: Bool {
    if case .heading(1, _)? = first { return true }
    return false
  }
}

private extension LabelField {
  var mayStandBelow: Bool {
    switch self {
    case .pay, .location, .employment, .company: true
    default: false
    }
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text.utf8.count == utf8.count ? self : String(text)
  }

  /// A name or a title, not the beginning of a sentence.
  func isNameLike(upTo limit: Int) -> Bool {
    let words = split(separator: " ")
    // "Acme Inc." and "Acme Sp. z o.o." end in a full stop, too.
    let isForm = words.last?.dropLast().contains(".") ?? false
    return utf8.count <= limit && words.count <= 14
      && (last != "." || words.count <= 5 || isForm && words.count <= 9)
      && !utf8.contains(10)
  }

  /// "Vacancy: 1" counts the openings.
  fileprivate var isTitleLike: Bool {
    isNameLike(upTo: 110) && unicodeScalars.contains(where: \.properties.isAlphabetic)
  }

  /// Without what stands in parentheses behind a name.
  fileprivate var withoutAside: String {
    guard let place = range(ofASCII: " ("), last == ")", place > 0 else { return self }
    return String(decoding: utf8.prefix(place), as: UTF8.self)
  }

  /// The offset of the first occurrence.
  func range(ofASCII needle: StaticString) -> Int? {
    let bytes = Array(utf8)
    let count = needle.utf8CodeUnitCount
    guard bytes.count >= count else { return nil }
    return (0...(bytes.count - count)).first { start in
      (0..<count).allSatisfy { bytes[start + $0] == needle.utf8Start[$0] }
    }
  }
}
