extension Fingerprint {
  // Written in front, so that a later form can be told from this one.
  private static let version: UInt8 = 1
  // A posting that lists more is compared by these; the rest would cost more than it tells.
  package static let mostPlaces = 24

  /// The form that the store keeps.
  package var bytes: [UInt8] {
    var bytes = [Self.version, UInt8(RemoteKind.allCases.firstIndex(of: workplace) ?? 0)]
    bytes.append(UInt8(min(places.count, Self.mostPlaces)))
    for number in [company, title, requisition, traits] { bytes.append(number) }
    for mark in words.marks { bytes.append(mark) }
    bytes.append(UInt64(words.count))
    bytes += words.slots
    for place in places.prefix(Self.mostPlaces) {
      bytes.append(
        UInt64(place.country) << 48 | UInt64(place.region) << 32 | UInt64(place.city))
    }
    return bytes
  }

  /// Nil when another version wrote it, or it is damaged.
  package init?(bytes: some RandomAccessCollection<UInt8>) {
    var reader = ByteReader(bytes: Array(bytes))
    guard reader.byte() == Self.version, let kind = reader.byte(), let count = reader.byte(),
      let company = reader.number(), let title = reader.number(),
      let requisition = reader.number(), let traits = reader.number(),
      let first = reader.number(), let second = reader.number(), let sequences = reader.number(),
      let slots = reader.bytes(WordSketch.slotCount), sequences <= UInt64(Int32.max),
      Int(kind) < RemoteKind.allCases.count
    else { return nil }
    let words = WordSketch(slots: slots, count: Int(sequences), marks: [first, second])
    var places: [PlaceKey] = []
    for _ in 0..<count {
      guard let number = reader.number() else { return nil }
      places.append(
        PlaceKey(
          country: UInt16(number >> 48), region: UInt16(truncatingIfNeeded: number >> 32),
          city: UInt32(truncatingIfNeeded: number)))
    }
    self.init(
      company: company, title: title, places: places,
      workplace: RemoteKind.allCases[Int(kind)], words: words)
    self.requisition = requisition
    self.traits = traits
  }
}

private struct ByteReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() -> UInt8? { bytes(1)?.first }

  mutating func number() -> UInt64? {
    bytes(8)?.reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard position + count <= bytes.count else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }
}

private extension [UInt8] {
  mutating func append(_ number: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
}
