import Listings

/// A row of `posting`: what one source said.
enum PostingRecord {
  /// What a source says anew with each import; the rest of the row is ours.
  static let published = [
    "contents", "source", "externalID", "url", "title", "company", "location", "payText", "payLow",
    "payHigh", "payCurrency", "payPeriod", "payBasis", "dateText", "posted", "closes", "workplace",
    "eligibilityTexts", "employmentText", "seniorityText", "tags",
  ]

  static let inserting = SQLText.insert(
    into: "posting", published + ["firstSeen", "lastSeen", "id", "listing", "identity"])

  static let updating =
    SQLText.update("posting", published + ["firstSeen", "lastSeen"]) + " WHERE id = ?"

  static func bind(_ posting: Posting, contents: Int, to statement: PreparedStatement) {
    statement.bind(contents, at: 0)
    let texts = [
      posting.source, posting.externalID, posting.url, posting.title, posting.company,
      posting.location, posting.payText,
    ]
    for (index, text) in texts.enumerated() { statement.bind(text, at: 1 + index) }
    statement.bind(posting.pay?.low, at: 8)
    statement.bind(posting.pay?.high, at: 9)
    statement.bind(posting.pay?.currency?.code, at: 10)
    statement.bind(posting.pay?.period?.rawValue, at: 11)
    statement.bind(posting.pay?.basis.rawValue, at: 12)
    statement.bind(posting.dateText, at: 13)
    statement.bind(posting.posted?.number, at: 14)
    statement.bind(posting.closes?.number, at: 15)
    statement.bind(posting.workplace?.rawValue, at: 16)
    statement.bind(posting.eligibilityTexts.jsonArray, at: 17)
    statement.bind(posting.employmentText, at: 18)
    statement.bind(posting.seniorityText, at: 19)
    statement.bind(posting.tags.jsonArray, at: 20)
  }
}

/// Statements made from lists of columns.
enum SQLText {
  static func insert(into table: String, _ columns: [String]) -> String {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }

  static func update(_ table: String, _ columns: [String]) -> String {
    "UPDATE \(table) SET " + columns.map { "\($0) = ?" }.joined(separator: ", ")
  }
}
