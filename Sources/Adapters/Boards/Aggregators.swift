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
    item.has("contents", "refs")
  } amend: { posting, item in
    posting.title = item.line("name")
    posting.url = item.web("refs.landing_page")
    let levels = item.words("levels")
    posting.seniorityText = levels.isEmpty ? nil : levels.joined(separator: ", ")
    // "external" is a kind of listing, not of contract.
    posting.employmentText = nil
    if posting.location == "Flexible / Remote" { posting.workplace = .remote }
    return true
  }

  static let startupJobs = JSONBoard("startupjobs") { item, _ in
    item.has("startup", "position")
  } amend: { posting, item in
    posting.title = item.line("position")
    posting.company = item.line("startup")
    posting.setDate(item.line("lastUpdate"))
    return true
  }

  static let adzuna = JSONBoard("adzuna") { item, _ in
    item.has("redirect_url", "title") && (item.has("adref") || item.has("salary_is_predicted"))
  } amend: { posting, item in
    // The country is the host's: adzuna.co.uk, adzuna.de, …
    posting.pay = PayFields.pay(
      low: item["salary_min"], high: item["salary_max"], currency: item.adzunaCurrency,
      period: "year", basis: item["salary_is_predicted"]?.bool == true ? .predicted : .stated)
    posting.employmentText = item.context.line(
      ["contract_time", "contract_type"].compactMap { item.line($0) }.joined(separator: ", "))
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
    posting.company = item.line("employer.name")
    if let id = posting.externalID {
      posting.url = "https://europa.eu/eures/portal/jv-se/jv-details/\(id.encodedForPath)"
    }
    posting.location = item.context.line(
      item["locationMap"]?.members?.map(\.name).joined(separator: ", "))
    posting.employmentText = item.words("positionScheduleCodes").first
    // The search answer highlights words and may be shortened; the translation is whole.
    let whole = item["translations"]?.members?.first?.value["description"]?.string
    if let whole { posting.body = item.blocks([(nil, whole)]) }
    return true
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
