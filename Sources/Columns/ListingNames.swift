import Listings
import Queries

/// Which company, place, skills and tags each row has, as numbers, to count names in one pass.
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
  private(set) var single: [NamedFacet: [UInt32]] = [:]
  /// Where the skills of each row begin; one more than there are rows.
  private(set) var skillStarts: [UInt32] = []
  private(set) var skills: [UInt16] = []
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
    var found = FoundSkills()
    let texts = try scan { numbers in
      guard let row = columns.row(of: numbers.id) else { return }
      companies[row] = numbers.company ?? Self.none
      places[row] = numbers.place ?? Self.none
      found.add(numbers.skills, row)
    }
    single[.company] = number(companies, texts[.company] ?? [], .company)
    single[.place] = number(places, texts[.place] ?? [], .place)
    takeSkills(found, texts[.skill] ?? [], rows: columns.count)
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
  ) -> [UInt32] {
    let places = merged(texts, facet)
    return numbers.map { $0 == Self.none ? $0 : places[Int($0)] }
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

  mutating func takeSkills(_ found: FoundSkills, _ texts: [String], rows: Int) {
    let places = merged(texts, .skill)
    skillStarts = Array(repeating: 0, count: rows + 1)
    for (row, count) in zip(found.rows, found.counts) { skillStarts[Int(row) + 1] = UInt32(count) }
    for row in 0..<rows { skillStarts[row + 1] += skillStarts[row] }
    skills = Array(repeating: 0, count: found.numbers.count)
    var next = 0
    for (row, count) in zip(found.rows, found.counts) {
      let start = Int(skillStarts[Int(row)])
      for index in 0..<Int(count) {
        skills[start + index] = UInt16(truncatingIfNeeded: places[Int(found.numbers[next + index])])
      }
      next += Int(count)
    }
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

/// Skills in the order in which they were read, a few bytes for each listing.
private struct FoundSkills {
  private(set) var rows: [Int32] = []
  private(set) var counts: [UInt8] = []
  private(set) var numbers: [UInt16] = []

  mutating func add(_ skills: [UInt32], _ row: Int) {
    // The vocabulary is far smaller than that, and nobody asks for so many skills.
    let some = skills.prefix(255).filter { $0 < UInt16.max }
    rows.append(Int32(row))
    counts.append(UInt8(some.count))
    numbers += some.map { UInt16($0) }
  }
}
