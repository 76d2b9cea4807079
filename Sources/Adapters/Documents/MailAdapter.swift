import Listings

/// Messages and mailboxes; a message is one posting, or the cards of an alert.
enum MailAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    read(message: MailMessage(source.bytes[...]), at: nil, context: context)
  }

  static func readBox(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    var result = AdapterResult()
    for (index, bytes) in Mailbox.messages(in: source.bytes).enumerated() {
      result.append(read(message: MailMessage(bytes), at: index, context: context))
    }
    return result
  }

  static func read(
    _ bytes: ArraySlice<UInt8>, at index: Int, context: ReadingContext
  ) -> AdapterResult {
    read(message: MailMessage(bytes), at: index, context: context)
  }

  private static func read(
    message: MailMessage, at index: Int?, context: ReadingContext
  ) -> AdapterResult {
    if let alert = alert(in: message, context: context) { return alert.dated(message, context) }
    let pages = message.parts.filter(\.isHTML)
    // HTML keeps the lists that the text part flattens.
    guard let part = pages.first ?? message.parts.first else {
      return AdapterResult(problems: [SourceProblem(item: index, reason: "no text in this message")]
      )
    }
    var posting = Posting(
      source: "mail", externalID: context.line(message["message-id"]),
      title: context.line(message["subject"].map { withoutPrefix($0, context.words) }))
    posting.setDate(context.line(message["date"]))
    posting.body =
      part.isHTML
      ? [Block](html: part.text, context: context)
      : [Block](description: part.text, context: context)
    posting.url = leadingAddress(&posting.body)
    posting.fillFromLabels(context.words)
    if posting.title == nil, posting.body.isEmpty {
      return AdapterResult(problems: [SourceProblem(item: index, reason: "an empty message")])
    }
    return AdapterResult(postings: [posting])
  }

  /// The jobs of an alert, by the part of the message that tells of most; the cards of its page
  /// where its lines tell of no more.
  private static func alert(in message: MailMessage, context: ReadingContext) -> AdapterResult? {
    let found = message.parts.lazy.compactMap { part -> AdapterResult? in
      guard part.isHTML else {
        return MailAlerts.linkedIn(part.text, context: context)
          ?? MailAlerts.indeed(part.text, context: context)
      }
      guard let root = MarkupTree(html: Array(part.text.utf8))?.root else { return nil }
      let page = Page(root: root, context: context, address: nil)
      return AlertCards.read(page, context: context) ?? MailAlerts.indeed(page)
        ?? PageCards.inMail(page)
    }
    let all = Array(found)
    let most = all.map(\.postings.count).max()
    return all.last { $0.postings.count == most }
  }

  private static func withoutPrefix(_ subject: String, _ words: DocumentWords) -> String {
    var subject = subject
    let prefixes = words.all(.reply).map { $0 + ":" }
    while let prefix = prefixes.first(where: { subject.lowercased().hasPrefix($0) }) {
      subject = String(subject.dropFirst(prefix.count)).trimmed
    }
    return subject
  }

  /// An address alone on the first line is the posting's.
  private static func leadingAddress(_ body: inout [Block]) -> String? {
    guard case .paragraph(let inlines)? = body.first else { return nil }
    let text = inlines.plainText.trimmed
    guard text.isWebAddress else { return nil }
    body.removeFirst()
    return text
  }
}

private extension AdapterResult {
  /// "2 days ago" in a mail counts from the day that it was sent.
  func dated(_ message: MailMessage, _ context: ReadingContext) -> AdapterResult {
    guard let line = context.line(message["date"]), let day = DateText.day(line) else {
      return self
    }
    var result = self
    for index in postings.indices where postings[index].dateText == nil {
      result.postings[index].posted = day
    }
    return result
  }
}

/// Cuts a mailbox at its "From " lines.
enum Mailbox {
  /// Where the last message begins.
  static func lastStart(in bytes: [UInt8]) -> Int? { starts(in: bytes).last }

  static func messages(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let starts = starts(in: bytes)
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let head = bytes[starts[index]..<end].firstIndex(of: 10) ?? end
      return bytes[min(head + 1, end)..<end]
    }
  }

  private static func starts(in bytes: [UInt8]) -> [Int] {
    let mark = Array("From ".utf8)
    var starts: [Int] = []
    var isAfterEmptyLine = true
    var lineStart = 0
    while lineStart < bytes.count {
      let end = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
      let line = bytes[lineStart..<end]
      if isAfterEmptyLine, line.starts(with: mark), isHeader(bytes[min(end + 1, bytes.count)...]) {
        starts.append(lineStart)
      }
      isAfterEmptyLine = line.isEmpty || line.elementsEqual([13])
      lineStart = end + 1
    }
    return starts
  }

  /// Whether a header line follows; prose may begin a line with "From " as well.
  private static func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix(80).prefix { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && bytes.dropFirst(name.count).first == UInt8(ascii: ":")
  }
}
