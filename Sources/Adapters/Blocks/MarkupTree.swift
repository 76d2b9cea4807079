import CXML

/// A parsed HTML or XML document; frees libxml2's tree with itself.
///
/// No network, no entity expansion, and libxml2's own limits stay on (its "huge" option is off).
final class MarkupTree {
  /// libxml2 wants its tables made before threads use it.
  private static let setUp: Void = xmlInitParser()

  private let document: xmlDocPtr

  /// Tolerant HTML from UTF-8 or, without `isUTF8`, from what the page itself declares.
  init?(html bytes: [UInt8], isUTF8: Bool = true) {
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
    guard
      let document = Self.parse(
        bytes, { htmlReadMemory($0, $1, nil, isUTF8 ? "UTF-8" : nil, options) })
    else { return nil }
    self.document = document
  }

  /// XML, as far as it is well-formed: what came before a fault is kept.
  init?(xml bytes: [UInt8]) {
    let options = Int32(
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue)
    guard let document = Self.parse(bytes, { xmlReadMemory($0, $1, nil, nil, options) }) else {
      return nil
    }
    self.document = document
  }

  deinit { xmlFreeDoc(document) }

  var root: MarkupNode? {
    xmlDocGetRootElement(document).map { MarkupNode(node: $0, tree: self) }
  }

  private static func parse(
    _ bytes: [UInt8], _ read: (UnsafePointer<CChar>?, Int32) -> xmlDocPtr?
  ) -> xmlDocPtr? {
    _ = setUp
    guard let count = Int32(exactly: bytes.count), count > 0 else { return nil }
    return bytes.withUnsafeBytes { buffer in
      read(buffer.assumingMemoryBound(to: CChar.self).baseAddress, count)
    }
  }
}

/// An element or a text of a tree, which it keeps alive.
struct MarkupNode {
  let node: xmlNodePtr
  let tree: MarkupTree

  var isElement: Bool { node.pointee.type == XML_ELEMENT_NODE }

  var isText: Bool {
    node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
  }

  /// The local name; in HTML always small letters.
  var name: String { node.pointee.name.map { String(cString: $0) } ?? "" }

  /// The name as a number, its first letter lowest; nil for one of more than eight bytes.
  var shortName: UInt64? {
    guard let name = node.pointee.name else { return 0 }
    var number: UInt64 = 0
    for index in 0..<8 {
      if name[index] == 0 { return number }
      number |= UInt64(name[index]) << UInt64(8 * index)
    }
    return name[8] == 0 ? number : nil
  }

  /// The prefix and local name, as in `tt:city`.
  var qualifiedName: String {
    guard let prefix = node.pointee.ns?.pointee.prefix else { return name }
    return "\(String(cString: prefix)):\(name)"
  }

  var children: MarkupChildren { MarkupChildren(upcoming: node.pointee.children, tree: tree) }

  var elements: some Sequence<MarkupNode> { children.lazy.filter(\.isElement) }

  var hasAttributes: Bool { node.pointee.properties != nil }

  /// The texts that stand in it, without those of its elements.
  var ownWords: String { children.filter(\.isText).map(\.ownText).joined(separator: " ") }

  /// The text of a text node.
  var ownText: String { node.pointee.content.map { String(cString: $0) } ?? "" }

  /// All text under this node.
  var text: String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { cxml_free(content) }
    return String(cString: content)
  }

  /// The element as HTML.
  var markup: String {
    guard let buffer = xmlBufferCreate() else { return "" }
    defer { xmlBufferFree(buffer) }
    guard htmlNodeDump(buffer, node.pointee.doc, node) >= 0, let content = xmlBufferContent(buffer)
    else { return "" }
    return String(cString: content)
  }

  func attribute(_ name: String) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if let own = current.pointee.name, String(cString: own) == name {
        guard
          let content = xmlNodeGetContent(
            UnsafeRawPointer(current).assumingMemoryBound(to: xmlNode.self))
        else { return "" }
        defer { cxml_free(content) }
        return String(cString: content)
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// All attributes, by local name.
  var attributes: [(name: String, text: String)] {
    var found: [(String, String)] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      if let name = current.pointee.name.map({ String(cString: $0) }) {
        found.append((name, self.attribute(name) ?? ""))
      }
      attribute = current.pointee.next
    }
    return found
  }

  /// The first child element of that name (with prefix, where the source writes one).
  func child(_ name: String) -> MarkupNode? { elements.first { $0.qualifiedName == name } }

  func childText(_ name: String) -> String? {
    guard let text = child(name)?.text, text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return text
  }

  /// All elements under this one, in document order.
  func descendants() -> [MarkupNode] {
    var result: [MarkupNode] = []
    var current = node.pointee.children
    while let next = current {
      if next.pointee.type == XML_ELEMENT_NODE { result.append(MarkupNode(node: next, tree: tree)) }
      if let child = next.pointee.children, next.pointee.type == XML_ELEMENT_NODE {
        current = child
        continue
      }
      var climbing: xmlNodePtr? = next
      while let place = climbing, place.pointee.next == nil {
        climbing = place.pointee.parent == node ? nil : place.pointee.parent
      }
      current = climbing?.pointee.next
    }
    return result
  }

  func descendants(named name: String) -> [MarkupNode] { descendants().filter { $0.name == name } }
}

extension xmlNodePtr {
  /// Whether the element declares that namespace.
  func hasNamespace(_ address: String) -> Bool {
    var definition = pointee.nsDef
    while let current = definition {
      if let href = current.pointee.href, String(cString: href) == address { return true }
      definition = current.pointee.next
    }
    return false
  }
}

struct MarkupChildren: Sequence, IteratorProtocol {
  var upcoming: xmlNodePtr?
  let tree: MarkupTree

  mutating func next() -> MarkupNode? {
    guard let current = upcoming else { return nil }
    upcoming = current.pointee.next
    return MarkupNode(node: current, tree: tree)
  }
}
