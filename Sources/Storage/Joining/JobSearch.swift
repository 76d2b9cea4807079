import Listings

/// Finds the listing of the job that a new posting is about.
struct JobSearch {
  let table: FingerprintTable
  let known: KnownPostings
  /// The day of the import.
  let day: Int

  /// Nil when no listing is known for the same job; of several the one whose text is likest.
  func listing(for posting: StorablePosting) throws -> ListingID? {
    guard let fingerprint = posting.fingerprint else { return nil }
    var ranked: [(listing: Int64, likeness: Double)] = []
    for candidate in try table.candidates(for: fingerprint)
    where candidate.fingerprint.isSameJob(as: fingerprint) {
      guard let origin = try known.origin(of: candidate.posting),
        !isBeside(origin, posting.names)
      else { continue }
      let likeness = candidate.fingerprint.words.likeness(to: fingerprint.words)
      ranked.append((origin.listing, likeness))
    }
    ranked.sort { ($1.likeness, $0.listing) < ($0.likeness, $1.listing) }
    // A listing may hold a posting without a place and one with it: all of them must agree.
    let found = try ranked.first { candidate in
      try table.fingerprints(ofListing: candidate.listing).allSatisfy {
        !$0.contradicts(fingerprint)
      }
    }
    return found.map { ListingID($0.listing) }
  }

  /// Whether an employer's own board shows both at a time: then they are two openings.
  private func isBeside(_ known: PostingOrigin, _ posting: StorablePosting.Names) -> Bool {
    known.source == posting.source && posting.source.utf8.contains(UInt8(ascii: ":"))
      && posting.externalID != nil && known.externalID != nil
      && known.externalID != posting.externalID && known.lastSeen >= day
  }
}
