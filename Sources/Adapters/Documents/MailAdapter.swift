import Listings

/// Messages and mailboxes.
enum MailAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    .problem("mail is not read yet")
  }

  static func readBox(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    .problem("mail is not read yet")
  }
}
