import Listings

/// Personio's XML, and any other XML whose elements are named like a posting's fields.
enum PersonioAdapter {
  static func read(
    _ root: MarkupNode, source: SourceBytes, context: ReadingContext
  ) -> AdapterResult {
    let positions = root.descendants(named: "position").filter { $0.child("id") != nil }
    if positions.isEmpty { return generic(root, context: context) }
    let host = source.url.flatMap { SourceName.host($0) }
    var result = AdapterResult()
    for (index, position) in positions.enumerated() {
      guard let title = context.line(position.childText("name")) else {
        result.problems.append(
          context.problem("no name", item: index, about: .string(position.markup)))
        continue
      }
      result.postings.append(posting(position, title: title, host: host, context: context))
    }
    return result
  }

  private static func posting(
    _ position: MarkupNode, title: String, host: String?, context: ReadingContext
  ) -> Posting {
    func line(_ name: String) -> String? { context.line(position.childText(name)) }
    // A company's own host says nothing by its first word.
    let slug = host.flatMap { host in
      host.range(ofASCII: ".personio.") == nil
        ? host : host.split(separator: ".").first.map { String($0) }
    }
    var posting = Posting(
      source: slug.map { "personio:\($0)" } ?? "personio", externalID: line("id"), title: title,
      company: line("subcompany")
        ?? slug.flatMap { $0.contains(".") ? nil : SourceName.readable($0) })
    // The XML names no address; the page of a position is always built this way.
    if let host, let id = posting.externalID { posting.url = "https://\(host)/job/\(id)" }
    let more =
      position.child("additionalOffices")?.elements.compactMap { context.line($0.text) } ?? []
    let offices = [line("office")].compactMap { $0 } + more
    posting.location = offices.isEmpty ? nil : offices.joined(separator: "; ")
    posting.setDate(line("createdAt"))
    let employment = [line("schedule"), line("employmentType")].compactMap { $0 }
    posting.employmentText = employment.isEmpty ? nil : employment.joined(separator: ", ")
    posting.seniorityText = line("seniority")
    posting.tags =
      [line("department"), line("recruitingCategory"), line("occupation")].compactMap { $0 }
      + (line("keywords")?.split(separator: ",").map { String($0).trimmed } ?? [])
    let parts = position.descendants(named: "jobDescription").map {
      (heading: $0.childText("name"), text: $0.childText("value"))
    }
    posting.body = [Block](sections: parts, context: context)
    return posting
  }

  /// Each element with a title and a few more known children is a posting.
  private static func generic(_ root: MarkupNode, context: ReadingContext) -> AdapterResult {
    var result = AdapterResult()
    for element in root.descendants()
    where element.child("title") != nil || element.child("jobtitle") != nil {
      let members = element.elements.map { JSONMember(name: $0.name, value: .string($0.text)) }
      let item = GenericItem(.object(members), context: context)
      if item.isPosting, let posting = item.posting() { result.postings.append(posting) }
    }
    if !result.postings.isEmpty { return result }
    // Names that no feed has, or with prefixes, or in attributes.
    guard let items = ItemFinder(context).items(in: .array([root.json])), !items.isEmpty else {
      return root.holdsNothing ? result : .problem("no postings in this XML")
    }
    for (index, item) in items.enumerated() {
      result.append(JSONAdapter.read(item: item, at: index, envelope: .null, context: context))
    }
    return result
  }
}

private extension MarkupNode {
  /// A list without an element.
  var holdsNothing: Bool { !elements.contains { _ in true } && text.trimmed.isEmpty }
}
