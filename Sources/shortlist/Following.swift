import Configuration
import Extraction
import Foundation
import Importing
import Listings
import Storage

/// What fetching needs, put together for the command line and the browser.
enum Following {
  static func fetcher() -> Fetcher {
    Fetcher(agent: "shortlist/\(Shortlist.version) (+one person reading job boards)")
  }

  /// Says on standard error why the file of keys can't be used, if so.
  static func syncer(_ store: Store) -> Syncer {
    let names = Board.all.flatMap(\.keys).map(\.name)
    let file = KeyFile(
      names, path: Places.current.keys, environment: ProcessInfo.processInfo.environment)
    if let problem = file.problem { Console.problem("shortlist: \(problem)") }
    return Syncer(
      store: store, vocabulary: .embedded, fetcher: fetcher(), keys: file.keys,
      now: { Clock.now })
  }
}
