import CCurses
import Screens

/// What curses is told for each role and backdrop, worked out once.
struct StyleTable {
  struct Style {
    let attributes: UInt32
    let pair: Int32
    /// The background, if that is all that is seen of a blank; nil where it has a line or is turned.
    let ground: Int?
  }

  private var styles: [Appearance: Style] = [:]

  private struct Appearance: Hashable {
    let role: Role
    let backdrop: Backdrop
  }

  private struct ColorPair: Hashable {
    let foreground: Int
    let background: Int
  }

  init(theme: Theme, colors: Int) {
    var pairs: [ColorPair: Int32] = [ColorPair(foreground: -1, background: -1): 0]
    for role in Role.allCases {
      for backdrop in Backdrop.allCases {
        let look = theme.look(of: role, on: backdrop, colors: colors)
        let wanted = ColorPair(
          foreground: look.foreground?.number(of: colors) ?? -1,
          background: look.background?.number(of: colors) ?? -1)
        let pair = pairs[wanted] ?? Int32(pairs.count)
        if pairs[wanted] == nil {
          terminal_define_pair(pair, Int32(wanted.foreground), Int32(wanted.background))
          pairs[wanted] = pair
        }
        let showsMore = !look.traits.isDisjoint(with: [.underline, .reverse])
        styles[Appearance(role: role, backdrop: backdrop)] = Style(
          attributes: look.traits.rawValue, pair: pair,
          ground: showsMore ? nil : wanted.background)
      }
    }
  }

  subscript(role: Role, backdrop: Backdrop) -> Style {
    styles[Appearance(role: role, backdrop: backdrop)] ?? Style(attributes: 0, pair: 0, ground: -1)
  }
}
