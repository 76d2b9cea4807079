/// How far an application has come.
package enum Stage: String, CaseIterable, Sendable, Comparable {
  case applied, interviewing, offer, accepted, rejected, withdrawn

  package static func < (left: Stage, right: Stage) -> Bool { left.rank < right.rank }

  package var rank: Int {
    switch self {
    case .applied: 0
    case .interviewing: 1
    case .offer: 2
    case .accepted: 3
    case .rejected: 4
    case .withdrawn: 5
    }
  }
}

/// One thing a person decides about a listing.
package enum Decision: Hashable, Sendable {
  case read(Bool)
  case saved(Bool)
  case flagged(Bool)
  case hidden(Bool, reason: String? = nil)
  /// All of its company, what is still to come among them.
  case companyHidden(Bool)
  case stage(Stage?)
  /// 1 to 5 stars.
  case rating(Int?)
  case tag(String)
  case untag(String)
  case note(String?)
  case followUp(Day?)
}

/// All that a person decided about a listing.
package struct Decisions: Hashable, Sendable {
  package var isRead = false
  package var isSaved = false
  package var isFlagged = false
  package var isHidden = false
  package var hiddenReason: String?
  /// All of its company is; the listing itself may have been shown again since.
  package var isCompanyHidden = false
  package var stage: Stage?
  package var rating: Int?
  package var tags: [String] = []
  package var note: String?
  package var followUp: Day?

  package init() {}

  package mutating func apply(_ decision: Decision) {
    switch decision {
    case .read(let isOn): isRead = isOn
    case .saved(let isOn): isSaved = isOn
    case .flagged(let isOn): isFlagged = isOn
    case .hidden(let isOn, let reason):
      isHidden = isOn
      hiddenReason = isOn ? reason : nil
    case .companyHidden(let isOn):
      isHidden = isOn
      isCompanyHidden = isOn
    case .stage(let stage): self.stage = stage
    case .rating(let rating): self.rating = rating
    case .tag(let tag): if !tags.contains(tag) { tags = (tags + [tag]).sorted() }
    case .untag(let tag): tags.removeAll { $0 == tag }
    case .note(let note): self.note = note
    case .followUp(let day): followUp = day
    }
  }
}
