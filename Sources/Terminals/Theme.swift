import Screens

/// How a role looks; what is nil is the terminal's own.
package struct Look: Hashable, Sendable {
  package var foreground: Color?
  package var background: Color?
  package var traits: Traits

  package init(_ foreground: Color? = nil, on background: Color? = nil, _ traits: Traits = []) {
    self.foreground = foreground
    self.background = background
    self.traits = traits
  }
}

/// What a terminal does to letters besides coloring them.
package struct Traits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let bold = Traits(rawValue: 1)
  package static let dim = Traits(rawValue: 2)
  package static let italic = Traits(rawValue: 4)
  package static let underline = Traits(rawValue: 8)
  package static let reverse = Traits(rawValue: 16)
}

/// Looks by role and by backdrop, one set for colors and one for terminals without.
package struct Theme: Hashable, Sendable {
  package var looks: [Role: Look]
  package var backdrops: [Backdrop: Look]
  /// Lighter shades of the looks' colors, to be read on the ground of a selected row.
  package var lightShades: [Role: Color] = [
    .pay: .indexed(156), .remote: .indexed(153), .saved: .indexed(221), .flagged: .indexed(217),
    .new: .indexed(117), .stage: .indexed(219), .label: .indexed(153), .key: .indexed(221),
    .bar: .indexed(156), .link: .indexed(153), .code: .indexed(216), .heading: .indexed(117),
    .notice: .indexed(156), .problem: .indexed(217), .title: .indexed(254),
    .focusedTitle: .indexed(117), .focusedBorder: .indexed(117), .completion: .indexed(250),
  ]
  /// For eight or sixteen colors, where the nearest of a subtle ground is a loud one.
  package var fewColorBackdrops: [Backdrop: Look] = [
    .selected: Look(.basic(15), on: .basic(4), .bold),
    .selectedElsewhere: Look(.basic(0), on: .basic(7)),
  ]
  package var plainLooks: [Role: Traits]

  package init(
    looks: [Role: Look], backdrops: [Backdrop: Look], plainLooks: [Role: Traits] = Theme.inkless
  ) {
    self.looks = looks
    self.backdrops = backdrops
    self.plainLooks = plainLooks
  }

  /// What a cell looks like on a terminal with so many colors.
  func look(of role: Role, on backdrop: Backdrop, colors: Int) -> Look {
    guard colors >= 8 else { return lookWithoutColor(of: role, on: backdrop) }
    var look = looks[role] ?? Look()
    if colors < 16, look.background == nil, look.foreground?.number(of: colors) == 0 {
      // The gray of a terminal without grays would be black on black.
      look = Look(nil, on: nil, look.traits.union(.dim))
    }
    let grounds = colors < 256 ? fewColorBackdrops : backdrops
    guard let under = grounds[backdrop] else { return look }
    look.traits.formUnion(under.traits)
    // A search hit keeps its own ground, or it would not be seen in the selected row.
    guard look.background == nil else { return look }
    look.background = under.background
    if colors < 256 || look.foreground == nil || role.yieldsToBackdrop {
      look.foreground = under.foreground
    } else {
      look.foreground = lightShades[role] ?? look.foreground
    }
    return look
  }

  private func lookWithoutColor(of role: Role, on backdrop: Backdrop) -> Look {
    var traits = plainLooks[role] ?? []
    switch backdrop {
    case .none: break
    case .selected: traits.formSymmetricDifference(.reverse)
    case .selectedElsewhere: traits.insert(.underline)
    }
    return Look(nil, on: nil, traits)
  }
}

private extension Role {
  /// Dark on dark would be hard to read.
  var yieldsToBackdrop: Bool {
    switch self {
    case .dimmed, .hidden, .border, .barOutside: true
    default: false
    }
  }
}

extension Theme {
  /// Readable on dark and on light grounds: the selected row brings its own.
  package static let standard = Theme(
    looks: [
      .strong: Look(nil, on: nil, .bold),
      .emphasis: Look(nil, on: nil, .italic),
      .dimmed: Look(.indexed(244)),
      .title: Look(.indexed(244), on: nil, .bold),
      .focusedTitle: Look(.indexed(39), on: nil, .bold),
      .border: Look(.indexed(240)),
      .focusedBorder: Look(.indexed(39)),
      .label: Look(.indexed(67)),
      .heading: Look(.indexed(39), on: nil, .bold),
      .code: Look(.indexed(173)),
      .link: Look(.indexed(74), on: nil, .underline),
      .match: Look(.indexed(16), on: .indexed(221)),
      .currentMatch: Look(.indexed(16), on: .indexed(208), .bold),
      .pay: Look(.indexed(71)),
      .remote: Look(.indexed(74)),
      .new: Look(.indexed(39), on: nil, .bold),
      .saved: Look(.indexed(178), on: nil, .bold),
      .flagged: Look(.indexed(167), on: nil, .bold),
      .hidden: Look(.indexed(242)),
      .stage: Look(.indexed(134), on: nil, .bold),
      .bar: Look(.indexed(71)),
      .barOutside: Look(.indexed(240)),
      .key: Look(.indexed(178), on: nil, .bold),
      .prompt: Look(nil, on: nil, .bold),
      .completion: Look(.indexed(242)),
      .notice: Look(.indexed(71), on: nil, .bold),
      .problem: Look(.indexed(167), on: nil, .bold),
    ].merging(ownRules) { look, _ in look },
    backdrops: [
      .selected: Look(.indexed(231), on: .indexed(24)),
      .selectedElsewhere: Look(.indexed(254), on: .indexed(238)),
    ])

  /// Colors that stand well apart, for rules that name no look.
  private static let ownRules: [Role: Look] = Dictionary(
    uniqueKeysWithValues: zip(
      Role.highlights, [71, 178, 134, 74, 173, 167, 39, 143, 109] as [UInt8]
    ).map { ($0, Look(.indexed($1), on: nil, .bold)) })

  /// Without colors: weight and lines tell apart what matters most.
  package static let inkless: [Role: Traits] = [
    .strong: .bold, .emphasis: .underline, .focusedTitle: [.bold, .reverse], .title: .bold,
    .dimmed: .dim, .heading: .bold, .link: .underline, .match: .reverse,
    .currentMatch: [.reverse, .bold], .focusedBorder: .bold, .border: .dim, .saved: .bold,
    .flagged: .bold, .new: .bold, .stage: .bold, .hidden: .dim, .key: .bold, .prompt: .bold,
    .barOutside: .dim, .completion: .dim, .notice: .bold, .problem: [.bold, .reverse],
  ].merging(Role.highlights.map { ($0, [.bold, .underline]) }) { traits, _ in traits }
}
