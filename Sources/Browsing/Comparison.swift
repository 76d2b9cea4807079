import Listings
import Queries
import Texts

/// Two listings that are to be compared, and what is known of them so far.
struct Comparison: Hashable, Sendable {
  let ids: [ListingID]
  private(set) var details: [ListingID: ListingDetail] = [:]
  /// It has been shown, and is over when it is closed.
  var isShown = false

  init(_ left: ListingID, _ right: ListingID) { ids = [left, right] }

  mutating func take(_ detail: ListingDetail) {
    if ids.contains(detail.id) { details[detail.id] = detail }
  }

  /// Nil while one of them is still loaded.
  var both: (left: ListingDetail, right: ListingDetail)? {
    guard let left = details[ids[0]], let right = details[ids[1]] else { return nil }
    return (left, right)
  }
}

/// Two listings side by side: what was understood of each, field by field, then what each says.
struct ComparisonLines {
  private let setter: DetailTypesetter
  private let context: QueryContext

  /// `width` is that of all columns together.
  init(context: QueryContext, width: Int) {
    self.context = context
    setter = DetailTypesetter(
      context: context,
      key: DetailPageKey(width: HelpModel.comparedWidth(in: width), patterns: []))
  }

  func lines(of left: ListingDetail, and right: ListingDetail) -> [HelpModel.Line] {
    var lines: [HelpModel.Line] = []
    for (label, field) in [("", head(of:)), ("Company", company(of:))] {
      let (mine, theirs) = (field(left), field(right))
      lines += pairs(label, mine, theirs, isDifferent: label != "" && mine != theirs)
    }
    lines.append(.blank)
    for (mine, theirs) in aligned(fields(of: left), fields(of: right)) {
      let label = mine?.label ?? theirs?.label ?? ""
      lines += pairs(
        label, values(mine), values(theirs), isDifferent: mine?.values != theirs?.values)
    }
    lines.append(.blank)
    return lines
      + pairs(
        "Text", setter.lines(ofBody: left.listing), setter.lines(ofBody: right.listing),
        isDifferent: false)
  }
}

private extension ComparisonLines {
  func head(of detail: ListingDetail) -> [DetailLine] {
    setter.lines(of: [.init(text: detail.listing.title ?? "no title given", kind: .title)])
  }

  func company(of detail: ListingDetail) -> [DetailLine] {
    setter.lines(of: [.init(text: detail.listing.company ?? Wording.notStated, kind: .company)])
  }

  func fields(of detail: ListingDetail) -> [DetailField] {
    DetailFields(detail, context: context).all
  }

  /// A field that only one has stands opposite a dash.
  func values(_ field: DetailField?) -> [DetailLine] {
    setter.lines(of: field?.values ?? [.init(text: "–", kind: .dimmed)])
  }

  /// Both are in the same order, and either may lack some.
  func aligned(
    _ left: [DetailField], _ right: [DetailField]
  ) -> [(DetailField?, DetailField?)] {
    var rest = right[...]
    var pairs: [(DetailField?, DetailField?)] = []
    for field in left {
      guard let place = rest.firstIndex(where: { $0.label == field.label }) else {
        pairs.append((field, nil))
        continue
      }
      pairs += rest[..<place].map { (nil, $0) }
      pairs.append((field, rest[place]))
      rest = rest[(place + 1)...]
    }
    return pairs + rest.map { (nil, $0) }
  }

  func pairs(
    _ label: String, _ left: [DetailLine], _ right: [DetailLine], isDifferent: Bool
  ) -> [HelpModel.Line] {
    let none = DetailLine(runs: [])
    return (0..<max(left.count, right.count)).map { number in
      .pair(
        HelpModel.Pair(
          label: number == 0 ? label : "", left: number < left.count ? left[number] : none,
          right: number < right.count ? right[number] : none,
          isDifferent: isDifferent && number == 0))
    }
  }
}

extension HelpModel {
  /// Two lines of listings that are compared.
  package struct Pair: Hashable, Sendable {
    /// What both speak of; empty below the first line of it.
    package let label: String
    package let left: DetailLine
    package let right: DetailLine
    package let isDifferent: Bool
  }

  /// Columns of each listing, where so many are there for both and what they speak of.
  package static func comparedWidth(in width: Int) -> Int {
    max(1, min(100, (width - comparedStart - 3) / 2))
  }

  /// The first column of the listing on the left.
  package static let comparedStart = DetailField.labelWidth + 2
}
