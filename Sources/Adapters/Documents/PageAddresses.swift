extension Page {
  /// The part of the site that an address lies in, where the words of it are of jobs:
  /// `/emplois/detail/` of `/emplois/detail/17`.
  func partOfJobs(_ address: String?) -> String? {
    guard let path = address?.utf8.prefix(while: { $0 != 63 && $0 != 35 }) else { return nil }
    let parts = path.split(separator: 47).map { String(decoding: $0, as: UTF8.self) }
    let hasQuery = address?.utf8.contains(63) == true
    // A link may name the site or leave it out: the site counts where nothing behind it does.
    let isWhole = address?.isWebAddress == true
    return (isWhole ? partOfJobs(Array(parts.dropFirst(2)), hasQuery) : nil)
      ?? partOfJobs(parts, hasQuery)
  }

  func partOfJobs(_ parts: [String], _ hasQuery: Bool) -> String? {
    guard
      let place = parts.firstIndex(where: isOfJobs),
      place + 1 < parts.count || hasQuery || isNumbered(parts[place])
    else { return nil }
    return parts[...place].joined(separator: "/").filter { !$0.isNumber }
  }

  /// "job-3.html", of which there are others.
  func isNumbered(_ part: String) -> Bool {
    let words = part.prefix { $0 != "." }.split { $0 == "-" || $0 == "_" }
    return words.count == 2 && words[1].allSatisfy(\.isNumber)
      && context.words.isA(.ofPages, String(words[0]))
  }

  func isToJob(_ link: MarkupNode) -> Bool { partOfJobs(link.attribute("href")) != nil }

  /// The address up to a job's number: `/jobs/12345` of `/jobs/12345/apply`.
  ///
  /// A number of four digits may be a year, below which many jobs lie.
  func addressOfNumber(_ address: String) -> String? {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let place = parts.indices.dropFirst().first { index in
      parts[index].utf8.count > 4 && parts[index].utf8.allSatisfy(\.isDigit)
        && isOfJobs(parts[index - 1])
    }
    return place.map { parts[...$0].joined(separator: "/") }
  }

  /// Whether a number stands behind words of jobs, as in `/vacancies/12/cook`, or ends what does:
  /// `/vacancy/cook-12345`.
  func isToNumber(_ link: MarkupNode) -> Bool {
    let path = link.attribute("href")?.utf8.prefix { $0 != 63 && $0 != 35 }
    guard let parts = path?.split(separator: 47), let last = parts.last else { return false }
    let areOfJobs = parts.map { isOfJobs(String(decoding: $0, as: UTF8.self)) }
    if zip(areOfJobs, parts.dropFirst()).contains(where: { $0 && $1.allSatisfy(\.isDigit) }) {
      return true
    }
    let digits = last.reversed().prefix(while: \.isDigit).count
    return digits == last.count ? digits > 2 : digits > 2 && areOfJobs.contains(true)
  }
}

private extension Page {
  /// Whether a part of an address has a word of jobs.
  func isOfJobs(_ part: String) -> Bool {
    part.split { $0 == "-" || $0 == "_" || $0 == "." }
      .contains { context.words.isA(.ofPages, String($0)) }
  }
}

private extension UInt8 {
  var isDigit: Bool { (48...57).contains(self) }
}
