/// Tells a table by its head line.
enum TableHead {
  /// Lines that some exports put above the head: what it is, and when it was made.
  static let mostAbove = 8

  /// The separator under which the head has two known names or more, or nil.
  static func separator(in bytes: ArraySlice<UInt8>, _ known: ColumnNames) -> UInt8? {
    if let separator = declared(in: bytes) { return separator }
    let candidates: [UInt8] = [
      UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"),
    ]
    let first = candidates.first { separator in
      // Lines of Markdown's tables begin with the bar.
      separator != bytes.first
        && records(of: bytes, separator, most: 1).first.map { isHead($0, known) } ?? false
    }
    return first
      ?? candidates.dropLast().first { separator in
        isBelowOthers(records(of: bytes, separator, most: mostAbove + 2), known)
      }
  }

  static func isHead(_ names: [String], _ known: ColumnNames) -> Bool {
    isHead(names, known, least: 2)
  }

  /// Excel writes, and reads, a first line of `sep=;`.
  static func declared(in bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes.starts(with: "sep=".utf8), let sign = bytes.dropFirst(4).first,
      let end = bytes.dropFirst(5).first, end == 10 || end == 13
    else { return nil }
    return sign
  }

  /// A head below other lines has the names of a few fields, and a row as long below it.
  private static func isBelowOthers(_ records: [[String]], _ known: ColumnNames) -> Bool {
    guard let place = records.firstIndex(where: { isHead($0, known, least: 3) }),
      place + 1 < records.count
    else { return false }
    return place <= mostAbove && records[place + 1].count == records[place].count
  }

  private static func isHead(_ names: [String], _ known: ColumnNames, least: Int) -> Bool {
    let fields = names.filter { $0.utf8.count <= 40 }.compactMap { known.recognized($0)?.field }
    return names.count >= 2 && fields.contains(.title) && Set(fields).count >= least
      && names.allSatisfy { $0.utf8.count <= 60 }
  }

  private static func records(
    of bytes: ArraySlice<UInt8>, _ separator: UInt8, most: Int
  ) -> [[String]] {
    var reader = CSVReader(separator: separator)
    var records: [[String]] = []
    for byte in bytes.prefix(65_536) where records.count < most {
      reader.feed(CollectionOfOne(byte)) {
        records.append($0.fields.map { TextDecoding.string($0) })
      }
    }
    if records.count < most {
      reader.finish { records.append($0.fields.map { TextDecoding.string($0) }) }
    }
    return records
  }
}
