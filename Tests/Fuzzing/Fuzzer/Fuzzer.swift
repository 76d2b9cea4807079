// Feeds a reader to libFuzzer: SHORTLIST_FUZZED names the reader, the arguments are libFuzzer's.
//
//   SHORTLIST_FUZZ=1 swift build -c release --product Fuzzer --scratch-path .build/fuzz
//   SHORTLIST_FUZZED=pay .build/fuzz/release/Fuzzer -timeout=5 -max_total_time=600 \
//     grown Tests/Fuzzing/CorpusTests/Corpus/pay

import Foundation
import FuzzedReaders

private let reader = FuzzedReader(
  rawValue: ProcessInfo.processInfo.environment["SHORTLIST_FUZZED"] ?? "document")

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  reader?.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

public typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<Words>,
  _ readOne: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The package manager renames an executable's `main` to this.
@_cdecl("Fuzzer_main")
public func main(_ count: CInt, _ words: Words) -> CInt {
  guard reader != nil else {
    let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("SHORTLIST_FUZZED must be one of \(names)\n".utf8))
    return 2
  }
  // The tables are read before the clock of the first input starts.
  reader?.read(Array("a".utf8))
  var count = count
  var words = words
  return runDriver(&count, &words, readOneInput)
}
