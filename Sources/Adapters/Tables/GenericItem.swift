import Listings

/// An object, a row or a head of front matter whose names are recognized one by one.
struct GenericItem {
  private var values: [JSONValue?]
  private let context: ReadingContext
  /// What is called a name beside the title: mostly the company's, where nothing else is.
  private var secondName: String?

  init(_ value: JSONValue, context: ReadingContext) {
    self.context = context
    values = Array(repeating: nil, count: FieldName.allCases.count)
    var ranks = Array(repeating: Int.max, count: values.count)
    for member in value.members ?? [] {
      take(member.name, member.value, rank: 0, &ranks)
      if NestedFields.isNest(member) {
        for (name, inner) in NestedFields.members(of: member.value) {
          take(name, inner, rank: 200, &ranks)
        }
      }
    }
    if let name = value["name"]?.string, self[.title]?.string != name { secondName = name }
  }

  private mutating func take(
    _ name: String, _ value: JSONValue, rank start: Int, _ ranks: inout [Int]
  ) {
    guard let (field, place) = context.words.columns.recognized(name),
      start + place < ranks[field.rawValue]
    else { return }
    let value = value.unwrapped
    // "Competitive" stands behind whatever has a sum.
    let rank = start + place + (field == .pay && value.isWordsAlone ? 300 : 0)
    guard !value.isVoid, rank < ranks[field.rawValue] else { return }
    values[field.rawValue] = value
    ranks[field.rawValue] = rank
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
    posting.company = company
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
  var company: String? {
    let stated = FieldValue.name(self[.company]) ?? FieldValue.ownName(self[.company])
    let name = context.line((stated ?? secondName)?.firstLine)
    return name.flatMap { context.words.isA(.noCompany, $0) ? nil : $0 }
  }

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
    let place = statedPlace
    return place.flatMap { context.words.isA(.noPlace, $0) ? nil : $0 }
  }

  var statedPlace: String? {
    if let location = FieldValue.place(self[.location]) { return context.line(location) }
    let parts = [self[.city], self[.region], self[.country]].compactMap { FieldValue.name($0) }
    return context.line(parts.joined(separator: ", "))
  }

  func fillPay(_ posting: inout Posting) {
    let stated = self[.pay]
    posting.payText = context.line(FieldValue.payText(stated))
    // Sources that mark a guess do so as a truth (Adzuna) or by a word.
    let isPredicted = self[.payBasis]?.bool == true
    let source = FieldValue.pay([stated, self[.employment]])
    posting.pay = PayFields.pay(
      low: self[.payLow] ?? FieldValue.sum(source, FieldValue.lowest),
      high: self[.payHigh] ?? FieldValue.sum(source, FieldValue.highest),
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
    if self[.location]?.first(["remote", "isRemote", "is_remote", "fullyRemote"])?.bool
      == true
    {
      posting.workplace = posting.workplace ?? .remote
    }
    guard let remote = self[.remote] else { return }
    if let kind = ShareOfRemoteWork.kind(remote) {
      posting.workplace = posting.workplace ?? kind
      return
    }
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
    let fields: [FieldName] = [.descriptionHTML, .description, .descriptionPlain, .summary]
    let main = fields.lazy.compactMap { FieldValue.body(self[$0]) }.first
    return [Block](
      sections: [
        (nil, main), ("Responsibilities", FieldValue.lines(self[.responsibilities])),
        ("Requirements", FieldValue.lines(self[.requirements])),
        ("Benefits", FieldValue.lines(self[.benefits])),
      ], context: context)
  }
}

/// Welcome to the Jungle tells how much of the time one works elsewhere (seen 2026-10,
/// wttj.json).
private enum ShareOfRemoteWork {
  static func kind(_ value: JSONValue) -> RemoteKind? {
    switch value.string {
    case "fulltime": .remote
    case "partial", "punctual": .hybrid
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
  /// A text without a number.
  fileprivate var isWordsAlone: Bool {
    string.map { !$0.utf8.contains { (48...57).contains($0) } } ?? false
  }

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
