import Listings

extension [Evidence] {
  /// `[[field, part, rule, from, to, words, from, to, words, …], …]`; neighbors of one field, part
  /// and rule, as skills mostly are, stand in one list.
  ///
  /// Byte by byte: there are a dozen for each listing, and an import writes them all.
  func store(in bytes: inout [UInt8]) {
    var previous: Evidence?
    for evidence in self {
      if let previous, evidence.isAlike(previous) {
        bytes.append(UInt8(ascii: ","))
      } else {
        bytes += (previous == nil ? "[[" as StaticString : "],[").bytes
        evidence.storeHead(in: &bytes)
      }
      JSONValue.append(evidence.range.lowerBound, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONValue.append(evidence.range.upperBound, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONValue.append(evidence.words, to: &bytes)
      previous = evidence
    }
    bytes += (previous == nil ? "[]" as StaticString : "]]").bytes
  }

  /// Nil when there is none.
  var storedText: String? {
    if isEmpty { return nil }
    var bytes: [UInt8] = []
    store(in: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  init(storedText: String?) {
    guard let storedText else {
      self = []
      return
    }
    self = JSONReader.value(of: storedText).items.flatMap { alike -> [Evidence] in
      let items = alike.items
      guard items.count >= 6, let field = items[0].text.flatMap(ListingField.init),
        let part = items[1].text.flatMap(PostingPart.init), let rule = items[2].text
      else { return [] }
      return stride(from: 3, to: items.count - 2, by: 3).compactMap { index in
        guard let from = items[index].number, let to = items[index + 1].number, from <= to,
          let words = items[index + 2].text
        else { return nil }
        return Evidence(field: field, part: part, range: from..<to, words: words, rule: rule)
      }
    }
  }
}

private extension Evidence {
  func isAlike(_ other: Evidence) -> Bool {
    field == other.field && part == other.part && rule == other.rule
  }

  func storeHead(in bytes: inout [UInt8]) {
    JSONValue.append(field.rawValue, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    JSONValue.append(part.rawValue, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    JSONValue.append(rule, to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }
}

private extension StaticString {
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}

extension [Aside] {
  /// `[[kind, first block, block after the last], …]`; nil when there are none.
  var storedText: String? {
    if isEmpty { return nil }
    let items = map { aside in
      JSONValue.array([
        .text(aside.kind.rawValue), .number(aside.blocks.lowerBound),
        .number(aside.blocks.upperBound),
      ])
    }
    return JSONValue.array(items).json
  }

  /// Only those within a body of `count` blocks.
  init(storedText: String?, blocks count: Int) {
    guard let storedText else {
      self = []
      return
    }
    self = JSONReader.value(of: storedText).items.compactMap { aside in
      let items = aside.items
      guard items.count == 3, let kind = items[0].text.flatMap(AsideKind.init),
        let from = items[1].number, let to = items[2].number, from >= 0, from < to, to <= count
      else { return nil }
      return Aside(kind, blocks: from..<to)
    }
  }
}
