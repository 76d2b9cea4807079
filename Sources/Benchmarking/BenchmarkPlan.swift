/// What a run measures, as tables: keys pressed in turn, and queries entered.
package struct BenchmarkPlan: Sendable {
  /// Keys that are pressed in turn, and how many.
  struct KeyRow {
    let name: String
    let presses: [String]
    let count: Int
    /// The silence after which an answer is taken for complete.
    let silence: Duration
  }

  /// A query that is entered again and again, each time from the whole list in its usual order.
  struct QueryRow {
    let name: String
    let query: String
  }

  package let listings: Int
  package let keys: Int

  package init(listings: Int, keys: Int) {
    self.listings = listings
    self.keys = keys
  }

  /// Presses of what is answered with new counts, which take the harness longer to wait for.
  var toggles: Int { max(2, keys / 20) }

  /// How often a word is typed, and a query entered.
  var typings: Int { max(1, keys / 100) }
  var entries: Int { max(1, keys / 200) }

  /// The silence that parts answers without counts, such as a prompt that opens.
  var promptSilence: Duration { .milliseconds(120) }

  /// The silence that parts answers with counts; the counts of a start come after its first screen.
  var countSilence: Duration { .milliseconds(150 + listings / 10_000) }
  var startSilence: Duration { .milliseconds(300 + listings / 400) }

  /// Longer than it takes for a listing to count as read.
  var readSilence: Duration { .milliseconds(1200) + countSilence }

  var keyRows: [KeyRow] {
    let move = Duration.milliseconds(12)
    return [
      KeyRow(name: "j", presses: ["j"], count: keys, silence: move),
      KeyRow(name: "k", presses: ["k"], count: keys, silence: move),
      KeyRow(
        name: "half a page down, up", presses: ["\u{4}", "\u{15}"], count: keys, silence: move),
      KeyRow(name: "G, g g", presses: ["G", "gg"], count: keys, silence: move),
      KeyRow(name: "R: remote on, off", presses: ["R"], count: toggles, silence: countSilence),
      KeyRow(
        name: "$: pay floor", presses: ["$\u{15}120k\r", "$\u{15}150k\r"], count: toggles / 2,
        silence: countSilence),
      KeyRow(
        name: "s: save, save no longer", presses: ["s"], count: toggles, silence: countSilence),
    ]
  }

  /// Words typed letter by letter, each letter a row of its own.
  let typed = [
    (name: "a title's word", word: "nurse"), (name: "a word of most texts", word: "experience"),
  ]

  let queryRows = [
    QueryRow(name: "remote", query: "remote:yes"),
    QueryRow(name: "pay", query: "salary>=120k"),
    QueryRow(name: "pay or not stated", query: "salary>=120k?"),
    QueryRow(name: "level", query: "level:senior,staff"),
    QueryRow(name: "type", query: "type:contract"),
    QueryRow(name: "skill", query: "skill:rust"),
    QueryRow(name: "place", query: "place:berlin"),
    QueryRow(name: "eligible", query: "eligible:US"),
    QueryRow(name: "age", query: "posted>=2026-09-15"),
    QueryRow(name: "decision", query: "is:unread"),
    QueryRow(name: "word in one text in many", query: "terraform"),
    QueryRow(name: "word of most texts", query: "experience"),
    QueryRow(name: "phrase", query: "\"of the\""),
    QueryRow(name: "word, remote and pay", query: "experience remote:yes salary>=120k"),
    QueryRow(name: "sort by pay", query: "sort:-salary"),
    QueryRow(name: "sort by pay, least first", query: "sort:salary"),
    QueryRow(name: "sort by title", query: "sort:title"),
    QueryRow(name: "sort by title, backward", query: "sort:-title"),
    QueryRow(name: "sort by company", query: "sort:company"),
    QueryRow(name: "sort by place", query: "sort:place"),
    QueryRow(name: "sort by level", query: "sort:-level"),
    QueryRow(name: "sort by remote", query: "sort:remote"),
    QueryRow(name: "sort by age", query: "sort:posted"),
    QueryRow(name: "sort by first seen", query: "sort:-seen"),
    QueryRow(name: "sort by stars", query: "sort:-rating"),
    QueryRow(name: "sort by level, then pay", query: "sort:-level,-salary"),
  ]
}
