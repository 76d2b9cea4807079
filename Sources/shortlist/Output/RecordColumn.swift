import Listings
import Storage

/// The columns of `export`: those of `list`, and what a person decided in full.
enum RecordColumn: String, CaseIterable {
  case id, title, company, location, remote, salary, level, employment, skills, posted, firstSeen
  case lastSeen, closed, saved, flagged, hidden, reason, read, stage
  /// The day on which the application came to that stage.
  case applied, interviewing, offer, accepted, rejected, withdrawn
  case rating, tags, note, followUp, url, source

  /// All but what says little in a record.
  static let usual: [RecordColumn] = allCases.filter { ![.skills, .lastSeen, .read].contains($0) }

  func value(of kept: KeptListing) -> String {
    let decisions = kept.detail.decisions
    switch self {
    case .hidden: return decisions.isHidden ? "yes" : ""
    case .reason: return decisions.hiddenReason ?? ""
    case .rating: return decisions.rating.map { "\($0)" } ?? ""
    case .followUp: return decisions.followUp?.description ?? ""
    case .applied, .interviewing, .offer, .accepted, .rejected, .withdrawn:
      // The last time: what was taken back and decided again counts from then.
      return kept.detail.stages.last { $0.stage.rawValue == rawValue }?.day.description ?? ""
    default: return Column(rawValue: rawValue)?.value(of: kept.detail) ?? ""
    }
  }
}
