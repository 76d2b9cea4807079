import Foundation
import Listings
import Testing

@testable import Extraction

@Suite struct ExchangeRatesReadingTests {
  @Test func readsOurOwnTable() throws {
    let rates = try ExchangeRates(
      reading: "# day: 2026-11-20\n# publisher: Somebody\ncurrency\trate\nUSD\t1.25\nXX\t3\n".utf8)
    #expect(rates.day == Day(2026, 11, 20))
    #expect(rates.publisher == "Somebody")
    #expect(rates.perEuro == [.usd: 1.25, .eur: 1])
    #expect(rates.convert(100_00, from: .eur, to: .usd) == 125_00)
  }

  @Test func readsTheBanksDailyTables() throws {
    let csv = try ExchangeRates(reading: "Date, USD, GBP, \n20 November 2026, 1.25, 0.5, \n".utf8)
    let xml = try ExchangeRates(
      reading: """
        <gesmes:Envelope><Cube><Cube time='2026-11-20'>
        <Cube currency='USD' rate='1.25'/><Cube currency="GBP" rate="0.5"/>
        </Cube></Cube></gesmes:Envelope>
        """.utf8)
    #expect(csv == xml)
    #expect(csv.perEuro == [.usd: 1.25, .gbp: 0.5, .eur: 1])
  }

  @Test func takesTheNewestDayOfAHistory() throws {
    let rates = try ExchangeRates(
      reading: "Date,USD,CYP,\n2026-11-20,1.25,N/A,\n2026-11-19,1.5,N/A,\n".utf8)
    #expect(rates.day == Day(2026, 11, 20))
    #expect(rates.perEuro[.usd] == 1.25)
  }

  @Test func refusesWhatHoldsNoRates() {
    #expect(throws: RatesError.noDay) { try ExchangeRates(reading: "currency\trate\n".utf8) }
    #expect(throws: RatesError.noRates) {
      try ExchangeRates(reading: "Date,USD\n2026-11-20,-3\n".utf8)
    }
  }

  @Test func theBundledTableHasARateForEveryCurrencyThatPayIsReadIn() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Resources/rates/reference.tsv")
    let rates = try ExchangeRates(reading: try Data(contentsOf: file))
    let missing = Vocabulary.resources.pay.currencies.map(\.currency)
      .filter { rates.perEuro[$0] == nil }
    #expect(missing.isEmpty)
  }
}
