import Listings

extension Wording {
  /// "saved Platform Engineer · Initech", "unhid 37 listings".
  static func report(_ report: DecisionReport) -> String {
    if report.count > 0, report.decisions.isEmpty {
      return "parted or joined \(count(report.count, "listing"))"
    }
    guard report.count > 0, let decision = report.decisions.first else {
      switch report.kind {
      case .done: return "nothing to change"
      case .undone: return "nothing to undo"
      case .redone: return "nothing to redo"
      }
    }
    if case .companyHidden(let isOn) = decision {
      return company(report, isHidden: isOn != (report.kind == .undone))
    }
    let verb = verb(decision, isUndone: report.kind == .undone)
    if report.kind != .undone, case .hidden(true, let reason?) = decision {
      return "\(verb) \(subject(report)), because: \(reason)  (u undoes it)"
    }
    let hint = report.kind == .done && decision.isHiding ? "  (u undoes it)" : ""
    return "\(verb) \(subject(report))\(hint)"
  }

  private static func subject(_ report: DecisionReport) -> String {
    guard report.count == 1, let row = report.rows.first else {
      return count(report.count, "listing")
    }
    return [row.title ?? "a listing without a title", row.company].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// "hid Initech: 12 listings, and those to come".
  private static func company(_ report: DecisionReport, isHidden: Bool) -> String {
    let name = report.rows.lazy.compactMap(\.company).first ?? "the company"
    let count = count(report.count, "listing")
    let hint = report.kind == .done ? "  (u undoes it)" : ""
    return isHidden
      ? "hid \(name): \(count), and those to come\(hint)" : "\(name) is shown again: \(count)"
  }

  private static func verb(_ decision: Decision, isUndone: Bool) -> String {
    switch decision {
    case .read(let isOn): isOn != isUndone ? "marked read:" : "marked unread:"
    case .saved(let isOn): isOn != isUndone ? "saved" : "unsaved"
    case .flagged(let isOn): isOn != isUndone ? "flagged" : "unflagged"
    case .hidden(let isOn, _), .companyHidden(let isOn): isOn != isUndone ? "hid" : "unhid"
    case .stage(let stage): back(isUndone, "stage \(stage?.rawValue ?? "none"):")
    case .rating(let stars): back(isUndone, "rating \(stars.map(String.init) ?? "none"):")
    case .tag(let tag): back(isUndone, "tag \(tag):")
    case .untag(let tag): back(isUndone, "tag \(tag) removed:")
    case .note: back(isUndone, "note:")
    case .followUp(let day): back(isUndone, "follow-up \(day?.description ?? "none"):")
    }
  }

  private static func back(_ isUndone: Bool, _ words: String) -> String {
    isUndone ? "took back \(words)" : words
  }
}

private extension Decision {
  var isHiding: Bool { if case .hidden(true, _) = self { true } else { false } }
}
