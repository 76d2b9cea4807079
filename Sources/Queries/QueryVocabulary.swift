import Listings

/// The words that stand for values; the first of each is what is printed.
enum QueryVocabulary {
  static let notStated: Set<String> = ["unknown", "unstated", "notstated", "none"]

  static let truth: [String: Bool] = [
    "yes": true, "y": true, "true": true, "on": true, "1": true,
    "no": false, "n": false, "false": false, "off": false, "0": false,
  ]

  static let remote: [String: RemoteKind] = vocabulary(
    [], notStated: .unknown,
    others: [
      "yes": .remote, "remote": .remote, "true": .remote, "full": .remote, "hybrid": .hybrid,
      "no": .onsite, "onsite": .onsite, "office": .onsite, "false": .onsite,
    ])

  static let level: [String: Seniority] = vocabulary(
    Seniority.allCases, notStated: .unknown,
    others: [
      "internship": .intern, "trainee": .intern, "jr": .junior, "entry": .junior,
      "graduate": .junior, "middle": .mid, "midlevel": .mid, "intermediate": .mid, "sr": .senior,
      "mgr": .manager, "head": .director, "vp": .director, "chief": .director,
    ])

  static let employment: [String: Employment?] = vocabulary(
    Employment.allCases, notStated: nil,
    others: [
      "full": .fullTime, "permanent": .fullTime, "part": .partTime, "contractor": .contract,
      "freelance": .contract, "temp": .temporary, "intern": .internship,
    ])

  static let stage: [String: Stage?] = vocabulary(
    Stage.allCases, notStated: nil,
    others: [
      "interview": .interviewing, "offered": .offer, "hired": .accepted, "declined": .withdrawn,
    ])

  static let states: [String: ListingState] = Dictionary(
    uniqueKeysWithValues: ListingState.allCases.map { ($0.rawValue, $0) }
  ).merging(["starred": .saved, "all": .any, "seen": .read]) { first, _ in first }

  /// Capitals, blanks, hyphens and underscores do not tell values apart.
  static func key(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " })
  }

  private static func vocabulary<Value: RawRepresentable<String>>(
    _ cases: [Value], notStated: Value, others: [String: Value]
  ) -> [String: Value] {
    var words = others
    for value in cases { words[key(value.rawValue)] = value }
    for word in Self.notStated { words[word] = notStated }
    return words
  }

  private static func vocabulary<Value: RawRepresentable<String>>(
    _ cases: [Value], notStated: Value?, others: [String: Value]
  ) -> [String: Value?] {
    var words = others.mapValues(Optional.some)
    for value in cases { words[key(value.rawValue)] = value }
    for word in Self.notStated { words.updateValue(notStated, forKey: word) }
    return words
  }
}

extension RemoteKind {
  /// As a query writes it.
  package var queryWord: String {
    switch self {
    case .remote: "yes"
    case .hybrid: "hybrid"
    case .onsite: "no"
    case .unknown: "unknown"
    }
  }
}
