import Listings

extension Listing {
  /// Understands one posting; `today` is the day that "2 days ago" counts from.
  package init(extracting posting: Posting, using vocabulary: Vocabulary, today: Day) {
    self = Self.extracting(posting, using: vocabulary, today: today).listing
  }

  /// The same, and the text of the listing's body, which was made to be read.
  package static func extracting(
    _ posting: Posting, using vocabulary: Vocabulary, today: Day
  ) -> (listing: Listing, text: BodyText) {
    let posting = posting.readingHiringLine(using: vocabulary).readingTags(using: vocabulary)
    let reader = ListingReader(posting, vocabulary, today)
    var listing = reader.listing()
    listing.takeTitleFromFirstLine(of: posting)
    return (listing, reader.page.body)
  }
}

/// Reads one posting: each field from the source's own field first, then from the page.
///
/// A class: as a value it would be copied for each of its parts that are handed on, with the posting.
private final class ListingReader {
  let original: Posting
  let vocabulary: Vocabulary
  let today: Day
  let page: Page
  let sections: Sections
  let title: FieldReading?
  let company: FieldReading?
  let lines: PageLines
  /// Found on the page, where neither the source nor a label names it.
  let place: FieldReading?
  /// What a notice's heading says of the workplace.
  let notes: [String]
  /// Where the company is, for jobs that are not remote; nil where anything names the job's place.
  let seat: FieldReading?

  init(_ posting: consuming Posting, _ vocabulary: Vocabulary, _ today: Day) {
    self.vocabulary = vocabulary
    self.today = today
    var page = Page(posting.body, lexicon: vocabulary.lexicon)
    var sections = Sections(page, using: vocabulary.page)
    for tidied in [Sections.cutAtButtons, Sections.withoutRepeats] {
      guard let body = tidied(sections)(posting.body, page.body) else { continue }
      // Read again, so that evidence points into the body that is shown.
      posting.body = body.normalized
      page = Page(posting.body, lexicon: vocabulary.lexicon)
      sections = Sections(page, using: vocabulary.page)
    }
    self.page = page
    self.sections = sections
    if posting.location.map(TitleTidying.isPlaceholder) ?? false { posting.location = nil }
    original = posting
    let heads = PageHead(original, page, sections, vocabulary)
    title = heads.title
    company = heads.company
    notes = heads.notes
    lines = PageLines(page, sections, vocabulary.page, vocabulary.beside)
    let stated = original.location ?? lines.values[.location]?.text
    let isStated = stated.map { !vocabulary.saysNothing($0) } ?? false
    let finding = PlaceFinding(
      page: page, sections: sections, vocabulary: vocabulary, company: company?.text)
    // "Remote" names no place, but the title may: "Cook (Lyon)".
    let isNamed = isStated && stated.map { PlaceLine($0, using: vocabulary).tidied != nil } ?? false
    place =
      if isNamed {
        nil
      } else if isStated {
        title.flatMap(finding.fromTitle)
      } else if let told = heads.place {
        told
      } else {
        finding.best(title: title, titleLine: heads.titleLine)
          ?? heads.stated.flatMap(finding.fromTitle)
      }
    seat = isStated || place != nil ? nil : finding.ofCompany()
  }

  func listing() -> Listing {
    var listing = Listing(
      title: title?.text, company: company?.text,
      body: original.body)
    listing.asides = sections.asides(of: page.body, blocks: original.body.count)
    listing.url = original.url
    listing.evidence = [title?.evidence(.title), company?.evidence(.company)].compactMap { $0 }
    var filled = lines.filling(original)
    filled.title = title?.text
    filled.tags += notes
    if let place {
      // What the source's line says of the workplace still counts.
      filled.tags += [filled.location].compactMap { $0 }
      filled.location = place.text
    }
    let facts = JobFacts(
      reading: filled, body: page.text,
      ranges: sections.ranges(in: page.body) { $0.isOfThisJob || $0 == .company },
      outside: companyRanges(listing.asides), using: vocabulary)
    listing.remote = facts.remote
    listing.location = facts.location ?? filled.location.flatMap(vocabulary.widePlace)
    if listing.location.map(vocabulary.isSentence) ?? false { listing.location = nil }
    listing.seniority = facts.seniority
    listing.employment = facts.employment
    listing.skills = facts.skills
    listing.evidence += facts.evidence.map(inBody)
    if listing.location == nil, facts.remote.kind != .remote, let seat {
      listing.location = seat.text
      listing.evidence.append(seat.evidence(.location))
    }
    proveEligibility(of: &listing)
    readPay(filled, into: &listing)
    readDates(filled, into: &listing)
    listing.fingerprint = Fingerprint(of: listing, page, sections, using: vocabulary)
    return listing
  }
}

