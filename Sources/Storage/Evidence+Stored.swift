import Listings

extension [Evidence] {
  /// `[[field, part, from, to, words, rule], …]`; nil when there is none.
  var storedText: String? {
    if isEmpty { return nil }
    // Byte by byte: there are a dozen for each listing, and an import writes them all.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96 * count)
    for evidence in self {
      bytes.append(bytes.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      bytes.append(UInt8(ascii: "["))
      for text in [evidence.field.rawValue, evidence.part.rawValue] {
        JSONValue.append(text, to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      for number in [evidence.range.lowerBound, evidence.range.upperBound] {
        bytes += String(number).utf8
        bytes.append(UInt8(ascii: ","))
      }
      JSONValue.append(evidence.words, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONValue.append(evidence.rule, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }

  init(storedText: String?) {
    guard let storedText else {
      self = []
      return
    }
    self = JSONReader.value(of: storedText).items.compactMap { evidence in
      let items = evidence.items
      guard items.count == 6, let field = items[0].text.flatMap(ListingField.init),
        let part = items[1].text.flatMap(PostingPart.init), let from = items[2].number,
        let to = items[3].number, from <= to, let words = items[4].text, let rule = items[5].text
      else { return nil }
      return Evidence(field: field, part: part, range: from..<to, words: words, rule: rule)
    }
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
