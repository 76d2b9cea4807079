import Listings

/// Characters that read back as one character of UTF-8.
struct DamagedRun {
  /// What speaks for damage.
  enum Certainty {
    case sure
    /// Mended only when something else of the text surely is damaged.
    case needsCompany
    /// Mended only beside sure runs of the same script.
    case needsItsScript
  }

  /// Scripts between which damage proves nothing.
  enum Script: UInt8 {
    case latin, symbols, greek, cyrillic, hebrew, arabic, indic, eastAsian, other

    /// Whether its letters never stand beside those of Latin in a word.
    var isFarFromLatin: Bool {
      switch self {
      case .latin, .symbols, .other: false
      case .greek, .cyrillic, .hebrew, .arabic, .indic, .eastAsian: true
      }
    }
  }

  let start: Int
  let count: Int
  let scalar: UInt32
  let script: Script
  var certainty: Certainty

  var end: Int { start + count }
}

extension DamagedRun {
  /// Reads the run that begins at `start`; nil when the bytes there are no UTF-8.
  init?(at start: Int, in scalars: [UInt32], before: UInt32) {
    guard let lead = Windows1252.upperByte(of: scalars[start]), lead >= 0xC2, lead <= 0xF4
    else { return nil }
    let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard start + count <= scalars.count else { return nil }
    var value = UInt32(lead & (0xFF >> UInt8(count + 1)))
    var holdsControl = false
    for index in start + 1..<start + count {
      guard let byte = Windows1252.upperByte(of: scalars[index]), byte & 0xC0 == 0x80
      else { return nil }
      holdsControl = holdsControl || Self.isControl(scalars[index])
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    self.start = start
    self.count = count
    scalar = value
    script = Self.script(of: value)
    certainty = .needsItsScript
    let after = start + count < scalars.count ? scalars[start + count] : 32
    certainty = Self.certainty(
      lead, scalars[start + 1], value, holdsControl, between: (before, after))
    if script == .eastAsian, scalars[start + 1..<end].allSatisfy(Self.isOdd) { certainty = .sure }
  }

  /// A C1 control; U+0085 occurs as a line end.
  static func isControl(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && scalar < 0xA0 && scalar != 0x85
  }

  /// Whether it is a right letter of `script`, no punctuation mark.
  static func isLetter(_ scalar: UInt32, of script: Script) -> Bool {
    Self.script(of: scalar) == script && !(0x3000..<0x3040).contains(scalar)
      && !(0xFF00..<0xFFF0).contains(scalar)
  }

  static func script(of scalar: UInt32) -> Script {
    switch scalar {
    case 0x80..<0x370, 0x1E00..<0x1F00: .latin
    case 0x370..<0x400, 0x1F00..<0x2000: .greek
    case 0x400..<0x530: .cyrillic
    case 0x590..<0x600: .hebrew
    case 0x600..<0x780: .arabic
    case 0x900..<0x1000: .indic
    case 0x2000..<0x2800, 0x2900..<0x2C00, 0xFE00...0xFE0F, 0xFEFF, 0xFFFD: .symbols
    case 0x1F000..<0x1FB00, 0x1D400..<0x1D800, 0xE0020..<0xE0080: .symbols
    case 0x2E80..<0xA000, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFFF0: .eastAsian
    default: .other
    }
  }

  static func isSmall(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0xDF...0xFF).contains(scalar) && scalar != 0xF7
      || (0x100..<0x180).contains(scalar) && scalar % 2 == 1 || (0x1EA0..<0x1F00).contains(scalar)
  }
}

