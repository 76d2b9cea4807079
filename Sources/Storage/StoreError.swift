import GRDB

/// Why the store could not do what it was asked.
package enum StoreError: Error, Hashable, Sendable {
  /// Another process holds the file for longer than we wait.
  case busy
  /// A later shortlist wrote it; `found` names what this one does not know.
  case newerSchema(found: String)
  case damaged(path: String)
  /// Some other kind of file, or another program's database.
  case notAStore(path: String)
  case cannotOpen(path: String, reason: String)
  case diskFull
  case readOnly
  /// The read was overtaken; its `Cancellation` asked for that.
  case cancelled
  /// Anything else, in SQLite's words, without what the person wrote.
  case failed(String)
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .busy: "the listings file is in use by another shortlist; try again in a moment"
    case .newerSchema(let found):
      "the listings file was written by a newer shortlist (it has “\(found)”); use that one"
    case .damaged(let path):
      "the listings file \(path) is damaged; restore a backup, or move it away and import again"
    case .notAStore(let path): "\(path) is not a listings file of shortlist"
    case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
    case .diskFull: "the disk is full: the last change was not made, all before it is kept"
    case .readOnly: "the listings file cannot be written to"
    case .cancelled: "the search was overtaken"
    case .failed(let reason): "the listings file could not be used: \(reason)"
    }
  }
}

extension StoreError {
  /// The file is there, perhaps, and may be read but not written.
  var isOfRights: Bool {
    switch self {
    case .readOnly, .cannotOpen: true
    default: false
    }
  }

  /// What an error of SQLite means to a person; `path` is the file it is about.
  init(_ error: any Error, path: String) {
    if let known = error as? StoreError {
      self = known
    } else if let database = error as? DatabaseError {
      self.init(database, path: path)
    } else {
      self = .failed("unexpected \(type(of: error))")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CORRUPT: self = .damaged(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_INTERRUPT: self = .cancelled
    case .SQLITE_CANTOPEN:

      self = .cannotOpen(path: path, reason: "no such folder, or no right to it")
    // The message of a constraint or of a full text query may quote what was written.
    default: self = .failed("SQLite error \(error.extendedResultCode.rawValue)")
    }
  }
}
