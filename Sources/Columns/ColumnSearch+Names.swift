import Listings
import Queries

/// How many listings each name of a group would leave, the group's own filter left out.
package struct NameCounts: Sendable {
  private let names: [ListingNames.Name]
  private let counts: [Int]
  /// Listings that do not state it.
  package let notStated: Int

  init(_ names: [ListingNames.Name], _ counts: [Int], notStated: Int) {
    self.names = names
    self.counts = counts
    self.notStated = notStated
  }

  /// Names that occur.
  package var total: Int { counts.count { $0 > 0 } }

  /// The most frequent ones, alike ones by name.
  package func most(_ limit: Int) -> [FacetValue] {
    values(counts.indices.filter { counts[$0] > 0 }, limit)
  }

  /// The most frequent of those in which a word begins so, and how many there are.
  package func most(_ limit: Int, beginning text: String) -> (values: [FacetValue], total: Int) {
    let key = SearchText.folded(text)
    let found = counts.indices.filter { counts[$0] > 0 && names[$0].key.holds(key) }
    return (values(found, limit), found.count)
  }

  /// One name, whatever its capitals; nil when no listing has it.
  package func value(of name: String) -> FacetValue? {
    let key = SearchText.folded(name)
    return names.firstIndex { $0.key == key }.map {
      FacetValue(name: names[$0].text, count: counts[$0])
    }
  }

  private func values(_ found: [Int], _ limit: Int) -> [FacetValue] {
    var kept = found
    if found.count > limit {
      // Only what is as frequent as the last one shown needs sorting.
      let least = found.map { counts[$0] }.nthLargest(limit)
      kept = found.filter { counts[$0] >= least }
    }
    return kept.map { FacetValue(name: names[$0].text, count: counts[$0]) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(limit).map { $0 }
  }
}

extension ColumnSearch {
  package func counts(of facet: NamedFacet, in names: ListingNames) -> NameCounts {
    let rows = rows(withoutNames: facet)
    let all = names.names[facet] ?? []
    var counts = Array(repeating: 0, count: all.count)
    var notStated = 0
    if facet == .skill {
      notStated = count(skills: all, &counts, in: rows)
    } else if let single = names.single[facet] {
      rows.forEach { row in
        let number = single[row]
        if number < all.count {
          counts[Int(number)] += 1
        } else if number == ListingNames.none {
          notStated += 1
        }
      }
      spread(&counts, among: all)
    } else {
      for (number, some) in (names.rows[facet] ?? []).enumerated() {
        counts[number] = some.count(with: rows)
      }
    }
    return NameCounts(all, counts, notStated: notStated)
  }

  /// Returns how many of the rows have no skill.
  private func count(
    skills: [ListingNames.Name], _ counts: inout [Int], in rows: RowSet
  ) -> Int {
    let numbers = Dictionary(
      skills.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    guard let index = columns.names else { return rows.count }
    let asked = columns.numbers(of: rows)
    index.forEachSkill(countedIn: asked) { key, count in
      if let number = numbers[key] { counts[number] += count }
    }
    let stating = columns.rows { index.uniteSkills(where: { numbers[$0] != nil }, into: &$0) }
    return rows.count - rows.count(with: stating)
  }

  /// Adds the listings of longer names to the names in them.
  private func spread(_ counts: inout [Int], among names: [ListingNames.Name]) {
    let own = counts
    for (number, name) in names.enumerated() where own[number] > 0 {
      for part in name.parts { counts[Int(part)] += own[number] }
    }
  }
}

private extension String {
  /// A word in it begins so; blanks part the words.
  func holds(_ key: String) -> Bool {
    key.isEmpty || hasPrefix(key) || contains(" " + key)
  }
}

private extension [Int] {
  /// By halving the span of values, which needs no sorting.
  func nthLargest(_ wanted: Int) -> Int {
    var (low, high) = (self.min() ?? 0, (self.max() ?? 0) + 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if count(where: { $0 >= middle }) >= wanted { low = middle } else { high = middle }
    }
    return low
  }
}
