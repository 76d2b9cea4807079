import GRDB
import GRDBSQLite
import Listings

/// Cuts text into the very words that SQLite's `unicode61` makes of it, in a third of the time where
/// it is ASCII, and leaves all other words to that.
///
/// It goes by that name, too: the index stays one that any SQLite can read and write.
enum WordTokenizer {
  private static let name = "unicode61"

  static func add(to db: Database) throws {
    guard let api = try api(of: db) else { return }
    var original = Original()
    let found = api.pointee.xFindTokenizer(api, name, &original.context, &original.calls)
    guard found == SQLITE_OK else { return }
    let kept = UnsafeMutablePointer<Original>.allocate(capacity: 1)
    kept.initialize(to: original)
    var calls = fts5_tokenizer(xCreate: create, xDelete: delete, xTokenize: tokenize)
    let added = api.pointee.xCreateTokenizer(api, name, kept, &calls) { original in
      original?.deallocate()
    }
    if added != SQLITE_OK { kept.deallocate() }
  }

  /// The way in that FTS5 gives: a function that writes where the pointer leads.
  private static func api(of db: Database) throws -> UnsafeMutablePointer<fts5_api>? {
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v2(db.sqliteConnection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK
    else { return nil }
    defer { sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    withUnsafeMutablePointer(to: &api) {
      _ = sqlite3_bind_pointer(statement, 1, $0, "fts5_api_ptr", nil)
      _ = sqlite3_step(statement)
    }
    return api
  }
}

/// What went by the name before.
private struct Original {
  var context: UnsafeMutableRawPointer?
  var calls = fts5_tokenizer()
}

/// One that was made for a table.
private struct Instance {
  let calls: fts5_tokenizer
  var original: OpaquePointer?
}

private typealias TakeToken =
  @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32)
  -> Int32

private func create(
  _ context: UnsafeMutableRawPointer?,
  _ arguments: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ count: Int32,
  _ made: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let original = context?.assumingMemoryBound(to: Original.self).pointee else {
    return SQLITE_ERROR
  }
  var instance = Instance(calls: original.calls, original: nil)
  let code = original.calls.xCreate(original.context, arguments, count, &instance.original)
  guard code == SQLITE_OK else { return code }
  let kept = UnsafeMutablePointer<Instance>.allocate(capacity: 1)
  kept.initialize(to: instance)
  made?.pointee = OpaquePointer(kept)
  return SQLITE_OK
}

private func delete(_ tokenizer: OpaquePointer?) {
  guard let tokenizer else { return }
  let kept = UnsafeMutablePointer<Instance>(tokenizer)
  kept.pointee.calls.xDelete(kept.pointee.original)
  kept.deallocate()
}

private func tokenize(
  _ tokenizer: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ flags: Int32,
  _ text: UnsafePointer<CChar>?, _ count: Int32, _ take: TakeToken?
) -> Int32 {
  guard let tokenizer, let take else { return SQLITE_ERROR }
  let instance = UnsafeMutablePointer<Instance>(tokenizer).pointee
  let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
  return withWordMap(of: bytes) { map in
    let cutter = WordCutter(
      text: bytes, map: map, instance: instance, flags: flags, context: context, take: take)
    return cutter.run()
  }
}

/// Hands over each run of letters and digits; one with other letters than those of ASCII goes to what
/// went by the name before.
///
/// Such a run reaches to the next blanks or marks of ASCII, for words and the marks on their letters
/// never reach beyond those.
private struct WordCutter {
  let text: UnsafeRawBufferPointer
  let map: WordMap
  let instance: Instance
  let flags: Int32
  let context: UnsafeMutableRawPointer?
  let take: TakeToken

  func run() -> Int32 {
    var end = 0
    var other = map.place(in: map.others, from: 0)
    while true {
      let start = map.place(in: map.runs, from: end)
      if start == map.count { return SQLITE_OK }
      end = map.end(ofRunAt: start)
      let code: Int32
      if other < end {
        code = takeAll(of: start..<end)
        other = map.place(in: map.others, from: end)
      } else {
        code = take(
          context, 0, map.small + start, Int32(end - start), Int32(start), Int32(end))
      }
      // One that has enough says that it is done.
      guard code == SQLITE_OK else { return code == SQLITE_DONE ? SQLITE_OK : code }
    }
  }

