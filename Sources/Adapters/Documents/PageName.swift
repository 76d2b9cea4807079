import Listings

/// What a page calls itself: "Acme hiring Cook in Porto", "Cook at Acme — Porto", "Acme - Cook".
struct PageName {
  private(set) var company: String?
  private(set) var location: String?
  /// Whether the words around it show that it is a company, whatever else the page says.
  private(set) var isSure = false
  /// Whether it may be the name of a board just as well.
  private(set) var isDoubtful = false
  private let words: DocumentWords

  /// Nil when the title is no part of the name.
  init?(_ name: String, title: String?, _ words: DocumentWords) {
    guard let title, let start = name.offset(of: title) else { return nil }
    self.words = words
    let bytes = Array(name.utf8)
    let before = String(decoding: bytes[..<start], as: UTF8.self).trimmed
    let after = String(decoding: bytes[(start + title.utf8.count)...], as: UTF8.self).trimmed
    if let name = words.start(of: before, before: .hiring) {
      company = Self.named(name)
      isSure = true
      location = words.rest(of: after, behind: .inPlace).flatMap { Self.parts(of: $0).first }
    } else if let employer = behindEmployer(after) {
      readEmployer(employer)
    } else if let place = place(in: after) {
      location = place
      let parts = Self.parts(of: after)
      if parts.count == 2 { doubt(parts[1]) }
    } else if let owner = ownerOfCareers(before) {
      doubt(owner)
    } else if before.isEmpty {
      readBehind(after)
    } else {
      // Lever's pages: the company, a dash, the title and nothing else.
      guard after.isEmpty, [" -", " –", ":"].contains(where: before.hasSuffix) else { return nil }
      let first = Self.named(String(before.dropLast(before.hasSuffix(":") ? 1 : 2)))
      company = words.isOfPages(first) ? nil : first
      isSure = company.map { words.withoutLegalForm($0) != nil } ?? false
    }
  }
}

private extension PageName {
  /// "at Acme", "@ Acme", "- Job bei Acme".
  func behindEmployer(_ text: String) -> String? {
    if text.hasPrefix("@ ") { return String(text.dropFirst(2)) }
    let job = withoutDash(text).flatMap { words.rest(of: $0, behind: .jobWord) }
    return words.rest(of: job ?? text, behind: .employer)
  }

  /// "Cook en Lyon | Board", "Cook Job in Lyon | Board", "Cook - Job bei Acme in Lyon".
  func place(in text: String) -> String? {
    let text = withoutDash(text) ?? text
    guard
      let rest = words.rest(
        of: words.rest(of: text, behind: .jobWord) ?? text, behind: .inPlace)
    else { return nil }
    let parts = Self.parts(of: rest)
    guard parts.count > 1, let place = parts.first, Self.isShort(place) else { return nil }
    return place
  }

  func withoutDash(_ text: String) -> String? {
    ["- ", "– "].contains(where: text.hasPrefix) ? String(text.dropFirst(2)) : nil
  }

  /// "Acme — Porto, Portugal | Board": the place stands between the name and the board.
  mutating func readEmployer(_ text: String) {
    var parts = Self.parts(of: text)
    if let first = parts.first, let (name, place) = namedBeforePlace(first) {
      parts[0] = name
      let marks = words.all(.reference).map { " " + $0 } + [" ("]
      let mark = marks.lazy.compactMap { place.lowercased().offset(of: $0) }.first
      location = String(decoding: place.utf8.prefix(mark ?? place.utf8.count), as: UTF8.self)
    }
    company = parts.first.flatMap(Self.named)
    isSure = true
    if parts.count > 2, Self.looksLikePlace(parts[1]) { location = parts[1] }
  }

  /// "bei Acme in Lyon".
  func namedBeforePlace(_ text: String) -> (name: String, place: String)? {
    for word in words.all(.inPlace) {
      guard let end = text.offset(of: " \(word) ") else { continue }
      let place = String(decoding: text.utf8.dropFirst(end + word.utf8.count + 2), as: UTF8.self)
      guard Self.isShort(place) else { continue }
      return (String(decoding: text.utf8.prefix(end), as: UTF8.self), place)
    }
    return nil
  }

