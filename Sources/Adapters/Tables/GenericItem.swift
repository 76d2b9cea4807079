import Listings

/// An object, a row or a head of front matter whose names are recognized one by one.
struct GenericItem {
  private var values: [JSONValue?]
  private let context: ReadingContext

  init(_ value: JSONValue, context: ReadingContext) {
    self.context = context
    values = Array(repeating: nil, count: FieldName.allCases.count)
    var ranks = Array(repeating: Int.max, count: values.count)
    for member in value.members ?? [] where !member.value.isVoid {
      guard let (field, rank) = context.words.columns.recognized(member.name),
        rank < ranks[field.rawValue]
      else { continue }
      values[field.rawValue] = member.value
      ranks[field.rawValue] = rank
    }
  }

  /// Enough to be a posting: a title, and at least one thing more that postings have.
  var isPosting: Bool {
    self[.title]?.string != nil
      && [.company, .location, .description, .descriptionHTML, .url, .pay, .date].contains {
        self[$0] != nil
      }
  }

  /// A name that only a posting has, as against any titled thing.
  var isSurelyPosting: Bool {
    isPosting && (self[.company] != nil || self[.location] != nil || self[.employment] != nil)
  }

  subscript(field: FieldName) -> JSONValue? { values[field.rawValue] }

  /// Nil when it is no posting.
  func posting() -> Posting? {
    var posting = Posting()
    fill(&posting)
    return posting.title == nil && posting.body.isEmpty ? nil : posting
  }

  func fill(_ posting: inout Posting) {
    posting.title = context.line(self[.title]?.text)
    posting.company = context.line(FieldValue.name(self[.company])?.firstLine)
    posting.location = place
    // A bare number names nothing without the site that gave it.
    if let site = context.line(self[.site]?.string), site.utf8.count <= 30, !site.contains(" ") {
      posting.source = site.lowercased()
      posting.externalID = context.line(self[.externalID]?.text)
    }
    posting.url = webAddress(.url) ?? webAddress(.applyURL) ?? idAddress
    fillPay(&posting)
    fillWorkplace(&posting)
    posting.dateText = self[.date].flatMap { context.line($0.string) }
    posting.posted = DateText.day(self[.date])
    posting.closes = DateText.day(self[.closes])
    posting.employmentText = words(.employment)?.spelledOut
    posting.seniorityText = words(.seniority)?.spelledOut
    LinkedInColumns.swapBack(&posting)
    posting.tags = FieldValue.words(self[.skills], context) + FieldValue.words(self[.tags], context)
    posting.eligibilityTexts += FieldValue.words(self[.eligibility], context)
    posting.body = body
  }
}

private extension GenericItem {
  func webAddress(_ field: FieldName) -> String? {
    let value = self[field]?.string ?? self[field]?.first(["urlOrigine", "url", "href"])?.string
    guard let text = context.line(value), text.isWebAddress else { return nil }
    return text
  }

  /// Some feeds use the address as the id.
  var idAddress: String? { webAddress(.externalID) }

  func words(_ field: FieldName) -> String? {
    let words = FieldValue.words(self[field], context)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  var place: String? {
    if let location = FieldValue.place(self[.location]) { return context.line(location) }
    let parts = [self[.city], self[.region], self[.country]].compactMap { FieldValue.name($0) }
    return context.line(parts.joined(separator: ", "))
  }

  func fillPay(_ posting: inout Posting) {
    let stated = self[.pay]
    posting.payText = context.line(stated?.string ?? stated?.first(["libelle"])?.string)
    // Sources that mark a guess do so as a truth (Adzuna) or by a word.
    let isPredicted = self[.payBasis]?.bool == true
    let source = stated?.isObject == true ? stated : nil
    posting.pay = PayFields.pay(
      low: self[.payLow] ?? source?.first(["min", "minValue", "from"]),
      high: self[.payHigh] ?? source?.first(["max", "maxValue", "to"]),
      currency: self[.payCurrency]?.string ?? source?.first(["currency", "currencyCode"])?.string,
      period: context.words.period(
        self[.payPeriod]?.string ?? source?.first(["period", "interval", "unit", "mode"])?.string),
      basis: isPredicted ? .predicted : .stated)
  }

  /// A word for the workplace sets its kind; a phrase may also say from where.
  func fillWorkplace(_ posting: inout Posting) {
    let words = FieldValue.words(self[.workplace], context)
    if words.count == 1, let kind = context.words.workplace(words[0]) { posting.workplace = kind }
    // Boards may say it of the place, or of the first of several.
    if let place = self[.location]?.array?.first ?? self[.location], posting.workplace == nil,
      let kind = context.words.workplace(place.first(["workplaceType", "location_type"])?.string)
    {
      posting.workplace = kind
    }
    if self[.location]?.first(["remote", "isRemote", "is_remote"])?.bool == true {
      posting.workplace = posting.workplace ?? .remote
    }
    guard let remote = self[.remote] else { return }
    if let text = context.line(remote.string), remote.bool == nil {
      posting.workplace =
        posting.workplace ?? context.words.workplace(text)
        ?? context.words.workplace(inPhrase: text)
      if context.words.workplace(text) == nil { posting.eligibilityTexts.append(text) }
    } else if remote.bool == true {
      // False says little: most exports write it for whatever they do not know.
      posting.workplace = posting.workplace ?? .remote
    }
  }

  var body: [Block] {
    let main =
      self[.descriptionHTML]?.string ?? self[.description]?.string ?? self[.descriptionPlain]?
      .string
      ?? self[.summary]?.string
    return [Block](
      sections: [
        (nil, main), ("Responsibilities", FieldValue.lines(self[.responsibilities])),
        ("Requirements", FieldValue.lines(self[.requirements])),
        ("Benefits", FieldValue.lines(self[.benefits])),
      ], context: context)
  }
}

/// Values as boards nest them: words in objects, places in parts, lists in strings.
enum FieldValue {
  /// The name of a company, place or person.
  static func name(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .object:
      value?.first([
        "name", "display_name", "displayName", "visibleName", "label", "title", "nom", "libelle",
      ])?.string
    case .array(let items): items.first.flatMap { name($0) }
    default: nil
    }
  }