  private func takeAll(of stretch: Range<Int>) -> Int32 {
    var shifted = ShiftedTaking(context: context, take: take, offset: Int32(stretch.lowerBound))
    let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
    let code = withUnsafeMutablePointer(to: &shifted) {
      instance.calls.xTokenize(
        instance.original, $0, flags, start.map { $0 + stretch.lowerBound }, Int32(stretch.count),
        takeShifted)
    }
    // That it is done, the tokenizer keeps to itself.
    return code == SQLITE_OK ? shifted.code : code
  }
}

/// Takes the words of a stretch as those of the text that it stands in.
private struct ShiftedTaking {
  let context: UnsafeMutableRawPointer?
  let take: TakeToken
  let offset: Int32
  var code = SQLITE_OK
}

private func takeShifted(
  _ context: UnsafeMutableRawPointer?, _ flags: Int32, _ token: UnsafePointer<CChar>?,
  _ count: Int32, _ start: Int32, _ end: Int32
) -> Int32 {
  guard let shifted = context?.assumingMemoryBound(to: ShiftedTaking.self) else {
    return SQLITE_ERROR
  }
  let (take, offset) = (shifted.pointee.take, shifted.pointee.offset)
  shifted.pointee.code = take(
    shifted.pointee.context, flags, token, count, start + offset, end + offset)
  return shifted.pointee.code
}

/// A text with small letters, and a bit for each of its bytes that tells what that is part of.
private struct WordMap {
  let count: Int
  /// Only letters of ASCII are made small.
  let small: UnsafeMutablePointer<CChar>
  /// Of letters, digits, and all that is not ASCII.
  let runs: UnsafeMutablePointer<UInt64>
  /// Of what is not ASCII.
  let others: UnsafeMutablePointer<UInt64>

  /// Fills `small`, `runs` and `others`, which have room for whole blocks of 64 bytes.
  func fill(from text: UnsafeRawBufferPointer) {
    let bytes = UnsafeMutableRawPointer(small)
    for block in 0..<WordMap.blocks(count) {
      var (run, other): (UInt64, UInt64) = (0, 0)
      for part in 0..<8 {
        let place = block << 6 + part << 3
        guard place < count else { break }
        let word = WordMap.eightBytes(of: text, at: place)
        // The high bit where a byte is A through Z, put where it makes a letter small.
        let small = word | EightBytes.within(word, UInt8(ascii: "A"), UInt8(ascii: "Z")) >> 2
        bytes.storeBytes(of: small.littleEndian, toByteOffset: place, as: UInt64.self)
        let letters = EightBytes.within(small, UInt8(ascii: "a"), UInt8(ascii: "z"))
        let digits = EightBytes.within(small, UInt8(ascii: "0"), UInt8(ascii: "9"))
        run |= WordMap.bits(letters | digits | EightBytes.notASCII(word)) << UInt64(part << 3)
        other |= WordMap.bits(EightBytes.notASCII(word)) << UInt64(part << 3)
      }
      (runs[block], others[block]) = (run, other)
    }
  }

  /// The first place from `start` on whose bit is set; the end when there is none.
  @inline(__always)
  func place(in bits: UnsafeMutablePointer<UInt64>, from start: Int) -> Int {
    guard start < count else { return count }
    var block = start >> 6
    var left = bits[block] & ~0 << UInt64(start & 63)
    while left == 0 {
      block += 1
      if block == WordMap.blocks(count) { return count }
      left = bits[block]
    }
    return block << 6 + left.trailingZeroBitCount
  }

  @inline(__always)
  func end(ofRunAt start: Int) -> Int {
    var block = start >> 6
    var left = ~runs[block] & ~0 << UInt64(start & 63)
    while left == 0 {
      block += 1
      if block == WordMap.blocks(count) { return count }
      left = ~runs[block]
    }
    return block << 6 + left.trailingZeroBitCount
  }

  static func blocks(_ count: Int) -> Int { (count + 63) >> 6 }

  /// Eight bytes, the first of them lowest; blanks stand behind the last.
  @inline(__always)
  private static func eightBytes(of text: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    if place + 8 <= text.count {
      return UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in place..<text.count { word |= UInt64(text[index]) << UInt64((index - place) << 3) }
    return word
  }

  /// The high bits of eight bytes side by side.
  @inline(__always)
  private static func bits(_ highs: UInt64) -> UInt64 {
    ((highs >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}

private func withWordMap(
  of text: UnsafeRawBufferPointer, _ body: (WordMap) -> Int32
) -> Int32 {
  let blocks = WordMap.blocks(text.count)
  return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 10 * blocks + 1) { room in
    guard let start = room.baseAddress else { return SQLITE_NOMEM }
    let map = WordMap(
      count: text.count,
      small: UnsafeMutableRawPointer(start).assumingMemoryBound(to: CChar.self),
      runs: start + 8 * blocks, others: start + 9 * blocks)
    map.fill(from: text)
    return body(map)
  }
}
