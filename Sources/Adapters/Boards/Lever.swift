import Listings

extension JSONBoard {
  static let lever = JSONBoard("lever") { item, _ in
    item.has("text", "hostedUrl") || item.has("text", "categories", "createdAt")
  } amend: { posting, item in
    let url = item.web("hostedUrl")
    posting.setSource("lever", company: SourceName.company(in: url, hosts: ["lever.co"]))
    posting.title = item.line("text")
    posting.url = url ?? item.web("applyUrl")
    let places = item.words("categories.allLocations")
    posting.location =
      item["categories.allLocations"]?.array.flatMap {
        item.context.line(FieldValue.place(.array($0)))
      }
      ?? item.line("categories.location") ?? places.first ?? item.line("country")
    posting.workplace = item.context.words.workplace(item["workplaceType"]?.string)
    posting.employmentText = item.line("categories.commitment")
    posting.addTags(item.words("categories.team") + item.words("categories.department"))
    posting.pay = PayFields.pay(
      low: item["salaryRange.min"], high: item["salaryRange.max"],
      currency: item["salaryRange.currency"]?.string,
      period: item.context.words.period(item["salaryRange.interval"]?.string))
    posting.body = item.leverBody
    return true
  }
}

private extension BoardItem {
  /// The body lies in three pieces; lists hold bare `<li>` elements.
  var leverBody: [Block] {
    let lists = (self["lists"]?.array ?? []).map { list in
      (heading: list["text"]?.string, text: list["content"]?.string.map { "<ul>\($0)</ul>" })
    }
    func text(_ name: String) -> String? {
      [name, "\(name)Plain"].lazy.compactMap { self[$0]?.string }.first { !$0.trimmed.isEmpty }
    }
    let main = text("description").map { [(heading: String?.none, text: String?($0))] }
    return blocks(
      (main ?? [(nil, text("opening")), (nil, text("descriptionBody"))]) + lists
        + [(nil, text("additional")), (nil, text("salaryDescription"))])
  }
}