private extension ListingReader {
  /// Where the asides about the company stand in the body.
  func companyRanges(_ asides: [Aside]) -> [Range<Int>] {
    var blocks = asides.filter { $0.kind == .company }.map(\.blocks)[...]
    var ranges: [Range<Int>] = []
    for line in page.body.lines {
      while let first = blocks.first, first.upperBound <= line.block { blocks.removeFirst() }
      guard let first = blocks.first else { break }
      if first.contains(line.block) { ranges.append(line.range) }
    }
    return ranges
  }

  /// A limit that was read from no words of its own stands in the source's list of places, else
  /// in the place line or in the words for the workplace.
  func proveEligibility(of listing: inout Listing) {
    guard listing.remote.eligibility != Eligibility(),
      !listing.evidence.contains(where: { $0.field == .eligibility })
    else { return }
    let places = original.eligibilityTexts.joined(separator: ", ")
    if !places.isEmpty {
      listing.evidence.append(
        Evidence(
          field: .eligibility, part: .location, range: 0..<places.utf8.count, words: places,
          rule: "eligible places of the source"))
    } else if let proof = listing.evidence.first(where: { $0.field == .location })
      ?? listing.evidence.first(where: { $0.field == .remote })
    {
      listing.evidence.append(
        Evidence(
          field: .eligibility, part: proof.part, range: proof.range, words: proof.words,
          rule: "place of a remote job"))
    }
  }

  func readPay(_ posting: Posting, into listing: inout Listing) {
    let hint = PayHint(countries: countries(of: listing), level: listing.seniority)
    if let pay = posting.pay,
      let salary = Salary(posted: pay, text: posting.payText ?? "", using: vocabulary, hint: hint)
    {
      listing.salary = salary
      listing.evidence.append(
        Evidence(
          field: .salary, part: .pay, range: 0..<salary.text.utf8.count, words: salary.text,
          rule: "pay field of the source"))
      return
    }
    let inBody = payInBody(hint)
    if let text = posting.payText {
      let field = TokenizedText(text, lexicon: vocabulary.lexicon)
      let reading = Salary.extract(from: field, using: vocabulary, hint: hint, scope: .field)
      if let reading, let better = inBody, better.value.corrects(reading.value) {
        _ = adopt(better, .body, &listing)
        return
      }
      if !isSomethingElse(reading, inBody), adopt(reading, .pay, &listing) { return }
    }
    if adopt(inBody, .body, &listing) { return }
    if let text = original.title {
      let line = TokenizedText(text, lexicon: vocabulary.lexicon)
      _ = adopt(Salary.extract(from: line, using: vocabulary, hint: hint), .title, &listing)
    }
  }

  /// The pay that the body states: in this job's part first, then in all that is not other jobs.
  func payInBody(_ hint: PayHint) -> Reading<Salary>? {
    var read: [Range<Int>]?
    for isNarrow in [true, false] {
      let ranges = sections.ranges(in: page.body) { isNarrow ? $0.isOfThisJob : !$0.isElsewhere }
      if ranges == read { return nil }
      read = ranges
      let reading = Salary.extract(
        from: page.text, using: vocabulary, hint: hint, scope: .body(ranges))
      if let reading { return reading }
    }
    return nil
  }

  /// Whether the body holds the single sum of a pay field and does not take it for pay.
  func isSomethingElse(_ reading: Reading<Salary>?, _ inBody: Reading<Salary>?) -> Bool {
    guard let range = reading?.value.range, inBody == nil, range.low == range.high,
      original.pay == nil, let text = original.payText
    else { return false }
    let sum = text.utf8.drop { !(48...57).contains($0) }
      .prefix { (48...57).contains($0) || $0 == 46 || $0 == 44 }
    return sum.count >= 4 && page.text.bytes.holds(Array(sum))
  }

  func adopt(
    _ reading: Reading<Salary>?, _ part: PostingPart, _ listing: inout Listing
  ) -> Bool {
    guard let reading else { return false }
    listing.salary = reading.value.with(basis(of: reading, part))
    let evidence = Evidence(
      field: .salary, part: part, range: reading.range, words: reading.value.text,
      rule: reading.rule)
    listing.evidence.append(inBody(evidence))
    return true
  }

