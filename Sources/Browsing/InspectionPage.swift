import Listings
import Queries
import Texts

/// The lines of an inspection, set for some width.
struct InspectionPage {
  private(set) var lines: [DetailLine] = []
  private(set) var entries: [Inspection.Entry] = []
  private let width: Int

  static let column = DetailField.labelWidth

  /// Every field, with its words, where they stand and the rule that read them.
  init(evidenceOf listing: Listing, width: Int) {
    self.width = width
    for field in ListingField.allCases {
      let evidence = listing.evidence.filter { $0.field == field }
      let value = listing.words(of: field)
      guard value != nil || !evidence.isEmpty || field.isAlwaysAsked else { continue }
      if evidence.isEmpty { add(field, value) }
      for (index, proof) in evidence.enumerated() {
        add(index == 0 ? field : nil, value, proof)
      }
    }
  }

  /// The clauses of a query, each with its answer and what that rests on.
  init(reasonsFor detail: ListingDetail, in query: Query, _ context: QueryContext, width: Int) {
    self.width = width
    let clauses = query.explanation(for: MatchSubject(detail), in: context)
    for clause in clauses { add(clause) }
    if clauses.isEmpty {
      begin { page in
        page.add("Nothing is asked for: every listing that is not hidden is here.", .plain)
      }
    }
  }

  /// Every posting of the job: its dates, what it said otherwise than the listing, and what of that
  /// changed.
  init(postingsOf detail: ListingDetail, _ context: QueryContext, width: Int) {
    self.width = width
    for posting in detail.postings { add(posting, of: detail.listing, today: context.today) }
  }
}

extension InspectionPage {
  typealias Text = StyledText<DetailStyle>

  mutating func begin(proof: Range<Int>? = nil, _ body: (inout InspectionPage) -> Void) {
    let start = lines.count
    body(&self)
    entries.append(Inspection.Entry(lines: start..<lines.count, proof: proof))
  }

  mutating func add(_ text: Text, first: Int = 0, hanging: Int = 0) {
    lines += TextLayout(width: width, firstIndent: first, hangingIndent: hanging).lines(of: text)
  }

  mutating func add(_ words: String, _ kind: DetailStyle.Kind, first: Int = 0) {
    add(Text(words, style: DetailStyle(kind)), first: first, hanging: first)
  }

  mutating func add(_ field: ListingField?, _ value: String?, _ proof: Evidence? = nil) {
    begin(proof: proof?.part == .body ? proof?.range : nil) { page in
      if let field {
        let name = field.label
        let blanks = String(repeating: " ", count: max(1, Self.column - name.count))
        var line = Text(name + blanks, style: DetailStyle(.label))
        let words = value.map(\.onOneLine) ?? Wording.notStated
        line.append(words, style: DetailStyle(value == nil ? .dimmed : .plain))
        page.add(line, hanging: Self.column)
      }
      guard let proof else { return }
      let words = proof.words.onOneLine
      // Words that only repeat the value are no news.
      if field == nil || words.lowercased() != value?.onOneLine.lowercased() {
        page.add("“\(words)”", .evidence, first: Self.column)
      }
      let place = proof.part == .body ? "text" : proof.part.rawValue
      let range = "\(proof.range.lowerBound)–\(proof.range.upperBound)"
      page.add("in the \(place) \(range) · \(proof.rule)", .dimmed, first: Self.column)
    }
  }
}

private extension InspectionPage {
  mutating func add(_ clause: ClauseExplanation) {
    begin { page in
      let (mark, kind) = clause.answer.sign
      var line = Text(mark, style: DetailStyle(kind))
      line.append(clause.clause.onOneLine, style: DetailStyle(.strong))
      page.add(line, hanging: 2)
      if clause.grounds.isEmpty { page.add("these words are nowhere in it", .dimmed, first: 4) }
      for ground in clause.grounds {
        let name = Wording.field(ground.field)
        page.add("\(name): \(ground.words?.onOneLine ?? Wording.notStated)", .dimmed, first: 4)
      }
    }
  }
}

private extension QueryAnswer {
  var sign: (String, DetailStyle.Kind) {
    switch self {
    case .yes: ("✓ ", .remote)
    case .no: ("✗ ", .problem)
    case .undecided: ("? ", .dimmed)
    }
  }
}

private extension ListingField {
  /// As in the detail.
  var label: String {
    switch self {
    case .title: "Title"
    case .company: "Company"
    case .location: "Place"
    case .remote: "Remote"
    case .eligibility: "Open to"
    case .salary: "Pay"
    case .seniority: "Level"
    case .employment: "Type"
    case .skills: "Skills"
    case .posted: "Posted"
    case .contradiction: "But"
    }
  }

  /// That it is not stated is worth a line.
  var isAlwaysAsked: Bool { self != .eligibility && self != .contradiction }
}

private extension Listing {
  func words(of field: ListingField) -> String? {
    switch field {
    case .title: title
    case .company: company
    case .location: location
    case .remote: remote.kind == .unknown ? nil : Wording.kind(remote.kind)
    case .eligibility: remote.eligibility == Eligibility() ? nil : Wording.remote(remote)
    case .salary: salary.map { Wording.pay($0.range) }
    case .seniority: seniority == .unknown ? nil : Wording.level(seniority)
    case .employment: employment.isEmpty ? nil : list(employment.map(\.rawValue))
    case .skills: skills.isEmpty ? nil : list(skills)
    case .posted: posted?.description
    case .contradiction: remote.contradiction
    }
  }

  func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension String {
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
