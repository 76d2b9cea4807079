import Foundation
import TestSupport
import Testing

@testable import Terminals

@Suite struct ClipboardTests {
  @Test func sendsTheTextEncoded() {
    let bytes = Clipboard.sequence(copying: "hi", isInTmux: false)
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;aGk=\u{7}")
  }

  @Test func tmuxIsAskedInBothWays() {
    let bytes = Clipboard.sequence(copying: "hi", isInTmux: true)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{1B}]52;c;aGk=\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{7}\u{1B}\\")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func encodesAsFoundationDoes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    #expect(Clipboard.base64(bytes) == Data(bytes).base64EncodedString(), "seed \(seed)")
  }
}
