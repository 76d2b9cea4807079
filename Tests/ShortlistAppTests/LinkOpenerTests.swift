import ShortlistApp
import Testing

@Suite struct LinkOpenerTests {
  @Test(arguments: ["https://a.example", "HTTP://a.example/?q=1&r=2", "mailto:a@b.example"])
  func opens(link: String) {
    #expect(LinkOpener.isSafe(link))
  }

  @Test(arguments: [
    "", "file:///etc/passwd", "javascript:alert(1)", "a.example", "-o", "https://a b",
    "https://a\n", "ssh://host", "\u{1B}https://a",
  ])
  func refuses(link: String) {
    #expect(!LinkOpener.isSafe(link))
  }

  @Test func aMissingProgramIsSaid() {
    let opener = LinkOpener(program: ["/nonexistent/browser"], environment: [:])
    #expect(opener.open("https://a.example")?.contains("can't find") == true)
  }
}
