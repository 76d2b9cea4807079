/// Cuts records out of a stream of bytes as RFC 4180 has it, however the bytes are cut up.
///
/// Quotes may hold separators, line ends and doubled quotes; a quote inside of an unquoted field
/// is itself.
struct CSVReader {
  /// A record longer than this has lost a closing quote; it ends at the next line end.
  private static let longestRecord = 4_194_304

  let separator: UInt8
  private var record: [[UInt8]] = []
  private var field: [UInt8] = []
  private var state = State.fieldStart
  private var size = 0
  /// The line that the next record begins on, counted from 1.
  private(set) var line = 1
  private var recordLine = 1

  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  struct Record {
    let fields: [[UInt8]]
    let line: Int
  }

  init(separator: UInt8) { self.separator = separator }

  mutating func feed(_ bytes: some Sequence<UInt8>, _ emit: (Record) -> Void) {
    for byte in bytes { take(byte, emit) }
  }

  mutating func finish(_ emit: (Record) -> Void) {
    if !record.isEmpty || !field.isEmpty { endRecord(emit) }
  }

  private mutating func take(_ byte: UInt8, _ emit: (Record) -> Void) {
    if byte == 10 { line += 1 }
    size += 1
    switch state {
    case .quoted where size < Self.longestRecord || byte != 10:
      if byte == UInt8(ascii: "\"") { state = .quoteInQuoted } else { field.append(byte) }
    case .quoteInQuoted where byte == UInt8(ascii: "\""):
      field.append(byte)
      state = .quoted
    case .fieldStart where byte == UInt8(ascii: "\""): state = .quoted
    default: takePlain(byte, emit)
    }
  }

  private mutating func takePlain(_ byte: UInt8, _ emit: (Record) -> Void) {
    if byte == separator {
      endField()
    } else if byte == 10 {
      endRecord(emit)
    } else if byte != 13 {
      field.append(byte)
      state = .plain
    }
  }

  private mutating func endField() {
    record.append(field)
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRecord(_ emit: (Record) -> Void) {
    endField()
    if record.count > 1 || record.first?.isEmpty == false {
      emit(Record(fields: record, line: recordLine))
    }
    record.removeAll(keepingCapacity: true)
    recordLine = line
    size = 0
  }
}
