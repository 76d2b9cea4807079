import Foundation

/// A file's bytes in pieces, unpacked when they are gzip.
struct FileChunks: ~Copyable {
  private let descriptor: Int32
  private let closes: Bool
  private var gunzip: GunzipBox?
  private var isFirst = true
  /// Bytes taken from the file, packed.
  private(set) var bytesRead = 0

  static let size = 1 << 20

  /// Nil path: standard input.
  init(path: String?) throws(ChunkError) {
    guard let path else {
      descriptor = STDIN_FILENO
      closes = false
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    guard descriptor >= 0 else {
      throw ChunkError(reason: String(cString: strerror(errno)).lowercased())
    }
  }

  deinit {
    if closes, descriptor >= 0 { close(descriptor) }
  }

  /// The next piece; nil at the end.
  mutating func next() throws(ChunkError) -> [UInt8]? {
    let piece = try readPiece()
    bytesRead += piece.count
    if isFirst {
      isFirst = false
      if Gunzip.recognizes(piece) { gunzip = try GunzipBox() }
    }
    guard let gunzip else { return piece.isEmpty ? nil : piece }
    return try piece.isEmpty ? gunzip.finish() : gunzip.read(piece)
  }

  private func readPiece() throws(ChunkError) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: Self.size)
    var filled = 0
    while filled < piece.count {
      let count = piece.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw ChunkError(reason: String(cString: strerror(errno)).lowercased())
      }
      if count == 0 { break }
      filled += count
    }
    piece.removeSubrange(filled...)
    return piece
  }
}

/// Why a file's bytes could not be had.
struct ChunkError: Error {
  let reason: String
}

/// Keeps the unpacker, which can't be copied, where a struct may hold it.
private final class GunzipBox {
  private var gunzip: Gunzip

  init() throws(ChunkError) {
    do { gunzip = try Gunzip() } catch { throw Self.error(error) }
  }

  func read(_ bytes: [UInt8]) throws(ChunkError) -> [UInt8] {
    do { return try gunzip.read(bytes) } catch { throw Self.error(error) }
  }

  func finish() throws(ChunkError) -> [UInt8]? {
    do { try gunzip.finish() } catch { throw Self.error(error) }
    return nil
  }

  private static func error(_ error: GunzipError) -> ChunkError {
    switch error {
    case .damaged: ChunkError(reason: "damaged gzip: unpack it with gzip -t to see where")
    case .tooLarge: ChunkError(reason: "unpacks to more than can be read at once")
    case .ratio: ChunkError(reason: "gzip that unpacks to over 200 times its size is not read")
    }
  }
}
