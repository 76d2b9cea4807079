/// What pages lose when their text is copied: line ends before labels, and the line that ranges share.
extension String {
  /// With a line end before each label that is glued to the value before it, as in
  /// `Full-timeSalary: 40k`.
  func partingGluedLabels(_ words: DocumentWords) -> String {
    let bytes = Array(utf8)
    var cuts: [Int] = []
    for index in bytes.indices.dropFirst()
    where isCapital(bytes[index]) && endsValue(bytes[index - 1]) {
      let rest = bytes[index...].prefix(Self.longestLabel)
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        colon + 1 < bytes.count, bytes[colon + 1] == 32,
        words.field(of: String(decoding: bytes[index..<colon], as: UTF8.self)) != nil
      else { continue }
      cuts.append(index)
    }
    return cut(bytes, at: cuts)
  }

  /// With a line end behind each heading that its paragraph is glued to, as in
  /// `Company DescriptionKilnhaus bakes`.
  func partingGluedHeadings(_ words: DocumentWords) -> String {
    let headings = words.all(.gluedHeading).map { Array($0.utf8) }
    let bytes = Array(utf8)
    var cuts: [Int] = []
    for index in bytes.indices where index == 0 || bytes[index - 1] == 10 {
      let line = bytes[index...]
      for heading in headings where line.starts(with: heading) {
        let end = index + heading.count
        guard end < bytes.count, isCapital(bytes[end]) else { continue }
        cuts.append(end)
      }
    }
    return cut(bytes, at: cuts)
  }

  /// With a line end at each of the offsets, which rise.
  private func cut(_ bytes: [UInt8], at cuts: [Int]) -> String {
    guard !cuts.isEmpty else { return self }
    var parted: [UInt8] = []
    parted.reserveCapacity(bytes.count + cuts.count)
    var start = 0
    for cut in cuts {
      parted += bytes[start..<cut]
      parted.append(10)
      start = cut
    }
    parted += bytes[start...]
    return String(decoding: parted, as: UTF8.self)
  }

  private static let longestLabel = 24

  private func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

  /// A small letter, a digit or a closing bracket.
  private func endsValue(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ")")
  }
}

extension Substring {
  /// Whether the line is nothing but the dash of a range.
  var isRangeDash: Bool { self == "—" || self == "–" || self == "-" }

  /// Whether the line may be the lower end of a range: it ends in a digit or its `k`.
  var endsInSum: Bool {
    guard utf8.count <= 24, let last = utf8.last else { return false }
    return (48...57).contains(last)
      || last | 0x20 == UInt8(ascii: "k")
        && utf8.dropLast().last.map { (48...57).contains($0) } == true
  }

  /// Whether the line begins with a sum: a digit, or a currency's sign before one.
  var beginsWithSum: Bool {
    guard utf8.count <= 40, let first = unicodeScalars.first else { return false }
    let next = unicodeScalars.dropFirst().first
    let isDigit: (Unicode.Scalar?) -> Bool = { $0.map { ("0"..."9").contains($0) } ?? false }
    return isDigit(first) || first.properties.generalCategory == .currencySymbol && isDigit(next)
  }
}
