import Listings

/// What a label says of the value behind it, by the fields of `labels.tsv`.
enum LabelField: String {
  /// A title, or deep in a text the kind of job.
  case role
  case title, company, location, pay, employment, level, date, closes, workplace, url, tags
}

/// A line of the form `Label: value`.
struct LabelLine {
  let label: String
  let value: Substring

  /// Nil when the line has no label.
  init?(_ line: some StringProtocol) {
    let bytes = Array(line.utf8.prefix(48))
    guard let (place, width) = Self.colon(in: bytes), place > 0 else { return nil }
    var label = String(decoding: bytes[..<place], as: UTF8.self)
    label = String(label.drop { !$0.isLetter })
    while let last = label.last, !last.isLetter, last != ")", last != "#" { label.removeLast() }
    guard !label.isEmpty else { return nil }
    self.label = label
    var rest = Substring(line).utf8.dropFirst(place + width)
    // "Company :- Acme"
    if rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2) }
    // "**Location:** Berlin" and "**Location**: Berlin" leave stars behind.
    let value = Substring(rest).drop { $0 == "*" || $0.isWhitespace }
    // "Place: Pay:" heads the columns of a lost table.
    if value.last == ":" { return nil }
    self.value = value
  }

  /// The first colon, or the wide one of Chinese text, and how many bytes it takes.
  private static func colon(in bytes: [UInt8]) -> (place: Int, width: Int)? {
    bytes.indices.lazy.compactMap { index -> (place: Int, width: Int)? in
      if bytes[index] == UInt8(ascii: ":") { return (index, 1) }
      return bytes[index] == 0xEF && bytes[index...].starts(with: "\u{FF1A}".utf8)
        ? (index, 3) : nil
    }.first
  }

  init?(cells: [[Inline]]) {
    guard cells.count == 2 else { return nil }
    label = cells[0].plainText.filter { $0 != ":" }
    value = Substring(cells[1].plainText)
  }
}