  /// "Cook - Acme | Newark, NJ": only a place of that form shows what the other part is.
  mutating func readBehind(_ text: String) {
    // "Cook Job Details | Acme", as SuccessFactors calls its pages.
    if let bar = text.offset(of: " | "), bar > 0,
      words.saysNothing(String(decoding: text.utf8.prefix(bar), as: UTF8.self))
    {
      let rest = String(decoding: text.utf8.dropFirst(bar + 3), as: UTF8.self)
      company = words.isBoard(rest) || words.isOfPages(rest) ? nil : Self.named(rest)
      isSure = company != nil
      return
    }
    guard [" - ", " – ", " — ", " | "].contains(where: { (" " + text).hasPrefix($0) }) else {
      return
    }
    let parts = Self.parts(of: " " + text)
    if let owner = parts.last.flatMap({ words.start(of: $0, before: .careersEnd) }) {
      company = words.isBoard(owner) ? nil : Self.named(owner)
      return
    }
    // "Cook | Careers | Acme".
    let names = parts.drop { words.isA(.careers, $0) }
    if names.count == 1, let name = names.first { doubt(name) }
    // "Cook - Porto - Acme GmbH | Board".
    if parts.count > 1, let name = parts.first(where: { words.withoutLegalForm($0) != nil }) {
      return doubt(name)
    }
    guard parts.count >= 2, Self.endsInState(parts[1]), !Self.endsInState(parts[0]) else { return }
    company = Self.named(parts[0])
    location = parts[1]
    isSure = !words.isOfPages(company)
  }

  /// "Acme Careers - Cook".
  func ownerOfCareers(_ text: String) -> String? {
    guard let dash = ["-", "–", "|"].first(where: text.hasSuffix) else { return nil }
    return words.start(of: String(text.dropLast(dash.count)).trimmed, before: .careersEnd)
  }

  mutating func doubt(_ part: String) {
    // "Acme (a remark)".
    let end = part.hasSuffix(")") ? part.offset(of: " (") : nil
    let name = Self.named(String(decoding: part.utf8.prefix(end ?? part.utf8.count), as: UTF8.self))
    company = words.isOfPages(name) ? nil : name
    isDoubtful = true
    isSure = company.map { words.withoutLegalForm($0) != nil } ?? false
  }
}

