import Listings
import Queries
import Texts

/// Sets a listing in lines: title, fields with the words they came from, description.
struct DetailTypesetter {
  let context: QueryContext
  let key: DetailPageKey

  func page(of detail: ListingDetail) -> DetailPage {
    var page = DetailPage()
    page.width = key.width
    page.lines = TextLayout(width: key.width).lines(
      of: StyledText(detail.listing.title ?? "", style: DetailStyle(.title)))
    return page
  }
}
