import ArgumentParser
import Extraction
import Foundation
import Listings

enum ParseKind: String, ExpressibleByArgument, CaseIterable {
  case salary, remote, seniority, hn, mojibake
}

struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Read one kind of text: lines in, JSON lines out.",
    discussion: "Every line of standard input is answered by one line; lines end in LF alone.")

  @Argument(help: "salary, remote, seniority, hn or mojibake.")
  var kind: ParseKind

  func run() throws {
    let vocabulary = Vocabulary.embedded
    try LineStream().forEach { line in
      Console.write(Array((kind.answer(line, using: vocabulary).text + "\n").utf8))
    }
  }
}

extension ParseKind {
  func answer(_ line: String, using vocabulary: Vocabulary) -> JSON {
    switch self {
    case .salary: salary(in: line, using: vocabulary).map { JSON($0) } ?? .null
    case .remote: JSON(RemotePolicy(extracting: clean(line), using: vocabulary))
    case .seniority: .string(Seniority(extracting: clean(line), using: vocabulary).rawValue)
    case .hn: JSON(HackerNewsLine(parsing: clean(line), using: vocabulary))
    // Alone of all it mends without cleaning: its answer is the line itself.
    case .mojibake: .string(Mojibake.mended(line))
    }
  }

  private func salary(in line: String, using vocabulary: Vocabulary) -> Salary? {
    let text = TokenizedText(clean(line), lexicon: vocabulary.lexicon)
    return Salary.extract(from: text, using: vocabulary)?.value
  }

  private func clean(_ line: String) -> String { Mojibake.mended(line).cleaned() }
}

extension JSON {
  init(_ line: HackerNewsLine) {
    self = .object([
      ("company", .optional(line.company)),
      ("titles", .strings(line.titles)),
      ("location", .optional(line.location)),
      ("remote", JSON(line.remote)),
      ("salary", line.salary.map { JSON($0) } ?? .null),
    ])
  }
}

/// Lines of standard input, split on LF alone, as they come.
struct LineStream {
  func forEach(_ body: (String) -> Void) throws {
    var rest: [UInt8] = []
    while true {
      let piece: Data?
      do {
        piece = try FileHandle.standardInput.read(upToCount: 1 << 16)
      } catch {
        let reason = String(cString: strerror(errno))
        throw Failure(.nothing, "can't read standard input: \(reason)")
      }
      guard let piece, !piece.isEmpty else { break }
      var start = piece.startIndex
      while let end = piece[start...].firstIndex(of: 10) {
        rest.append(contentsOf: piece[start..<end])
        body(String(decoding: rest, as: UTF8.self))
        rest.removeAll(keepingCapacity: true)
        start = end + 1
      }
      rest.append(contentsOf: piece[start...])
    }
    if !rest.isEmpty { body(String(decoding: rest, as: UTF8.self)) }
  }
}
