import ArgumentParser

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, as man reads it.",
    discussion: """
      It is made of the tables that the program itself goes by. To read it: shortlist manual | man \
      -l -. Resources/packaging/install puts it where man finds it, beside the completions of \
      `shortlist --generate-completion-script`.
      """)

  func run() throws {
    Console.print(try ManualPage(tool: CommandDescription.whole).text)
  }
}
