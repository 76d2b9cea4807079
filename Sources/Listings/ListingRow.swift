/// What one row of a list shows.
package struct ListingRow: Hashable, Sendable {
  package var id: ListingID
  package var title: String?
  package var company: String?
  package var location: String?
  package var remote: RemotePolicy
  package var salary: Salary?
  package var seniority: Seniority
  package var posted: Day?
  package var isNew: Bool
  package var isChanged: Bool
  package var isClosed: Bool
  package var decisions: Decisions
  /// The furthest stage of another job of its company.
  package var otherStage: Stage?
  /// The number of the person's rule that brings it out, from 0.
  package var highlight: Int?
  /// What it is put together with; nil when it stands for itself.
  package var group: RowGroup?

  package init(id: ListingID, title: String? = nil, company: String? = nil) {
    self.id = id
    self.title = title
    self.company = company
    remote = .unknown
    seniority = .unknown
    isNew = false
    isChanged = false
    isClosed = false
    decisions = Decisions()
  }
}

/// The group that a row of a list belongs to.
package struct RowGroup: Hashable, Sendable {
  /// What folding is remembered by.
  package let key: String
  /// Nil when the group has none.
  package let name: String?
  package let count: Int
  package let new: Int
  /// The row stands for all of the group.
  package let isFolded: Bool
  package let isFirst: Bool

  package init(
    key: String, name: String?, count: Int, new: Int = 0, isFolded: Bool, isFirst: Bool
  ) {
    self.key = key
    self.name = name
    self.count = count
    self.new = new
    self.isFolded = isFolded
    self.isFirst = isFirst
  }
}

/// Where a listing was published, and in what words.
package struct PostingSummary: Hashable, Sendable {
  package let source: String
  package let externalID: String?
  package let url: String?
  package let posted: Day?
  package let firstSeen: Day
  package let lastSeen: Day
  package let payText: String?
  package var title: String?
  package var company: String?
  package var location: String?
  /// Where the board gives numbers rather than words.
  package var pay: PostedPay?
  /// What this posting came to say otherwise, the newest first.
  package var changes: [ListingChange] = []

  package init(
    source: String, externalID: String?, url: String?, posted: Day?, firstSeen: Day,
    lastSeen: Day, payText: String? = nil
  ) {
    self.source = source
    self.externalID = externalID
    self.url = url
    self.posted = posted
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.payText = payText
  }
}

/// All that is known of one listing: what the detail pane, `show` and the JSON answer speak of.
package struct ListingDetail: Hashable, Sendable {
  package var id: ListingID
  package var listing: Listing
  package var decisions: Decisions
  package var firstSeen: Day
  package var lastSeen: Day
  package var closed: Day?
  package var postings: [PostingSummary]
  /// What sources came to say otherwise, the newest first.
  package var changes: [ListingChange]
  /// The stages it came to, the oldest first.
  package var stages: [StageStep] = []
  /// Other jobs of its company that the person applied for, the furthest first.
  package var applications: [Application] = []
  package var isNew: Bool
  package var isChanged: Bool

  package init(id: ListingID, listing: Listing, firstSeen: Day, lastSeen: Day) {
    self.id = id
    self.listing = listing
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    decisions = Decisions()
    postings = []
    changes = []
    isNew = false
    isChanged = false
  }
}

extension ListingDetail {
  /// How often its sources posted it again, at least once where one says so itself.
  ///
  /// The same job on another board, or from an agency, is no repost.
  package var reposts: Int {
    let again = postings.count - Set(postings.map(\.source)).count
    return max(again, listing.reposted == nil ? 0 : 1)
  }
}

/// How many listings each choice of the filter pane would leave, the other filters kept.
package struct FacetCounts: Hashable, Sendable {
  package var remote: [RemoteKind: Int]
  package var seniority: [Seniority: Int]
  package var employment: [Employment: Int]
  package var employmentNotStated: Int
  /// Most frequent first.
  package var sources: [FacetValue]
  package var pay: PayHistogram
  package var posted: AgeHistogram
  package var decisions: DecisionCounts

  package init() {
    remote = [:]
    seniority = [:]
    employment = [:]
    employmentNotStated = 0
    sources = []
    pay = PayHistogram()
    posted = AgeHistogram()
    decisions = DecisionCounts()
  }
}

/// A named value and how often it occurs.
package struct FacetValue: Hashable, Sendable {
  package let name: String
  package let count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// Listings by annual pay in the person's currency (upper end, as `salary>=` asks it).
package struct PayHistogram: Hashable, Sendable {
  /// Whole units a year that one bar is wide.
  package var step: Int
  /// Listings in `[i * step, (i + 1) * step)`; the last bar holds all above.
  package var bars: [Int]
  /// Listings whose pay is not stated, or whose upper end is not.
  package var notStated: Int

  package init(step: Int = 20_000, bars: [Int] = [], notStated: Int = 0) {
    self.step = step
    self.bars = bars
    self.notStated = notStated
  }
}

/// How many listings bear each decision, the filters kept.
package struct DecisionCounts: Hashable, Sendable {
  package var saved = 0
  package var flagged = 0
  package var hidden = 0
  package var unread = 0
  package var applied = 0
  package var new = 0

  package init() {}
}

/// What a query found, in numbers.
package struct ResultCounts: Hashable, Sendable {
  /// Listings in the store.
  package var total: Int
  package var matching: Int
  /// Left out because a field that the query needs is not stated.
  package var undecided: Int
  /// The fields to blame, by how many rows each left undecided; a row may count in several.
  package var blamed: [FacetValue]
  package var new: Int
  package var changed: Int
  /// Left out by the person's own rules alone.
  package var ruledOut = 0

  package init(total: Int = 0, matching: Int = 0, undecided: Int = 0) {
    self.total = total
    self.matching = matching
    self.undecided = undecided
    blamed = []
    new = 0
    changed = 0
  }
}
