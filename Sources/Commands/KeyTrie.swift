/// What a key sequence is bound to: a command, or expressly nothing.
enum KeyBinding: Hashable, Sendable {
  case command(Command)
  case nothing

  init(_ command: Command?) {
    self = command.map(KeyBinding.command) ?? .nothing
  }

  var command: Command? {
    if case .command(let command) = self { command } else { nil }
  }
}

/// Key sequences by their first keys.
struct KeyTrie: Hashable, Sendable {
  private(set) var binding: KeyBinding?
  private var children: [Key: KeyTrie] = [:]

  mutating func bind(_ keys: ArraySlice<Key>, to binding: KeyBinding) {
    guard let key = keys.first else {
      self.binding = binding
      return
    }
    children[key, default: KeyTrie()].bind(keys.dropFirst(), to: binding)
  }

  /// Where the walk along `keys` ends.
  struct Place {
    let node: KeyTrie?
    /// Keys before the last are bound themselves.
    let isHidingPrefix: Bool

    var match: KeyMatch {
      guard let node else { return .unbound }
      if !node.children.isEmpty { return .waiting(node.binding?.command) }
      return node.binding?.command.map(KeyMatch.command) ?? .unbound
    }
  }

  func find(_ keys: ArraySlice<Key>, isHidingPrefix: Bool = false) -> Place {
    guard let key = keys.first else { return Place(node: self, isHidingPrefix: isHidingPrefix) }
    guard let child = children[key] else { return Place(node: nil, isHidingPrefix: isHidingPrefix) }
    let hides = isHidingPrefix || (keys.count > 1 && child.binding != nil)
    return child.find(keys.dropFirst(), isHidingPrefix: hides)
  }

  /// The key sequences and what they are bound to, in no order.
  func forEachBinding(_ body: ([Key], KeyBinding) -> Void) {
    var path: [Key] = []
    walk(&path, body)
  }

  private func walk(_ path: inout [Key], _ body: ([Key], KeyBinding) -> Void) {
    if let binding { body(path, binding) }
    for (key, child) in children {
      path.append(key)
      child.walk(&path, body)
      path.removeLast()
    }
  }
}
