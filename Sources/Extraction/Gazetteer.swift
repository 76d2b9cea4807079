import Listings

/// What a name or an abbreviation may stand for; several at once where names are shared.
struct PlaceEntry: Sendable {
  var country: String?
  var subdivision: String?
  /// The states or countries that have a city of that name, the best known first.
  var cities: [String] = []
  /// Codes of a region of the world.
  var region: [String] = []
  var zone: TimeZoneSpan?
  /// States or provinces, then countries, that these capitals abbreviate.
  var abbreviates: [String] = []
  /// The word is an adjective, as in "Canadian residents".
  var isAdjective = false
  /// The table itself writes the name small, as "bundesweit".
  var isSmall = false
}

/// Countries, states, large cities, regions of the world and time zones by their names.
package final class Gazetteer: Sendable {
  let entries: [PlaceEntry]
  let names: [String: String]
  /// What "ET" and its like are behind the United States; elsewhere they are countries.
  let hours: [String: TimeZoneSpan]
  let beside: BesideWords
  private let table: PhraseTable<Int32>

  /// Adds the names to `lexicon`.
  init(
    table source: (_ path: String) -> VocabularyTable, beside: BesideWords,
    lexicon: inout Lexicon
  ) {
    self.beside = beside
    var builder = GazetteerBuilder(lexicon: lexicon)
    builder.addCountries(source("vocabulary/countries.tsv"))
    builder.addSubdivisions(source("vocabulary/subdivisions.tsv"))
    builder.addCities(source("vocabulary/cities.tsv"))
    builder.addRegions(source("vocabulary/regions.tsv"))
    builder.addZones(source("vocabulary/time-zones.tsv"))
    entries = builder.entries
    names = builder.names
    hours = builder.hours
    table = builder.table
    lexicon = builder.lexicon
  }

  /// The English name of a country or state.
  package func name(of code: String) -> String? { names[code] }

  func match(at index: Int, in text: TokenizedText) -> (entry: PlaceEntry, length: Int)? {
    guard let (entry, length) = table.match(at: index, in: text) else { return nil }
    return (entries[Int(entry)], length)
  }
}

private struct GazetteerBuilder {
  var lexicon: Lexicon
  var entries: [PlaceEntry] = []
  var names: [String: String] = [:]
  var hours: [String: TimeZoneSpan] = [:]
  var table = PhraseTable<Int32>()

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func addCountries(_ rows: VocabularyTable) {
    let columns = ["code", "alpha3", "name", "names", "adjectives"]
      .map { rows.column($0) }
    for row in rows.rows.indices {
      let code = columns[0][row]
      names[code] = columns[2][row]
      for name in [columns[2][row]] + VocabularyCell.names(of: columns[3][row]) {
        add(name) { $0.country = $0.country ?? code }
      }
      for name in VocabularyCell.names(of: columns[4][row]) {
        add(name) {
          $0.country = $0.country ?? code
          $0.isAdjective = true
        }
      }
      for short in [columns[1][row], code] where !short.isEmpty {
        add(short) { $0.abbreviates.append(code) }
      }
    }
  }

  mutating func addSubdivisions(_ rows: VocabularyTable) {
    for (code, rest) in zip(rows.column("code"), zip(rows.column("name"), rows.column("names"))) {
      names[code] = rest.0
      for name in [rest.0] + VocabularyCell.names(of: rest.1) {
        add(name) { $0.subdivision = $0.subdivision ?? code }
      }
      // Only these are commonly written by their letters alone; they come before countries.
      if ["US", "CA", "AU"].contains(code.prefix(2)) {
        add(String(code.dropFirst(3))) { entry in
          let states = entry.abbreviates.prefix { $0.count > 2 }.count
          entry.abbreviates.insert(code, at: states)
        }
      }
    }
  }

  mutating func addCities(_ rows: VocabularyTable) {
    var namesakes: [(name: String, place: String)] = []
    for (place, cities) in zip(rows.column("place"), rows.column("cities")) {
      for city in VocabularyCell.names(of: cities) {
        let names = VocabularyCell.names(of: city, separatedBy: "=")
        for name in names { add(name) { $0.cities.append(place) } }
        if let name = names.first.flatMap(Self.withoutLetters) { namesakes.append((name, place)) }
      }
    }
    for (name, place) in namesakes {
      add(name) { if !$0.cities.isEmpty, !$0.cities.contains(place) { $0.cities.append(place) } }
    }
  }

  /// "Cambridge" of "Cambridge MA", which a comma may part from its letters.
  private static func withoutLetters(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    guard bytes.count > 3, bytes[bytes.count - 3] == 32,
      bytes[bytes.count - 4] != UInt8(ascii: ","),
      bytes.suffix(2).allSatisfy({ (65...90).contains($0) })
    else { return nil }
    return String(name.dropLast(3))
  }

  mutating func addRegions(_ rows: VocabularyTable) {
    for (codes, cell) in zip(rows.column("codes"), rows.column("names")) {
      for name in VocabularyCell.names(of: cell) {
        add(name) { $0.region = Self.codes(codes) }
      }
    }
  }

  mutating func addZones(_ rows: VocabularyTable) {
    let spans = zip(rows.column("from"), rows.column("through"))
    for (span, cell) in zip(spans, rows.column("names")) {
      guard let from = Int(span.0), let through = Int(span.1) else { continue }
      for name in VocabularyCell.names(of: cell) {
        let zone = TimeZoneSpan(from: from, through: through)
        add(name) { $0.zone = $0.zone ?? zone }
        if name.utf8.count == 8, name.hasSuffix("T hours") { hours[String(name.prefix(2))] = zone }
      }
    }
  }

  /// Codes apart by blanks, of which `NORTH AMERICA` and its like hold one themselves.
  private static func codes(_ cell: String) -> [String] {
    var codes: [String] = []
    for word in cell.split(separator: " ") {
      if ["AMERICA", "EAST"].contains(word), let last = codes.popLast() {
        codes.append(last + " " + word)
      } else {
        codes.append(String(word))
      }
    }
    return codes
  }

  private mutating func add(_ name: String, _ change: (inout PlaceEntry) -> Void) {
    table.update(name, in: &lexicon) { known in
      let place = known ?? Int32(entries.count)
      if known == nil { entries.append(PlaceEntry()) }
      change(&entries[Int(place)])
      if let first = name.utf8.first, first >= 97, first <= 122 {
        entries[Int(place)].isSmall = true
      }
      return place
    }
  }
}
