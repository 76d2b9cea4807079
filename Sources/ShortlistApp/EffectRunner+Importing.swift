import Browsing
import Foundation
import Importing
import Listings
import Queries
import Storage

extension EffectRunner {
  /// Brings in what a path or an address holds, beside everything else.
  func bringIn(_ path: String) {
    fetches.async {
      guard let makeImporter = self.helpers.makeImporter else { return }
      do {
        let report = try makeImporter().run([self.input(path)])
        self.index.forget()
        self.post(.imported(report.words, isProblem: report.rejected > 0))
      } catch {
        self.post(.failed("\(error)"))
      }
    }
  }
}

extension EffectRunner {
  /// Writes what a query finds; where some of it is marked, only that, in the order of the list.
  func export(_ query: Query, only marks: Set<ListingID>, to path: String) throws {
    guard let export = helpers.export else { return }
    let found = try matching(query, Cancellation())
    let ids = marks.isEmpty ? found : found.filter(marks.contains)
    try export(ids, query, TypedPath(path, home: helpers.home).expanded)
    post(.exported(ids.count, to: path))
  }
}

extension EffectRunner {
  /// An address, or a path with `~` for the person's folder.
  private func input(_ text: String) -> ImportInput {
    let scheme = text.prefix(8).lowercased()
    if scheme.hasPrefix("http://") || scheme.hasPrefix("https://") { return .url(text) }
    return .path(TypedPath(text, home: helpers.home).expanded)
  }
}

private extension ImportReport {
  /// "3 read: 2 added, 1 unchanged", and the first of what could not be read.
  var words: String {
    let numbers = [
      (added, "added"), (updated, "updated"), (unchanged, "unchanged"), (duplicate, "joined"),
      (rejected, "rejected"), (empty, "empty"),
    ].filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) \($0.1)" }
    let sum = "\(Wording.number(read)) read" + (numbers.isEmpty ? "" : ": ")
    let problem = problems.first.map { " · \($0.reason)" } ?? ""
    return sum + numbers.joined(separator: ", ") + problem
  }
}
