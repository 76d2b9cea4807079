import Listings

extension Browser {
  mutating func openLink(_ number: Int?) -> [Effect] {
    guard let link = link(number) else { return [] }
    guard Self.mayOpen(link) else {
      message = .problem("only http, https and mailto links are opened")
      return []
    }
    return [.open(link: link)]
  }

  mutating func copyLink(_ number: Int?) -> [Effect] {
    guard let link = link(number) else { return [] }
    message = .note("copied the address")
    return [.copy(link)]
  }

  mutating func copyMarkdown() -> [Effect] {
    guard let shown = shownDetail() else { return [] }
    message = .note("copied as Markdown")
    return [.copy(shown.markdown)]
  }

  /// The selected listing once it is loaded; says so when it is not.
  mutating func shownDetail() -> ListingDetail? {
    guard help == nil else { return nil }
    guard let shown = detail.detail, shown.id == list.selectedID else {
      message = .note(list.count == 0 ? "there is no listing here" : "still loading")
      return nil
    }
    return shown
  }

  /// The listing's own address, or that of a numbered link; says so when there is none.
  private mutating func link(_ number: Int?) -> String? {
    guard let shown = shownDetail() else { return nil }
    guard let number else {
      let link = shown.listing.url ?? shown.postings.lazy.compactMap(\.url).first
      if link == nil { message = .note("the posting gives no address") }
      return link
    }
    let links = detail.page.links
    guard links.indices.contains(number - 1) else {
      message = .note("there is no link \(number)")
      return nil
    }
    return links[number - 1]
  }

  /// Checked once more where links are opened.
  static func mayOpen(_ link: String) -> Bool {
    let scheme = link.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto"].contains(scheme) && link.utf8.count > scheme.utf8.count + 1
      && link.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}
