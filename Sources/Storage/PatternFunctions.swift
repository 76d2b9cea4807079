import GRDB
import Listings
import Queries
import Synchronization

/// What SQL asks of texts that no index answers; each connection has functions of its own.
enum PatternFunctions {
  static func add(to db: Database) {
    let known = KnownPatterns()
    func add(
      _ name: String, _ count: Int,
      _ holds: @escaping @Sendable (TextPattern, [DatabaseValue]) -> Bool?
    ) {
      db.add(
        function: DatabaseFunction(name, argumentCount: count, pure: true) { values in
          guard let form = TextPattern.Form(rawValue: String.fromDatabaseValue(values[0]) ?? ""),
            let text = String.fromDatabaseValue(values[1])
          else { return nil }
          return holds(TextPattern(text, form: form), Array(values.dropFirst(2)))
        })
    }
    add("patternFound", 3) { pattern, values in
      String.fromDatabaseValue(values[0]).map { known.isFound(pattern, in: $0) }
    }
    add("patternNamed", 3) { pattern, values in
      guard let names = String.fromDatabaseValue(values[0]) else { return false }
      return names.split(separator: "|").contains { known.isName($0, of: pattern) }
    }
    add("patternInBody", 4) { pattern, values in
      var listing = Listing()
      listing.body = [Block](markdown: String.fromDatabaseValue(values[0]) ?? "")
      listing.asides = [Aside](
        storedText: String.fromDatabaseValue(values[1]), blocks: listing.body.count)
      return known.isFound(pattern, in: listing.searchedBody.plainText)
    }
  }

  /// NULL where there is no text.
  static func found(_ pattern: TextPattern, in text: SQL) -> SQL {
    "patternFound(\(pattern.form.rawValue), \(pattern.text), \(text))"
  }

  /// One of the names between bars.
  static func named(_ pattern: TextPattern, in names: SQL) -> SQL {
    "patternNamed(\(pattern.form.rawValue), \(pattern.text), \(names))"
  }

  /// The part of the listing's body whose words are sought.
  static func isInBody(_ pattern: TextPattern) -> SQL {
    """
    patternInBody(\(pattern.form.rawValue), \(pattern.text),
      (SELECT coalesce(understood, text) FROM body WHERE posting = listing.speaker),
      (SELECT asides FROM evidence WHERE evidence.listing = listing.id))
    """
  }
}

/// The patterns that a statement asks again for every row, and what they said of names.
private final class KnownPatterns: Sendable {
  private struct State {
    var matchers: [TextPattern: ExpressionMatcher] = [:]
    var names: [TextPattern: [Substring: Bool]] = [:]
  }

  private let state = Mutex(State())
  private static let most = 20

  func isFound(_ pattern: TextPattern, in text: String) -> Bool {
    state.withLock { state in
      if state.matchers[pattern] == nil {
        guard let expression = pattern.expression else { return pattern.isFound(in: text) }
        if state.matchers.count >= Self.most { state.matchers = [:] }
        state.matchers[pattern] = ExpressionMatcher(expression)
      }
      var text = text
      return text.withUTF8 { state.matchers[pattern]?.isFound(in: $0) ?? false }
    }
  }

  /// Skills are few and stand in many listings.
  func isName(_ name: Substring, of pattern: TextPattern) -> Bool {
    state.withLock { state in
      if let known = state.names[pattern]?[name] { return known }
      if state.names.count >= Self.most { state.names = [:] }
      let isFound = pattern.isFound(in: String(name))
      state.names[pattern, default: [:]][name] = isFound
      return isFound
    }
  }
}
