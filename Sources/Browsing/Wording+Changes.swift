import Listings

extension Wording {
  /// "pay from “£50k” to “£60k”", "place “Berlin”, not stated before".
  package static func change(_ change: ListingChange) -> String {
    let name = change.field.rawValue
    return switch (change.before, change.after) {
    case (let before?, let after?): "\(name) from “\(before)” to “\(after)”"
    case (nil, let after?):
      change.field == .text ? "text new: “\(after)”" : "\(name) “\(after)”, not stated before"
    case (let before?, nil):
      change.field == .text ? "text gone: “\(before)”" : "\(name) no longer stated, was “\(before)”"
    case (nil, nil): "\(name) set otherwise"
    }
  }
}
