import Listings
import Queries

/// The words of titles, companies and places, and the names of skills, with the listings of each.
///
/// By it a search of one word over the short fields is answered while it is typed. It knows listings
/// by their numbers, because they come in rising order; the columns know their rows.
package struct NameIndex: Sendable {
  private var title: WordIndex
  private var company: WordIndex
  private var place: WordIndex
  /// Whole names: few, so that a phrase within one is found by looking at each.
  private var skill: WordIndex

  /// Takes the words of the listings that the columns hold.
  package init(of columns: ListingColumns, _ source: some ListingSource) throws {
    let empty = WordIndex(limit: columns.numberLimit)
    (title, company, place, skill) = (empty, empty, empty, empty)
    try source.forEachText { id, texts in
      let number = Int32(truncatingIfNeeded: id.number)
      title.add(wordsOf: texts.title, number)
      company.add(wordsOf: texts.company, number)
      place.add(wordsOf: texts.place, number)
      if let skills = texts.skills {
        for name in skills.split(separator: UInt8(ascii: "|")) {
          skill.add(UnsafeBufferPointer(rebasing: name), number)
        }
      }
    }
    title.seal()
    company.seal()
    place.seal()
    skill.seal()
  }

  /// Adds the numbers of the listings with such a word in the field.
  func unite(_ word: SoughtWord, in field: TextField, into numbers: inout RowSet) {
    self[field]?.unite(word, into: &numbers)
  }

  /// Adds the numbers of the listings whose field is not stated.
  func uniteMissing(_ field: TextField, into numbers: inout RowSet) {
    self[field]?.uniteMissing(into: &numbers)
  }

  private subscript(field: TextField) -> WordIndex? {
    switch field {
    case .title: title
    case .company: company
    case .place: place
    case .any, .body, .note, .reason: nil
    }
  }

  /// Adds the numbers of the listings with a skill whose folded name passes.
  func uniteSkills(where passes: (String) -> Bool, into numbers: inout RowSet) {
    skill.unite(where: passes, into: &numbers)
  }

  /// Each skill's folded name, and how many of the listings have it.
  func forEachSkill(countedIn numbers: RowSet, _ body: (String, Int) -> Void) {
    skill.forEach(countedIn: numbers, body)
  }
}

/// The words of one field.
private struct WordIndex: Sendable {
  private var words = WordTable()
  private var lists: PackedLists
  /// One list.
  private var missing: PackedLists
  private var order: [Int32] = []

  init(limit: Int) {
    (lists, missing) = (PackedLists(limit: limit), PackedLists(limit: limit))
    missing.addList()
  }

  mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ id: Int32) {
    let number = words.number(of: word)
    if number == lists.count { lists.addList() }
    lists.append(id, to: number)
  }

  mutating func add(wordsOf text: UnsafeBufferPointer<UInt8>?, _ id: Int32) {
    guard let text else { return missing.append(id, to: 0) }
    SearchText.forEachWord(in: text) { word, _ in add(word, id) }
  }

  mutating func seal() {
    words.seal()
    order = words.sorted()
  }

  func uniteMissing(into numbers: inout RowSet) { missing.unite(0, into: &numbers) }

  func forEach(countedIn numbers: RowSet, _ body: (String, Int) -> Void) {
    for number in 0..<words.count { body(text(number), lists.count(number, in: numbers)) }
  }

  func unite(where passes: (String) -> Bool, into numbers: inout RowSet) {
    for number in 0..<words.count where passes(text(number)) {
      lists.unite(number, into: &numbers)
    }
  }

  private func text(_ number: Int) -> String {
    words.withWord(number) { String(decoding: $0, as: UTF8.self) }
  }

  func unite(_ word: SoughtWord, into numbers: inout RowSet) {
    let stem = Array(word.stem)
    var place = firstPlace(from: stem)
    while place < order.count {
      let number = Int(order[place])
      let (isNear, isFound) = words.withWord(number) { found in
        (found.starts(with: stem), word.holds(of: found))
      }
      guard isNear else { return }
      if isFound { lists.unite(number, into: &numbers) }
      place += 1
    }
  }

  private func firstPlace(from stem: [UInt8]) -> Int {
    stem.withUnsafeBufferPointer { stem in
      var (low, high) = (0, order.count)
      while low < high {
        let middle = (low + high) / 2
        let isBefore = words.withWord(Int(order[middle])) { WordTable.precedes($0, stem) }
        if isBefore { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