private extension DamagedRun {
  static func certainty(
    _ lead: UInt8, _ second: UInt32, _ value: UInt32, _ holdsControl: Bool,
    between: (before: UInt32, after: UInt32)
  ) -> Certainty {
    let script = script(of: value)
    // No text holds C1 controls on purpose.
    if holdsControl, script != .other { return .sure }
    switch lead {
    case 0xC2: return afterCircumflexA(second, before: between.before)
    case 0xC3: return afterTildeA(second, between: between)
    case 0xC4, 0xC5: return latinExtended(second, between: between)
    // Romanian comma letters and Vietnamese horns stand inside words.
    case 0xC6, 0xC8: return isSmall(between.before) ? .sure : .needsCompany
    // The vowel of Azerbaijan; no capital goes before a sign inside a word.
    case 0xC9 where value == 0x259:
      return isSmall(between.before) || isSmall(between.after) ? .sure : .needsCompany
    case 0xE1 where value >= 0x1EA0 && value < 0x1F00: return .sure
    case 0xE2:
      // A word's end, a no-break space and a quote: no damage, but Braille when read back.
      return script == .symbols && second != 0xA0 ? .sure : .needsItsScript
    // Fullwidth forms: no text goes on from "ï" with a fraction and a sign.
    case 0xEF where script == .symbols || value >= 0xFF01 && value <= 0xFF5E: return .sure
    // Icelandic capitals may end in these two letters, but no sign such as "¡" follows a word.
    case 0xD0, 0xD1: return isSignThatOpens(second) ? .sure : .needsItsScript
    case 0xF0 where script == .symbols: return .sure
    default: return .needsItsScript
    }
  }

  /// U+00C2 is the damaged half of a sign or a no-break space.
  static func afterCircumflexA(_ second: UInt32, before: UInt32) -> Certainty {
    guard second >= 0xA0, second <= 0xFF else { return .needsCompany }
    // Words do not end in this letter, so that "N°" and "®" behind capitals are damaged, too.
    let isSign = [0xA3, 0xA5, 0xA7, 0xA9, 0xAA, 0xAE, 0xB0, 0xB1, 0xB5, 0xB7, 0xBA].contains(second)
    return isCapital(before) && !isSign ? .needsCompany : .sure
  }

  static func isSignThatOpens(_ scalar: UInt32) -> Bool {
    (0xA1...0xBF).contains(scalar) && !mayFollowWord(scalar) && scalar != 0xAD
  }

  /// Portuguese capitals end words in U+00C3, and a quote or a dash may follow.
  static func afterTildeA(
    _ second: UInt32, between: (before: UInt32, after: UInt32)
  ) -> Certainty {
    let isAlone = between.before == 32 && between.after == 32
    if isAlone, [0x2013, 0x2014, 0x201C].contains(second) { return .needsCompany }
    guard isCapital(between.before) else { return .sure }
    // A soft hyphen shows only where a line breaks; "Mínimo" holds its byte before a letter.
    if second == 0xAD { return isSmall(between.after) ? .sure : .needsCompany }
    // "JÃºnior": no raised sign stands between two letters.
    if isRaised(second), isSmall(between.after) { return .sure }
    return mayFollowWord(second) ? .needsCompany : .sure
  }

  /// What follows no accented letter by intent, unless as a letter: "¸", "‡", "¼", a euro sign.
  static func isOdd(_ scalar: UInt32) -> Bool {
    !mayFollowWord(scalar) && !isLetterOfWindows1252(scalar)
      && ![0xA1, 0xAD, 0xBF].contains(scalar)
  }

  static func isRaised(_ scalar: UInt32) -> Bool {
    [0xAA, 0xAE, 0xB0, 0xB2, 0xB3, 0xB9, 0xBA].contains(scalar)
  }

  static func latinExtended(
    _ second: UInt32, between: (before: UInt32, after: UInt32)
  ) -> Certainty {
    // "Å·s": a dot between letters, not the Welsh letter.
    if second == 0xB7, !isSmall(between.before) { return .needsCompany }
    if isSmall(between.before) { return .sure }
    if isLetterOfWindows1252(second) { return .sure }
    let isPossessive = second == 0x2019 && between.after == 0x73
    return isSmall(between.after) && !isPossessive ? .sure : .needsCompany
  }

  static func mayFollowWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0xAA, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB7, 0xB9, 0xBA, 0xBB, 0x2013, 0x2014, 0x2018,
      0x2019, 0x201C,
      0x201D, 0x2022, 0x2026, 0x2122, 0x203A, 0x201A, 0x201E:
      true
    default: false
    }
  }

  static func isLetterOfWindows1252(_ scalar: UInt32) -> Bool {
    [0x160, 0x161, 0x17D, 0x17E, 0x152, 0x153, 0x178, 0x192].contains(scalar)
  }

  static func isCapital(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0xC0..<0xDF).contains(scalar)
  }
}
