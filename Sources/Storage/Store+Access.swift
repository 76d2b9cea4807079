import GRDB

extension Store {
  func read<Value>(
    _ cancellation: Cancellation? = nil, _ body: (Database) throws -> Value
  ) throws -> Value {
    do {
      return try database.read { db in try db.cancellable(by: cancellation, body) }
    } catch {
      throw StoreError(error, path: database.path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.write(body)
    } catch {
      throw StoreError(error, path: database.path)
    }
  }

  /// Like `write`, and on the disk when it returns: what a person decided survives a power cut.
  func writeDurably<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        defer { try? db.execute(sql: "PRAGMA synchronous = NORMAL") }
        var result: Value?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw StoreError.failed("nothing was written") }
        return result
      }
    } catch {
      throw StoreError(error, path: database.path)
    }
  }
}
