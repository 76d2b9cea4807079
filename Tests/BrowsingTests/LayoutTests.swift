import Browsing
import Testing

@Suite struct LayoutTests {
  @Test(
    arguments: [
      (160, 45, "filters 0+28 list 27+60 detail 86+74"),
      (120, 20, "filters 0+28 list 27+42 detail 68+52"),
      (119, 30, "list 0+53 detail 52+67"), (80, 24, "list 0+38 detail 37+43"),
      (79, 24, "list 0+79"), (160, 19, "list 0+160"), (60, 16, "list 0+60"), (59, 16, ""),
      (60, 15, ""), (0, 0, ""),
    ])
  func showsAsManyPanesAsThereIsRoomFor(width: Int, height: Int, expected: String) {
    #expect(panes(Layout(size: Size(width: width, height: height))) == expected)
  }

  @Test func filtersSlideInAndTheDetailOpensOverAll() {
    let size = Size(width: 100, height: 30)
    #expect(panes(Layout(size: size, focus: .filters)) == "filters 0+30 list 29+71")
    #expect(panes(Layout(size: size, focus: .detail, isDetailFull: true)) == "detail 0+100")
  }

  @Test func framesCoverTheScreenBetweenHeaderAndStatusLine() {
    for width in 60...250 {
      for height in 16...60 {
        for focus in Pane.allCases {
          let layout = Layout(size: Size(width: width, height: height), focus: focus)
          let frames = layout.frames.values.sorted { $0.column < $1.column }
          #expect(layout.isVisible(focus) || focus == .detail || layout.kind != .single)
          #expect(frames.first?.column == 0)
          #expect(frames.last.map { $0.column + $0.width } == width)
          for (left, right) in zip(frames, frames.dropFirst()) {
            #expect(left.column + left.width - 1 == right.column)
          }
          #expect(frames.allSatisfy { $0.row == 1 && $0.height == height - 2 && $0.width >= 28 })
        }
      }
    }
  }

  private func panes(_ layout: Layout) -> String {
    Pane.allCases.compactMap { pane in
      layout.frames[pane].map { "\(pane) \($0.column)+\($0.width)" }
    }.joined(separator: " ")
  }
}
