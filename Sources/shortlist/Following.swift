import CCurl
import Configuration
import Extraction
import Foundation
import Importing
import Listings
import Storage

/// What fetching needs, put together for the command line and the browser.
enum Following {
  static func fetcher() -> Fetcher {
    Fetcher(agent: "shortlist/\(Shortlist.version) (+one person reading job boards)") {
      shortlist_can_fetch()
        ? nil : "fetching needs libcurl 4, which is not installed (Debian: apt install libcurl4)"
    }
  }

  static var keyFile: KeyFile {
    let names = Board.all.flatMap(\.keys).map(\.name)
    return KeyFile(
      names, path: Places.current.keys, environment: ProcessInfo.processInfo.environment)
  }

  /// A board whose key can't be had says so itself; `warns` tells why on standard error.
  static func syncer(_ store: Store, warns: Bool = false) -> Syncer {
    let file = keyFile
    if warns, let problem = file.problem { Console.problem("shortlist: \(problem)") }
    return Syncer(
      store: store, vocabulary: .embedded, fetcher: fetcher(), keys: file.keys,
      now: { Clock.now })
  }
}
