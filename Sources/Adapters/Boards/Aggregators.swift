import Listings

/// Boards that list the jobs of others.
extension JSONBoard {
  static let arbeitnow = JSONBoard("arbeitnow") { item, _ in
    item.has("slug", "company_name", "title") && item["created_at"]?.integer != nil
  } amend: { posting, item in
    posting.externalID = item.line("slug")
    posting.employmentText = item.line("job_types") ?? item.words("job_types").first
    return true
  }

  static let theMuse = JSONBoard("themuse") { item, _ in
    item.has("contents", "refs") || item.has("contents", "levels", "short_name")
  } amend: { posting, item in
    posting.title = item.line("name")
    posting.url = item.web("refs.landing_page")
    let levels = item.words("levels")
    posting.seniorityText = levels.isEmpty ? nil : levels.joined(separator: ", ")
    // "external" is a kind of listing, not of contract.
    posting.employmentText = nil
    let places = item.words("locations")
    if places.contains("Flexible / Remote") {
      posting.workplace = .remote
      posting.location = item.context.line(
        places.filter { $0 != "Flexible / Remote" }.joined(separator: "; "))
    }
    return true
  }

  static let startupJobs = JSONBoard("startupjobs") { item, _ in
    item.has("startup", "position")
  } amend: { posting, item in
    posting.title = item.line("position")
    posting.company = item.line("startup")
    posting.takeDate(item["lastUpdate"], item.context)
    if item.words("cities").contains(where: { item.context.words.workplace($0) == .remote }) {
      posting.workplace = .remote
    }
    if let salary = item["salary"], salary.isObject {
      posting.pay = PayFields.pay(
        low: salary["min"], high: salary["max"], currency: salary["currency"]?.string ?? "CZK",
        period: item.context.words.period(salary["measure"]?.string))
    }
    return true
  }

  static let adzuna = JSONBoard("adzuna") { item, _ in
    item.has("redirect_url", "title") && (item.has("adref") || item.has("salary_is_predicted"))
  } amend: { posting, item in
    // Search marks the words that were asked for.
    posting.title = item.plainLine("title")
    if posting.location == nil {
      posting.location = item.context.line(
        item["location.area"]?.array?.compactMap(\.string).reversed().joined(separator: ", "))
    }
    // The country is the host's: adzuna.co.uk, adzuna.de, …
    posting.pay = PayFields.pay(
      low: item["salary_min"], high: item["salary_max"], currency: item.adzunaCurrency,
      period: .year, basis: item["salary_is_predicted"]?.bool == true ? .predicted : .stated)
    posting.employmentText = item.context.line(
      ["contract_time", "contract_type"].compactMap { item.line($0)?.spelledOut }
        .joined(separator: ", "))
    return true
  }

  static let indeed = JSONBoard("indeed") { item, _ in
    item.has("jk", "title")
  } amend: { posting, item in
    posting.externalID = item.line("jk")
    posting.location = item.line("loc") ?? posting.location
    return true
  }

  static let eures = JSONBoard("eures") { item, _ in
    item.has("employer", "locationMap")
  } amend: { posting, item in
    posting.title = item.plainLine("title")
    posting.company = item.line("employer.name")
    if let id = posting.externalID {
      posting.url = "https://europa.eu/eures/portal/jv-se/jv-details/\(id.encodedForPath)"
    }
    posting.location = item.context.line(
      item["locationMap"]?.members?.map(\.name).joined(separator: ", "))
    posting.employmentText = item.words("positionScheduleCodes").first
    // The search answer highlights words and may be shortened; the translation is whole.
    let whole = item["translations"]?.members?.first?.value["description"]?.string
    if let whole, !whole.trimmed.isEmpty { posting.body = item.blocks([(nil, whole)]) }
    return true
  }
}

extension JSONBoard {
  /// Google's jobs as search services hand them on; where they came from is in `via`.
  static let googleJobs = JSONBoard("google") { item, _ in
    item.has("detected_extensions", "company_name")
  } amend: { posting, item in
    posting.externalID = item.line("job_id")
    let links = (item["apply_options"]?.array ?? []).compactMap {
      item.context.line($0["link"]?.string)
    }
    posting.url = links.first(where: \.isWebAddress) ?? item.web("share_link")
    let found = "detected_extensions"
    posting.dateText = item.line("\(found).posted_at")
    posting.payText = item.line("\(found).salary")
    posting.employmentText = item.line("\(found).schedule_type")
    if item["\(found).work_from_home"]?.bool == true { posting.workplace = .remote }
    posting.fillFromChips(item["extensions"]?.array ?? [], item.context)
    return true
  }
}

private extension Posting {
  /// What Google shows on a line of its own, where it has not told what is what.
  mutating func fillFromChips(_ chips: [JSONValue], _ context: ReadingContext) {
    for chip in chips.compactMap({ context.line($0.string) }) {
      let small = chip.lowercased()
      let hasDigit = chip.utf8.contains { (48...57).contains($0) }
      if context.words.all(.dateEnd).contains(where: { small.hasSuffix(" " + $0) })
        || context.words.all(.dateStart).contains(where: small.hasPrefix)
      {
        dateText = dateText ?? chip
      } else if hasDigit {
        payText = payText ?? chip
      } else if workplace == nil {
        workplace = context.words.workplace(chip)
      }
    }
  }
}

private extension BoardItem {
  var adzunaCurrency: String? {
    guard let host = self.web("redirect_url").flatMap({ SourceName.host($0) }) else { return nil }
    let currencies = [
      "adzuna.com": "USD", "adzuna.co.uk": "GBP", "adzuna.de": "EUR", "adzuna.fr": "EUR",
      "adzuna.nl": "EUR", "adzuna.it": "EUR", "adzuna.es": "EUR", "adzuna.at": "EUR",
      "adzuna.ca": "CAD", "adzuna.com.au": "AUD", "adzuna.in": "INR", "adzuna.pl": "PLN",
      "adzuna.co.nz": "NZD", "adzuna.sg": "SGD", "adzuna.com.br": "BRL", "adzuna.co.za": "ZAR",
      "adzuna.ch": "CHF", "adzuna.com.mx": "MXN", "adzuna.be": "EUR",
    ]
    return currencies[host]
  }
}

private extension String {
  /// With blanks encoded: EURES' ids have them, as base 64 of "id space number".
  var encodedForPath: String { split(separator: " ").joined(separator: "%20") }
}
