import Testing
import Texts

@Suite struct PhrasebookTests {
  private let book = Phrasebook([
    "Filters": "Filter", "{} of {}": "{} von {}", "{} listing": "{} Stelle",
    "{} listings": "{} Stellen",
  ])

  @Test func whatHasNoTranslationStays() {
    #expect(book["Filters"] == "Filter" && book["Detail"] == "Detail")
    #expect(Phrasebook()["Filters"] == "Filters")
  }

  @Test func gapsAreFilledInOrder() {
    #expect(book.filled("{} of {}", "3", "{}") == "3 von {}")
    #expect(book.filled("{} new", "4") == "4 new")
    #expect(book.filled("no gap", "4") == "no gap")
    #expect(book.filled("{} and {}", "4") == "4 and {}")
  }

  @Test func oneIsNotMany() {
    #expect(book.counted(1, "1", one: "{} listing", many: "{} listings") == "1 Stelle")
    #expect(book.counted(1_204, "1,204", one: "{} listing", many: "{} listings") == "1,204 Stellen")
  }
}
