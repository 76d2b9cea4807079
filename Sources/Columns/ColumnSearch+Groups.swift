import Listings
import Queries

extension ColumnSearch {
  package func isNew(_ id: ListingID) -> Bool {
    columns.row(of: id).map { columns.rows(in: .new).contains($0) } ?? false
  }

  /// A listing's company, or the first source that published it, as a number; nil for none.
  package func numbers(of facet: NamedFacet, in names: ListingNames) -> (ListingID) -> Int? {
    let numbers = names.numbers(of: facet, count: columns.count)
    return { [columns] id in
      guard let row = columns.row(of: id), numbers[row] < ListingNames.wordless else { return nil }
      return Int(numbers[row])
    }
  }
}

extension ListingNames {
  package func groupName(_ number: Int, _ facet: NamedFacet) -> GroupName {
    let name = names[facet]?[number]
    return GroupName(key: name?.key ?? "", name: name?.text)
  }

  /// The number of each row's one name.
  fileprivate func numbers(of facet: NamedFacet, count: Int) -> NameNumbers {
    if let single = single[facet] { return single }
    var numbers = Array(repeating: Self.none, count: count)
    // The first source wins.
    for (number, rows) in (rows[facet] ?? []).enumerated().reversed() {
      rows.forEach { numbers[$0] = UInt32(number) }
    }
    return NameNumbers(numbers)
  }
}
