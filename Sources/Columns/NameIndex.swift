import Listings
import Queries

/// The words of titles, companies and places, and the names of skills, with the listings of each.
///
/// By it a search of one word over the short fields is answered while it is typed. It knows listings
/// by their ids, because they come in rising order; the columns know their rows.
package struct NameIndex: Sendable {
  private var title = WordIndex()
  private var company = WordIndex()
  private var place = WordIndex()
  /// Whole names: few, so that a phrase within one is found by looking at each.
  private var skill = WordIndex()

  package init(_ source: some ListingSource) throws {
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

  /// The ids of the listings with such a word in the field, some more than once.
  func forEach(_ word: SoughtWord, in field: TextField, _ body: (Int) -> Void) {
    switch field {
    case .title: title.forEach(word, body)
    case .company: company.forEach(word, body)
    case .place: place.forEach(word, body)
    case .any, .body, .note, .reason: break
    }
  }

  /// The ids of the listings whose field is not stated.
  func forEachWithout(_ field: TextField, _ body: (Int) -> Void) {
    switch field {
    case .title: title.forEachMissing(body)
    case .company: company.forEachMissing(body)
    case .place: place.forEachMissing(body)
    case .any, .body, .note, .reason: break
    }
  }

  /// Each skill's folded name, and a way through the ids of the listings that have it.
  func forEachSkill(_ body: (String, ((Int) -> Void) -> Void) -> Void) { skill.forEach(body) }

  /// The ids of the listings with a skill whose folded name passes, some more than once.
  func forEachSkill(where passes: (String) -> Bool, _ body: (Int) -> Void) {
    skill.forEach(where: { passes(String(decoding: $0, as: UTF8.self)) }, body)
  }
}

/// The words of one field.
private struct WordIndex: Sendable {
  private var words = WordTable()
  private var lists = PackedLists()
  private var missing = PackedLists()
  private var order: [Int32] = []

  init() { missing.addList() }

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

  func forEachMissing(_ body: (Int) -> Void) { missing.forEach(in: 0, body) }

  func forEach(_ body: (String, ((Int) -> Void) -> Void) -> Void) {
    for number in 0..<words.count {
      body(words.withWord(number) { String(decoding: $0, as: UTF8.self) }) { found in
        lists.forEach(in: number, found)
      }
    }
  }

  func forEach(where passes: (UnsafeBufferPointer<UInt8>) -> Bool, _ body: (Int) -> Void) {
    for number in 0..<words.count where words.withWord(number, passes) {
      lists.forEach(in: number, body)
    }
  }

  func forEach(_ word: SoughtWord, _ body: (Int) -> Void) {
    let stem = Array(word.stem)
    var place = firstPlace(from: stem)
    while place < order.count {
      let number = Int(order[place])
      let (isNear, isFound) = words.withWord(number) { found in
        (found.starts(with: stem), word.holds(of: found))
      }
      guard isNear else { return }
      if isFound { lists.forEach(in: number, body) }
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
