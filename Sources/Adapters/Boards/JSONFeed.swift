import Listings

extension JSONBoard {
  /// JSON Feed; Teamtailor puts a whole JobPosting into each item.
  static let jsonFeed = JSONBoard("files") { item, envelope in
    item.has("title")
      && (item.has("_jobposting") || envelope["version"]?.string?.contains("jsonfeed.org") == true)
  } amend: { posting, item in
    let url = posting.url ?? item.web("external_url")
    posting.url = url
    posting.externalID = item.line("id")
    posting.source = SourceName.ofFeed(at: url)
    posting.takeDate(item["date_published"] ?? item["date_modified"], item.context)
    // The author is who wrote the item, not who hires.
    posting.company = item.line("company") ?? item.line("company_name")
    guard let value = item["_jobposting"],
      let inner = SchemaPosting.posting(value, context: item.context)
    else { return true }
    let id = posting.externalID
    let body = posting.body
    let source = posting.source
    posting = inner
    posting.url = url ?? inner.url
    posting.externalID = id
    posting.source = source
    posting.company = inner.company ?? item.context.line(item.envelope["title"]?.string)
    if posting.body.isEmpty { posting.body = body }
    return true
  }

  /// A JobPosting by itself, as in a file of JSON-LD.
  static let schemaOrg = JSONBoard(
    name: "schema.org", recognizes: { item, _ in StructuredData.isPosting(item) },
    read: { item, _, context in
      guard let posting = SchemaPosting.posting(item, context: context), posting.title != nil else {
        return .broken("no title")
      }
      return .posting(posting)
    })
}
