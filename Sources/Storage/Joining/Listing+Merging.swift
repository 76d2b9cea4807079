import Listings

extension [Reading] {
  /// The posting whose words the listing shows: one with the whole text, of the most trustworthy
  /// source, with the most fields, seen last.
  var speaker: Reading? {
    let longest = map(\.size).max() ?? 0
    return self.max { $0.rank(beside: longest) < $1.rank(beside: longest) }
  }

  /// The speaker's listing, its gaps filled from the others.
  var merged: Listing? {
    guard let speaker else { return nil }
    let longest = map(\.size).max() ?? 0
    let others = filter { $0.posting != speaker.posting }
      .sorted { $1.rank(beside: longest) < $0.rank(beside: longest) }
    var listing = speaker.listing
    for other in others { listing.fillGaps(from: other.listing) }
    let days = flatMap { [$0.listing.posted, $0.listing.reposted] }.compactMap { $0 }
    listing.posted = days.min()
    if let last = days.max(), last != listing.posted { listing.reposted = last }
    return listing
  }
}

extension Reading {
  /// Compares like a tuple, field by field.
  fileprivate func rank(beside longest: Int) -> Rank {
    Rank(
      isWhole: size * 2 >= longest ? 1 : 0, trust: trust, fields: listing.statedFields,
      lastSeen: lastSeen, posting: posting)
  }

  /// An employer's own board knows best, a file of unknown origin least.
  private var trust: Int {
    if source.utf8.contains(UInt8(ascii: ":")) { return 2 }
    return source == "files" ? 0 : 1
  }
}

private struct Rank: Comparable {
  let isWhole: Int
  let trust: Int
  let fields: Int
  let lastSeen: Int
  let posting: Int64

  static func < (left: Rank, right: Rank) -> Bool {
    (left.isWhole, left.trust, left.fields, left.lastSeen, left.posting)
      < (right.isWhole, right.trust, right.fields, right.lastSeen, right.posting)
  }
}

private extension Listing {
  var statedFields: Int {
    let stated: [Bool] = [
      title != nil, company != nil, location != nil, url != nil, salary != nil,
      remote.kind != .unknown, seniority != .unknown, !employment.isEmpty, !skills.isEmpty,
      posted != nil, closes != nil,
    ]
    return stated.count { $0 }
  }

  mutating func fillGaps(from other: Listing) {
    title = title ?? other.title
    company = company ?? other.company
    url = url ?? other.url
    closes = closes ?? other.closes
    if seniority == .unknown { seniority = other.seniority }
    if employment.isEmpty { employment = other.employment }
    if skills.isEmpty { skills = other.skills }
    if location == nil, other.location != nil {
      location = other.location
      adoptEvidence(of: .location, from: other)
    }
    if salary == nil, other.salary != nil {
      salary = other.salary
      adoptEvidence(of: .salary, from: other)
    }
    if remote.kind == .unknown, other.remote.kind != .unknown {
      remote = other.remote
      adoptEvidence(of: .remote, from: other)
    }
  }

  /// Words of another posting's body can't be pointed at in this one's.
  mutating func adoptEvidence(of field: ListingField, from other: Listing) {
    evidence += other.evidence.filter { $0.field == field && $0.part != .body }
  }
}
