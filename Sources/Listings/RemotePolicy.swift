/// Where the work is done.
package enum RemoteKind: String, CaseIterable, Sendable {
  case remote, hybrid, onsite, unknown
}

/// Offsets from UTC, in minutes, that a posting is open to.
package struct TimeZoneSpan: Hashable, Sendable {
  package let from: Int
  package let through: Int

  package init(from: Int, through: Int) {
    self.from = min(from, through)
    self.through = max(from, through)
  }
}

/// From where a person may do the job; empty means that the posting does not say.
package struct Eligibility: Hashable, Sendable {
  /// ISO 3166-1 codes (`US`), ISO 3166-2 codes (`US-CA`), or the names of
  /// regions: `EU`, `EUROPE`, `EMEA`, `LATAM`, `APAC`, `AFRICA`, `ASIA`, `NORTH AMERICA`,
  /// `SOUTH AMERICA`, `MIDDLE EAST`, `OCEANIA`, `WORLDWIDE`; in the posting's order.
  package let regions: [String]
  /// The same codes, for places that are ruled out.
  package let excluded: [String]
  package let timeZones: TimeZoneSpan?

  package init(
    regions: [String] = [], excluded: [String] = [], timeZones: TimeZoneSpan? = nil
  ) {
    self.regions = regions
    self.excluded = excluded
    self.timeZones = timeZones
  }
}

/// Remote, hybrid, on site or not said, and for whom.
package struct RemotePolicy: Hashable, Sendable {
  package let kind: RemoteKind
  /// Days a week in the office, where said; 0.5 steps do not occur, spans keep the larger.
  package let daysOnSite: Int?
  package let eligibility: Eligibility
  /// The words of the body that disagree with the place line.
  package let contradiction: String?

  package init(
    kind: RemoteKind, daysOnSite: Int? = nil, eligibility: Eligibility = Eligibility(),
    contradiction: String? = nil
  ) {
    self.kind = kind
    self.daysOnSite = daysOnSite
    self.eligibility = eligibility
    self.contradiction = contradiction
  }

  package static let unknown = RemotePolicy(kind: .unknown)
}
