import Listings
import Queries

// Ranges are moved by bars of their histogram.
extension Browser {
  mutating func excludeChoice() -> [Effect] {
    guard help == nil, let choice = filters.selectedChoice else { return [] }
    let changed = query.excluding(choice)
    if changed == query { message = .note("this is not left out by a key; Enter opens it") }
    return change(to: changed)
  }

  /// Under the first bar there is no floor.
  mutating func moveFloor(bars: Int) -> [Effect] {
    if isOnAges { return moveAge(bars: bars) }
    var range = query.payRange
    range.floor = moved(query.payFloor(in: context) ?? 0, bars: bars)
    if let floor = range.floor, let ceiling = query.payCeiling(in: context),
      floor.amount > ceiling
    {
      return []
    }
    return change(to: query.settingPay(range))
  }

  /// Above the last bar there is no ceiling.
  mutating func moveCeiling(bars: Int) -> [Effect] {
    if isOnAges { return moveLeastAge(bars: bars) }
    var range = query.payRange
    let step = payStep * 100
    let top = step * (facets.map(\.pay.bars.count).flatMap { $0 > 0 ? $0 : nil } ?? 16)
    guard let ceiling = query.payCeiling(in: context) ?? (bars < 0 ? top : nil) else { return [] }
    let amount = moved(ceiling, bars: bars)
    let floor = query.payFloor(in: context) ?? 0
    guard let amount, amount.amount >= max(step, floor) else { return [] }
    range.ceiling = amount.amount >= top ? nil : amount
    return change(to: query.settingPay(range))
  }

  private var isOnAges: Bool {
    filters.selectedChoice == .posted || filters.selectedChoice == .postedNotStated
  }

  private var payStep: Int { max(1, facets?.pay.step ?? PayHistogram().step) }

  /// A sum so many bars further, in whole bars; nil for none at all.
  private func moved(_ sum: Int, bars: Int) -> PayAmount? {
    let (moved, overflow) = (sum / 100 / payStep).addingReportingOverflow(bars)
    guard !overflow else { return PayAmount(amount: sum) }
    let bar = min(max(0, moved), 1_000_000 / payStep + 16)
    return bar == 0 ? nil : PayAmount(amount: bar * payStep * 100)
  }

  /// Newer by so many bars; beyond the oldest bar any age will do.
  private mutating func moveAge(bars: Int) -> [Effect] {
    var range = query.postedRange(today: today)
    let edges = AgeHistogram.edges
    let place = range.within.map { within in edges.firstIndex { $0 >= within } ?? edges.count }
    let wanted = (place ?? edges.count) - bars
    range.within = wanted >= edges.count ? nil : edges[max(0, wanted)]
    if let within = range.within, let least = range.notWithin, within <= least { return [] }
    return change(to: query.settingPosted(range, today: today))
  }

  /// Older by so many bars; before the newest bar any age will do.
  private mutating func moveLeastAge(bars: Int) -> [Effect] {
    var range = query.postedRange(today: today)
    let edges = AgeHistogram.edges
    let place = range.notWithin.map { least in edges.lastIndex { $0 <= least } ?? -1 } ?? -1
    let wanted = min(edges.count - 1, place + bars)
    range.notWithin = wanted < 0 ? nil : edges[wanted]
    if let within = range.within, let least = range.notWithin, within <= least { return [] }
    return change(to: query.settingPosted(range, today: today))
  }
}
