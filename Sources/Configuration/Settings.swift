import Commands
import Queries

/// What a person may change without touching code; each has a default.
package struct Settings: Sendable {
  /// ISO 4217 code that pay is compared in.
  package var currency = "USD"
  /// Click, wheel and double-click.
  package var usesMouse = true
  /// A name below `Resources/themes`, or one of the person's own.
  package var theme = "default"
  /// A name below `Resources/languages`, or one of the person's own; `en` needs no table.
  package var language = "en"
  package var keymap = Keymap()
  /// The program that shows a link; nil is the desktop's own.
  package var opener: [String]?
  /// The columns of the list, as in `pay:16`; nil is the usual ones.
  package var columns: [String]?
  /// What is hidden and brought out by rule.
  package var rules = ListingRules()
  /// How each of the rules that bring out looks, as themes write it; nil is the theme's own.
  package var highlightStyles: [String?] = []

  package init() {}
}

/// One row of the table of settings, from which `settings.toml` and its reading are made.
package enum SettingName: String, CaseIterable, Sendable {
  case currency, mouse, theme, language, opener, columns, highlight, hide, keys

  package var help: String {
    switch self {
    case .currency: "The currency that pay is compared in: an ISO 4217 code."
    case .mouse: "Whether the mouse clicks, scrolls and opens."
    case .theme: "The colors: the name of a theme."
    case .language: "The language of the interface: the name of a table of its words."
    case .opener: "The program that opens a link, and its first arguments."
    case .columns: "The columns of the list, from left to right, with their widths."
    case .highlight: "Listings to bring out: a query, and the look of their titles."
    case .hide: "Listings to leave out, as if they were hidden by hand."
    case .keys: "Keys of your own, by pane; \"nothing\" unbinds a key."
    }
  }

  /// The default, as it stands in the annotated file.
  package var example: String {
    switch self {
    case .currency: "currency = \"USD\""
    case .mouse: "mouse = true"
    case .theme: "theme = \"default\""
    case .language: "language = \"en\""
    case .opener: "opener = [\"xdg-open\"]"
    case .columns: "columns = [\"company\", \"pay:16\", \"remote:9\", \"age:6\"]"
    case .highlight: "[[highlight]]\nquery = \"salary>=180k remote:yes\"\nstyle = \"bold green\""
    case .hide: "[[hide]]\nquery = \"title:intern\""
    case .keys: "[keys.list]\n\"Z\" = \"hide\""
    }
  }
}
