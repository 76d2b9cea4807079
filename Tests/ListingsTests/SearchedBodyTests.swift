import Listings
import Testing

@Suite struct SearchedBodyTests {
  @Test func aTextWithoutAsidesIsThatOfTheBlocksLeft() {
    let body: [Block] = [
      .heading(level: 2, [.text("About the kilns")]),
      .paragraph([.text("We burn clay."), .lineBreak, .text("And glass.")]),
      .list(start: nil, items: [[.paragraph([.text("Rakes")])], [.paragraph([.text("Tongs")])]]),
      .rule,
      .table([[[.text("Shift")], [.text("Hours")]], [[.text("Early")], [.text("6")]]]),
      .quote([.paragraph([.strong([.text("No smoke")])])]),
      .paragraph([.text("Write to us.")]),
    ]
    let text = BodyText(body)
    for (first, second) in [(0..<1, 2..<4), (1..<2, 4..<7), (3..<4, 5..<6)] {
      var listing = Listing(title: "Kiln Operator")
      listing.body = body
      listing.asides = [Aside(.company, blocks: first), Aside(.legal, blocks: second)]
      let bytes = text.bytes(outside: listing.asides)
      #expect(bytes == listing.searchedBody.plainTextBytes)
      #expect(bytes.count < text.bytes.count)
    }
    #expect(text.bytes(outside: []) == text.bytes)
  }
}
