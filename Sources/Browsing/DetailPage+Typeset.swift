import Listings
import Queries

extension DetailPage {
  /// A listing set in lines of `width` cells, for whoever prints it without a browser.
  package init(_ detail: ListingDetail, width: Int, context: QueryContext) {
    let key = DetailPageKey(width: width, patterns: [])
    self = DetailTypesetter(context: context, key: key).page(of: detail)
  }
}
