/// The names of the fields that a query can ask; the field table describes each.
package enum QueryFieldName: String, CaseIterable, Sendable {
  case title, company, place, salary, remote, eligible, level, type, posted, skill, source, tag
  case stage, note, body, seen, changed, closed
  case state = "is"
  case has
  case sort
}