  /// "45.000 € (geschätzt)": a board's guess, whatever it looks like.
  func basis(of reading: Reading<Salary>, _ part: PostingPart) -> PayBasis {
    let text =
      part == .body
      ? page.text
      : TokenizedText(
        (part == .pay ? original.payText : original.title) ?? "", lexicon: vocabulary.lexicon)
    let start = text.tokens.firstIndex { Int($0.start) >= reading.range.upperBound }
    for index in (start ?? text.tokens.count)..<text.tokens.count {
      let token = text.tokens[index]
      guard index < (start ?? 0) + 7, token.kind != .newline, token.symbol != 46 else { break }
      if vocabulary.page.guesses.match(at: index, in: text) != nil { return .predicted }
    }
    return reading.value.basis
  }

  /// The countries that settle which dollar or krona is meant.
  func countries(of listing: Listing) -> [String] {
    var countries = listing.location.map(vocabulary.countries) ?? []
    for region in listing.remote.eligibility.regions {
      let country = String(region.prefix { $0 != "-" })
      if country.utf8.count == 2, country != "EU", !countries.contains(country) {
        countries.append(country)
      }
    }
    return countries
  }

  func readDates(_ posting: Posting, into listing: inout Listing) {
    listing.posted = posting.posted
    listing.closes = posting.closes
    if let day = posting.posted {
      let words = posting.dateText ?? "\(day)"
      listing.evidence.append(
        Evidence(
          field: .posted, part: .date, range: 0..<words.utf8.count, words: words,
          rule: "date of the source"))
    }
    if listing.closes == nil, let closes = lines.values[.closes] {
      listing.closes =
        DateReading(
          extracting: closes.text, today: today, isDeadline: true, using: vocabulary)?.posted
    }
    let texts = [posting.dateText.map { ($0, nil as Int?) }].compactMap { $0 } + lines.dateTexts
    for (text, start) in texts where listing.posted == nil {
      guard let reading = DateReading(extracting: text, today: today, using: vocabulary),
        reading.posted.map({ $0 <= today.adding(days: 1) }) ?? false
      else { continue }
      listing.posted = reading.posted
      listing.reposted = reading.reposted
      let words = String(decoding: Array(text.utf8)[reading.range], as: UTF8.self)
      let range = reading.range.shifted(by: start ?? 0)
      listing.evidence.append(
        Evidence(
          field: .posted, part: start == nil ? .date : .body, range: range, words: words,
          rule: reading.rule))
    }
  }

  /// Words of a field that was filled from a line of the body stand in the body.
  func inBody(_ evidence: Evidence) -> Evidence {
    if evidence.part == .location, let place {
      return Evidence(
        field: evidence.field, part: place.part,
        range: evidence.range.shifted(by: place.range.lowerBound), words: evidence.words,
        rule: evidence.field == .location ? place.rule : evidence.rule)
    }
    guard let start = lines.origin(of: evidence.part, original) ?? title?.origin(evidence.part)
    else { return evidence }
    return Evidence(
      field: evidence.field, part: .body, range: evidence.range.shifted(by: start),
      words: evidence.words, rule: evidence.rule)
  }
}

extension Range<Int> {
  func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}

private extension Salary {
  func with(_ basis: PayBasis) -> Salary {
    basis == self.basis
      ? self
      : Salary(range: range, text: text, basis: basis, inferred: inferred, others: others)
  }

  /// Whether this pay of the body shows what a pay field got wrong: a currency that was only
  /// concluded there, a nought too many, or a sum that the text does not bear out.
  func corrects(_ other: Salary) -> Bool {
    // A bare number of a board beside a range that the text states in full.
    if other.range.low == other.range.high,
      other.range.currency == nil || other.inferred.contains(.currency),
      let low = range.low, let high = range.high, low < high, !inferred.contains(.currency)
    {
      return true
    }
    if disproves(other) { return true }
    if range.low == other.range.low, range.high == other.range.high {
      return range.currency != other.range.currency && !inferred.contains(.currency)
    }
    guard let low = range.low, let high = range.high, let otherLow = other.range.low,
      let otherHigh = other.range.high, range.currency == other.range.currency
    else { return false }
    return otherLow / 10 == low && otherHigh / 10 == high
  }

  /// Whether the text states a range in full that has nothing in common with the field's, as
  /// mirrors of boards give the same range to all the jobs of a day.
  private func disproves(_ other: Salary) -> Bool {
    guard let low = range.low, let high = range.high, let otherLow = other.range.low,
      let otherHigh = other.range.high, low < high, otherLow < otherHigh,
      basis == other.basis, others.isEmpty
    else { return false }
    guard range.currency == other.range.currency else {
      return !inferred.contains(.currency) && !other.inferred.contains(.currency)
    }
    return range.period == other.range.period && (high < otherLow || otherHigh < low)
  }
}

extension [UInt8] {
  func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, count >= needle.count else { return false }
    return (0...count - needle.count).contains { start in
      self[start] == first && self[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
