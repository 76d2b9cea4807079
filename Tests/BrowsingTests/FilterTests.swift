import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

@Suite struct FilterTests {
  @Test(
    arguments: [
      ("<space>", "remote:yes"), ("<space> j <ret>", "remote:yes,hybrid"),
      ("<space> <space>", ""), ("3 j <space>", "remote:unknown"),
      ("4 j + + +", "salary>=60k"), ("+ + -", "salary>=20k"), ("+ -", ""), ("-", ""),
      ("8 +", "salary>=160k"), ("8 + 5 j <space>", "salary>=160k?"),
      ("5 j <space>", "salary:unknown"), ("5 j <space> <space>", ""),
      ("4 j <ret> 9 0 k <ret>", "salary>=90k"),
      ("8 + 5 j <space> -", "salary>=140k?"), ("8 + 4 j <ret> <c-u> <ret>", ""),
      ("G <space>", "source:files"), ("G <space> <space>", ""),
      ("9 j <space> j <space>", "level:senior,staff"),
    ])
  func choicesWriteTheQuery(keys: String, query: String) throws {
    var board = try Board(size: Size(width: 160, height: 45))
    board.send(.counted(generation: 1, ResultCounts(), facets))
    board.isHolding = true
    try board.press("h \(keys)")
    #expect(board.browser.query.description == query)
  }

  @Test(
    arguments: [
      ("", ""), ("remote:yes", "remote"), ("remote:yes,hybrid", "remote hybrid"),
      ("remote:yes salary>=150k", "remote payFloor"),
      ("salary>=150k?", "payFloor payNotStated"), ("salary:unknown", "payNotStated"),
      ("level:senior,staff type:contract", "senior staff contract"),
      ("source:files,hn is:saved", "saved hn files"), ("-remote:yes or salary>=1k", ""),
      ("rust (remote:yes or rust)", ""),
    ])
  func theQueryMovesTheChoices(query: String, expected: String) throws {
    var board = try Board(query: query, size: Size(width: 160, height: 45))
    board.send(.counted(generation: 1, ResultCounts(), facets))
    let on = board.browser.filters.rows.compactMap { row -> String? in
      switch row {
      case .choice(let choice, true, _): name(choice)
      case .histogram(_, _?): "payFloor"
      default: nil
      }
    }
    #expect(on.joined(separator: " ") == expected)
  }

  /// Turning a choice on and off leaves the query as it was, whatever else it says.
  @Test(arguments: [
    "", "rust", "remote:yes", "rust or ios", "salary>=100k -remote:yes", "level:senior sort:title",
    "source:hn", "salary:1k..2k is:saved", "(rust or ios) remote:hybrid undecided:yes",
  ])
  func twiceIsAsBefore(text: String) throws {
    let query = try Query(parsing: text)
    let choices: [FilterChoice] = [
      .remote(.onsite), .level(.intern), .employment(nil), .employment(.contract),
      .state(.flagged), .source("files"), .payNotStated,
    ]
    for choice in choices {
      let once = query.toggling(choice)
      #expect(once.isOn(choice) != query.isOn(choice), "\(choice)")
      #expect(once.toggling(choice) == query, "\(choice)")
      #expect(try Query(parsing: once.description) == once, "\(choice)")
    }
  }

  @Test func selectionPassesOverHeadings() throws {
    var board = try Board(size: Size(width: 160, height: 45))
    try board.press("h")
    for _ in 0..<60 {
      #expect(board.browser.filters.selectedChoice != nil)
      try board.press("j")
    }
    #expect(board.browser.filters.selection == board.browser.filters.rows.count - 1)
    try board.press("g g")
    #expect(board.browser.filters.selectedChoice == .remote(.remote))
    #expect(board.browser.filters.top == 0)
  }

  private var facets: FacetCounts {
    var facets = FacetCounts()
    facets.sources = [FacetValue(name: "hn", count: 9), FacetValue(name: "files", count: 6)]
    return facets
  }

  private func name(_ choice: FilterChoice) -> String {
    switch choice {
    case .search(let name): name
    case .remote(let kind): kind.rawValue
    case .payFloor: "payFloor"
    case .payNotStated: "payNotStated"
    case .level(let level): level.rawValue
    case .employment(let form): form?.rawValue ?? "-"
    case .state(let state): state.rawValue
    case .source(let name): name
    }
  }
}
