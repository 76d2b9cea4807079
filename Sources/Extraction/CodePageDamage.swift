import Listings

/// Text whose UTF-8 was read in another code page than Windows-1252.
///
/// Rarer, and mended only where no other reading is likely: a punctuation mark or an emoji that became
/// three or four characters, an accented letter inside a word, a row of Cyrillic letters.
struct CodePageDamage {
  private struct Run {
    let start: Int
    let end: Int
    let scalar: UInt32
    let lead: UInt8
    var isSure: Bool
  }

  private let scalars: [UInt32]

  init(_ bytes: [UInt8]) {
    scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// Nil when nothing is surely damaged.
  func mended() -> [UInt8]? {
    for page in CodePage.all {
      let runs = runs(in: page)
      guard runs.contains(where: \.isSure) else { continue }
      return text(mending: runs)
    }
    return nil
  }

  private func runs(in page: CodePage) -> [Run] {
    var runs: [Run] = []
    var position = 0
    while position < scalars.count {
      if let run = run(at: position, in: page) {
        runs.append(run)
        position = run.end
      } else {
        position += 1
      }
    }
    trustRows(&runs, in: page)
    return runs
  }

  /// Three pairs in a row that give Cyrillic letters are no accident.
  private func trustRows(_ runs: inout [Run], in page: CodePage) {
    var first = 0
    for index in runs.indices {
      if index > first, runs[index - 1].end != runs[index].start || !page.isHome(runs[index].lead) {
        first = index
      }
      guard page.isHome(runs[index].lead) else {
        first = index + 1
        continue
      }
      if index - first >= 2 { for row in first...index { runs[row].isSure = true } }
    }
  }

  private func run(at start: Int, in page: CodePage) -> Run? {
    guard let lead = page.byte(of: scalars[start]), lead >= 0xC2, lead <= 0xF4 else { return nil }
    let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard start + count <= scalars.count else { return nil }
    var value = UInt32(lead & (0xFF >> UInt8(count + 1)))
    for index in start + 1..<start + count {
      guard let byte = page.byte(of: scalars[index]), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard isLikely(value, of: count, lead, page) else { return nil }
    return Run(
      start: start, end: start + count, scalar: value, lead: lead,
      isSure: isSure(start..<start + count, value, lead, page))
  }

  /// Punctuation, signs of currencies, the trademark sign, pictures; letters and signs of Latin,
  /// Romania's among them; Cyrillic where the page is.
  private func isLikely(_ value: UInt32, of count: Int, _ lead: UInt8, _ page: CodePage) -> Bool {
    switch count {
    case 4: (0x1F000..<0x1FB00).contains(value)
    case 3: (0x2010...0x2044).contains(value) || Self.isSign(value)
    default:
      page.isHome(lead)
        ? (0x400..<0x500).contains(value)
        : (0xA0..<0x180).contains(value) || (0x218...0x21B).contains(value)
    }
  }

  private func isSure(
    _ run: Range<Int>, _ value: UInt32, _ lead: UInt8, _ page: CodePage
  ) -> Bool {
    if run.count == 2 { return page.isSure(lead) && isInWord(run) || isPoundSign(run, value) }
    // Where the page has letters of its own for these bytes, they may be words.
    if Self.isPicture(value) { return !page.hasHome }
    // With a letter that Windows-1252 lacks it is nobody's quotation of that page's damage.
    return page.isSure(lead) || scalars[run].contains { Windows1252.upperByte(of: $0) == nil }
  }

  /// "ÂŁ13.50": no word has these two letters, nor a number behind them.
  private func isPoundSign(_ run: Range<Int>, _ value: UInt32) -> Bool {
    value == 0xA3 && scalars.indices.contains(run.upperBound)
      && (0x30...0x39).contains(scalars[run.upperBound])
      && scalars[run].contains { Windows1252.upperByte(of: $0) == nil }
  }

  /// Of a currency, a trademark, or a picture.
  private static func isSign(_ value: UInt32) -> Bool {
    (0x20A0...0x20C0).contains(value) || value == 0x2122 || isPicture(value)
  }

  /// A check mark, a star, scissors.
  private static func isPicture(_ value: UInt32) -> Bool {
    (0x2600...0x27BF).contains(value) || value == 0x2B50 || value == 0x2B55
  }

  /// A letter of ASCII stands on one side, and a letter or no blank on the other; behind a quotation
  /// mark or a dash, which may follow a right word, a letter.
  private func isInWord(_ run: Range<Int>) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x61...0x7A).contains(scalars[index] | 0x20)
        && scalars[index] < 0x80
    }
    if isLetter(run.upperBound) { return true }
    let mayEndWord = (0x2010...0x203A).contains(scalars[run.upperBound - 1])
    return !mayEndWord && isLetter(run.lowerBound - 1) && isLetter(run.lowerBound - 2)
  }

  private func text(mending runs: [Run]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    var position = 0
    func append(_ value: UInt32) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    for run in runs {
      for scalar in scalars[position..<run.start] { append(scalar) }
      append(run.scalar)
      position = run.end
    }
    for scalar in scalars[position...] { append(scalar) }
    return Array(String(text).utf8)
  }
}
