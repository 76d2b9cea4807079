/// A stage that an application came to, and when.
package struct StageStep: Hashable, Sendable {
  package let stage: Stage
  package let day: Day

  package init(_ stage: Stage, on day: Day) {
    self.stage = stage
    self.day = day
  }
}

/// Another job of the same company that the person applied for.
package struct Application: Hashable, Sendable {
  package let id: ListingID
  package let title: String?
  package let stage: Stage
  /// Since when it is at that stage.
  package let since: Day?

  package init(id: ListingID, title: String?, stage: Stage, since: Day?) {
    self.id = id
    self.title = title
    self.stage = stage
    self.since = since
  }
}
