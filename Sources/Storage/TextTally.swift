import Listings
import Queries

/// Counts the texts of a column by a hash, so that each is made a string of once.
struct TextTally {
  private var counts: [UInt64: (text: String, count: Int)] = [:]

  mutating func count(_ row: PreparedStatement, _ column: Int) {
    let hash = row.hash(column)
    if counts[hash] == nil { counts[hash] = (row.text(column) ?? "", 0) }
    counts[hash]?.count += 1
  }

  /// Names that differ in capitals or accents are one, in the spelling that most have.
  var names: [FacetValue] {
    var byKey: [String: (spelling: String, most: Int, count: Int)] = [:]
    for (text, count) in counts.values {
      let key = SearchText.folded(text)
      var known = byKey[key] ?? (text, 0, 0)
      if (count, known.spelling) > (known.most, text) {
        (known.spelling, known.most) = (text, count)
      }
      known.count += count
      byKey[key] = known
    }
    return byKey.values.map { FacetValue(name: $0.spelling, count: $0.count) }.mostFirst
  }

  /// Of lists of forms, how many name each, and how many none.
  var employment: (forms: [Employment: Int], notStated: Int) {
    var forms: [Employment: Int] = [:]
    var notStated = 0
    for (text, count) in counts.values {
      let named = [String](jsonArray: text).compactMap(Employment.init)
      if named.isEmpty { notStated += count }
      for form in named { forms[form, default: 0] += count }
    }
    return (forms, notStated)
  }
}

extension Collection where Element: RawRepresentable<String> & Hashable {
  /// The counts of `tags`, each under the value that its tag stands for.
  func counted(in tags: [UInt64: Int]) -> [Element: Int] {
    reduce(into: [:]) { $0[$1] = tags[$1.rawValue.tag] }
  }
}
