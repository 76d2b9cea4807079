import GRDB
import GRDBSQLite

/// A statement that is bound and stepped without a detour: for imports and for whole-table reads,
/// where GRDB's rows and arguments would cost more than SQLite itself.
///
/// Parameters and columns count from 0 here, both.
struct PreparedStatement {
  // The statement belongs to GRDB's cache; holding it keeps the handle valid.
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    reset()
  }

  /// One whose arguments GRDB has bound.
  init(_ statement: Statement) {
    self.statement = statement
    handle = statement.sqliteStatement
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Runs it to the end and makes it ready for the next row.
  func run() throws {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// True while there is a row to look at.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw DatabaseError(resultCode: ResultCode(rawValue: code))
  }
}

extension PreparedStatement {
  func bind(_ value: Int?, at index: Int) {
    if let value {
      sqlite3_bind_int64(handle, Int32(index + 1), Int64(value))
    } else {
      sqlite3_bind_null(handle, Int32(index + 1))
    }
  }

  func bind(_ value: Int64, at index: Int) {
    sqlite3_bind_int64(handle, Int32(index + 1), value)
  }

  func bind(_ value: String?, at index: Int) {
    guard var value else { return bind(nil as Int?, at: index) }
    value.withUTF8 { bytes in
      // An empty buffer may have no address, and SQLite takes that for NULL.
      let count = Int32(clamping: bytes.count)
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let text = start ?? UnsafePointer(bitPattern: 1)
      sqlite3_bind_text(handle, Int32(index + 1), text, count, Self.copied)
    }
  }

  /// `text` must stay where it is until the statement has run.
  func bindUncopied(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let start = UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(
      handle, Int32(index + 1), start ?? UnsafePointer(bitPattern: 1),
      Int32(clamping: text.count), nil)
  }

  func bind(_ value: [UInt8], at index: Int) {
    _ = value.withUnsafeBytes { bytes in
      sqlite3_bind_blob(
        handle, Int32(index + 1), bytes.baseAddress, Int32(clamping: bytes.count), Self.copied)
    }
  }

  /// SQLITE_TRANSIENT, which Swift does not import: SQLite keeps a copy of its own.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

extension PreparedStatement {
  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// NULL reads as 0.
  func integer(_ column: Int) -> Int {
    Int(sqlite3_column_int64(handle, Int32(column)))
  }

  func optionalInteger(_ column: Int) -> Int? {
    isNull(column) ? nil : integer(column)
  }

  func text(_ column: Int) -> String? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The bytes of a blob, good until the next step; none for NULL.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(handle, Int32(column)),
      count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  /// The bytes of a text, good until the next step; nil for NULL.
  func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    return UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  /// A number that is the same for the same text; 0 for NULL.
  func hash(_ column: Int) -> UInt64 {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return 0 }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    var hash = ContentHash()
    hash.add(UnsafeRawBufferPointer(start: start, count: count))
    return hash.value
  }

  /// The first eight bytes as a number, for telling the few spellings of an enum apart; 0 for NULL.
  func tag(_ column: Int) -> UInt64 {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return 0 }
    let count = min(8, Int(sqlite3_column_bytes(handle, Int32(column))))
    return UnsafeBufferPointer(start: start, count: count).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension String {
  /// What `PreparedStatement.tag` gives for this text.
  var tag: UInt64 { utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
