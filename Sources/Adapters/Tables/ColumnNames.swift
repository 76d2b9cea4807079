/// What fields are called beside the names that formats have for them: words of all languages.
struct ColumnNames: Sendable {
  private var fields: [UInt64: FieldName] = [:]

  init() {}

  /// `labels` stand before values on pages, as in "Gehalt: 50.000 €", and head columns just as well.
  init(labels: some Sequence<(phrase: String, field: String, language: String)>) {
    for (phrase, name, _) in labels {
      guard let field = Self.field(ofLabel: name) else { continue }
      fields[NameHash(of: phrase).whole] = field
    }
  }

  /// The field that a name stands for, and how sure that is: 0 is the best.
  func recognized(_ name: String) -> (field: FieldName, rank: Int)? {
    if let known = FieldName.recognized(name) { return known }
    return fields.isEmpty ? nil : fields[NameHash(of: name).whole].map { ($0, 100) }
  }

  /// By the fields of `labels.tsv`.
  private static func field(ofLabel name: String) -> FieldName? {
    switch LabelField(rawValue: name) {
    case .title, .role: .title
    case .company: .company
    case .location: .location
    case .workplace: .workplace
    case .pay: .pay
    case .employment: .employment
    case .level: .seniority
    case .date: .date
    case .closes: .closes
    case .url: .url
    case .tags: .tags
    case nil: nil
    }
  }
}
