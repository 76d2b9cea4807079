import CXML

/// What the elements of HTML mean for a body.
enum HTMLElement {
  enum InlineStyle { case plain, strong, emphasis, code, link }

  enum Kind {
    case inline(InlineStyle), lineBreak, rule, heading(Int), paragraph, list(isOrdered: Bool)
    case quote, preformatted, table, dropped

    var isList: Bool { if case .list = self { true } else { false } }
  }

  static func kind(of element: MarkupNode) -> Kind {
    guard let name = element.shortName else { return kinds[element.name] ?? .inline(.plain) }
    return shortKinds[name] ?? .inline(.plain)
  }

  /// By names of up to eight letters as one number, which is faster to find than a string.
  private static let shortKinds: [UInt64: Kind] = {
    var short: [UInt64: Kind] = [:]
    for (name, kind) in kinds where name.utf8.count <= 8 {
      short[name.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }] = kind
    }
    return short
  }()

  private static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [
      "b": .inline(.strong), "strong": .inline(.strong), "i": .inline(.emphasis),
      "em": .inline(.emphasis), "cite": .inline(.emphasis), "code": .inline(.code),
      "tt": .inline(.code), "kbd": .inline(.code), "samp": .inline(.code), "a": .inline(.link),
      "br": .lineBreak, "hr": .rule, "ul": .list(isOrdered: false), "menu": .list(isOrdered: false),
      "dir": .list(isOrdered: false), "ol": .list(isOrdered: true), "blockquote": .quote,
      "pre": .preformatted, "table": .table,
    ]
    for level in 1...6 { kinds["h\(level)"] = .heading(level) }
    for name in [
      "p", "div", "section", "article", "main", "header", "li", "dl", "dt", "dd", "address",
      "figure", "figcaption", "form", "fieldset", "legend", "details", "summary", "center", "tr",
      "td", "th", "thead", "tbody", "tfoot", "caption", "body", "html", "hgroup", "aside",
    ] { kinds[name] = .paragraph }
    for name in [
      "script", "style", "head", "title", "meta", "link", "template", "svg", "iframe", "object",
      "embed", "noscript", "nav", "footer", "button", "input", "select", "option", "textarea",
      "video", "audio", "canvas", "map", "datalist", "dialog", "img", "picture",
    ] { kinds[name] = .dropped }
    return kinds
  }()
}

extension MarkupNode {
  /// Not shown to a reader, or certainly not part of what the page is about.
  var isHidden: Bool {
    guard hasAttributes else { return false }
    if attribute("hidden") != nil || attribute("aria-hidden") == "true" { return true }
    if let role = attribute("role"), Self.sideRoles.contains(role) { return true }
    if let style = attribute("style"),
      style.filter({ $0 != " " }).lowercased().contains("display:none")
    {
      return true
    }
    // The page itself is marked so, too, while such a box is open.
    guard name != "body", name != "html" else { return false }
    let marks = [attribute("id"), attribute("class")].compactMap { $0?.lowercased() }
    return marks.contains { mark in Self.consentMarks.contains(where: mark.holds) }
  }

  /// Whether it lies in nothing that is hidden, in no box that asks, and beside no menu.
  var isShown: Bool {
    withParents.allSatisfy { element in
      let isBanner = element.attribute("role") == "banner"
      return (!element.isHidden || isBanner) && !Self.sideElements.contains(element.name)
    }
  }

  /// Whether it lies in a part that stands beside what the page is about.
  var isAside: Bool { withParents.contains { $0.name == "aside" } }

  /// The element and those that it lies in, to the outermost.
  var withParents: some Sequence<MarkupNode> {
    sequence(first: self) { [tree] element in
      guard let parent = element.node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE
      else { return nil }
      return MarkupNode(node: parent, tree: tree)
    }
  }

  private static let sideElements: Set<String> = ["dialog", "nav", "footer"]
  private static let sideRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
  ]
  private static let consentMarks = [
    "cookie-banner", "cookie-consent", "cookiebanner", "cookieconsent", "onetrust",
    "cookie-notice", "gdpr-banner", "consent-banner", "usercentrics", "didomi", "gdprcookie",
    "cc-cookie", "cookie-alert", "cookie-block", "cookie-modal", "cookie-popup", "cookie-dialog",
    "cookie-bar", "cookie-message", "cookiebot", "osano", "truste", "iubenda", "klaro",
    "tarteaucitron", "eu-cookie",
  ]
}

/// Tables of data, told from tables that only place things.
enum HTMLTable {
  static func isData(_ table: MarkupNode) -> Bool {
    let rows = rows(of: table)
    guard rows.count >= 2 else { return false }
    let widths = rows.map { cells(of: $0).count }
    guard widths.filter({ $0 >= 2 }).count * 2 > widths.count else { return false }
    return !table.descendants().contains {
      switch $0.name {
      case "table", "ul", "ol", "h1", "h2", "h3", "form", "blockquote": true
      default: false
      }
    }
  }

  static func rows(of table: MarkupNode) -> [MarkupNode] {
    table.elements.flatMap { child -> [MarkupNode] in
      switch child.name {
      case "tr": [child]
      case "thead", "tbody", "tfoot": child.elements.filter { $0.name == "tr" }
      default: []
      }
    }
  }

  static func cells(of row: MarkupNode) -> [MarkupNode] {
    row.elements.filter { $0.name == "td" || $0.name == "th" }
  }
}

extension String {
  var isWebAddress: Bool {
    let head = prefix(8).lowercased()
    // An address may hold no blank; "http://Stealth co" was seen.
    guard !utf8.contains(32) else { return false }
    return head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("mailto:")
  }

  /// With plain blanks for the ones of other widths.
  var withPlainBlanks: String {
    guard !isASCII else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
