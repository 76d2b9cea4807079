/// Names of sources, made from addresses.
enum SourceName {
  /// The host without `www.`, as in `jobs.example.com`.
  static func host(_ url: String) -> String? {
    guard let start = url.range(ofASCII: "://") else { return nil }
    let host = url.utf8.dropFirst(start + 3).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ":")
    }
    let name = String(decoding: host, as: UTF8.self).lowercased()
    guard !name.isEmpty, !name.contains("@") else { return nil }
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }

  /// The path parts of an address.
  static func path(_ url: String) -> [String] {
    guard let start = url.range(ofASCII: "://") else { return [] }
    let rest = url.utf8.dropFirst(start + 3).prefix {
      $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    return rest.split(separator: UInt8(ascii: "/")).dropFirst().map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// A board's name for a company out of an address, as in `acme` of `jobs.lever.co/acme/…`.
  static func company(in url: String?, hosts: [String]) -> String? {
    guard let url, let host = host(url), hosts.contains(where: { host.hasSuffix($0) }) else {
      return nil
    }
    return path(url).first
  }

  /// A feed's items by the host of their pages; Teamtailor's by the company's name there.
  static func ofFeed(at url: String?) -> String {
    guard let host = url.flatMap({ host($0) }) else { return "files" }
    let suffix = ".teamtailor.com"
    return host.hasSuffix(suffix) ? "teamtailor:\(host.dropLast(suffix.utf8.count))" : host
  }

  /// The company that a file is named after, as in `acme-personio.xml` and `jobs_acme.json`.
  ///
  /// The name has to say what the file is besides: `download.xml` is of nobody, and of `acme.xml`
  /// nothing is certain.
  static func company(
    inFile path: String, of board: String, _ known: DocumentWords
  ) -> String? {
    let file = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let words = file.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    let rest = words.filter { word in
      word != board && !known.isA(.jobFile, word) && !known.isA(.file, word)
        && !word.allSatisfy(\.isNumber)
    }
    let saysWhat = words.contains { $0 == board || known.isA(.jobFile, $0) }
    guard saysWhat, (1...3).contains(rest.count) else { return nil }
    return readable(rest.joined(separator: "-"))
  }

  /// `acme-corp` as a person would write it: `Acme Corp`.
  static func readable(_ slug: String) -> String {
    let text = slug.contains("%") ? slug.removingPercent : slug
    guard text == text.lowercased() else { return text }
    return text.split { $0 == "-" || $0 == "_" || $0 == " " }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}

private extension String {
  var removingPercent: String {
    var output: [UInt8] = []
    var bytes = Array(utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "%"), bytes.count >= 2,
        let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
      {
        output.append(value)
        bytes = bytes.dropFirst(2)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
