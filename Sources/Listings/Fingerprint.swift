/// What tells whether two postings are about one job: who, what, where, and the words of the text.
///
/// Names are kept as numbers of their folded form; 0 stands for what the posting does not say.
package struct Fingerprint: Hashable, Sendable {
  /// Without the legal form: `Acme GmbH` and `ACME` have one number.
  package var company: UInt64
  /// Without remarks on gender and workplace; rank, specialty and numbers count, order does not.
  package var title: UInt64
  package var places: [PlaceKey]
  /// The workplace as far as the place line tells it.
  package var workplace: RemoteKind
  /// The employer's own number of the job.
  package var requisition: UInt64
  /// The level and the skills, for texts that say no title.
  package var traits: UInt64
  /// The words about the job; what is said of company, benefits and law is left out.
  package var words: WordSketch

  package init(
    company: UInt64 = 0, title: UInt64 = 0, places: [PlaceKey] = [],
    workplace: RemoteKind = .unknown, words: WordSketch = .empty
  ) {
    self.company = company
    self.title = title
    self.places = places
    self.workplace = workplace
    self.words = words
    requisition = 0
    traits = 0
  }
}

/// A place as far as it is named; 0 stands for what is not.
package struct PlaceKey: Hashable, Sendable {
  package let country: UInt16
  /// A state, or a region of the world when there is no country.
  package let region: UInt16
  package let city: UInt32

  package init(country: UInt16 = 0, region: UInt16 = 0, city: UInt32 = 0) {
    self.country = country
    self.region = region
    self.city = city
  }

  /// Whether one may be a closer word for the other, as Berlin is for Germany.
  ///
  /// A city that no table knows has no country, and neither has a region of the world: which
  /// countries that one holds is not asked.
  package func agrees(with other: PlaceKey) -> Bool {
    if country != 0, other.country != 0 {
      return country == other.country
        && (region == other.region || region == 0 || other.region == 0)
        && (city == other.city || city == 0 || other.city == 0)
    }
    if city != 0, other.city != 0 { return city == other.city }
    return self == other
  }
}

extension Fingerprint {
  /// Shares of words in common, learned on pairs of real postings.
  ///
  /// Of jobs that have company, title and place in common the different ones share up to 0.5 of the
  /// words about the job, the same ones 0.65 and more.
  private enum Least {
    static let sameNames = 0.62
    /// The company is not known of both.
    static let sameTitle = 0.85
    /// Another company: an agency's copy, or a second agency's.
    static let agencyCopy = 0.9
    /// No title at all.
    static let untitled = 0.88
    /// Sequences; a shorter text proves nothing.
    static let text = 24
    static let longText = 100
  }

  /// Whether both speak of one job; in doubt they do not, for a false yes hides a job.
  package func isSameJob(as other: Fingerprint) -> Bool {
    guard !contradicts(other), title == other.title else { return false }
    let shorter = min(words.count, other.words.count)
    guard shorter >= Least.text else { return false }
    let likeness = words.likeness(to: other.words)
    if title == 0 {
      return shorter >= Least.longText && traits == other.traits && likeness >= Least.untitled
        && isCompanyOpen(other)
    }
    if company == other.company, company != 0 { return likeness >= Least.sameNames }
    if isCompanyOpen(other) { return likeness >= Least.sameTitle }
    return shorter >= Least.longText && likeness >= Least.agencyCopy && isPlaceShared(with: other)
  }

  /// Whether they can't be one job, whatever their texts: other places or other requisitions.
  package func contradicts(_ other: Fingerprint) -> Bool {
    if requisition != 0, other.requisition != 0, requisition != other.requisition { return true }
    return !placesAgree(with: other)
  }

  /// Numbers of which two postings of one job share at least one, nearly always.
  package var keys: [UInt64] {
    var keys: [UInt64] = []
    if company != 0, title != 0 { keys.append(Self.key(company, title)) }
    if words.count >= Least.text { keys += words.marks.map { Self.key($0, title) } }
    return keys
  }
}

private extension Fingerprint {
  static func key(_ one: UInt64, _ two: UInt64) -> UInt64 {
    let mixed = (one ^ (two << 31 | two >> 33)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  func isCompanyOpen(_ other: Fingerprint) -> Bool {
    company == other.company || company == 0 || other.company == 0
  }

  /// Each place of the one that names fewer must be among those of the other.
  func placesAgree(with other: Fingerprint) -> Bool {
    let (fewer, more) =
      places.count <= other.places.count ? (places, other.places) : (other.places, places)
    if fewer.isEmpty { return more.isEmpty || !isRemoteAgainstSite(other) }
    return fewer.allSatisfy { place in more.contains { place.agrees(with: $0) } }
  }

  /// "Remote" without a place is not the job at a site.
  func isRemoteAgainstSite(_ other: Fingerprint) -> Bool {
    let kinds: Set<RemoteKind> = [workplace, other.workplace]
    return kinds.contains(.remote) && (kinds.contains(.onsite) || kinds.contains(.hybrid))
  }

  func isPlaceShared(with other: Fingerprint) -> Bool {
    places.isEmpty && other.places.isEmpty
      ? workplace == .remote && other.workplace == .remote
      : Set(places) == Set(other.places)
  }
}
