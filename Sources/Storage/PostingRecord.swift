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
    into: "posting", published + ["firstSeen", "lastSeen", "id", "listing", "saidOn", "identity"])

  static let updating =
    SQLText.update("posting", published + ["firstSeen", "lastSeen", "saidOn"]) + " WHERE id = ?"

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

extension PostingRecord {
  /// All but the body, from a row that begins with the columns of `published`.
  static func posting(_ row: PreparedStatement) -> Posting {
    var posting = Posting(
      source: row.text(1) ?? "", externalID: row.text(2), url: row.text(3), title: row.text(4),
      company: row.text(5), location: row.text(6))
    posting.payText = row.text(7)
    posting.pay = row.text(12).flatMap(PayBasis.init).map { basis in
      PostedPay(
        low: row.optionalInteger(8), high: row.optionalInteger(9),
        currency: row.text(10).flatMap(Currency.init(code:)),
        period: row.text(11).flatMap(PayPeriod.init), basis: basis)
    }
    posting.dateText = row.text(13)
    posting.posted = row.optionalInteger(14).map(Day.init(number:))
    posting.closes = row.optionalInteger(15).map(Day.init(number:))
    posting.workplace = row.text(16).flatMap(RemoteKind.init)
    posting.eligibilityTexts = [String](jsonArray: row.text(17))
    posting.employmentText = row.text(18)
    posting.seniorityText = row.text(19)
    posting.tags = [String](jsonArray: row.text(20))
    return posting
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
