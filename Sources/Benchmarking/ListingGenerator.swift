/// Synthetic postings, the same for the same seed: listing `i` depends on nothing but the seed.
package struct ListingGenerator: Sendable {
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// One line of NDJSON, without its line end.
  package func line(_ index: Int) -> String {
    var random = Random(state: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    let title = random.pick(Words.levels) + random.pick(Words.roles)
    let company = company(&random)
    let place = random.pick(Words.places)
    let pay = random.below(100) < 45 ? "\"\(payText(&random))\"" : "null"
    let type = random.pick(Words.types)
    let day = 1 + random.below(28)
    let month = 1 + random.below(10)
    return """
      {"id":"b\(index)","title":"\(title)","company":"\(company)","location":"\(place)",\
      "salary":\(pay),"employment_type":"\(type)","url":"https://jobs.example/\(index)",\
      "date":"2026-\(padded(month))-\(padded(day))","description":"\(body(&random))"}
      """
  }

  /// Companies by Zipf's law: a few of them post a great part of all jobs.
  private func company(_ random: inout Random) -> String {
    let name = word(Words.common.count + random.zipf(20_000))
    return name.prefix(1).uppercased() + name.dropFirst() + random.pick(Words.companyEndings)
  }

  private func payText(_ random: inout Random) -> String {
    let low = 30 + random.below(150)
    let high = low + 10 + random.below(40)
    return switch random.below(10) {
    case 0, 1, 2: "$\(low)k - $\(high)k"
    case 3, 4: "$\(low),000–$\(high),500 a year"
    case 5: "€\(low).000 bis €\(high).000 brutto"
    case 6: "£\(low)k"
    case 7: "$\(15 + low / 3) - $\(15 + high / 3) per hour"
    case 8: "from CAD \(low),000"
    default: "up to \(high)k EUR"
    }
  }

  private func body(_ random: inout Random) -> String {
    var text = ""
    for paragraph in 0..<(6 + random.below(6)) {
      if paragraph % 3 == 1 { text += random.pick(Words.headings) + "\\n" }
      if paragraph == 2 {
        text += "- \(random.pick(Words.skills)), \(random.pick(Words.skills))\\n"
      }
      let isList = paragraph % 3 == 2
      for _ in 0..<(30 + random.below(40)) {
        if isList, random.below(9) == 0 { text += "\\n- " }
        text += word(random.zipf(20_000)) + " "
      }
      text += "\\n\\n"
    }
    return text
  }

  /// The word of a rank: English for the commonest, made of syllables beyond.
  private func word(_ rank: Int) -> String {
    guard rank >= Words.common.count else { return Words.common[rank] }
    var rank = rank - Words.common.count
    var text = ""
    repeat {
      text += Words.syllables[rank % Words.syllables.count]
      rank /= Words.syllables.count
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

/// What generated postings are made of.
private enum Words {
  static let levels = ["", "", "", "Senior ", "Senior ", "Staff ", "Junior ", "Lead "]

  static let roles = [
    "Backend Engineer", "Frontend Developer", "Data Engineer", "Nurse", "Accountant", "Carpenter",
    "Product Manager", "Site Reliability Engineer", "Translator", "Machine Learning Engineer",
    "Gardener", "Security Analyst", "iOS Engineer", "Teacher", "Warehouse Associate",
  ]

  static let places = [
    "Berlin, Germany", "Remote (US)", "London, UK", "Remote, EU", "Toronto, ON", "Austin, TX",
    "Hybrid - Paris, France", "Warsaw, Poland", "Remote - Worldwide", "Bengaluru, India",
    "Utrecht, Netherlands", "Lisbon, Portugal", "Seattle, WA", "Remote - Canada", "Malmö, Sweden",
  ]

  static let types = ["Full-time", "Full-time", "Full-time", "Part-time", "Contract", ""]

  static let companyEndings = [" Labs", " GmbH", " Inc", " & Co", "", "", " Group", " B.V."]

  static let headings = [
    "What you will do", "About the role", "Requirements", "Nice to have", "What we offer",
  ]

  static let skills = [
    "Python", "Swift", "Go", "Rust", "Java", "TypeScript", "Kubernetes", "PostgreSQL", "C++",
    "Terraform", "React", "Node.js", "SQL", "Excel", "Figma",
  ]

  static let common = [
    "the", "and", "to", "of", "a", "with", "in", "you", "our", "we", "for", "will", "team", "is",
    "on", "as", "work", "are", "experience", "your", "that", "or", "be", "an", "this", "role",
    "from", "at", "who", "have", "people", "build", "by", "new", "can", "help", "customers", "data",
    "product", "across", "their", "more", "well", "support", "business", "years", "skills", "other",
    "design", "systems", "software", "looking", "grow", "high", "quality", "services", "all", "it",
    "strong", "company", "world", "about", "ability", "working", "development", "teams", "make",
  ]

  static let syllables = [
    "ka", "lo", "mi", "ren", "tor", "vel", "sha", "pun", "der", "qui", "zan", "bo", "fri", "gel",
    "hu", "jax", "ny", "ost", "pra", "wim",
  ]
}
