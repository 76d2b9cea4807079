/// The panes of the browser, from left to right.
package enum Pane: Int, CaseIterable, Hashable, Sendable {
  case filters, list, detail
}

/// A rectangle of cells; its edges count as part of it.
package struct Frame: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let width: Int
  package let height: Int

  package init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// What a border one cell wide leaves.
  package var inside: Frame {
    Frame(row: row + 1, column: column + 1, width: width - 2, height: height - 2)
  }

  package func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < self.row + height
      && column >= self.column && column < self.column + width
  }
}

/// Which panes a terminal of some size has room for, and where they stand.
///
/// Neighboring panes share a border: their frames overlap by one column. The first row of the
/// screen is the header, the last the status line or a prompt.
package struct Layout: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Nothing can be shown but what size is needed.
    case tooSmall
    /// One pane at a time.
    case single
    /// List and detail; the filters slide in over the detail.
    case double
    case triple
  }

  package static let smallest = Size(width: 60, height: 16)

  package let size: Size
  package let kind: Kind
  package let frames: [Pane: Frame]

  package init(size: Size, focus: Pane = .list, isDetailFull: Bool = false) {
    self.size = size
    kind = Kind(size)
    frames = Self.frames(kind, size: size, focus: focus, isDetailFull: isDetailFull)
  }

  package func isVisible(_ pane: Pane) -> Bool { frames[pane] != nil }

  /// The cells inside a pane's border; nil when the pane is not shown.
  package func inside(_ pane: Pane) -> Frame? { frames[pane]?.inside }

  /// Help lies over all panes.
  package var overlay: Frame {
    Frame(row: 1, column: 0, width: size.width, height: size.height - 2)
  }

  package func pane(atRow row: Int, column: Int) -> Pane? {
    Pane.allCases.last { frames[$0]?.contains(row: row, column: column) == true }
  }
}

private extension Layout.Kind {
  init(_ size: Size) {
    if size.width < Layout.smallest.width || size.height < Layout.smallest.height {
      self = .tooSmall
    } else if size.width < 80 || size.height < 20 {
      self = .single
    } else {
      self = size.width < 120 ? .double : .triple
    }
  }
}

private extension Layout {
  static func frames(
    _ kind: Kind, size: Size, focus: Pane, isDetailFull: Bool
  ) -> [Pane: Frame] {
    if kind == .tooSmall { return [:] }
    if isDetailFull { return columns([(.detail, size.width)], of: size) }
    switch kind {
    case .tooSmall: return [:]
    case .single: return columns([(focus, size.width)], of: size)
    case .double where focus == .filters:
      return columns([(.filters, 30), (.list, size.width - 30)], of: size)
    case .double:
      let list = max(38, size.width * 9 / 20)
      return columns([(.list, list), (.detail, size.width - list)], of: size)
    case .triple:
      let filters = 28
      let list = min(72, (size.width - filters) * 9 / 20)
      return columns(
        [(.filters, filters), (.list, list), (.detail, size.width - filters - list)], of: size)
    }
  }

  /// Each frame but the first reaches one column to the left, onto its neighbor's border.
  static func columns(_ panes: [(Pane, Int)], of size: Size) -> [Pane: Frame] {
    var frames: [Pane: Frame] = [:]
    var column = 0
    for (pane, width) in panes {
      let shared = column == 0 ? 0 : 1
      frames[pane] = Frame(
        row: 1, column: column - shared, width: width + shared, height: size.height - 2)
      column += width
    }
    return frames
  }
}
