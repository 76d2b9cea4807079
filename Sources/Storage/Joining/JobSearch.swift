import Listings

/// Finds the listing of the job that a new posting is about.
struct JobSearch {
  let table: FingerprintTable
  /// The day of the import.
  let day: Int

  /// Nil when no listing is known for the same job; of several the one whose text is likest.
  func listing(for posting: Posting, _ fingerprint: Fingerprint?) throws -> ListingID? {
    guard let fingerprint else { return nil }
    let alike = try table.candidates(for: fingerprint).filter { known in
      known.fingerprint.isSameJob(as: fingerprint) && !isBeside(known, posting)
    }
    let ranked = alike.map { known in
      (listing: known.listing, likeness: known.fingerprint.words.likeness(to: fingerprint.words))
    }
    .sorted { ($1.likeness, $0.listing) < ($0.likeness, $1.listing) }
    // A listing may hold a posting without a place and one with it: all of them must agree.
    let found = try ranked.first { candidate in
      try table.fingerprints(ofListing: candidate.listing).allSatisfy {
        !$0.contradicts(fingerprint)
      }
    }
    return found.map { ListingID($0.listing) }
  }

  /// Whether an employer's own board shows both at a time: then they are two openings.
  private func isBeside(_ known: LikePosting, _ posting: Posting) -> Bool {
    known.source == posting.source && posting.source.utf8.contains(UInt8(ascii: ":"))
      && posting.externalID != nil && known.externalID != nil
      && known.externalID != posting.externalID && known.lastSeen >= day
  }
}
