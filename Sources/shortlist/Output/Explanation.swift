import Listings

/// Every field of a listing with the words it came from, their place and the rule that read them.
struct Explanation {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var text: String {
    ListingField.allCases.flatMap(lines).joined(separator: "\n")
  }

  /// A field's value on one line.
  func words(of field: ListingField) -> String {
    value(of: field)?.cleaned(.singleLine) ?? "not stated"
  }

  private func lines(_ field: ListingField) -> [String] {
    let evidence = listing.evidence.filter { $0.field == field }
    guard let value = value(of: field) ?? (evidence.isEmpty ? nil : "not stated") else {
      return field == .contradiction || field == .eligibility ? [] : [row(field, "not stated")]
    }
    return [row(field, value.cleaned(.singleLine))]
      + evidence.map { proof in
        let place = "\(proof.part.rawValue) \(proof.range.lowerBound)–\(proof.range.upperBound)"
        return String(repeating: " ", count: Self.indent)
          + "\(place)  “\(proof.words.cleaned(.singleLine))”  (\(proof.rule))"
      }
  }

  private static let indent = 15

  private func row(_ field: ListingField, _ value: String) -> String {
    field.rawValue
      + String(repeating: " ", count: max(1, Self.indent - field.rawValue.count)) + value
  }

  private func value(of field: ListingField) -> String? {
    let eligibility = listing.remote.eligibility
    return switch field {
    case .title: listing.title
    case .company: listing.company
    case .location: listing.location
    case .remote: listing.remote.kind == .unknown ? nil : remote
    case .eligibility: eligibility == Eligibility() ? nil : words(of: eligibility)
    case .salary: listing.salary.map(words)
    case .seniority: listing.seniority == .unknown ? nil : listing.seniority.rawValue
    case .employment: joined(listing.employment.map(\.rawValue))
    case .skills: joined(listing.skills)
    case .posted: listing.posted?.description
    case .contradiction: listing.remote.contradiction
    }
  }

  private var remote: String {
    let days = listing.remote.daysOnSite.map { ", \($0) days on site" } ?? ""
    return listing.remote.kind.rawValue + days
  }

  private func words(of eligibility: Eligibility) -> String {
    let zones = eligibility.timeZones.map { ["UTC \($0)"] } ?? []
    let excluded = eligibility.excluded.map { "not \($0)" }
    return (eligibility.regions + zones + excluded).joined(separator: ", ")
  }

  private func words(_ salary: Salary) -> String {
    let ranges = [salary.range] + salary.others
    let sums = ranges.map(payWords).joined(separator: "; ")
    let basis = salary.basis == .predicted ? ", predicted by the board" : ""
    let inferred = PayInference.allCases.filter(salary.inferred.contains).map(\.rawValue)
    return sums + basis
      + (inferred.isEmpty ? "" : ", \(inferred.joined(separator: " and ")) concluded")
  }

  private func joined(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

/// A range as one reads it out: `170000–190000 USD a year`.
func payWords(_ range: PayRange) -> String {
  let sums =
    switch (range.low, range.high) {
    case (let low?, let high?):
      low == high ? plainUnits(low) : "\(plainUnits(low))–\(plainUnits(high))"
    case (let low?, nil): "from \(plainUnits(low))"
    case (nil, let high?): "up to \(plainUnits(high))"
    case (nil, nil): "?"
    }
  let kind = range.kind == .onTarget ? " on target" : range.kind == .total ? " in total" : ""
  let months = range.monthsPerYear == 12 ? "" : " (\(range.monthsPerYear) a year)"
  let period = "\(range.period.article) \(range.period.rawValue)"
  return "\(sums) \(range.currency?.code ?? "?") \(period)\(months)\(kind)"
}
