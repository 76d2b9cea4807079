import Commands
import Listings
import Queries

extension Browser {
  mutating func openChooser(_ kind: Chooser.Kind) {
    guard help == nil else { return }
    chooser = Chooser(kind)
    refreshChooser()
    let current = chooser?.items.firstIndex(where: \.isOn) ?? 0
    chooser?.select(current)
  }

  /// Where the list lies: over the middle of the panes, as large as what it holds asks for.
  package var chooserFrame: Frame {
    let size = layout.size
    let width = min(size.width - 4, 84)
    let height = min(size.height - 4, max(1, chooser?.items.count ?? 0) + 2)
    return Frame(
      row: max(1, (size.height - height) / 3), column: (size.width - width) / 2, width: width,
      height: height)
  }

  mutating func refreshChooser() {
    guard var shown = chooser else { return }
    switch shown.kind {
    case .searches: shown.show(searchItems)
    case .sorts: shown.show(sortItems)
    }
    chooser = shown
    shown.fit(visible: chooserFrame.inside.height)
    chooser = shown
  }

  mutating func run(_ command: ChooseCommand) -> [Effect] {
    guard let chooser, let choice = chooser.selected else {
      self.chooser = nil
      return []
    }
    switch (command, choice) {
    case (.take, .search(let name)):
      self.chooser = nil
      return runSearch(named: name)
    case (.take, .sort(let field)):
      self.chooser = nil
      return change(to: query.sorted(choosing: field))
    case (.add, .sort(let field)): return change(to: query.sorted(adding: field))
    case (.remove, .search(let name)): return removeSearch(named: name)
    case (.add, .search), (.remove, .sort): return []
    }
  }

  private mutating func removeSearch(named name: String) -> [Effect] {
    guard chooser?.removing == name else {
      chooser?.removing = name
      message = .note("the same key again removes \(name); its listings stay")
      return []
    }
    chooser?.removing = nil
    saved?.removeAll { $0.search.name == name }
    return [.removeSearch(named: name)]
  }

  private var searchItems: [Chooser.Item] {
    (saved ?? []).map { result in
      Chooser.Item(
        choice: .search(result.search.name), text: result.search.name,
        meaning: result.problem ?? result.search.query,
        note: result.problem == nil ? Wording.found(result) : "unreadable",
        isOn: result.search.asks(query, among: namedQueries), isProblem: result.problem != nil)
    }
  }

  private var sortItems: [Chooser.Item] {
    let keys = query.effectiveSort
    return SortField.allCases.map { field in
      let place = keys.firstIndex { $0.field == field }
      let mark = place.map { place in
        (keys.count > 1 ? "\(place + 1) " : "") + (keys[place].isDescending ? "↓" : "↑")
      }
      return Chooser.Item(
        choice: .sort(field), text: field.words, meaning: "", note: mark ?? "",
        isOn: place != nil, isProblem: false)
    }
  }
}

extension Query {
  /// By that column alone; a second time the other way round.
  func sorted(choosing field: SortField) -> Query {
    guard effectiveSort.first?.field == field, effectiveSort.count == 1 else {
      return sorted(by: field.usualKey)
    }
    return sortedBackward
  }

  /// With the column as the last one; a second time the other way round, then not at all.
  func sorted(adding field: SortField) -> Query {
    var keys = effectiveSort
    if let index = keys.firstIndex(where: { $0.field == field }) {
      if keys[index] == field.usualKey {
        keys[index] = SortKey(field, isDescending: !keys[index].isDescending)
      } else {
        keys.remove(at: index)
      }
    } else {
      keys.append(field.usualKey)
    }
    var query = self
    query.sort = keys == Self.defaultSort ? [] : keys
    return query
  }
}

extension SortField {
  /// In the direction that people expect: the newest, the best paid, the best rated first.
  var usualKey: SortKey {
    switch self {
    case .posted, .salary, .seen, .rating, .level: SortKey(self, isDescending: true)
    case .title, .company, .place, .remote, .rank: SortKey(self, isDescending: false)
    }
  }

  var words: String {
    switch self {
    case .posted: "posted"
    case .salary: "pay"
    case .title: "title"
    case .company: "company"
    case .place: "place"
    case .level: "level"
    case .remote: "remote, hybrid, on site"
    case .seen: "first seen"
    case .rating: "your stars"
    case .rank: "where the words stand"
    }
  }
}
