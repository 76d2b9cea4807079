import Browsing
import Listings
import Screens
import Texts

/// A row of bars, those outside of the range dimmed, and the range itself.
struct HistogramBars {
  private let bars: [Int]
  /// The bars that the range leaves out.
  private let isOutside: [Bool]
  private let words: String
  private let isOpen: Bool

  /// The ends count in hundredths a year.
  init(_ histogram: PayHistogram, floor: Int?, ceiling: Int?) {
    bars = histogram.bars
    let step = histogram.step * 100
    isOutside = bars.indices.map { bar in
      let isLast = bar == histogram.bars.count - 1
      return (bar + 1) * step <= floor ?? 0 && !isLast || bar * step >= ceiling ?? .max
    }
    isOpen = floor == nil && ceiling == nil
    words =
      switch (floor, ceiling) {
      case (let floor?, let ceiling?): "\(Wording.floor(floor))–\(Wording.floor(ceiling))"
      case (let floor?, nil): "≥ \(Wording.floor(floor))"
      case (nil, let ceiling?): "≤ \(Wording.floor(ceiling))"
      case (nil, nil): "any pay"
      }
  }

  /// The newest on the left.
  init(_ histogram: AgeHistogram, _ range: AgeBounds) {
    bars = histogram.bars
    let edges = [0] + AgeHistogram.edges
    isOutside = edges.indices.map { bar in
      let end = bar + 1 < edges.count ? edges[bar + 1] : .max
      return edges[bar] >= range.within ?? .max || end <= range.notWithin ?? 0
    }
    isOpen = range == AgeBounds()
    words =
      switch (range.within, range.notWithin) {
      case (let within?, let least?): "\(Wording.span(least))–\(Wording.span(within))"
      case (let within?, nil): "< \(Wording.span(within))"
      case (nil, let least?): "≥ \(Wording.span(least))"
      case (nil, nil): "any day"
      }
  }

  func draw(line: Int, on canvas: inout Canvas) {
    let start = canvas.draw(
      canvas.phrases[words], row: line, endingAt: canvas.width - 1, role: isOpen ? .dimmed : .strong
    )
    let room = max(0, start - 3)
    guard let most = bars.max(), most > 0, room > 0 else { return }
    let merged = (bars.count + room - 1) / room
    for (place, first) in stride(from: 0, to: bars.count, by: merged).enumerated() {
      let some = first..<min(first + merged, bars.count)
      let isOut = isOutside[some].allSatisfy { $0 }
      canvas.draw(
        Self.bar(bars[some].max() ?? 0, of: most), row: line, column: 2 + place,
        role: isOut ? .barOutside : .bar)
    }
  }

  /// A bar that stands for something is never empty.
  private static func bar(_ value: Int, of most: Int) -> String {
    let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard value > 0 else { return " " }
    return bars[min(7, value * 8 / (most + 1))]
  }
}
