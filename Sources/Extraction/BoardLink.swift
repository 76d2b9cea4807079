/// Links to boards that name the company nowhere but in their address.
struct BoardLink {
  let words: AddressWords

  /// The company's short name; nil for other links.
  func company(in url: String) -> String? {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 2, parts[0] == "https:" || parts[0] == "http:" else { return nil }
    let host = parts[1].lowercased()
    if words.isA(.path, host), parts.count > 2 {
      // "join.com/companies/acme", "…/en-US/acme"
      let isNested = words.isA(.deeper, host) || Self.isLanguage(parts[2])
      guard !isNested || parts.count > 3 else { return nil }
      return name(parts[isNested ? 3 : 2])
    }
    // "…/companies/acme/jobs/cook", as boards of many companies have it.
    if let place = parts.firstIndex(of: "companies"), place + 2 < parts.count,
      parts[place + 2] == "jobs"
    {
      return name(parts[place + 1])
    }
    let labels = host.split(separator: ".")
    // iCIMS puts words before the name: "careers-acme.icims.com".
    if labels.count == 3, host.hasSuffix(".icims.com"), let dash = labels[0].firstIndex(of: "-") {
      return name(labels[0][labels[0].index(after: dash)...])
    }
    // Workday: "acme.wd3.myworkdayjobs.com".
    if labels.count == 4, host.hasSuffix(".myworkdayjobs.com") { return name(labels[0]) }
    for suffix in words.companyHosts where host.hasSuffix(suffix) {
      let name = host.dropLast(suffix.count)
      return name.contains(".") || words.isA(.general, name) ? nil : self.name(owner(name))
    }
    return nil
  }

  /// "en-US", "fr-CA".
  private static func isLanguage(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    return bytes.count == 5 && bytes[2] == 0x2D && bytes.prefix(2).allSatisfy { $0 >= 97 }
      && bytes.suffix(2).allSatisfy { (65...90).contains($0) }
  }

  /// "acmecareers" and "werkenbijacme" as "acme".
  private func owner(_ name: Substring) -> Substring {
    guard let rest = words.removing(.suffix, endOf: name) else {
      return words.removing(.prefix, from: String(name))[...]
    }
    let owner = rest.hasSuffix("-") ? rest.dropLast() : rest
    return owner.count > 2 ? owner : name
  }

  /// The short name of a company whose own site the link leads to, as in "careers.acme.com";
  /// `isSure` when the site's name says that it holds the company's jobs alone.
  func ownSite(in url: String) -> (name: String, isSure: Bool)? {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 3, parts[0] == "https:" || parts[0] == "http:" else { return nil }
    var labels = parts[1].lowercased().prefix { $0 != ":" }.split(separator: ".").map(String.init)
    guard labels.count >= 2, !labels.contains(where: { words.isA(.board, $0) }) else { return nil }
    let hasShortCode = labels[labels.count - 1].utf8.count == 2
    let isSecondLevel = words.isA(.second, labels[labels.count - 2])
    labels.removeLast(hasShortCode && isSecondLevel && labels.count > 2 ? 2 : 1)
    guard let label = labels.popLast() else { return nil }
    let name = words.removing(.prefix, from: label)
    let isSure = labels.contains { words.isA(.jobs, $0) }
    let leadsToJobs = parts.dropFirst(2).contains { part in
      words.isA(.jobs, part.lowercased().prefix { $0 != "?" && $0 != "#" })
    }
    guard isSure || leadsToJobs, self.name(name) != nil else { return nil }
    return (name, isSure)
  }

  /// A short name as a person would write it: "blue-fin" as "Blue Fin".
  func spelled(_ name: String) -> String {
    guard name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { return name }
    let parts = name.split(separator: "-").map { word in
      words.spellings[String(word)] ?? word.prefix(1).uppercased() + word.dropFirst()
    }
    return parts.joined(separator: " ")
  }

  private func name(_ part: some StringProtocol) -> String? {
    let end = part.firstIndex { $0 == "?" || $0 == "#" } ?? part.endIndex
    let name = String(part[..<end])
    guard !name.isEmpty, !words.isA(.general, name) else { return nil }
    return name.replacing("%20", with: " ")
  }
}
