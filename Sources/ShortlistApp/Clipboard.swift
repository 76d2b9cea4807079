import Foundation

/// Copies through the terminal itself, so that it works over ssh.
package enum Clipboard {
  /// The control sequence (OSC 52) that puts `text` on the clipboard of the person's terminal.
  package static func sequence(copying text: String, inTmux: Bool) -> [UInt8] {
    let payload = Data(text.utf8).base64EncodedString()
    let osc = "\u{1B}]52;c;\(payload)\u{07}"
    // tmux passes a sequence on when it is wrapped in its own, with each ESC doubled.
    guard inTmux else { return Array(osc.utf8) }
    return Array("\u{1B}Ptmux;\u{1B}\(osc)\u{1B}\\".utf8)
  }
}
