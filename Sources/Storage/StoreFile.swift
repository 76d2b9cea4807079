import CSQLite
import GRDB
import Listings
import Queries

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file on disk: how it is made, checked, opened and brought up to date.
struct StoreFile {
  let path: String
  var migrator = Schema.migrator

  // "SLst": what `file` and `PRAGMA application_id` know a shortlist store by.
  static let applicationID: Int32 = 0x534C_7374

  func open() throws -> any DatabaseWriter {
    do {
      let isNew = try makeIfMissing() || isEmptyWhenLookedAt()
      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      try migrate(pool, isNew: isNew)
      return pool
    } catch {
      let problem = StoreError(error, path: path)
      guard problem.isOfRights, let reading = try openForReading() else { throw problem }
      return reading
    }
  }

  static func inMemory() throws -> any DatabaseWriter {
    let queue = try DatabaseQueue(configuration: configuration)
    try Schema.migrator.migrate(queue)
    return queue
  }

  /// A file on a medium or in a folder where nothing can be written, as of a backup; nil when it is
  /// not whole without its log, or of an older shortlist.
  func openForReading() throws -> (any DatabaseWriter)? {
    guard access(path, R_OK) == 0, !hasLog else { return nil }
    var configuration = Self.configuration
    configuration.readonly = true
    // Only a file that is said not to change is read without the log's own index beside it.
    guard let queue = try? DatabaseQueue(path: unchangingURI, configuration: configuration) else {
      return nil
    }
    do {
      let isCurrent = try queue.read { db in
        try !isEmpty(db) && migrator.hasCompletedMigrations(db)
      }
      return isCurrent ? queue : nil
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

private extension StoreFile {
  /// Looks every other millisecond, for 15 seconds and more: between two transactions an import
  /// leaves others a few milliseconds, which SQLite's own steps of a tenth of a second would miss.
  static var waitingForOthers: Database.BusyMode {
    .callback { tries in
      usleep(2000)
      return tries < 7500
    }
  }

  /// How SQLite keeps memory, said once and before the first connection.
  static let memory: Void = shortlist_configure_sqlite()

  static var bareConfiguration: Configuration {
    _ = memory
    return Configuration()
  }

  static var configuration: Configuration {
    var configuration = bareConfiguration
    configuration.label = "store"
    configuration.busyMode = Self.waitingForOthers
    configuration.maximumReaderCount = 4
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { db in
      // Without effect once there are tables; 16 KiB pages make full text a quarter faster.
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      // In KiB. Readers lean on the system's cache, for there are three of them and they hold what
      // they read last till the end; the writer keeps what an import changes.
      let isReader = db.configuration.readonly
      PatternFunctions.add(to: db)
      NumberSet.add(to: db)
      try WordTokenizer.add(to: db)
      try WordVocabulary.attach(to: db)
      try db.execute(sql: "PRAGMA cache_size = \(isReader ? -1024 : -32768)")
    }
    return configuration
  }

  /// True when there was no file, or an empty one; -wal and -shm take over its mode.
  func makeIfMissing() throws -> Bool {
    let descriptor = Self.openFile(path)
    guard descriptor >= 0 else {
      // A file that may only be read is for SQLite to judge.
      if [EACCES, EROFS].contains(errno), access(path, R_OK) == 0 { return false }
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    return lseek(descriptor, 0, SEEK_END) == 0
  }

  static func openFile(_ path: String) -> Int32 {
    #if canImport(Glibc)
    Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #else
    Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #endif
  }

  /// True when it has no table yet, as after a crash right at the start.
  ///
  /// It looks through a connection that can't write, so that what we refuse stays as it is.
  func isEmptyWhenLookedAt() throws -> Bool {
    var configuration = Self.bareConfiguration
    configuration.readonly = true
    configuration.busyMode = Self.waitingForOthers
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read(isEmpty)
  }

  /// Throws when it is none of ours.
  func isEmpty(_ db: Database) throws -> Bool {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
    let owner = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    if tables == 0, owner == 0 { return true }
    guard owner == Self.applicationID else { throw StoreError.notAStore(path: path) }
    let known = Set(migrator.migrations)
    let found = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
    if let newer = found.first(where: { !known.contains($0) }) {
      throw StoreError.newerSchema(found: newer)
    }
    return false
  }

  /// Something was written that is not in the file yet.
  private var hasLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  var unchangingURI: String { "file:\(path.percentEncodedPath)?immutable=1" }

  func migrate(_ database: some DatabaseWriter, isNew: Bool) throws {
    let isCurrent = try database.read(migrator.hasCompletedMigrations)
    if isCurrent { return }
    if !isNew { try backUpBeforeMigrating(database) }
    try migrator.migrate(database)
  }

  /// Beside the file, under the first name that is free.
  func backUpBeforeMigrating(_ database: some DatabaseWriter) throws {
    let names = (1...1000).lazy.map { "\(path).before-migration-\($0)" }
    guard let free = names.first(where: { access($0, F_OK) != 0 }) else {
      throw StoreError.cannotOpen(path: path, reason: "too many backups stand beside it")
    }
    try Upkeep.copy(database, to: free)
  }
}
