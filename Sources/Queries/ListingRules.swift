import Listings

/// The person's own rules about listings, written in the query language.
package struct ListingRules: Hashable, Sendable {
  /// What fits one of these is left out of every list that does not speak of hidden listings.
  package let hiding: [Query]
  /// The first that a listing fits brings it out.
  package let highlights: [Query]

  package init(hiding: [Query] = [], highlights: [Query] = []) {
    self.hiding = hiding
    self.highlights = highlights
  }

  /// More looks than that nobody could tell apart.
  package static let mostHighlights = 9

  /// Holds of what no rule hides; nil without such rules.
  ///
  /// Only a yes hides: who does not state what a rule asks stays.
  package var shown: QueryExpression? {
    hiding.isEmpty ? nil : .orUndecided(.not(.or(hiding.map(\.asked))))
  }
}

extension Query {
  /// What it asks, the undecided among the answers where it takes them in.
  fileprivate var asked: QueryExpression {
    includesUndecided ? .orUndecided(expression) : expression
  }
}

extension ListingRules {
  func hide(_ subject: MatchSubject, in context: QueryContext) -> Bool {
    shown.map { $0.answer(for: subject, in: context) == .no } ?? false
  }

  /// The rules that hide the listing.
  func hidingRules(of subject: MatchSubject, in context: QueryContext) -> [Query] {
    hiding.filter { $0.asked.answer(for: subject, in: context) == .yes }
  }
}
