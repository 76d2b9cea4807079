import Browsing
import Listings
import Screens

/// Pay as a row of bars, those under the floor dimmed, and the floor itself.
struct HistogramBars {
  private let histogram: PayHistogram
  private let floor: Int?

  /// The floor counts in hundredths a year.
  init(_ histogram: PayHistogram, floor: Int?) {
    self.histogram = histogram
    self.floor = floor
  }

  func draw(line: Int, on canvas: inout Canvas) {
    let words = floor.map { "≥ \(Wording.floor($0))" } ?? "any pay"
    let end = canvas.width - 1
    let start = canvas.draw(
      words, row: line, endingAt: end, role: floor == nil ? .dimmed : .strong)
    let room = max(0, start - 2)
    guard let most = histogram.bars.max(), most > 0, room > 0 else { return }
    let merged = (histogram.bars.count + room - 1) / room
    for (place, first) in stride(from: 0, to: histogram.bars.count, by: merged).enumerated() {
      let bars = histogram.bars[first..<min(first + merged, histogram.bars.count)]
      let isOutside = (first + bars.count) * histogram.step * 100 <= floor ?? 0
      canvas.draw(
        Self.bar(bars.max() ?? 0, of: most), row: line, column: 1 + place,
        role: isOutside ? .barOutside : .bar)
    }
  }

  /// A bar that stands for something is never empty.
  private static func bar(_ value: Int, of most: Int) -> String {
    let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard value > 0 else { return " " }
    return bars[min(7, value * 8 / (most + 1))]
  }
}
