import Foundation
import FuzzedReaders
import Testing

/// What fuzzing grew and found stays here, a folder for each reader, and is read in every run.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzedReader.allCases) func readsItsCorpus(reader: FuzzedReader) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpus").appending(path: reader.rawValue)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 20)
    for file in files { reader.read(Array(try Data(contentsOf: file))) }
  }
}
