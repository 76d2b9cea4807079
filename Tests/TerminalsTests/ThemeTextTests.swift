import Screens
import Testing

@testable import Terminals

@Suite struct ThemeTextTests {
  @Test(
    arguments: [
      ("", Look()), ("default", Look()), ("bold", Look(nil, on: nil, .bold)),
      ("39", Look(.indexed(39))), ("bright-red on black", Look(.basic(9), on: .basic(0))),
      (
        "bold underline #0a0B0c",
        Look(.rgb(red: 10, green: 11, blue: 12), on: nil, [.bold, .underline])
      ),
      ("on white", Look(nil, on: .basic(7))),
    ])
  func readsALook(text: String, look: Look) throws {
    #expect(try Look(parsing: text, place: "roles.pay") == look)
  }

  @Test(
    arguments: [
      ("roles", "pay", "blurple", "roles.pay: “blurple” is no color and no trait"),
      ("roles", "pay", "256", "roles.pay: “256” is no color and no trait"),
      ("roles", "pay", "#12345", "roles.pay: “#12345” is no color and no trait"),
      ("looks", "pay", "red", "looks: expected roles, backdrops or shades"),
      ("backdrops", "none", "red", "backdrops.none: expected selected or selected-elsewhere"),
    ])
  func saysWhatItCannotRead(section: String, name: String, text: String, words: String) {
    let error = #expect(throws: ThemeError.self) {
      try Theme(changing: [section: [name: text]])
    }
    #expect(error?.description == words)
  }

  @Test func whatAThemeLeavesOutIsStandard() throws {
    let theme = try Theme(changing: ["roles": ["focused-border": "red"]])
    var expected = Theme.standard
    expected.looks[.focusedBorder] = Look(.basic(1))
    #expect(theme == expected)
  }
}
