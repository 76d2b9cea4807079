/// The names of the fields that a query can ask; the field table describes each.
package enum QueryFieldName: String, CaseIterable, Sendable {
  case title, company, place, body, salary, remote, eligible, tz, level, type, posted, skill
  case source, seen, changed, closed
  case state = "is"
  case stage, tag, note, rating
  case followUp = "followup"
  case has, sort, undecided
}
