import Listings

/// What can be had of a JSON document that is broken somewhere.
enum PartialJSON {
  /// Reads it loosely, else the elements of the first list before the fault, which is one problem.
  static func read(
    _ source: SourceBytes, context: ReadingContext, error: JSONError
  ) -> AdapterResult {
    let line = source.bytes.prefix(error.offset).count { $0 == 10 } + 1
    let problem = SourceProblem(line: line, reason: "broken JSON: expected \(error.expected)")
    if let loose = JSONReader.readLoosely(source.bytes) {
      var result = JSONAdapter.read(loose.value, source: source, context: context)
      if loose.isCut { result.problems.append(problem) }
      if !result.postings.isEmpty || !loose.isCut { return result }
    }
    var result = AdapterResult()
    for (index, item) in elements(of: source.bytes).enumerated() {
      result.append(
        JSONAdapter.read(item: item, at: index, envelope: .null, context: context))
    }
    // Elements of some inner list are no postings and no problems of their own.
    if result.postings.isEmpty { result = AdapterResult() }
    result.problems.append(problem)
    return result
  }

  private static func elements(of bytes: [UInt8]) -> [JSONValue] {
    guard let start = bytes.firstIndex(of: UInt8(ascii: "[")) else { return [] }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer)
      reader.index = start + 1
      var items: [JSONValue] = []
      while let item = try? reader.value() {
        items.append(item)
        reader.skipBlanks()
        guard reader.index < buffer.count, buffer[reader.index] == UInt8(ascii: ",") else { break }
        reader.index += 1
      }
      return items
    }
  }
}
