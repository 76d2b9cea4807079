import Foundation
import Importing
import Testing

@Suite struct GunzipTests {
  /// "hello, hello, hello\n", packed by gzip -9n.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8,
    0x40, 0xA3, 0xB8, 0x00, 0x82, 0x14, 0x73, 0x3A, 0x14, 0, 0, 0,
  ]

  @Test func readsWhatGzipWrote() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = String(repeating: "postings of all kinds\n", count: 5000)
    let file = folder.appending(path: "t").path(percentEncoded: false)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/gzip")
    gzip.arguments = [file]
    try gzip.run()
    gzip.waitUntilExit()
    let bytes = Array(try Data(contentsOf: URL(filePath: file + ".gz")))
    for size in [1, 7, 4096, bytes.count] {
      var gunzip = try Gunzip()
      var output: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        output += try gunzip.read(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      try gunzip.finish()
      #expect(String(decoding: output, as: UTF8.self) == text)
    }
  }

  @Test func refusesWhatIsMadeToFillTheMemory() throws {
    let zeros = gzip("head -c 67108864 /dev/zero")
    var gunzip = try Gunzip()
    #expect(throws: GunzipError.ratio) { _ = try gunzip.read(zeros) }
  }

  @Test func refusesDamageAndFilesCutShort() throws {
    var damaged = try Gunzip()
    #expect(throws: GunzipError.damaged) {
      _ = try damaged.read([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF])
      try damaged.finish()
    }
    var short = try Gunzip()
    #expect(throws: GunzipError.damaged) {
      _ = try short.read(Array(Self.packed.prefix(20)))
      try short.finish()
    }
  }
}
