import Listings

/// The phrases of all tables that speak of workplace, level, contract and skills, found in one
/// pass over a text.
package final class SignTable: Sendable {
  let entries: [SignEntry]
  let skills: [Skill]
  /// Words around those of the workplace, which make no marks of their own.
  let denials: PhraseTable<DenialWord>
  /// Ends of compounds that name a level, and what they say.
  let levelEndings: (words: WordEndings, signs: [LevelSign])
  /// Beginnings that do so in scripts without blanks.
  let levelBeginnings: [(bytes: [UInt8], sign: LevelSign)]
  let beside: BesideWords
  private let table: PhraseTable<Int32>

  /// Adds the words of the tables to `lexicon`.
  init(
    table source: (_ path: String) -> VocabularyTable, beside: BesideWords,
    lexicon: inout Lexicon
  ) {
    self.beside = beside
    var entries: [SignEntry] = []
    var skills: [Skill] = []
    var denials = PhraseTable<DenialWord>()
    var table = PhraseTable<Int32>()
    func name(_ pattern: String, _ change: (inout SignEntry) -> Void) {
      table.update(pattern, in: &lexicon) { known in
        let place = known ?? Int32(entries.count)
        if known == nil { entries.append(SignEntry()) }
        change(&entries[Int(place)])
        return place
      }
    }
    for (sign, pattern) in Self.rows(of: source("vocabulary/remote-phrases.tsv")) {
      if let denial = DenialWord(sign) {
        denials.update(pattern, in: &lexicon) { $0 ?? denial }
        continue
      }
      let firm = sign.hasSuffix("-firm")
      let home = sign.hasPrefix("hybrid-home")
      let plain = home ? "hybrid" : firm ? sign.dropLast(5) : sign[...]
      guard let workplace = WorkplaceSign(plain) else { continue }
      name(pattern) { entry in
        guard entry.workplace == nil else { return }
        (entry.workplace, entry.isFirm, entry.isOfHome) = (workplace, firm, home)
      }
    }
    var endings = WordEndings()
    var endingSigns: [LevelSign] = []
    var beginnings: [(bytes: [UInt8], sign: LevelSign)] = []
    for (sign, pattern) in Self.rows(of: source("vocabulary/seniority.tsv")) {
      if pattern.hasPrefix("*"), let level = LevelSign(sign) {
        endings.add(pattern.dropFirst(), endingSigns.count)
        endingSigns.append(level)
        continue
      }
      if pattern.hasSuffix("*"), let level = LevelSign(sign) {
        beginnings.append((Array(pattern.dropLast().utf8), level))
        continue
      }
      name(pattern) { $0.level = $0.level ?? LevelSign(sign) }
    }
    for (sign, pattern) in Self.rows(of: source("vocabulary/employment.tsv")) {
      name(pattern) { $0.employment = $0.employment ?? EmploymentSign(sign) }
    }
    for (skill, patterns) in Skill.rows(of: source("vocabulary/skills.tsv")) {
      let number = skill.name.isEmpty ? -2 : Int32(skills.count)
      if number >= 0 { skills.append(skill) }
      for pattern in patterns {
        name(pattern) { if $0.skill == -1 { $0.skill = number } }
      }
    }
    self.entries = entries
    self.skills = skills
    self.denials = denials
    levelEndings = (endings, endingSigns)
    levelBeginnings = beginnings
    self.table = table
  }

  /// The phrases in the tokens of `range`, the longest at each place, from left to right.
  ///
  /// `isWanted` chooses among phrases of several tables that begin at one place; in long texts all
  /// are read at once, and the longest of any table hides the others.
  func marks(
    in text: TokenizedText, tokens range: Range<Int>? = nil,
    where isWanted: (SignEntry) -> Bool = { _ in true }
  ) -> [Mark] {
    var marks: [Mark] = []
    addMarks(in: text, tokens: range ?? 0..<text.tokens.count, to: &marks, where: isWanted)
    return marks
  }

  /// Appends the phrases of all tables in the tokens of `range`.
  func addMarks(in text: TokenizedText, tokens range: Range<Int>, to marks: inout [Mark]) {
    addMarks(in: text, tokens: range, to: &marks) { _ in true }
  }

  @inline(__always)
  private func addMarks(
    in text: TokenizedText, tokens range: Range<Int>, to marks: inout [Mark],
    where isWanted: (SignEntry) -> Bool
  ) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      if let (entry, length) = table.match(
        at: index, in: text, where: { isWanted(entries[Int($0)]) }),
        index + length <= end
      {
        marks.append(Mark(entry: entry, start: Int32(index), end: Int32(index + length)))
        index += length
      } else {
        index += 1
      }
    }
  }

  private static func rows(of table: VocabularyTable) -> [(sign: String, pattern: String)] {
    zip(table.column("sign"), table.column("phrase")).map { ($0, $1) }
  }
}

/// A skill as it is spelled, and what its words need to be one.
struct Skill: Sendable {
  let name: String
  /// The capitals must be those of one of its names.
  let isExact: Bool
  /// It must stand in a list, or beside another skill.
  let isListed: Bool

  static func rows(of table: VocabularyTable) -> [(skill: Skill, names: [String])] {
    let needs = table.column("needs")
    let others = table.column("names")
    return zip(table.column("name"), zip(needs, others)).map { name, rest in
      let skill = Skill(
        name: name == "-" ? "" : name, isExact: rest.0 != "", isListed: rest.0 == "list")
      let more = VocabularyCell.names(of: rest.1)
      return (skill, (name == "-" ? [] : [name]) + more)
    }
  }
}
