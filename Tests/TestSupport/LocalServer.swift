import Foundation

/// A server of HTTP on this machine, for tests: it answers as it is told, one request a connection.
package final class LocalServer: @unchecked Sendable {
  package struct Request: Sendable {
    package let method: String
    /// Path and query.
    package let path: String
    /// Names in lower case.
    package let headers: [String: String]
    package let body: String
  }

  /// What to send; bytes go out as they are, piece by piece.
  package struct Answer: Sendable {
    package var status = 200
    package var headers: [String: String] = [:]
    package var pieces: [[UInt8]] = []
    /// Seconds before each piece.
    package var delay = 0.0
    /// Says this instead of the real length; the connection closes after the last piece.
    package var claimedLength: Int?
    /// False leaves the length to the end of the connection.
    package var tellsLength = true

    package init(
      _ status: Int = 200, _ body: String = "", headers: [String: String] = [:]
    ) {
      self.status = status
      self.headers = headers
      pieces = [Array(body.utf8)]
    }
  }

  private let descriptor: Int32
  package let port: UInt16
  private let lock = NSLock()
  private var answer: @Sendable (Request) -> Answer
  private var seen: [Request] = []
  private var sent = 0

  package init(_ answer: @escaping @Sendable (Request) -> Answer = { _ in Answer(404) }) throws {
    self.answer = answer
    #if canImport(Glibc)
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socketDescriptor = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socketDescriptor, generic, length) == 0 && listen(socketDescriptor, 16) == 0
          && getsockname(socketDescriptor, generic, &length) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(socketDescriptor, nil, nil)
        guard connection >= 0 else { return }
        guard let server = self else {
          close(connection)
          return
        }
        Thread.detachNewThread { server.serve(connection) }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// What was asked so far.
  package var requests: [Request] { lock.withLock { seen } }

  /// Bytes of bodies sent so far.
  package var bytesSent: Int { lock.withLock { sent } }

  /// Answers in another way from now on.
  package func answers(_ answer: @escaping @Sendable (Request) -> Answer) {
    lock.withLock { self.answer = answer }
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = Self.readRequest(connection) else { return }
    let answer = lock.withLock {
      seen.append(request)
      return self.answer
    }(request)
    var head = "HTTP/1.1 \(answer.status) Status\r\nConnection: close\r\n"
    let length = answer.claimedLength ?? answer.pieces.map(\.count).reduce(0, +)
    if answer.status != 304, answer.tellsLength { head += "Content-Length: \(length)\r\n" }
    for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
    guard Self.send(Array((head + "\r\n").utf8), to: connection) else { return }
    if answer.status == 304 { return }
    for piece in answer.pieces {
      if answer.delay > 0 { Thread.sleep(forTimeInterval: answer.delay) }
      lock.withLock { sent += piece.count }
      guard Self.send(piece, to: connection) else { return }
    }
  }

  private static func readRequest(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    let gap = Array("\r\n\r\n".utf8)
    var end = Int?.none
    while end == nil {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0, bytes.count < 1 << 16 else { return nil }
      bytes += buffer[..<count]
      end = bytes.indices.dropLast(3).first { bytes[$0...].starts(with: gap) }
    }
    let head = bytes[..<(end ?? 0)]
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    var body = Array(bytes[(head.endIndex + gap.count)...])
    while body.count < min(length, 1 << 20) {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return nil }
      body += buffer[..<count]
    }
    return Request(
      method: String(words[0]), path: String(words[1]), headers: headers,
      body: String(decoding: body, as: UTF8.self))
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
        Glibc.send(connection, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
        #else
        Darwin.send(connection, buffer.baseAddress, buffer.count, 0)
        #endif
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
