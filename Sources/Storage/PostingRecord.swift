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

  static func values(of posting: Posting, contents: Int) -> RowValues {
    var row = RowValues(columns: published.count, bytes: 512)
    row.append(contents)
    for text in [
      posting.source, posting.externalID, posting.url, posting.title, posting.company,
      posting.location, posting.payText,
    ] {
      row.append(text)
    }
    row.append(posting.pay?.low)
    row.append(posting.pay?.high)
    row.append(posting.pay?.currency?.code)
    row.append(posting.pay?.period?.rawValue)
    row.append(posting.pay?.basis.rawValue)
    row.append(posting.dateText)
    row.append(posting.posted?.number)
    row.append(posting.closes?.number)
    row.append(posting.workplace?.rawValue)
    row.append(jsonArray: posting.eligibilityTexts)
    row.append(posting.employmentText)
    row.append(posting.seniorityText)
    row.append(jsonArray: posting.tags)
    return row
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
