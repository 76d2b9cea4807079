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
      ("6 [", "salary<=200k"), ("6 [ ]", "salary<=220k"), ("6 [ 6 ]", ""), ("]", ""),
      ("5 + 6 [", "salary:100k..200k"), ("5 + 6 [ 9 9 +", "salary:100k..200k"),
      ("5 + 6 [ 5 -", "salary<=200k"), ("5 + 6 [ 5 j <space>", "salary:100k..200k?"),
      ("6 j +", "posted<365d"), ("6 j 8 +", "posted<14d"), ("6 j 8 + - -", "posted<28d"),
      ("6 j 8 + 9 -", ""), ("6 j ] ]", "posted>1d"), ("6 j ] ] [ [", ""),
      ("6 j 8 + ] ] ]", "posted:13d..3d"), ("6 j 8 + 9 ]", "posted<14d"),
      ("7 j <space>", "posted:unknown"), ("6 j 8 + j <space>", "posted<14d?"),
      ("!", "-remote:yes"), ("! !", ""), ("! j !", "-remote:yes,hybrid"),
      ("! <space>", "remote:yes"),
      ("<space> !", "-remote:yes"), ("5 j !", "has:salary"), ("G !", "-source:files"),
      ("G <space>", "source:files"), ("G <space> <space>", ""),
      ("1 1 j <space> j <space>", "level:senior,staff"),
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
      ("remote:yes salary>=150k", "remote pay"), ("salary<=90k", "pay"),
      ("salary>=150k?", "pay payNotStated"), ("salary:unknown", "payNotStated"),
      ("posted<14d", "posted"), ("posted:unknown", "postedNotStated"),
      ("posted:7d..14d?", "posted postedNotStated"), ("posted:2026-10", "posted"),
      ("-remote:yes -level:intern,junior -is:saved", "-remote -intern -junior -saved"),
      ("-source:hn", "-hn"), ("source:files -source:hn", "-hn files"),
      ("company:acme,Initech", "acme Initech"), ("-company:acme", "-acme"),
      ("company:ac*", ""), ("skill:go -skill:java", "go -java"),
      ("company:acme or -has:company", "acme -company"), ("has:company", "--company"),
      ("level:senior,staff type:contract", "senior staff contract"),
      ("source:files,hn is:saved", "saved hn files"), ("-remote:yes or salary>=1k", ""),
      ("rust (remote:yes or rust)", ""),
    ])
  func theQueryMovesTheChoices(query: String, expected: String) throws {
    var board = try Board(query: query, size: Size(width: 160, height: 45))
    board.send(.counted(generation: 1, ResultCounts(), facets))
    let on = board.browser.filters.rows.compactMap { row -> String? in
      guard row.state != .off, let choice = row.choice else { return nil }
      return (row.state == .excluded ? "-" : "") + name(choice)
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
      .state(.flagged), .source("files"), .payNotStated, .postedNotStated,
      .name(.company, "Cast & Crew"), .name(.skill, "C++"), .nameNotStated(.place),
    ]
    for choice in choices {
      let once = query.toggling(choice)
      #expect(once.isOn(choice) != query.isOn(choice), "\(choice)")
      #expect(once.toggling(choice) == query, "\(choice)")
      #expect(try Query(parsing: once.description) == once, "\(choice)")
      let out = query.excluding(choice)
      #expect(out.state(of: choice) == .excluded, "\(choice)")
      #expect(out.excluding(choice) == query, "\(choice)")
      #expect(try Query(parsing: out.description) == out, "\(choice)")
    }
  }

  /// Whatever the query: one key moves one choice, and what is printed reads to the same choices.
  @Test(arguments: 0..<300) func aKeyMovesOneChoiceOnly(seed: Int) throws {
    var random = RandomQuery(seed: UInt64(7000 + seed))
    let text = random.text()
    let query = try Query(parsing: text)
    let choices = Self.choices
    for choice in choices {
      for changed in [query.toggling(choice), query.excluding(choice)] {
        #expect(
          try Query(parsing: changed.description) == changed, "\(choice) in \(text): \(changed)")
        for other in choices where other != choice {
          #expect(
            changed.state(of: other) == query.state(of: other),
            "\(choice) moved \(other) in \(text): \(changed)")
        }
      }
      #expect(query.toggling(choice).isOn(choice) != query.isOn(choice), "\(choice) in \(text)")
    }
  }

  /// A query made of choices alone shows those choices, and is made of them in any order.
  @Test(arguments: 0..<60) func choicesMakeAQueryThatShowsThem(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(9000 + seed))
    var query = Query()
    var wanted: [FilterChoice: ChoiceState] = [:]
    for choice in Self.choices.shuffled(using: &random).prefix(6) {
      let isOut = Bool.random(using: &random)
      query = isOut ? query.excluding(choice) : query.toggling(choice)
      wanted[choice] = isOut ? .excluded : .on
    }
    let read = try Query(parsing: query.description)
    for choice in Self.choices {
      #expect(read.state(of: choice) == wanted[choice] ?? .off, "\(choice) of \(query)")
    }
    for choice in wanted.keys where read.state(of: choice) == .on {
      query = query.toggling(choice)
    }
    for choice in wanted.keys where read.state(of: choice) == .excluded {
      query = query.excluding(choice)
    }
    #expect(query == Query())
  }

  private static let choices: [FilterChoice] = [
    .remote(.onsite), .remote(.unknown), .level(.senior), .level(.intern), .employment(.contract),
    .employment(nil), .state(.saved), .state(.new), .source("files"), .source("hn"),
    .name(.company, "Cast & Crew"), .name(.company, "acme"), .name(.place, "Berlin, Germany"),
    .name(.skill, "C++"), .name(.skill, "go"), .name(.tag, "climate"), .nameNotStated(.company),
    .nameNotStated(.skill),
  ]

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
    case .search(let name), .name(_, let name): name
    case .remote(let kind): kind.rawValue
    case .pay: "pay"
    case .payNotStated: "payNotStated"
    case .posted: "posted"
    case .postedNotStated: "postedNotStated"
    case .level(let level): level.rawValue
    case .employment(let form): form?.rawValue ?? "-"
    case .state(let state): state.rawValue
    case .nameNotStated(let facet): "-" + facet.rawValue
    case .more(let facet): "more-" + facet.rawValue
    }
  }
}
