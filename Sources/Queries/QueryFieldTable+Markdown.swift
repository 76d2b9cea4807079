extension QueryFieldName {
  /// What the field is called in a sentence such as "pay not stated".
  package var noun: String {
    switch self {
    case .salary: "pay"
    case .eligible: "eligibility"
    case .tz: "time zone"
    case .type: "type of contract"
    case .posted: "posting date"
    case .followUp: "follow-up"
    case .state: "state"
    default: rawValue
    }
  }

  /// The field table for the manual.
  package static func tableMarkdown() -> String {
    var lines = [
      "| field | also | asks | examples |",
      "|---|---|---|---|",
    ]
    for name in allCases {
      let info = name.info
      let aliases = info.aliases.map { "`\($0)`" }.joined(separator: " ")
      let examples = info.examples.map { "`\($0.replacing("|", with: "\\|"))`" }
      let mark = name.mayBeUndecided ? " (?)" : ""
      lines.append(
        "| `\(name.rawValue)`\(mark) | \(aliases) | \(info.help) | "
          + "\(examples.joined(separator: " · ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
