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
    guard let words = filled(program.words, from: shown) else {
      message = .note("the posting gives no address")
      return []
    }
    return [.pipe(words, text: shown.markdown)]
  }

  /// Only what cannot be taken for an option or a command stands for itself in arguments.
  private func filled(_ words: [String], from shown: ListingDetail) -> [String]? {
    let link = shown.listing.url ?? shown.postings.lazy.compactMap(\.url).first
    let isSafe = link.map(Self.mayOpen) ?? false
    guard isSafe || !words.contains(where: { $0.contains("{url}") }) else { return nil }
    return words.map { word in
      word.replacing("{id}", with: "\(shown.id)").replacing("{url}", with: link ?? "")
    }
  }
}