  static func place(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): return text
    case .array(let items):
      var places: [String] = []
      for item in items {
        if let place = place(item), !places.contains(place) { places.append(place) }
      }
      return places.isEmpty ? nil : places.prefix(12).joined(separator: "; ")
    case .object:
      if let name = name(value) { return name }
      if let address = value?["address"] { return place(address) }
      let parts = [
        value?.first(["city", "cityName", "addressLocality"]),
        value?.first(["region", "state", "stateCode", "addressRegion", "adminLevel1"]),
        value?.first(["country", "countryCode", "isoCountryCode", "addressCountry"]),
      ].compactMap { name($0)?.trimmed }
      return joined(parts) ?? value?.first(["formattedAddress"])?.string
    default: return nil
    }
  }

  /// Parts of a place, without the dashes and repetitions that forms leave behind.
  private static func joined(_ parts: [String]) -> String? {
    var kept: [String] = []
    for part in parts where !part.isEmpty && part != "-" && !kept.contains(part) {
      kept.append(part)
    }
    return kept.isEmpty ? nil : kept.joined(separator: ", ")
  }

  /// A list of words: an array, objects with names, or one string with commas.
  static func words(_ value: JSONValue?, _ context: ReadingContext) -> [String] {
    let texts: [String] =
      switch value {
      case .array(let items): items.compactMap { name($0) ?? $0.text }
      case .string(let text):
        text.split { $0 == "," || $0 == ";" || $0 == "\n" }.map { String($0) }
      case .object: name(value).map { [$0] } ?? []
      default: []
      }
    return texts.prefix(40).compactMap { context.line($0) }.filter { $0.utf8.count <= 80 }
  }

  /// A text, or the lines of an array as a typed list.
  static func lines(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .array(let items): items.compactMap(\.string).map { "- \($0)" }.joined(separator: "\n")
    default: nil
    }
  }
}

/// A LinkedIn export that puts the level into "Job Type" and the contract into "Seniority", each
/// with its caption on top (seen 2026-11, linkedin-captions-in-cells.csv).
private enum LinkedInColumns {
  static func swapBack(_ posting: inout Posting) {
    let texts = [posting.employmentText, posting.seniorityText]
    for text in texts.compactMap({ $0 }) {
      if let level = value(of: text, after: "Seniority level") { posting.seniorityText = level }
      if let kind = value(of: text, after: "Employment type") { posting.employmentText = kind }
    }
  }

  private static func value(of text: String, after caption: String) -> String? {
    text.hasPrefix(caption)
      ? String(text.dropFirst(caption.count).drop { $0 == "," || $0 == " " }) : nil
  }
}

extension String {
  /// `FULL_TIME` and `FullTime` in words.
  var spelledOut: String {
    guard !utf8.contains(32) else { return self }
    var output: [UInt8] = []
    var previous: UInt8 = 32
    for byte in utf8 {
      if (65...90).contains(byte), (97...122).contains(previous) { output.append(32) }
      output.append(byte == UInt8(ascii: "_") ? 32 : byte)
      previous = byte
    }
    return String(decoding: output, as: UTF8.self)
  }
}

private extension String {
  /// Some exports put a company's rating on a line below its name.
  var firstLine: String {
    let line = utf8.drop { $0 == 10 || $0 == 13 || $0 == 32 }.prefix { $0 != 10 && $0 != 13 }
    return line.isEmpty ? self : String(decoding: line, as: UTF8.self)
  }
}

extension JSONValue {
  /// Null, and the ways in which exports write it.
  var isVoid: Bool {
    switch self {
    case .null: true
    case .string(let text):
      text.utf8.count <= 4 && ["", "null", "None", "nan", "NaN", "N/A", "-"].contains(text.trimmed)
    case .array(let items): items.isEmpty
    case .object(let members): members.allSatisfy(\.value.isVoid)
    default: false
    }
  }
}
