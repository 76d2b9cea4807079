import Listings

extension ListingDetail {
  /// The listing as a post, to be pasted elsewhere: title with link, company, place and pay, body.
  var markdown: String {
    var blocks: [Block] = []
    let title = listing.title ?? "Untitled"
    let heading = listing.url.map { Inline.link([.text(title)], url: $0) } ?? .text(title)
    blocks.append(.heading(level: 1, [heading]))
    if let company = listing.company { blocks.append(.heading(level: 3, [.text(company)])) }
    var facts = [listing.location].compactMap { $0 }
    if listing.remote.kind != .unknown { facts.append(Wording.remote(listing.remote)) }
    if let salary = listing.salary { facts.append(Wording.pay(salary.range)) }
    if !facts.isEmpty { blocks.append(.paragraph([.text(facts.joined(separator: " · "))])) }
    return (blocks + listing.body).markdown
  }
}
