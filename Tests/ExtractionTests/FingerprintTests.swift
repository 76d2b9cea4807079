import Listings
import TestSupport
import Testing

@testable import Extraction

/// Whether two postings are one job.
@Suite struct FingerprintTests {
  @Test(arguments: CaseTable("jobs.tsv")) func tellsOneJobFromTwo(line: CaseTable.Line) throws {
    let change = try #require(Text.Change(rawValue: line["change"]))
    let first = fingerprint(
      line["first"], Text.body(.none, isSecond: change == .requisitions, change))
    let second = fingerprint(line["second"], Text.body(change, isSecond: false, change))
    let expected = line["same"] == "yes"
    #expect(first.isSameJob(as: second) == expected, "\(line)")
    #expect(second.isSameJob(as: first) == expected, "\(line)")
    if expected { #expect(!Set(first.keys).isDisjoint(with: second.keys), "\(line)") }
  }

  @Test func whatIsStoredComesBack() {
    let fingerprint = fingerprint("Nurse | Halden Care | Oslo; Lyon", Text.body(.none))
    #expect(Fingerprint(bytes: fingerprint.bytes) == fingerprint)
    for count in 0..<fingerprint.bytes.count {
      #expect(Fingerprint(bytes: fingerprint.bytes.prefix(count)) == nil)
    }
  }

  @Test func aSketchEstimatesTheShareOfWordsInCommon() {
    for share in [0, 25, 50, 75, 100] {
      let words = (0..<1000).map { "word\($0)" }
      let others = words.enumerated().map { $0.offset < share * 10 ? $0.element : $0.element + "x" }
      let estimate = sketch(words).likeness(to: sketch(others))
      let inCommon = Double(share) / Double(200 - share)
      #expect(abs(estimate - inCommon) < 0.12, "\(share)")
    }
  }

  private func sketch(_ words: [String]) -> WordSketch {
    let text = TokenizedText(words.joined(separator: " "), lexicon: Lexicon())
    var builder = WordSketchBuilder()
    builder.add(text.tokens.indices, of: text)
    return builder.sketch
  }

  private func fingerprint(_ side: String, _ body: [Block]) -> Fingerprint {
    let fields = side.split(separator: "|", omittingEmptySubsequences: false).map { field in
      String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let posting = Posting(
      title: fields[0].isEmpty ? nil : fields[0], company: fields[1].isEmpty ? nil : fields[1],
      location: fields[2].isEmpty ? nil : fields[2], body: body)
    let listing = Listing(extracting: posting, using: .resources, today: Day(number: 9000))
    return listing.fingerprint ?? Fingerprint()
  }
}

/// The text of an invented job, in versions.
private enum Text {
  enum Change: String {
    case none, reworded, boilerplate, requisitionOnce, requisitions, otherDuties, short
  }

  static func body(_ change: Change, isSecond: Bool = false, _ pair: Change = .none) -> [Block] {
    if pair == .short { return [.paragraph([.text("Apply now, we need you.")])] }
    var lines = change == .otherDuties ? otherDuties : duties
    if change == .reworded {
      lines[1] = "You write down what you saw and did, so that the next shift need not ask."
    }
    var blocks: [Block] = [
      .heading(level: 2, [.text("Responsibilities")]),
      .list(start: nil, items: lines.map { [.paragraph([.text($0)])] }),
    ]
    if change == .requisitions || change == .requisitionOnce {
      blocks.append(.paragraph([.text("Requisition ID: R-10482")]))
    } else if isSecond {
      blocks.append(.paragraph([.text("Requisition ID: R-20771")]))
    }
    let about = change == .boilerplate ? "A house of three hundred people by the sea." : company
    return [.heading(level: 2, [.text("About us")]), .paragraph([.text(about)])] + blocks
  }

  private static let company = """
    We began with one room above a bakery and have grown to four floors, a garden and a boat. Last \
    year our people moved the whole archive into the cellar without losing a single page.
    """

  private static let duties = [
    "You look after the morning round and agree with the others who takes which rooms.",
    "You write down what you saw, so that the next shift does not have to ask.",
    "You order what is missing before it is missing, and say when the budget will not reach.",
    "You show new colleagues how the lift is to be talked to when it stops between floors.",
    "You answer the telephone in two languages and know when to fetch somebody with a third.",
    "You keep the keys, the list of the keys, and the list of those who have borrowed keys.",
    "You plan the summer with us early enough that everyone gets the weeks they asked for.",
  ]

  private static let otherDuties = [
    "You drive the van between our two houses and load it so that nothing tips over.",
    "You repair lamps, hinges and taps, and call a plumber when water comes from above.",
    "You clear snow in winter, leaves in autumn and the guests' bicycles in summer.",
    "You count the stock in the cellar each month and compare it with what the books claim.",
    "You look after the boat: paint, rope, engine, and the licence that lies in the drawer.",
  ]
}
