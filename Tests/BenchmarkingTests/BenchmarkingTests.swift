import Benchmarking
import Foundation
import Testing

@Suite struct BenchmarkingTests {
  @Test func aListingDependsOnItsSeedAndNumberOnly() {
    let generator = ListingGenerator(seed: 7)
    #expect(generator.line(3) == ListingGenerator(seed: 7).line(3))
    #expect(generator.line(3) != generator.line(4))
    #expect(generator.line(3) != ListingGenerator(seed: 8).line(3))
  }

  @Test func everyGeneratedLineIsJSONWithABodyOfSomeKilobytes() throws {
    let generator = ListingGenerator(seed: 1)
    var lengths: [Int] = []
    var pays: Set<String> = []
    for index in 0..<200 {
      let value = try JSONSerialization.jsonObject(with: Data(generator.line(index).utf8))
      let object = try #require(value as? [String: Any])
      lengths.append(try #require(object["description"] as? String).utf8.count)
      if let pay = object["salary"] as? String { pays.insert(String(pay.prefix(1))) }
    }
    #expect((1500...4500).contains(lengths.reduce(0, +) / lengths.count))
    #expect(pays.isSuperset(of: ["$", "€", "£", "f", "u"]))
  }

  @Test func aRowSaysMedianAndTheRareWorst() throws {
    let times = (1...200).map { Duration.milliseconds($0) }
    let row = try #require(BenchmarkRow(name: "j", times: times.reversed(), bytes: 20_000))
    #expect(row.median == 101)
    #expect(row.p99 == 199)
    #expect(row.bytesPerKey == 100)
    #expect(
      row.line()
        == "j                                            101.0     199.0 ms  n 200   100 bytes")
    #expect(BenchmarkRow(name: "j", times: []) == nil)
  }

  @Test func aRowIsComparedWithItsNamesakeOfAnEarlierRun() throws {
    let now = BenchmarkRow(name: "import", unit: .seconds, value: 14)
    let earlier = BenchmarkRun(
      version: "0.1.0", listings: 10, screen: "160x45",
      rows: [BenchmarkRow(name: "import", unit: .seconds, value: 35.004)])
    let stored = try JSONDecoder().decode(
      BenchmarkRun.self, from: try JSONEncoder().encode(earlier))
    #expect(stored == earlier)
    #expect(
      now.line(comparedWith: stored.row(named: "import")).hasSuffix(
        "s             was 35.00, ×0.40"))
    #expect(stored.row(named: "j") == nil)
  }
}
