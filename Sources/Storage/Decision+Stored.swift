import Listings

extension Decision {
  /// As the journal keeps it: `["saved","1"]`, `["hidden","1","agency"]`, `["stage",null]`.
  var stored: JSONValue {
    switch self {
    case .read(let isOn): Self.flag("read", isOn)
    case .saved(let isOn): Self.flag("saved", isOn)
    case .flagged(let isOn): Self.flag("flagged", isOn)
    case .hidden(let isOn, let reason):
      .array([.text("hidden"), .text(isOn ? "1" : "0"), JSONValue(reason)])
    case .companyHidden(let isOn): Self.flag("companyHidden", isOn)
    case .stage(let stage): .array([.text("stage"), JSONValue(stage?.rawValue)])
    case .rating(let rating): .array([.text("rating"), JSONValue(rating)])
    case .tag(let tag): .array([.text("tag"), .text(tag)])
    case .untag(let tag): .array([.text("untag"), .text(tag)])
    case .note(let note): .array([.text("note"), JSONValue(note)])
    case .followUp(let day): .array([.text("followUp"), JSONValue(day?.description)])
    }
  }

  private static func flag(_ name: String, _ isOn: Bool) -> JSONValue {
    .array([.text(name), .text(isOn ? "1" : "0")])
  }

  /// Nil when a later shortlist wrote it.
  init?(stored: JSONValue) {
    let items = stored.items
    guard items.count >= 2, let name = items[0].text else { return nil }
    let isOn = items[1].text == "1"
    switch name {
    case "read": self = .read(isOn)
    case "saved": self = .saved(isOn)
    case "flagged": self = .flagged(isOn)
    case "hidden": self = .hidden(isOn, reason: items.count > 2 ? items[2].text : nil)
    case "companyHidden": self = .companyHidden(isOn)
    case "stage": self = .stage(items[1].text.flatMap(Stage.init))
    case "rating": self = .rating(items[1].number)
    case "tag": self = .tag(items[1].text ?? "")
    case "untag": self = .untag(items[1].text ?? "")
    case "note": self = .note(items[1].text)
    case "followUp": self = .followUp(items[1].text.flatMap { Day(iso: $0) })
    default: return nil
    }
  }
}

extension Decisions {
  /// As `decision.value` has it; nil when nothing is decided.
  func stored(_ field: DecisionField) -> String? {
    switch field {
    case .read: isRead ? "1" : "0"
    case .saved: isSaved ? "1" : "0"
    case .flagged: isFlagged ? "1" : "0"
    case .hidden: isHidden ? "1" : "0"
    case .hiddenReason: hiddenReason
    case .stage: stage?.rawValue
    case .rating: rating.map { String($0) }
    case .tags: tags.jsonArray
    case .note: note
    case .followUp: followUp?.description
    }
  }

  /// Takes over what was decided about one more posting: all tags, the furthest stage, every note;
  /// of the rest the later decision.
  mutating func join(_ field: DecisionField, _ value: String) {
    switch field {
    case .read: isRead = value == "1"
    case .saved: isSaved = value == "1"
    case .flagged: isFlagged = value == "1"
    case .hidden: isHidden = value == "1"
    case .hiddenReason: hiddenReason = value
    case .stage: stage = [stage, Stage(rawValue: value)].compactMap { $0 }.max()
    case .rating: rating = Int(value)
    case .tags: tags = Set(tags + [String](jsonArray: value)).sorted()
    case .note: note = note == nil || note == value ? value : "\(note ?? "")\n\(value)"
    case .followUp: followUp = Day(iso: value)
    }
  }
}
