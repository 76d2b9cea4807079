import Listings

/// A schema.org JobPosting to a posting, with what real pages make of the vocabulary.
enum SchemaPosting {
  static func posting(_ value: JSONValue, context: ReadingContext) -> Posting? {
    var posting = Posting()
    posting.title = context.line(
      (value["title"] ?? value["name"])?.string.map { $0.unescapedMarkup.decodingEntities })
    posting.company = context.line(
      FieldValue.name(value["hiringOrganization"])?.decodingEntities)
    posting.location = context.line(place(value["jobLocation"]))
    if let url = context.line(value["url"]?.string), url.isWebAddress { posting.url = url }
    posting.externalID = context.line(identifier(value["identifier"]))
    fillPay(&posting, value, context)
    posting.dateText = context.line(value["datePosted"]?.string)
    posting.posted = DateText.day(value["datePosted"])
    posting.closes = DateText.day(value["validThrough"])
    if (value["jobLocationType"]?.string ?? "").uppercased().contains("TELECOMMUTE") {
      posting.workplace = .remote
    }
    posting.eligibilityTexts = eligibility(value["applicantLocationRequirements"], context)
    let employment = FieldValue.words(value["employmentType"], context)
    posting.employmentText =
      employment.isEmpty ? nil : employment.map(\.spelledOut).joined(separator: ", ")
    posting.tags =
      FieldValue.words(value["skills"], context) + FieldValue.words(value["industry"], context)
    posting.body = body(value, context)
    return posting
  }
}

private extension SchemaPosting {
  /// Sites name the identifier after the company; alone, a number says nothing.
  static func identifier(_ value: JSONValue?) -> String? {
    guard let number = value?["value"]?.text, let name = value?["name"]?.string else { return nil }
    return "\(name):\(number)"
  }

  static func place(_ value: JSONValue?) -> String? {
    let items = value?.array ?? value.map { [$0] } ?? []
    let addresses = items.compactMap { FieldValue.place($0["address"]) }
    // One address behind many names is the first one's, repeated.
    let isRepeated = addresses.count > 1 && addresses.allSatisfy { $0 == addresses[0] }
    let places = items.compactMap { item -> String? in
      if let text = item.string { return text }
      if isRepeated, let name = FieldValue.name(item) { return name }
      return FieldValue.place(item["address"]) ?? FieldValue.name(item) ?? town(item)
    }.map(\.decodingEntities)
    var seen: Set<String> = []
    let distinct = places.filter { seen.insert($0).inserted }
    // Pages list a hundred countries to say "anywhere"; that is eligibility, not a place.
    guard (1...12).contains(distinct.count) else { return nil }
    return distinct.joined(separator: "; ")
  }

  /// Where a street should stand, some sites write "Lyon, FR".
  static func town(_ place: JSONValue) -> String? {
    let text = (place["address"] ?? place)["streetAddress"]?.string
    return text.flatMap { text in
      text.utf8.contains { (48...57).contains($0) } ? nil : text
    }
  }

  static func eligibility(_ value: JSONValue?, _ context: ReadingContext) -> [String] {
    (value?.array ?? value.map { [$0] } ?? []).prefix(60)
      .compactMap { context.line(FieldValue.name($0) ?? FieldValue.place($0)) }
  }

  static func fillPay(_ posting: inout Posting, _ value: JSONValue, _ context: ReadingContext) {
    guard let base = value["baseSalary"] else { return }
    let salary = base.array?.first ?? base
    let amount = salary["value"] ?? salary
    let currency = (salary["currency"] ?? amount["currency"] ?? value["salaryCurrency"])?.string
    let period = (amount["unitText"] ?? salary["unitText"])?.string
    if let text = salary.string ?? amount.string, Double(text) == nil {
      posting.payText = context.line(text)
      return
    }
    let sum = amount["value"] ?? (amount.isObject ? nil : amount)
    posting.pay = PayFields.pay(
      low: amount["minValue"] ?? sum, high: amount["maxValue"] ?? sum, currency: currency,
      period: context.words.period(period))
    if posting.pay == nil { posting.payText = context.line((sum ?? amount["minValue"])?.string) }
  }

  /// JSON that was escaped twice leaves `\n` as two characters between tags (seen 2026-07).
  static func withoutEscapedLineEnds(_ text: String) -> String {
    guard text.hasByte(UInt8(ascii: "\\")), text.unescapedMarkup.hasTags else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "n"), output.last == UInt8(ascii: "\\") {
        while output.last == UInt8(ascii: "\\") { output.removeLast() }
        output.append(10)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Other properties repeat parts of the description on most sites; they stand in for it only.
  static func body(_ value: JSONValue, _ context: ReadingContext) -> [Block] {
    if let text = value["description"]?.string {
      return [Block](description: withoutEscapedLineEnds(text), context: context)
    }
    return [Block](
      sections: [
        ("Responsibilities", FieldValue.lines(value["responsibilities"])),
        ("Qualifications", FieldValue.lines(value["qualifications"])),
        ("Benefits", FieldValue.lines(value["jobBenefits"])),
      ], context: context)
  }
}
