import Listings

/// The first line of a "Who is hiring" comment: who, what, where, how much.
package struct HackerNewsLine: Hashable, Sendable {
  package let company: String?
  package let titles: [String]
  package let location: String?
  package let remote: RemotePolicy
  package let salary: Salary?

  package init(parsing line: String, using vocabulary: Vocabulary) {
    company = nil
    titles = []
    location = nil
    remote = RemotePolicy(extracting: line, using: vocabulary)
    salary =
      Salary.extract(
        from: TokenizedText(line, lexicon: vocabulary.lexicon), using: vocabulary)?.value
  }
}
