import Listings

/// What the signs of one text say of the workplace, before they are weighed.
struct WorkplaceWords: Sendable {
  private(set) var remote: WorkplaceMark?
  private(set) var hybrid: WorkplaceMark?
  private(set) var onsite: WorkplaceMark?
  private(set) var never: WorkplaceMark?
  private(set) var officeDays: OfficeDays?
  /// "Weekly office attendance", which a remote job may ask for too.
  private(set) var attendance: WorkplaceMark?
  /// The explicit statement is the later one: "remote-friendly; this position is hybrid".
  private let statesHybrid: Bool
  /// "Remote role with one day a week in the office": the days are part of it.
  private let addsOffice: Bool
  /// "London (two days a week) or remote": the choice stands behind the days.
  private let offersRemote: Bool

  /// `firmOnly` leaves out bare words, which prove little in the middle of a text.
  init(
    _ marks: [WorkplaceMark], in text: TokenizedText, _ words: BesideWords, firmOnly: Bool = false
  ) {
    let signs = Self.joined(marks, in: text, words)
    for (place, mark) in signs.enumerated() where !Self.isAside(place, signs, in: text, words) {
      switch mark.sign {
      case .remote where mark.isFirm || !firmOnly:
        if Self.isPassing(mark, signs[(place + 1)...]) {
          never = never ?? mark
        } else if remote == nil || mark.isFirm && remote?.isFirm == false {
          remote = mark
        }
      case .hybrid where mark.isFirm || !firmOnly: hybrid = hybrid ?? mark
      case .homeOffice where mark.isFirm || !firmOnly: hybrid = hybrid ?? mark
      case .onsite where mark.isFirm || !firmOnly: onsite = onsite ?? mark
      case .never: never = never ?? mark
      case .attendance: attendance = attendance ?? mark
      case .day, .officeDay, .homeDay, .count:
        officeDays = officeDays ?? OfficeDays(at: place, of: signs, in: text)
      default: break
      }
    }
    officeDays = officeDays ?? OfficeDays(weekdays: signs, in: text, words)
    statesHybrid =
      Self.states(hybrid, after: remote, in: text, words)
      || Self.qualifies(remote, hybrid, in: text, words)
    addsOffice = Self.adds(officeDays, to: remote, in: text, words)
    let days = officeDays
    let choice = remote
    offersRemote =
      days?.isCountedAtHome == false
      && signs.contains {
        $0.sign == .or && $0.tokens.upperBound == choice?.tokens.lowerBound
          && $0.tokens.lowerBound >= days?.tokens.upperBound ?? .max
      }
  }

  /// "Hybrid position with remote days": the remote words only tell what is mixed.
  private static func qualifies(
    _ remote: WorkplaceMark?, _ hybrid: WorkplaceMark?, in text: TokenizedText,
    _ words: BesideWords
  ) -> Bool {
    guard let remote, let hybrid, !remote.isFirm, hybrid.isFirm,
      (1...3).contains(remote.tokens.lowerBound - hybrid.tokens.upperBound)
    else { return false }
    return words.isA(.mixesDays, text.words(text.tokens[hybrid.tokens.upperBound].range))
  }

  private static func adds(
    _ days: OfficeDays?, to remote: WorkplaceMark?, in text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    guard let days, let next = remote?.tokens.upperBound, days.tokens.lowerBound == next + 1
    else { return false }
    return words.isA(.addsOffice, text.words(text.tokens[next].range))
  }

  /// Whether a sentence of its own begins between the words for remote work and "this role is hybrid".
  private static func states(
    _ hybrid: WorkplaceMark?, after remote: WorkplaceMark?, in text: TokenizedText,
    _ words: BesideWords
  ) -> Bool {
    guard let hybrid, let remote, hybrid.isFirm,
      remote.tokens.upperBound < hybrid.tokens.lowerBound,
      words.isA(.states, text.words(text.tokens[hybrid.tokens.lowerBound].range).lowercased())
    else { return false }
    return text.tokens[remote.tokens.upperBound..<hybrid.tokens.lowerBound].contains {
      $0.kind == .newline || $0.kind == .symbol && $0.id == 46
    }
  }

  /// The kind, with the words and the rule that decided; nil when nothing is said.
  var decision: (kind: RemoteKind, tokens: Range<Int>, days: Int?, rule: String)? {
    let isFirm = remote?.isFirm ?? false
    if let never, !isFirm {
      return hybrid.map { (.hybrid, $0.tokens, officeDays?.count, "hybrid words") }
        ?? (.onsite, never.tokens, nil, "remote ruled out")
    }
    // "Fully remote, or two days in the office" leaves the choice.
    let choosesRemote =
      isFirm && !statesHybrid && !addsOffice && officeDays?.isCountedAtHome == false
      && (remote?.tokens.lowerBound ?? 0) < (officeDays?.tokens.lowerBound ?? 0)
    // "Remote, and at the office once a month".
    let isRare =
      officeDays.map { $0.count == nil && !$0.isCountedAtHome } ?? false
      && remote != nil && hybrid == nil
    if let officeDays, !choosesRemote, !offersRemote, !isRare {
      let kind: RemoteKind = officeDays.count ?? 0 >= 5 ? .onsite : .hybrid
      return (kind, officeDays.tokens, kind == .hybrid ? officeDays.count : nil, "office days")
    }
    if let attendance { return (.hybrid, attendance.tokens, nil, "office attendance") }
    if let remote, !statesHybrid { return (.remote, remote.tokens, nil, "remote words") }
    if let hybrid { return (.hybrid, hybrid.tokens, nil, "hybrid words") }
    if let onsite { return (.onsite, onsite.tokens, nil, "on-site words") }
    return nil
  }
}
