import Listings

/// What a page says to machines: schema.org in JSON-LD or microdata, both as the same values.
enum StructuredData {
  static func linkedData(in elements: [MarkupNode]) -> [JSONValue] {
    values(in: elements).flatMap { postings(in: $0, depth: 0) }
  }

  /// Objects of the type anywhere in the value: lists, `@graph`, list elements, main entities.
  static func postings(in value: JSONValue, depth: Int) -> [JSONValue] {
    guard depth < 8 else { return [] }
    switch value {
    case .array(let items): return items.flatMap { postings(in: $0, depth: depth + 1) }
    case .object(let members):
      if isPosting(value) { return [value] }
      return members.flatMap { member -> [JSONValue] in
        switch member.value {
        case .array, .object: postings(in: member.value, depth: depth + 1)
        default: []
        }
      }
    default: return []
    }
  }

  static func isPosting(_ value: JSONValue) -> Bool {
    guard let type = value["@type"] else { return false }
    let names = type.string.map { [$0] } ?? type.array?.compactMap(\.string) ?? []
    return names.contains { $0 == "JobPosting" || $0.hasSuffix("/JobPosting") }
  }

  /// The jobs that an ItemList names, each with the address that leads to it.
  static func listed(on page: Page) -> [Posting]? {
    let items = values(in: page.elements).flatMap { lists(in: $0, depth: 0) }
    let postings = items.compactMap { item -> Posting? in
      let thing = item["item"]?.isObject == true ? item["item"] : item
      let address = thing?["url"]?.string ?? item["item"]?.string
      guard let url = page.context.line(address), url.isWebAddress, page.leadsToJob(url),
        let title = page.context.line((thing?["name"] ?? item["name"])?.string?.decodingEntities)
      else { return nil }
      var posting = Posting(url: url, title: title)
      if let text = thing?["description"]?.string {
        posting.body = [Block](description: text, context: page.context)
      }
      return posting
    }
    return postings.count > 1 && postings.count == items.count ? postings : nil
  }

  private static func lists(in value: JSONValue, depth: Int) -> [JSONValue] {
    guard depth < 8 else { return [] }
    if value["@type"]?.string == "ItemList" { return value["itemListElement"]?.array ?? [] }
    let inner = value.array ?? value["@graph"]?.array ?? value["mainEntity"].map { [$0] } ?? []
    return inner.flatMap { lists(in: $0, depth: depth + 1) }
  }

  private static func values(in elements: [MarkupNode]) -> [JSONValue] {
    elements.lazy.filter {
      $0.name == "script" && $0.attribute("type")?.lowercased().contains("ld+json") == true
    }.compactMap { script in
      try? JSONReader.read([UInt8](script.text.withoutWrapping.utf8), isTolerant: true)
    }
  }

  static func microdata(in elements: [MarkupNode]) -> [JSONValue] {
    let scopes = elements.filter {
      $0.attribute("itemtype")?.contains("schema.org/JobPosting") == true
        // RDFa, which has other words for the same.
        || $0.attribute("typeof")?.hasSuffix("JobPosting") == true
    }
    guard scopes.isEmpty else {
      return scopes.map { .object(withPlace(properties(of: $0, depth: 0))) }
    }
    return withoutScope(elements)
  }

  /// Parts of an address may stand beside the title, in no place of their own.
  private static func withPlace(_ found: [JSONMember]) -> [JSONMember] {
    // Of a place without a type of its own only its parts are left.
    let members = found.filter { member in
      !["jobLocation", "address"].contains(member.name)
        || member.value.string?.trimmed.isEmpty != true
    }
    guard !members.contains(where: { $0.name == "jobLocation" }) else { return members }
    // Canada's Job Bank writes it small.
    if let place = members.first(where: { $0.name == "joblocation" }) {
      return members + [JSONMember(name: "jobLocation", value: place.value)]
    }
    let address = members.filter { $0.name == "streetAddress" || $0.name.hasPrefix("address") }
    guard !address.isEmpty else { return members }
    let place = JSONValue.object([JSONMember(name: "address", value: .object(address))])
    return members + [JSONMember(name: "jobLocation", value: place)]
  }

  /// A part of a page that has lost the element with the type: the properties show it.
  private static func withoutScope(_ elements: [MarkupNode]) -> [JSONValue] {
    let named = elements.filter(\.hasAttributes).filter { $0.attribute("itemprop") != nil }
    func count(_ name: String) -> Int { named.count { $0.attribute("itemprop") == name } }
    guard count("title") == 1, count("hiringOrganization") == 1, let root = elements.first else {
      return []
    }
    return [.object(withPlace(properties(of: root, depth: 0)))]
  }

  /// Styles wrap each property in elements of their own, a dozen deep.
  private static let deepest = 32

  private static func properties(of scope: MarkupNode, depth: Int) -> [JSONMember] {
    guard depth < deepest else { return [] }
    var members: [JSONMember] = []
    for element in scope.elements {
      let isScope = ["itemscope", "itemtype", "typeof"].contains { element.attribute($0) != nil }
      if let name = element.attribute("itemprop") ?? element.attribute("property") {
        let inner = isScope ? properties(of: element, depth: depth + 1) : []
        // A thing without properties is what it says.
        let value: JSONValue = inner.isEmpty ? value(of: element, name) : .object(inner)
        members.append(JSONMember(name: name, value: value))
      }
      if !isScope { members += properties(of: element, depth: depth + 1) }
    }
    return members
  }

  private static func value(of element: MarkupNode, _ name: String) -> JSONValue {
    if name == "description" { return .string(element.markup) }
    let attribute =
      element.attribute("content") ?? element.attribute("datetime")
      ?? (element.name == "a" || element.name == "link" ? element.attribute("href") : nil)
    // An address or an organization may be plain text in an element of its own.
    let isPlainText = name == "hiringOrganization" && !element.text.trimmed.isEmpty
    return .string(isPlainText ? element.text : attribute ?? element.text)
  }
}

private extension String {
  /// Without the comment or CDATA marks that JSON in pages is wrapped in.
  var withoutWrapping: String {
    var text = trimmed
    for mark in ["<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
    }
    for mark in ["-->", "//]]>", "]]>", "/*]]>*/", ";"] where text.hasSuffix(mark) {
      text = String(text.dropLast(mark.count))
    }
    return text
  }
}
