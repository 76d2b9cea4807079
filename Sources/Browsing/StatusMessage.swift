/// What the status line says until the next key.
package struct StatusMessage: Hashable, Sendable {
  package let text: String
  package let isProblem: Bool

  static func note(_ text: String) -> StatusMessage { StatusMessage(text: text, isProblem: false) }
  static func problem(_ text: String) -> StatusMessage {
    StatusMessage(text: text, isProblem: true)
  }
}
