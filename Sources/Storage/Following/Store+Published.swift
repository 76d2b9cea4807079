import GRDB
import Listings

extension Store {
  /// The postings of a source that have a text, by their ids there, in the words of the source.
  package func published(by source: String, ids: [String]) throws -> [String: Posting] {
    try read { db in
      let columns = PostingRecord.published.map { "posting.\($0)" }.joined(separator: ", ")
      let row = try PreparedStatement(
        db,
        """
        SELECT \(columns), body.text FROM posting JOIN body ON body.posting = posting.id
        WHERE source = ? AND externalID IN (SELECT value FROM json_each(?)) AND body.text <> ''
        """)
      row.bind(source, at: 0)
      row.bind(JSONValue.array(ids.map { .text($0) }).json, at: 1)
      defer { row.reset() }
      var found: [String: Posting] = [:]
      while try row.step() {
        var posting = PostingRecord.posting(row)
        posting.body = [Block](markdown: row.text(PostingRecord.published.count) ?? "")
        if let id = posting.externalID { found[id] = posting }
      }
      return found
    }
  }
}
