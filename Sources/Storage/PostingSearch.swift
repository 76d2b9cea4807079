import Listings

/// Finds out whether a posting is in the store already, and what a new one is known by.
struct PostingSearch {
  let statements: KnownPostings

  /// Nil when the posting is new.
  ///
  /// Several jobs may share one address (a careers page). The narrower key goes first, and a posting
  /// that this batch has met under the address is another job when it is headed differently.
  ///
  /// `met` are the postings that the same batch has spoken of; a copy kept here would make each that
  /// joins them copy all.
  func known(_ posting: StorablePosting, met: Set<Int64>) throws -> KnownPosting? {
    let identity = posting.identity
    if let narrow = identity.narrowKey, let known = try statements.posting(narrow) {
      return known
    }
    guard let known = try statements.posting(identity.key) else {
      return try identity.formerKey.flatMap { try statements.posting($0) }
    }
    let isNeighbor =
      identity.narrowKey != nil && met.contains(known.id)
      && known.heading != posting.names.heading
    return isNeighbor ? nil : known
  }

  func freeKey(for identity: PostingIdentity) throws -> PostingKey {
    guard let narrow = identity.narrowKey,
      try statements.posting(identity.key) != nil
    else { return identity.key }
    return narrow
  }
}
