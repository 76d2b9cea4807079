import Listings

// The posting as the input of another program.
extension Browser {
  mutating func openPipe() {
    guard shownDetail() != nil else { return }
    openPrompt(.pipe)
  }

  mutating func acceptPipe(_ prompt: Prompt) -> [Effect] {
    if prompt.text.allSatisfy({ $0 == " " }) { return cancelPrompt() }
    do throws(PromptError) {
      let words = try ProgramWords(parsing: prompt.text)
      remember(prompt)
      closePrompt()
      return pipe(to: words)
    } catch {
      self.prompt?.error = error
      return []
    }
  }

  mutating func pipe(to program: ProgramWords) -> [Effect] {
    guard let shown = shownDetail() else { return [] }
    return [.pipe(program.words, text: shown.markdown)]
  }
}
