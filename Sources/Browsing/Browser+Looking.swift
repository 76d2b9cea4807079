import Commands
import Listings
import Queries

extension Browser {
  mutating func run(_ command: LookCommand) -> [Effect] {
    if command == .compare, help?.topic == .comparison {
      help = nil
      return []
    }
    guard help == nil else { return [] }
    switch command {
    case .showEvidence: inspect(.evidence)
    case .showReasons: inspect(.reasons)
    case .showPostings: inspect(.postings)
    case .toggleFolds: isUnfolded.toggle()
    case .compare: return compare()
    }
    return []
  }

  /// The same key closes it; the other one shows the other.
  private mutating func inspect(_ subject: Inspection.Subject) {
    guard list.count > 0 else { return }
    if inspection?.subject == subject { return closeInspection() }
    let before = inspection?.focusBefore ?? focus
    closeInspection()
    if !layout.isVisible(.detail) { open() }
    inspection = Inspection(subject, focusBefore: isDetailFull ? .detail : before)
    focus = .detail
  }

  mutating func closeInspection() {
    guard let inspection else { return }
    focus = isDetailFull ? .detail : inspection.focusBefore
    self.inspection = nil
  }

  /// Its lines are those of the listing shown, as wide as the pane.
  mutating func refreshInspection() {
    guard inspection != nil, let shown = detail.detail, let width = textWidth else { return }
    let source = Inspection.Source(detail: shown, query: query, width: width)
    if inspection?.source != source {
      let page = page(of: source)
      inspection?.show(page, of: source)
    }
    fitDetail()
  }

  private func page(of source: Inspection.Source) -> InspectionPage {
    switch inspection?.subject {
    case .reasons:
      InspectionPage(reasonsFor: source.detail, in: source.query, context, width: source.width)
    case .postings: InspectionPage(postingsOf: source.detail, context, width: source.width)
    case .evidence, nil:
      InspectionPage(evidenceOf: source.detail.listing, width: source.width)
    }
  }

  /// The detail has what the inspection and the line under it leave.
  mutating func fitDetail() {
    guard let height = layout.inside(.detail)?.height else { return }
    guard let lines = inspection?.lines.count else { return detail.fit(visible: height) }
    let upper = max(1, min(lines, (height - 1) / 2))
    inspection?.fit(visible: upper)
    detail.fit(visible: height - upper - 1)
  }

  /// The words of the chosen field come into sight; then one may scroll away from them.
  mutating func showProof() {
    guard let proof = inspection?.proof else {
      inspection?.shownProof = nil
      return
    }
    guard inspection?.shownProof != proof, let line = detail.page.proofLine else { return }
    inspection?.shownProof = proof
    detail.show(line: line)
  }
}
