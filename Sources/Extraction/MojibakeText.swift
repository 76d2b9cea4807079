import Listings

/// A text as scalars, with the runs in it that read back as UTF-8.
struct DamagedText {
  private let scalars: [UInt32]
  private var runs: [DamagedRun] = []
  /// The scripts of the sure runs.
  private var scripts: Set<DamagedRun.Script> = []

  init(_ bytes: [UInt8]) {
    scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    findRuns()
    trustNeighbors()
    for run in runs where run.certainty == .sure { scripts.insert(run.script) }
  }

  /// Nil when nothing is surely damaged.
  func mended() -> [UInt8]? {
    guard !scripts.isEmpty || scalars.indices.contains(where: isDamagedAlone) else { return nil }
    var text = String.UnicodeScalarView()
    var position = 0
    for run in runs {
      let isMended = run.certainty != .needsItsScript || scripts.contains(run.script)
      copy(position..<run.start, to: &text)
      if isMended {
        append(run.scalar, to: &text)
      } else {
        copy(run.start..<run.end, to: &text)
      }
      position = run.end
    }
    copy(position..<scalars.count, to: &text)
    return Array(String(text).utf8)
  }
}

private extension DamagedText {
  mutating func findRuns() {
    var position = 0
    var before: UInt32 = 32
    while position < scalars.count {
      if scalars[position] >= 0xC2, scalars[position] <= 0xF4,
        let run = DamagedRun(at: position, in: scalars, before: before), !isQuoted(run)
      {
        runs.append(run)
        before = run.scalar
        position = run.end
      } else {
        before = scalars[position]
        position += 1
      }
    }
  }

  /// A run alone between right quotation marks is being talked about.
  func isQuoted(_ run: DamagedRun) -> Bool {
    guard run.start > 0, run.end < scalars.count else { return false }
    return [0x201C, 0x201E, 0x2018, 0xAB].contains(scalars[run.start - 1])
      && [0x201C, 0x201D, 0x2019, 0xBB].contains(scalars[run.end])
  }

  /// Two neighboring runs of one script are no accident, nor is a run beside a right letter of it.
  mutating func trustNeighbors() {
    for index in runs.indices {
      let run = runs[index]
      guard run.script.isFarFromLatin else { continue }
      let beside = [run.start - 1, run.end].filter(scalars.indices.contains)
      if beside.contains(where: { DamagedRun.isLetter(scalars[$0], of: run.script) }) {
        runs[index].certainty = .sure
      }
    }
    for index in runs.indices.dropFirst() where runs[index - 1].end == runs[index].start {
      let script = runs[index].script
      guard script == runs[index - 1].script, script != .other else { continue }
      runs[index - 1].certainty = .sure
      runs[index].certainty = .sure
    }
  }

  /// Copies what is no run, but for leads whose no-break space became a blank on the way.
  func copy(_ range: Range<Int>, to text: inout String.UnicodeScalarView) {
    var position = range.lowerBound
    while position < range.upperBound {
      if let (scalar, count) = halfLost(at: position) ?? blanked(at: position)
        ?? signOfWindows(at: position),
        position + count <= range.upperBound
      {
        append(scalar, to: &text)
        position += count
      } else {
        append(scalars[position], to: &text)
        position += 1
      }
    }
  }

  /// A lead before a plain blank that was U+00A0, or a closing quote whose last byte was dropped.
  func halfLost(at position: Int) -> (scalar: UInt32, count: Int)? {
    let scalar = scalars[position]
    guard scalar >= 0xC2, scalar <= 0xE2 else { return nil }
    let next = position + 1 < scalars.count ? scalars[position + 1] : 0
    if scalar == 0xE2 {
      // U+009D is the byte of the five that Windows-1252 lacks which texts need most.
      let isCut = next == 0x20AC && (position + 2 == scalars.count || scalars[position + 2] < 0x80)
      return isCut ? (0x201D, 2) : nil
    }
    guard scalar <= 0xC3, next == 32 else { return nil }
    let before = position > 0 ? scalars[position - 1] : 32
    let wasOwnBlank = position + 2 < scalars.count && scalars[position + 2] == 32
    let isCapital = (0x41...0x5A).contains(before) || (0xC0..<0xDF).contains(before)
    if scalar == 0xC2 { return isCapital ? nil : (0xA0, 2) }
    // Behind a capital the letter may be meant, unless a second blank tells.
    guard !isCapital || wasOwnBlank else { return nil }
    return (0xE0, wasOwnBlank ? 2 : 1)
  }

  /// Damage that no other damage need bear out.
  func isDamagedAlone(_ position: Int) -> Bool {
    if signOfWindows(at: position) != nil { return true }
    guard scalars[position] == 0xC3, halfLost(at: position) != nil else { return false }
    // "posible Ã  partir", "travail Ã domicile": the letter is no word between small ones.
    func isSmall(_ index: Int) -> Bool {
      scalars.indices.contains(index) && DamagedRun.isSmall(scalars[index])
    }
    let isOwnWord = position > 1 && scalars[position - 1] == 32 && isSmall(position - 2)
    let next = scalars[(position + 1)...].firstIndex { $0 != 32 } ?? position
    return isOwnWord && (isSmall(next) || next > position + 2)
  }

  /// A quotation mark, a dash, a bullet of Windows-1252 that was read as Latin-1, where it is a
  /// control character.
  func signOfWindows(at position: Int) -> (scalar: UInt32, count: Int)? {
    let scalar = scalars[position]
    guard DamagedRun.isControl(scalar) else { return nil }
    // Behind a lead it is what was left of a longer run.
    let before = position > 0 ? scalars[position - 1] : 32
    guard before < 0x80 || before > 0xFF else { return nil }
    let sign = Windows1252.scalar(of: UInt8(scalar)).value
    return sign == scalar ? nil : (sign, 1)
  }

  /// A character one of whose bytes was U+00A0 and became a plain blank on the way.
  ///
  /// Only other sure damage of the same script tells it from two characters and a blank.
  func blanked(at position: Int) -> (scalar: UInt32, count: Int)? {
    let lead = scalars[position]
    guard lead >= 0xC5, lead <= 0xF4 else { return nil }
    let piece = scalars[position..<min(position + 4, scalars.count)].map { $0 == 32 ? 0xA0 : $0 }
    guard let run = DamagedRun(at: 0, in: piece, before: 32), scripts.contains(run.script),
      scalars[position..<position + run.count].contains(32)
    else { return nil }
    switch run.script {
    case .latin: break
    case .cyrillic: return run.scalar == 0x420 ? (run.scalar, run.count) : nil
    case .symbols, .arabic, .other: return nil
    default: return (run.scalar, run.count)
    }
    let before = position > 0 ? scalars[position - 1] : 32
    let after = position + 2 < scalars.count ? scalars[position + 2] : 32
    // "Å iauliai": the Nordic letter stands alone before no word.
    let beginsWord = before == 32 && (0x61...0x7A).contains(after)
    return lead == 0xC5 && beginsWord ? (run.scalar, run.count) : nil
  }

  func append(_ scalar: UInt32, to text: inout String.UnicodeScalarView) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    text.append(scalar)
  }
}
