/// What a cell means; only a theme knows how that looks.
package enum Role: String, CaseIterable, Sendable {
  case plain, strong, emphasis, dimmed
  /// The program's name and the titles of panes.
  case title, focusedTitle
  case border, focusedBorder
  /// The name of a field, and the head of a group.
  case label
  case heading, code, link
  /// A search hit, and the one that `n` stopped at.
  case match, currentMatch
  case pay, remote
  case new, saved, flagged, hidden, stage
  case bar, barOutside
  /// The name of a key where keys are explained.
  case key
  case prompt, completion
  case notice, problem
  /// What the person's own rules bring out.
  case highlight1, highlight2, highlight3, highlight4, highlight5, highlight6, highlight7
  case highlight8, highlight9

  /// In the order of the rules.
  package static let highlights: [Role] = [
    .highlight1, .highlight2, .highlight3, .highlight4, .highlight5, .highlight6, .highlight7,
    .highlight8, .highlight9,
  ]
}

/// What lies under a cell.
package enum Backdrop: String, CaseIterable, Sendable {
  case none
  /// The selected row of the pane that has the focus.
  case selected
  /// The selected row of another pane.
  case selectedElsewhere
}
