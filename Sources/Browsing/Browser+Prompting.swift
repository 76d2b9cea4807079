import Commands
import Listings
import Queries

extension Browser {
  mutating func openPrompt(_ kind: Prompt.Kind) {
    guard help == nil else { return }
    beforePrompt = Restoration(query: query, id: list.selectedID, position: list.selection)
    prompt = Prompt(kind, text: "", history: histories[kind] ?? [])
  }

  mutating func run(_ command: EditCommand) -> [Effect] {
    guard prompt != nil else { return [] }
    switch command {
    case .accept: return acceptPrompt()
    case .cancel: return cancelPrompt()
    default:
      prompt?.edit(command)
      return promptChanged()
    }
  }

  mutating func type(_ text: String) -> [Effect] {
    prompt?.insert(text)
    return promptChanged()
  }

  mutating func paste(_ text: String) -> [Effect] {
    prompt == nil ? [] : type(text)
  }

  private mutating func promptChanged() -> [Effect] { [] }

  private mutating func acceptPrompt() -> [Effect] {
    prompt = nil
    return []
  }

  private mutating func cancelPrompt() -> [Effect] {
    defer { beforePrompt = nil }
    prompt = nil
    guard let before = beforePrompt else { return [] }
    return change(to: before.query, keeping: before.id, position: before.position)
  }
}
