import ArgumentParser
import Listings
import Queries
import Storage

struct Mark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Decide about listings: save, flag, hide, stage, tag, note, rate.",
    discussion: "All of it is one change, which `shortlist undo` takes back.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The ids of the listings.", valueName: "id"))
  var ids: [String]

  @Flag(help: "Save.") var save = false
  @Flag(help: "No longer save.") var unsave = false
  @Flag(help: "Flag.") var flag = false
  @Flag(help: "No longer flag.") var unflag = false
  @Flag(help: "Hide from every list.") var hide = false
  @Flag(help: "Show again.") var unhide = false
  @Flag(help: "Hide all of its company, also what is to come.") var hideCompany = false
  @Flag(help: "Show its company again.") var unhideCompany = false
  @Flag(help: "Mark as read.") var read = false
  @Flag(help: "Mark as unread.") var unread = false
  @Option(help: ArgumentHelp("Why it is hidden.", valueName: "text")) var reason: String?
  @Option(
    help: ArgumentHelp(
      "none, applied, interviewing, offer, accepted, rejected or withdrawn.", valueName: "stage"))
  var stage: String?
  @Option(help: ArgumentHelp("Add a tag; may be given several times.", valueName: "tag"))
  var tag: [String] = []
  @Option(help: ArgumentHelp("Remove a tag.", valueName: "tag")) var untag: [String] = []
  @Option(help: ArgumentHelp("A note; empty removes it.", valueName: "text")) var note: String?
  @Option(
    help: ArgumentHelp(
      "The day to come back to it: 2026-12-01, today, tomorrow, +7d or none.", valueName: "day"))
  var followUp: String?
  @Option(help: ArgumentHelp("1 to 5 stars; 0 removes them.", valueName: "stars")) var rating: Int?

  func validate() throws {
    guard !(try decisions()).isEmpty else {
      throw ValidationError("say what to decide, as in: shortlist mark \(ids.first ?? "ID") --save")
    }
  }

  func run() throws {
    let decisions = try decisions()
    try common.withStore { store in
      let listings = try ids.map { try store.listing($0) }
      let change = try store.decide(decisions, on: listings, at: Clock.now)
      Console.problem(words(for: change))
    }
  }

  private func words(for change: DecisionChange) -> String {
    switch change.ids.count {
    case 0: "nothing to change"
    case 1: "changed \((change.title ?? "1 listing").cleaned(.singleLine))"
    default: "changed \(change.ids.count) listings"
    }
  }

  private func decisions() throws -> [Decision] {
    var decisions: [Decision] = []
    for (isAsked, decision) in [
      (save, Decision.saved(true)), (unsave, .saved(false)), (flag, .flagged(true)),
      (unflag, .flagged(false)), (hide || reason != nil, .hidden(true, reason: cleanText(reason))),
      (unhide, .hidden(false)), (hideCompany, .companyHidden(true)),
      (unhideCompany, .companyHidden(false)), (read, .read(true)), (unread, .read(false)),
    ] where isAsked {
      decisions.append(decision)
    }
    if let stage { decisions.append(.stage(try parsedStage(stage))) }
    if let rating {
      guard (0...5).contains(rating) else { throw ValidationError("--rating takes 0 to 5") }
      decisions.append(.rating(rating == 0 ? nil : rating))
    }
    decisions += try tag.map { .tag(try parsedTag($0)) }
    decisions += try untag.map { .untag(try parsedTag($0)) }
    if let followUp { decisions.append(.followUp(try parsedDay(followUp))) }
    if let note { decisions.append(.note(note.isEmpty ? nil : note.cleaned())) }
    return decisions
  }

  private func cleanText(_ text: String?) -> String? { text.map { ($0).cleaned(.singleLine) } }

  private func parsedTag(_ text: String) throws -> String {
    let tag = text.cleaned(.singleLine)
    guard !tag.isEmpty, !tag.contains(where: { $0 == " " || $0 == "," || $0 == "\"" }) else {
      throw ValidationError("a tag is one word without blanks, commas or quotes")
    }
    return tag
  }

  /// As the query language reads it.
  private func parsedDay(_ text: String) throws -> Day? {
    if text == "none" { return nil }
    guard let query = try? Query(parsing: "followup:\"\(text)\""),
      case .condition(.day(.followUp, .between(let day, _))) = query.expression
    else { throw ValidationError("--follow-up takes a day, as 2026-12-01, tomorrow or +7d") }
    return day.day(today: common.today)
  }

  private func parsedStage(_ text: String) throws -> Stage? {
    if text == "none" { return nil }
    guard let stage = Stage(rawValue: text) else {
      let known = Stage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no stage \"\(text.cleaned())\"; there are none, \(known)")
    }
    return stage
  }
}

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last decision, also one of an earlier day.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Make the change again that was undone last.") var redo = false

  func run() throws {
    try common.withStore { store in
      let now = Clock.now
      guard let change = try redo ? store.redo(at: now) : store.undo(at: now) else {
        throw Failure(.nothing, redo ? "there is nothing to redo" : "there is nothing to undo")
      }
      let title = (change.title ?? "1 listing").cleaned(.singleLine)
      let what = change.ids.count == 1 ? title : "\(change.ids.count) listings"
      Console.problem(
        redo ? "did again what was decided on \(what)" : "undid the decision on \(what)")
    }
  }
}
