/// What stands behind the small pictures that sites put in the place of labels.
///
/// Icon fonts name them alike: Font Awesome (`fa-map-marker`, `fa-location-dot`), Bootstrap
/// (`bi-geo-alt`), Flaticon (`flaticon-pin`), Remix (`ri-map-pin-line`).
enum PageIcons {
  private static let ofPlaces = [
    "mapmarker", "mappin", "locationdot", "locationpin", "geoalt", "flaticonpin", "falocation",
    "iconlocation", "locationicon", "flaticonlocation", "fageo", "iconpin", "iconmarker",
  ]
  private static let longest = 80

  /// The words behind the picture of a pin, up to what follows them.
  static func place(behind icon: MarkupNode, _ context: ReadingContext) -> String? {
    guard ["i", "span", "svg", "img"].contains(icon.name),
      let name = icon.attribute("class")?.foldedName, ofPlaces.contains(where: name.holds),
      icon.text.trimmed.isEmpty
    else { return nil }
    // A picture may stand in an element of its own.
    for node in icon.withParents.prefix(2) {
      let parent = node.withParents.dropFirst().first(where: { _ in true })
      guard let parent else { break }
      let behind = parent.children.drop { $0.node != node.node }.dropFirst()
      let words = behind.lazy
        .map { (node: $0, text: ($0.isText ? $0.ownText : $0.text).withPlainBlanks.trimmed) }
        .first { context.line($0.text) != nil }
      if let words {
        // A label and its value.
        let parts = words.node.isElement ? words.node.elements.count { !$0.text.isEmpty } : 0
        return parts > 1 || words.text.utf8.count > longest ? nil : context.line(words.text)
      }
      guard parent.text.trimmed.isEmpty else { break }
    }
    return nil
  }
}
