import Listings
import Queries

/// Which company, place and tags each row has, as numbers, to count names in one pass.
///
/// Of skills only the names are kept: the index of names knows the listings of each.
///
/// Names that are the same when folded are one. A company or a place also counts for each shorter
/// name whose words stand in a row in its own, since the query language finds it by them.
package struct ListingNames: Sendable {
  /// A name and how the query language compares it.
  struct Name: Sendable {
    let text: String
    let key: String
    /// Names that hold this one's listings too.
    var parts: [UInt32] = []
  }

  private(set) var names: [NamedFacet: [Name]] = [:]
  /// The company and the place of each row; the largest number is none.
  private(set) var single: [NamedFacet: NameNumbers] = [:]
  /// The rows that bear each tag, and those that each source published.
  private(set) var rows: [NamedFacet: [SomeRows]] = [:]

  static let none = UInt32.max
  /// Stated, but without a word that could be asked for.
  static let wordless = UInt32.max - 1
}

extension ListingNames {
  package init(
    of columns: ListingColumns,
    _ scan: ((ListingNameNumbers) -> Void) throws -> [NamedFacet: [String]]
  ) rethrows {
    var companies = Array(repeating: Self.none, count: columns.count)
    var places = companies
    let texts = try scan { numbers in
      guard let row = columns.row(of: numbers.id) else { return }
      companies[row] = numbers.company ?? Self.none
      places[row] = numbers.place ?? Self.none
    }
    single[.company] = number(companies, texts[.company] ?? [], .company)
    companies = []
    single[.place] = number(places, texts[.place] ?? [], .place)
    places = []
    _ = merged(texts[.skill] ?? [], .skill)
    for facet in [NamedFacet.company, .place] {
      names[facet] = Self.findingParts(names[facet] ?? [])
    }
    names[.source] = columns.sources.map { Name(text: $0.name, key: SearchText.folded($0.name)) }
    rows[.source] = columns.sources.map(\.rows)
  }

  /// Takes the tags anew: they are decisions, and change.
  package mutating func takeTags(
    of columns: ListingColumns,
    _ scan: ((String, ((ListingID) -> Void) throws -> Void) throws -> Void) throws -> Void
  ) rethrows {
    var tags: [Name] = []
    var tagged: [SomeRows] = []
    try scan { text, listings in
      let key = SearchText.folded(text)
      if key.isEmpty { return }
      var found = columns.none
      try listings { if let row = columns.row(of: $0) { found.insert(row) } }
      if let index = tags.firstIndex(where: { $0.key == key }) {
        tagged[index].forEach { found.insert($0) }
        tagged[index] = SomeRows(found)
      } else {
        tags.append(Name(text: text, key: key))
        tagged.append(SomeRows(found))
      }
    }
    names[.tag] = tags
    rows[.tag] = tagged
  }
}

private extension ListingNames {
  /// Gives texts that fold to the same key the same number; those without a word are no names.
  mutating func number(
    _ numbers: [UInt32], _ texts: [String], _ facet: NamedFacet
  ) -> NameNumbers {
    let places = merged(texts, facet)
    return NameNumbers(count: names[facet]?.count ?? 0, numbers) {
      $0 == Self.none ? $0 : places[Int($0)]
    }
  }

  mutating func merged(_ texts: [String], _ facet: NamedFacet) -> [UInt32] {
    var byKey: [String: UInt32] = [:]
    var all: [Name] = []
    let places = texts.map { text -> UInt32 in
      let key = SearchText.folded(text)
      if key.isEmpty { return Self.wordless }
      if let known = byKey[key] { return known }
      let place = UInt32(all.count)
      byKey[key] = place
      all.append(Name(text: text, key: key))
      return place
    }
    names[facet] = all
    return places
  }

  /// Of each name the other names whose words stand in a row in it.
  static func findingParts(_ names: [Name]) -> [Name] {
    // A longer name than this is a sentence that somebody put into the field.
    let longest = 12
    let byKey = Dictionary(
      names.enumerated().map { ($1.key[...], UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    return names.map { name in
      var name = name
      let words = name.key.split(separator: " ")
      guard words.count > 1, words.count <= longest else { return name }
      var parts: Set<UInt32> = []
      for first in words.indices {
        for last in first..<words.count where last - first < words.count - 1 {
          let part = name.key[words[first].startIndex..<words[last].endIndex]
          if let number = byKey[part] { parts.insert(number) }
        }
      }
      name.parts = parts.sorted()
      return name
    }
  }
}

/// The number of a name for each row, in two bytes where there are not more names than that.
enum NameNumbers: Sendable {
  case few([UInt16])
  case many([UInt32])

  // The largest two are `none` and `wordless`, as they are in four bytes.
  private static let gap = UInt32.max - UInt32(UInt16.max)
  private static let mostFew = Int(UInt16.max) - 2

  init(_ numbers: [UInt32]) { self = .many(numbers) }

  /// `number` gives the number of a name for what stands in a row.
  init(count: Int, _ rows: [UInt32], _ number: (UInt32) -> UInt32) {
    self =
      count <= Self.mostFew
      ? .few(rows.map { UInt16(truncatingIfNeeded: number($0)) }) : .many(rows.map(number))
  }

  subscript(row: Int) -> UInt32 {
    switch self {
    case .few(let numbers):
      let number = UInt32(numbers[row])
      return number > Self.mostFew ? number + Self.gap : number
    case .many(let numbers): return numbers[row]
    }
  }
}
