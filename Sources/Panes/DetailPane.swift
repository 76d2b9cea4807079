import Browsing
import Listings
import Screens
import Texts

/// The listing in full, as the model has set it in lines.
package struct DetailPane {
  package init() {}

  package func draw(_ detail: DetailModel, on canvas: inout Canvas) {
    if let words = emptyWords(detail) {
      canvas.draw(canvas.phrases[words], row: 1, columns: 2..<(canvas.width - 1), role: .dimmed)
      return
    }
    for (row, line) in detail.shownLines.enumerated() {
      draw(line, row: row, currentHit: detail.currentHit, on: &canvas)
    }
  }
}

extension DetailPane {
  func draw(_ line: DetailLine, row: Int, currentHit: Int? = nil, on canvas: inout Canvas) {
    var column = 1 + line.indent
    for run in line.runs {
      column = canvas.draw(
        words(of: run, in: canvas.phrases), row: row, column: column,
        role: Role(run.style, currentHit: currentHit))
    }
  }

  /// Labels, and what is said in the place of what is missing, are the program's own words.
  private func words(of run: TextRun<DetailStyle>, in phrases: Phrasebook) -> String {
    switch run.style.kind {
    case .label:
      let blanks = run.text.reversed().prefix { $0 == " " }.count
      let label = String(run.text.dropLast(blanks))
      let words = phrases[label]
      if words == label { return run.text }
      let width = displayWidth(of: run.text)
      let shown = fitted(words, to: max(0, width - 1))
      return shown + String(repeating: " ", count: max(0, width - displayWidth(of: shown)))
    case .dimmed: return phrases[run.text]
    default: return run.text
    }
  }
}

private extension DetailPane {
  func emptyWords(_ detail: DetailModel) -> String? {
    if detail.id == nil { return "The selected listing is shown here." }
    if detail.isGone { return "This listing is not in the store any more." }
    return detail.isLoading ? "…" : nil
  }
}

private extension Role {
  init(_ style: DetailStyle, currentHit: Int?) {
    if style.isProof {
      self = .currentMatch
      return
    }
    if let hit = style.hit {
      self = hit == currentHit ? .currentMatch : .match
      return
    }
    switch style.kind {
    case .plain: self = .plain
    case .title: self = .heading
    case .company, .strong: self = .strong
    case .label: self = .label
    case .evidence, .dimmed, .linkNumber: self = .dimmed
    case .heading: self = .heading
    case .emphasis: self = .emphasis
    case .code: self = .code
    case .link: self = .link
    case .pay: self = .pay
    case .remote: self = .remote
    case .problem: self = .problem
    case .rule: self = .border
    }
  }
}
