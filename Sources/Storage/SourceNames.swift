import GRDB

/// The sources that there are postings of.
enum SourceNames {
  /// Skips from one name to the next along the index, so that it costs as many steps as names.
  static func all(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE name(source) AS (
          SELECT min(source) FROM posting
          UNION ALL
          SELECT (SELECT min(source) FROM posting WHERE source > name.source)
          FROM name WHERE source IS NOT NULL)
        SELECT source FROM name WHERE source IS NOT NULL
        """)
  }
}
