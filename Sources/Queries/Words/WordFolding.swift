/// The words of a text, split and folded as SQLite's `unicode61 remove_diacritics 2` does it.
///
/// Case and diacritics are folded, scripts without blanks stay in one piece. Hot: it runs over whole
/// bodies, so it works on bytes and looks scalars up in a table.
package enum WordFolding {
  package static func words(in text: String) -> [String] {
    var words: [String] = []
    var text = text
    text.withUTF8 { bytes in
      forEachWord(in: bytes, 0..<bytes.count) { folded, _ in
        words.append(String(decoding: folded, as: UTF8.self))
      }
    }
    return words
  }

  /// Hands over each word's folded bytes, good only during the call, and where it stands.
  static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    var folded: [UInt8] = []
    folded.reserveCapacity(64)
    var position = part.lowerBound
    while position < part.upperBound {
      let start = position
      // Most words are small letters and digits, which stand for themselves.
      while position < part.upperBound, isPlain(bytes[position]) { position += 1 }
      if position == part.upperBound || bytes[position] < 0x80 && !isLetter(bytes[position]) {
        if position > start {
          body(UnsafeBufferPointer(rebasing: bytes[start..<position]), start..<position)
        }
        position += 1
        continue
      }
      position = fold(bytes, from: start, to: part.upperBound, into: &folded)
      if folded.isEmpty {
        position = max(position, start + length(ofScalarAt: start, in: bytes))
      } else {
        folded.withUnsafeBufferPointer { body($0, start..<position) }
        folded.removeAll(keepingCapacity: true)
      }
    }
  }
}

extension WordFolding {
  /// It stands in words; combining marks do, too.
  static func isLetter(_ scalar: UInt32) -> Bool {
    scalar < 0x80
      ? asciiFolds[Int(scalar)] != 0 : ScalarFolds.table[scalar] != ScalarFolds.separator
  }

  /// The scalar with its case and diacritics folded, itself where it parts words; nil for a mark that
  /// is dropped.
  static func folded(_ scalar: UInt32) -> UInt32? {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    let target = ScalarFolds.table[scalar]
    if target == ScalarFolds.dropped { return nil }
    return target == ScalarFolds.separator ? scalar : target
  }

  static func scalar(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, size: Int) {
    let size = length(ofScalarAt: position, in: bytes)
    return (scalar(at: position, size: size, in: bytes), size)
  }
}

private extension WordFolding {
  static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// Of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool { isPlain(byte) || byte &- 0x41 < 26 }

  /// Appends what the scalars from `start` on fold to; the result is where the word ends.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into folded: inout [UInt8]
  ) -> Int {
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        let letter = asciiFolds[Int(byte)]
        if letter == 0 { return position }
        folded.append(letter)
        position += 1
        continue
      }
      let size = length(ofScalarAt: position, in: bytes)
      let scalar = scalar(at: position, size: size, in: bytes)
      let target = ScalarFolds.table[scalar]
      if target == ScalarFolds.separator { return position }
      if target == ScalarFolds.dropped {
        if folded.isEmpty { return position }
      } else {
        append(target, to: &folded)
      }
      position += size
    }
    return end
  }

  static func length(ofScalarAt position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = bytes[position]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return min(length, bytes.count - position)
  }

  static func scalar(at position: Int, size: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let lead = UInt32(bytes[position])
    var value = size == 2 ? lead & 0x1F : size == 3 ? lead & 0x0F : lead & 0x07
    for offset in 1..<max(size, 1) { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return value
  }

  static func append(_ scalar: UInt32, to folded: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
    switch scalar {
    case ..<0x80: folded.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800: folded += [UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0), tail(0)]
    case ..<0x1_0000:
      folded += [UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0), tail(6), tail(0)]
    default:
      folded += [UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0), tail(12), tail(6), tail(0)]
    }
  }

  /// Small letters and digits; 0 parts words.
  static let asciiFolds: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }
}

/// What each scalar becomes: a table for the first plane, ranges beyond it.
private struct ScalarFolds {
  static let separator: UInt32 = 0
  static let dropped: UInt32 = 1
  static let table = ScalarFolds()

  private var basic: [UInt16] = Array(0...UInt16.max)
  private var highSeparators: [ClosedRange<UInt32>] = []
  private var highFolds: [UInt32: UInt32] = [:]

  subscript(scalar: UInt32) -> UInt32 {
    if scalar < 0x1_0000 { return UInt32(basic[Int(scalar)]) }
    if scalar < 0x1_0430, let target = highFolds[scalar] { return target }
    var low = 0
    var high = highSeparators.count
    while low < high {
      let middle = (low + high) / 2
      if highSeparators[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    let isSeparator = low < highSeparators.count && highSeparators[low].contains(scalar)
    return isSeparator ? Self.separator : scalar
  }

  private init() {
    for entry in Self.entries(of: WordFoldingTable.separators) {
      if entry.last < 0x1_0000 {
        for scalar in entry.first...entry.last { basic[Int(scalar)] = UInt16(Self.separator) }
      } else {
        highSeparators.append(entry.first...entry.last)
      }
    }
    for entry in Self.entries(of: WordFoldingTable.dropped) {
      for scalar in entry.first...entry.last { basic[Int(scalar)] = UInt16(Self.dropped) }
    }
    for entry in Self.entries(of: WordFoldingTable.foldings) {
      for scalar in stride(from: entry.first, through: entry.last, by: entry.step) {
        let target = entry.isConstant ? entry.target : entry.target + (scalar - entry.first)
        if scalar < 0x1_0000 {
          basic[Int(scalar)] = UInt16(target)
        } else {
          highFolds[scalar] = target
        }
      }
    }
  }

  private struct Entry {
    var first: UInt32 = 0
    var last: UInt32 = 0
    var step = 1
    var isConstant = false
    var target: UInt32 = 0
  }

  /// Reads `41-5a/2+61` and its shorter forms.
  private static func entries(of table: String) -> [Entry] {
    table.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { word in
      var entry = Entry()
      var value: UInt32 = 0
      var sign = UInt8(ascii: " ")
      func settle() {
        switch sign {
        case UInt8(ascii: " "): (entry.first, entry.last) = (value, value)
        case UInt8(ascii: "-"): entry.last = value
        case UInt8(ascii: "/"): entry.step = Int(value)
        default: (entry.target, entry.isConstant) = (value, sign == UInt8(ascii: "="))
        }
        value = 0
      }
      for byte in word {
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
        default:
          settle()
          sign = byte
        }
      }
      settle()
      return entry
    }
  }
}
