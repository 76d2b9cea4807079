import Listings

/// Short facts side by side, which only the site's styles keep apart: "Lyon", "Hybrid", "50k".
enum HTMLChips {
  private static let fewest = 3
  private static let longest = 60

  /// The elements that hold a fact each; nil when the element holds anything else.
  static func chips(of element: MarkupNode, context: ReadingContext) -> [MarkupNode]? {
    guard element.name != "p" else { return nil }
    var chips: [MarkupNode] = []
    for child in element.children {
      if child.isText {
        guard child.ownText.utf8.allSatisfy(\.isBlank) else { return nil }
      } else if child.isElement, !child.isHidden {
        switch HTMLElement.kind(of: child) {
        case .dropped: continue
        case .inline: break
        default: return nil
        }
        guard isFact(child.text, context) else { return nil }
        chips.append(child)
      }
      guard chips.count <= 20 else { return nil }
    }
    return chips.count >= fewest ? chips : nil
  }

  /// A capital or a figure to begin with, and no blank that would join it to its neighbor.
  private static func isFact(_ text: String, _ context: ReadingContext) -> Bool {
    guard let line = context.line(text), line.utf8.count <= longest,
      let first = line.unicodeScalars.first, !first.properties.isLowercase,
      // "$265,000", "—" and "$365,000" are one fact.
      line.unicodeScalars.contains(where: { $0.properties.isAlphabetic || ("0"..."9") ~= $0 }),
      let last = line.utf8.last, ![44, 58, 40, 45].contains(last)
    else { return false }
    // Line ends around it are the markup's layout, blanks alone are the text's.
    let start = text.utf8.prefix { $0.isBlank }
    let end = text.utf8.reversed().prefix { $0.isBlank }
    return (start.isEmpty || start.contains(10)) && (end.isEmpty || end.contains(10))
  }
}