extension PageName {
  /// The parts between bars and free dashes.
  static func parts(of text: String) -> [String] {
    var parts = [text]
    let marks = [" | ", " - ", " – ", " — ", " · "] + (text.isASCII ? [] : ["｜", "_"])
    for mark in marks {
      parts = parts.flatMap { part -> [String] in
        var pieces: [String] = []
        var rest = part
        while let end = rest.offset(of: mark) {
          let bytes = Array(rest.utf8)
          pieces.append(String(decoding: bytes[..<end], as: UTF8.self))
          rest = String(decoding: bytes[(end + mark.utf8.count)...], as: UTF8.self)
        }
        return pieces + [rest]
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// "Cook | LinkedIn" without the board.
  static func withoutBoard(_ name: String, _ words: DocumentWords) -> String {
    let sides = parts(of: name)
    // "Acme Careers | Cook".
    if sides.count == 2,
      sides.count(where: { words.start(of: $0, before: .careersEnd) != nil }) == 1,
      let title = sides.first(where: { words.start(of: $0, before: .careersEnd) == nil })
    {
      return title
    }
    guard let board = parts(of: name).last, name.hasSuffix(board), board != name,
      words.isA(.boardName, board)
    else { return name }
    var rest = String(name.dropLast(board.count)).trimmed
    while let mark = ["|", "-", "–", "—", "·"].first(where: rest.hasSuffix) {
      rest = String(rest.dropLast(mark.count)).trimmed
    }
    return rest
  }

  /// The job that a page without headings has in its name: "Cook at Acme", "Cook - Acme Ltd -
  /// acme.com", "Cook Job Details | Acme", as SuccessFactors calls its pages.
  static func title(in name: String, _ words: DocumentWords) -> String {
    let alone = withoutBoard(name, words)
    let call = words.rest(of: alone, behind: .applyFor) ?? alone
    if let title = titleBesideEmployer(call, words) { return title }
    let sides = parts(of: call)
    guard sides.count == 2, let words = wordsOfPage(endsOf: sides[0], words) else { return call }
    return String(sides[0].dropLast(words.count)).trimmed
  }

  /// "Job Details" of "Cook Job Details"; nil where nothing else is said.
  private static func wordsOfPage(endsOf text: String, _ words: DocumentWords) -> String? {
    let all = text.split(separator: " ").map(String.init)
    let title = all.dropLast(2).joined(separator: " ")
    let end = all.suffix(2).joined(separator: " ")
    guard all.count > 2, words.saysNothing(end), !words.saysNothing(title) else { return nil }
    return end
  }

  /// The job of "Cook at Acme" and "Acme Ltd - Cook".
  static func titleBesideEmployer(_ name: String, _ words: DocumentWords) -> String? {
    var sides = parts(of: withoutBoard(name, words))
    // "Cook - Acme Ltd - acme.com".
    if sides.count == 3, let site = sides.last, !site.utf8.contains(32),
      site.utf8.contains(UInt8(ascii: "."))
    {
      sides.removeLast()
    }
    let title: String?
    switch sides.count {
    case 1:
      title =
        words.all(.employer).lazy.compactMap { word -> String? in
          guard let end = sides[0].offset(of: " \(word) ") else { return nil }
          let rest = String(
            decoding: sides[0].utf8.dropFirst(end + word.utf8.count + 2), as: UTF8.self)
          return isShort(rest) ? String(decoding: sides[0].utf8.prefix(end), as: UTF8.self) : nil
        }.first
    case 2:
      let others = sides.filter { words.withoutLegalForm($0) == nil }
      title = others.count == 1 ? others[0] : nil
    default: title = nil
    }
    return title.flatMap { $0.utf8.count > 3 && !words.isOfPages($0) ? $0 : nil }
  }

  /// "Cook, Acme Ltd - Porto - Board": the place behind a company that is known.
  static func place(behind company: String, in name: String, _ words: DocumentWords) -> String? {
    let sides = parts(of: name)
    guard let owner = sides.firstIndex(where: { $0.hasSuffix(company) }), owner + 3 == sides.count,
      words.isBoard(sides[owner + 2]) || sides[owner + 2].utf8.contains(UInt8(ascii: ".")),
      isShort(sides[owner + 1]), !words.isOfPages(sides[owner + 1]),
      !sides[owner + 1].utf8.contains(where: { (48...57).contains($0) })
    else { return nil }
    return sides[owner + 1]
  }

  /// The job of "Acme hiring Cook in Porto | LinkedIn".
  static func titleHired(_ name: String, _ words: DocumentWords) -> String? {
    let call = withoutBoard(name, words)
    let parts = call.split(separator: " ").map(String.init)
    // The place stands last.
    guard call != name, let start = parts.firstIndex(where: { words.isA(.hiring, $0) }),
      let end = parts.lastIndex(where: { words.isA(.inPlace, $0) }), start > 0, end > start + 1
    else { return nil }
    return parts[(start + 1)..<end].joined(separator: " ")
  }

  private static func isShort(_ place: String) -> Bool {
    place.utf8.count <= 60 && place.unicodeScalars.first.map(\.properties.isUppercase) ?? false
  }

  /// The name alone, without what pages add behind a bar or a dash.
  private static func named(_ text: String) -> String? {
    guard let name = parts(of: text).first, name.isNameLike(upTo: 80) else { return nil }
    return name
  }

  /// "Porto, Portugal".
  private static func looksLikePlace(_ text: String) -> Bool {
    text.offset(of: ", ") != nil && text.utf8.count <= 60
      && !text.utf8.contains { (48...57).contains($0) }
  }

  /// "Newark, NJ".
  private static func endsInState(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 4, bytes.count <= 40 else { return false }
    return bytes[bytes.count - 4] == UInt8(ascii: ",") && bytes[bytes.count - 3] == 32
      && bytes.suffix(2).allSatisfy { (65...90).contains($0) }
  }
}

extension String {
  /// The UTF-8 offset of the first occurrence.
  func offset(of needle: String) -> Int? {
    let (bytes, sought) = (Array(utf8), Array(needle.utf8))
    guard !sought.isEmpty, bytes.count >= sought.count else { return nil }
    return (0...bytes.count - sought.count).first { start in
      bytes[start] == sought[0] && bytes[start..<start + sought.count].elementsEqual(sought)
    }
  }
}
