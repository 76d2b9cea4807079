/// Synthetic postings, the same for the same seed: listing `i` depends on nothing but the seed.
struct ListingGenerator {
  let seed: UInt64

  private static let levels = ["", "", "", "Senior ", "Senior ", "Staff ", "Junior ", "Lead "]
  private static let roles = [
    "Backend Engineer", "Frontend Developer", "Data Engineer", "Nurse", "Accountant", "Carpenter",
    "Product Manager", "Site Reliability Engineer", "Translator", "Machine Learning Engineer",
    "Gardener", "Security Analyst", "iOS Engineer", "Teacher", "Warehouse Associate",
  ]
  private static let places = [
    "Berlin, Germany", "Remote (US)", "London, UK", "Remote, EU", "Toronto, ON", "Austin, TX",
    "Hybrid - Paris, France", "Warsaw, Poland", "Remote - Worldwide", "Bengaluru, India",
  ]
  private static let syllables = [
    "ka", "lo", "mi", "ren", "tor", "vel", "sha", "pun", "der", "qui", "zan", "bo", "fri", "gel",
    "hu", "jax", "ny", "ost", "pra", "wim",
  ]

  /// One line of NDJSON, without its line end.
  func line(_ index: Int) -> String {
    var random = Random(state: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    let title = random.pick(Self.levels) + random.pick(Self.roles)
    // Companies by Zipf's law: a few of them post a great part of all jobs.
    let company = word(random.zipf(20_000)) + " " + random.pick(["Labs", "GmbH", "Inc", "& Co"])
    let low = 30 + random.below(150)
    let pay = random.below(10) < 4 ? "\"$\(low)k - $\(low + 10 + random.below(40))k\"" : "null"
    let day = 1 + random.below(28)
    let month = 1 + random.below(10)
    return """
      {"id":"b\(index)","title":"\(title)","company":"\(company)",\
      "location":"\(random.pick(Self.places))","salary":\(pay),\
      "url":"https://jobs.example/\(index)","date":"2026-\(padded(month))-\(padded(day))",\
      "description":"\(body(&random))"}
      """
  }

  private func body(_ random: inout Random) -> String {
    var text = ""
    for paragraph in 0..<(6 + random.below(6)) {
      if paragraph % 3 == 1 { text += "Part \(paragraph)\\n" }
      let isList = paragraph % 3 == 2
      for _ in 0..<(30 + random.below(40)) {
        if isList, random.below(9) == 0 { text += "\\n- " }
        text += word(random.zipf(20_000)) + " "
      }
      text += "\\n\\n"
    }
    return text
  }

  private func word(_ rank: Int) -> String {
    var rank = rank
    var text = ""
    repeat {
      text += Self.syllables[rank % Self.syllables.count]
      rank /= Self.syllables.count
    } while rank > 0
    return text
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// SplitMix64, by Sebastiano Vigna.
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  /// A rank below `count`, rank r about as often as 1 / (r + 1).
  mutating func zipf(_ count: Int) -> Int {
    // Zipf's law gives each octave of ranks the same share.
    let octave = below(Int.bitWidth - count.leadingZeroBitCount)
    let first = (1 << octave) - 1
    return min(count - 1, first + below(1 << octave))
  }
}
