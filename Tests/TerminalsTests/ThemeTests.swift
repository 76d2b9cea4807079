import Screens
import Testing

@testable import Terminals

@Suite struct ThemeTests {
  @Test func colorsComeDownToWhatTheTerminalHas() {
    #expect(Color.rgb(red: 255, green: 0, blue: 0).number(of: 1 << 24) == 0xFF0000)
    #expect(Color.rgb(red: 255, green: 0, blue: 0).number(of: 256) == 196)
    #expect(Color.rgb(red: 250, green: 10, blue: 10).number(of: 16) == 9)
    #expect(Color.indexed(39).number(of: 256) == 39)
    #expect(Color.indexed(39).number(of: 1 << 24) == 0x00AFFF)
    #expect(Color.basic(12).number(of: 8) == 4)
  }

  @Test(arguments: [0, 8, 16, 256, 1 << 24])
  func theSelectedRowStandsOut(colors: Int) {
    for role in Role.allCases where role != .match && role != .currentMatch {
      let plain = Theme.standard.look(of: role, on: .none, colors: colors)
      let selected = Theme.standard.look(of: role, on: .selected, colors: colors)
      #expect(plain != selected, "\(role)")
    }
  }

  @Test(arguments: [8, 16, 256])
  func nothingIsBlackOnTheTerminalsOwnGround(colors: Int) {
    for role in Role.allCases {
      let look = Theme.standard.look(of: role, on: .none, colors: colors)
      #expect(look.background != nil || look.foreground?.number(of: colors) != 0, "\(role)")
    }
  }

  @Test func withoutColorsThereAreNone() {
    for role in Role.allCases {
      for backdrop in Backdrop.allCases {
        let look = Theme.standard.look(of: role, on: backdrop, colors: 0)
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }
}
