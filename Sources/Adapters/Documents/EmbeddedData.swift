import Listings

/// What a page's scripts have of its job: the data that a site's program draws the page from.
///
/// A page saved before that program ran shows little else.
enum EmbeddedData {
  private static let mostScripts = 80
  private static let longestScript = 4_000_000
  private static let deepest = 14
  private static let mostBeside = 1_500

  /// The job that the scripts tell of; nil where they tell of several, or of none for certain.
  static func posting(in elements: [MarkupNode], context: ReadingContext) -> Posting? {
    let found = postings(in: elements, context: context)
    guard let first = found.max(by: { $0.body.plainText.utf8.count < $1.body.plainText.utf8.count })
    else { return nil }
    return found.allSatisfy { $0.title == first.title } ? first : nil
  }

  /// The jobs that the scripts list, on a page that shows nothing else itself.
  static func list(_ page: Page) -> [Posting]? {
    let text = page.elements.first { $0.name == "body" } ?? page.root
    guard [Block](text, context: page.context).plainText.utf8.count < mostBeside else { return nil }
    for text in scripts(in: page.elements) {
      func rows(_ value: JSONValue) -> [JSONValue]? { Self.rows(in: value, depth: 0, page.context) }
      guard
        let items = value(in: text).flatMap(rows)
          ?? listsAssigned(in: text).compactMap(rows).first,
        items.count > 1
      else { continue }
      let postings = items.compactMap { GenericItem($0, context: page.context).posting() }
      return postings.filter { $0.title != nil }
    }
    return nil
  }

  private static func postings(
    in elements: [MarkupNode], context: ReadingContext
  ) -> [Posting] {
    var found: [Posting] = []
    for text in scripts(in: elements) {
      guard let value = value(in: text) else { continue }
      var postings: [Posting] = []
      collect(value, depth: 0, context, into: &postings)
      // The company may stand beside the job.
      let company = postings.isEmpty ? nil : oneCompany(in: [text], context: context)
      for index in postings.indices {
        postings[index].company = postings[index].company ?? company
      }
      found += postings
    }
    return found
  }

  /// The company that a site tells its counters of visits: `"companyName": "Acme"`.
  static func companyCounted(in elements: [MarkupNode], context: ReadingContext) -> String? {
    oneCompany(
      in: scripts(in: elements).filter { $0.offset(of: "dataLayer") != nil }, context: context)
  }

  /// The company that the texts name under one of its keys, if they name one alone.
  private static func oneCompany(in texts: [String], context: ReadingContext) -> String? {
    let names = texts.map { Array($0.utf8) }.flatMap { bytes in
      keys.flatMap { values(of: $0, in: bytes) }
    }.compactMap { context.line($0.decodingEntities) }
    guard let name = names.first, names.allSatisfy({ $0 == name }), name.isNameLike(upTo: 60),
      !context.words.isBoard(name), name.utf8.contains(where: { $0 | 0x20 >= 97 })
    else { return nil }
    return name
  }
}

private extension EmbeddedData {
  static let keys = [
    "companyName", "company_name", "employerName", "employer_name", "hiringOrganization",
    "hiringCompany", "jobCompany", "job_company",
  ]

  /// The texts of scripts that stand in the page itself, without the schemas, and of templates
  /// that hold data.
  static func scripts(in elements: [MarkupNode]) -> [String] {
    elements.lazy.compactMap { element -> String? in
      switch element.name {
      case "template": return element.text.trimmed.hasPrefix("{") ? element.text : nil
      case "script":
        let isSchema = element.attribute("type")?.lowercased().contains("ld+json") == true
        return element.attribute("src") == nil && !isSchema ? element.text : nil
      case "div": return element.hasAttributes ? element.attribute("data-page") : nil
      default: return nil
      }
    }.prefix(mostScripts).filter { (40...longestScript).contains($0.utf8.count) }
  }

  /// The elements that surely are postings of the first list that has most such.
  static func rows(
    in value: JSONValue, depth: Int, _ context: ReadingContext
  ) -> [JSONValue]? {
    guard depth < deepest else { return nil }
    if let items = value.array, items.count > 1, items.count <= 500 {
      let rows = items.compactMap { item in
        [item, item.joinedParts].lazy.compactMap { $0 }.first { isRow($0, context) }
      }
      if rows.count > 1, rows.count * 2 > items.count { return rows }
    }
    let inner = value.array?.prefix(50).map { $0 } ?? value.members?.map(\.value) ?? []
    return inner.lazy.compactMap { rows(in: $0, depth: depth + 1, context) }.first
  }

