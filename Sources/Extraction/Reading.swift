/// A value, the words of a text that it was read from, and the rule that read them.
package struct Reading<Value: Sendable>: Sendable {
  package let value: Value
  /// UTF-8 offsets in the text.
  package let range: Range<Int>
  package let rule: String

  package init(_ value: Value, at range: Range<Int>, by rule: String) {
    self.value = value
    self.range = range
    self.rule = rule
  }
}

extension Reading: Equatable where Value: Equatable {}
