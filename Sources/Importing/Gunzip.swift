import CZlib

/// Why compressed bytes could not be read.
package enum GunzipError: Error, Equatable {
  case damaged
  /// More than the limit came out.
  case tooLarge
  /// Far more came out than went in: a file made to fill the memory.
  case ratio
}

/// Reads gzip, several members in a row included, piece by piece.
package struct Gunzip: ~Copyable {
  /// Deflate reaches about 1,030 to 1 at best; text of postings stays under 20 to 1.
  static let ratioLimit = 200
  /// Small files may exceed the ratio up to this many bytes.
  static let ratioFreeBytes = 16 << 20

  // On the heap: zlib's state points back at its stream, which must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isAtEnd = false
  private(set) var totalIn = 0
  private(set) var totalOut = 0

  package init() throws(GunzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 window bits and 16 for the gzip header, as zlib.h says.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw .damaged
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Whether `bytes` begin as gzip does.
  package static func recognizes(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  /// What `input` unpacks to.
  package mutating func read(_ input: [UInt8]) throws(GunzipError) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var input = input
    var offset = 0
    totalIn += input.count
    // What fills the buffer may have more behind it, although all of the input is taken.
    var isFull = false
    while offset < input.count || isFull {
      if isAtEnd {
        guard offset < input.count else { break }
        guard inflateReset(stream) == Z_OK else { throw .damaged }
        isAtEnd = false
      }
      let (consumed, produced, status) = step(&input, from: offset, into: &buffer)
      offset += consumed
      totalOut += produced
      isFull = produced == buffer.count
      output.append(contentsOf: buffer[..<produced])
      if totalOut > Self.ratioFreeBytes, totalOut / max(1, totalIn) > Self.ratioLimit {
        throw .ratio
      }
      switch status {
      case Z_OK: break
      case Z_STREAM_END: isAtEnd = true
      case Z_BUF_ERROR where consumed > 0 || produced > 0 || offset == input.count: break
      default:
        // Zero bytes after the last member are padding, as gzip itself reads them.
        guard isAtEnd, input[offset...].allSatisfy({ $0 == 0 }) else { throw .damaged }
        return output
      }
    }
    return output
  }

  /// Throws when the last member was cut short.
  package func finish() throws(GunzipError) {
    guard isAtEnd else { throw .damaged }
  }

  private mutating func step(
    _ input: inout [UInt8], from offset: Int, into buffer: inout [UInt8]
  ) -> (consumed: Int, produced: Int, status: Int32) {
    let available = input.count - offset
    let capacity = buffer.count
    return input.withUnsafeMutableBufferPointer { source in
      buffer.withUnsafeMutableBufferPointer { target in
        stream.pointee.next_in = source.baseAddress.map { $0 + offset }
        stream.pointee.avail_in = UInt32(min(available, Int(UInt32.max)))
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(capacity)
        let before = stream.pointee.avail_in
        let status = inflate(stream, Z_NO_FLUSH)
        return (
          Int(before - stream.pointee.avail_in), capacity - Int(stream.pointee.avail_out), status
        )
      }
    }
  }
}

extension Gunzip {
  /// The bytes, unpacked if they are gzip.
  static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    guard recognizes(bytes) else { return bytes }
    do {
      var gunzip = try Gunzip()
      let result = try gunzip.read(bytes)
      try gunzip.finish()
      return result
    } catch {
      throw FetchError(
        "the answer is damaged gzip, or unpacks to over \(ratioLimit) times its size")
    }
  }
}
