import Listings

/// The columns of `list`, each with the value that a row of text shows.
enum Column: String, CaseIterable {
  case id, title, company, location, remote, salary, level, employment, skills, posted, firstSeen
  case lastSeen, closed, saved, flagged, hidden, read, stage, tags, note, url, source

  /// What a table shows where nothing was asked.
  static let usual: [Column] = [.id, .title, .company, .salary, .remote, .location, .posted]

  func value(of detail: ListingDetail) -> String {
    let listing = detail.listing
    return switch self {
    case .id: detail.id.description
    case .title: listing.title ?? ""
    case .company: listing.company ?? ""
    case .location: listing.location ?? ""
    case .remote: remoteText(listing.remote)
    case .salary: listing.salary?.text ?? ""
    case .level: listing.seniority == .unknown ? "" : listing.seniority.rawValue
    case .employment: listing.employment.map(\.rawValue).joined(separator: ", ")
    case .skills: listing.skills.joined(separator: ", ")
    case .posted: listing.posted?.description ?? ""
    case .firstSeen: detail.firstSeen.description
    case .lastSeen: detail.lastSeen.description
    case .closed: detail.closed?.description ?? ""
    case .url: listing.url ?? ""
    case .source: detail.postings.map(\.source).joined(separator: ", ")
    default: decision(of: detail.decisions)
    }
  }

  private func decision(of decisions: Decisions) -> String {
    switch self {
    case .saved: decisions.isSaved ? "yes" : ""
    case .flagged: decisions.isFlagged ? "yes" : ""
    case .hidden: decisions.isHidden ? decisions.hiddenReason ?? "yes" : ""
    case .read: decisions.isRead ? "yes" : ""
    case .stage: decisions.stage?.rawValue ?? ""
    case .tags: decisions.tags.joined(separator: ", ")
    case .note: decisions.note ?? ""
    default: ""
    }
  }
}

/// The kind, and who it is open to: `remote (US, CA)`.
private func remoteText(_ remote: RemotePolicy) -> String {
  if remote.kind == .unknown { return "" }
  let regions = remote.eligibility.regions
  if let days = remote.daysOnSite { return "\(remote.kind.rawValue) (\(days) days on site)" }
  return regions.isEmpty
    ? remote.kind.rawValue : "\(remote.kind.rawValue) (\(regions.joined(separator: ", ")))"
}
