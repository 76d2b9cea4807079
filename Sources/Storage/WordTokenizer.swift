import GRDB
import GRDBSQLite
import Listings

/// Cuts ASCII text into the very words that SQLite's `unicode61` makes of it, in a third of the time,
/// and leaves all other text to that.
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
  let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
  let answer = withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 8) { small in
    LowercaseASCII.copy(bytes, to: small) ? cut(small, context, take) : nil
  }
  if let answer { return answer }
  let instance = UnsafeMutablePointer<Instance>(tokenizer).pointee
  return instance.calls.xTokenize(instance.original, context, flags, text, count, take)
}

/// Hands over each run of letters and digits.
private func cut(
  _ bytes: UnsafeMutableRawBufferPointer, _ context: UnsafeMutableRawPointer?, _ take: TakeToken
) -> Int32 {
  guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return SQLITE_OK }
  var place = 0
  while place < bytes.count {
    guard LowercaseASCII.isWord(bytes[place]) else {
      place += 1
      continue
    }
    let first = place
    repeat { place += 1 } while place < bytes.count && LowercaseASCII.isWord(bytes[place])
    let code = take(
      context, 0, start + first, Int32(place - first), Int32(first), Int32(place))
    // One that has enough says that it is done.
    guard code == SQLITE_OK else { return code == SQLITE_DONE ? SQLITE_OK : code }
  }
  return SQLITE_OK
}

private enum LowercaseASCII {
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 }

  /// False when there is anything but ASCII.
  static func copy(_ bytes: UnsafeRawBufferPointer, to small: UnsafeMutableRawBufferPointer) -> Bool
  {
    var place = 0
    while place + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard EightBytes.isASCII(word) else { return false }
      // The high bit where a byte is A through Z, put where it makes a letter small.
      let small8 = word | EightBytes.within(word, UInt8(ascii: "A"), UInt8(ascii: "Z")) >> 2
      small.storeBytes(of: small8, toByteOffset: place, as: UInt64.self)
      place += 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0x80 { return false }
      small[place] = byte &- 65 < 26 ? byte | 0x20 : byte
      place += 1
    }
    return true
  }
}