  private static func isRow(_ value: JSONValue, _ context: ReadingContext) -> Bool {
    let item = GenericItem(value, context: context)
    return value.isObject && item.isPosting
      && (item[.location] != nil || item[.city] != nil)
      && [.url, .employment, .pay, .description, .summary, .date].contains { item[$0] != nil }
  }

  /// The first object of a script that holds anything: all of it, what is assigned, or what a call
  /// is given, be it in a string of JSON.
  static func value(in text: String) -> JSONValue? {
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      // A brace that closes before is of the program's own.
      guard rest[..<start].allSatisfy({ $0 != UInt8(ascii: "}") }) else { return nil }
      if rest[start...].dropFirst().first == UInt8(ascii: "}") {
        rest = rest[(start + 2)...]
        continue
      }
      if rest[..<start].suffix(2).elementsEqual(#"(""#.utf8) {
        guard case .string(let inner)? = read(rest[(start - 1)...]) else { return nil }
        return read(Array(inner.utf8)[...])
      }
      return read(rest[start...])
    }
    return nil
  }

  private static let mostLists = 20

  /// The lists of objects that a script gives to its names, one after the other: `jobs = [{`.
  static func listsAssigned(in text: String) -> [JSONValue] {
    let bytes = Array(text.utf8)
    var starts: [Int] = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "=") {
      guard starts.count < mostLists else { break }
      let rest = bytes[(index + 1)...].drop(while: \.isBlank)
      guard rest.first == UInt8(ascii: "["),
        rest.dropFirst().drop(while: \.isBlank).first == UInt8(ascii: "{")
      else { continue }
      starts.append(rest.startIndex)
    }
    return starts.compactMap { read(bytes[$0...]) }
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, isTolerant: true)
      return try? reader.value()
    }
  }

  static func collect(
    _ value: JSONValue, depth: Int, _ context: ReadingContext, into found: inout [Posting]
  ) {
    guard depth < deepest, found.count < 40 else { return }
    if let posting = posting(value, context) {
      found.append(posting)
      return
    }
    for item in value.array ?? [] { collect(item, depth: depth + 1, context, into: &found) }
    for member in value.members ?? [] {
      collect(member.value, depth: depth + 1, context, into: &found)
    }
  }

  /// An object with a job's title, its text, and a place, a company or a contract.
  static func posting(_ value: JSONValue, _ context: ReadingContext) -> Posting? {
    guard let members = value.members,
      members.contains(where: { FieldName.isTitle($0.name) }) || isNamedJob(members)
    else { return nil }
    // Sites put the text of the job into an object of its own.
    let inner = members.flatMap { member in
      (member.value.members ?? []).filter { $0.name.lowercased().hasSuffix("description") }
    }
    let item = GenericItem(.object(members + inner), context: context)
    guard item.isSurelyPosting || !inner.isEmpty && item.isPosting, var posting = item.posting(),
      let title = posting.title, title.utf8.count <= 150, posting.body.plainText.utf8.count >= 20
    else { return nil }
    posting.title = title
    return posting
  }

  /// A thing with a name is a job where it has a description, an employer and a date or a sum.
  static func isNamedJob(_ members: [JSONMember]) -> Bool {
    guard members.contains(where: { $0.name == "name" && $0.value.string != nil }) else {
      return false
    }
    let fields = Set(members.compactMap { FieldName.recognized($0.name)?.field })
    return fields.isSuperset(of: [.company, .description])
      && !fields.isDisjoint(with: [.date, .pay, .employment])
  }

  /// The strings behind a key in quotes, or bare before a colon.
  static func values(of key: String, in bytes: [UInt8]) -> [String] {
    let key = Array(key.utf8)
    var values: [String] = []
    var index = 0
    while index + key.count + 4 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == key[0], bytes[index..<index + key.count].elementsEqual(key) else {
        continue
      }
      let rest = bytes[(index + key.count)...].prefix(200)
      let marks = rest.prefix { [34, 39, 32, 58].contains($0) }
      guard let quote = marks.last, quote == 34 || quote == 39, marks.contains(58) else { continue }
      let name = rest.dropFirst(marks.count).prefix { $0 != quote }
      if !name.isEmpty { values.append(String(decoding: name, as: UTF8.self)) }
    }
    return values
  }
}
