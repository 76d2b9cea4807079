/// Links to boards that name the company nowhere but in their address.
enum BoardLink {
  /// The company's short name; nil for other links.
  static func company(in url: String) -> String? {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 2, parts[0] == "https:" || parts[0] == "http:" else { return nil }
    let host = parts[1].lowercased()
    if inPath.contains(host), parts.count > 2 {
      let isNested = host == "join.com"
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
    for suffix in inHost where host.hasSuffix(suffix) {
      let name = host.dropLast(suffix.count)
      return name.contains(".") || general.contains(String(name)) ? nil : self.name(name)
    }
    return nil
  }

  /// The short name of a company whose own site the link leads to, as in "careers.acme.com";
  /// `isSure` when the site's name says that it holds the company's jobs alone.
  static func ownSite(in url: String) -> (name: String, isSure: Bool)? {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 3, parts[0] == "https:" || parts[0] == "http:" else { return nil }
    var labels = parts[1].lowercased().prefix { $0 != ":" }.split(separator: ".").map(String.init)
    guard labels.count >= 2, !labels.contains(where: boards.contains) else { return nil }
    let hasShortCode = labels[labels.count - 1].utf8.count == 2
    let isSecondLevel = ["co", "com", "org", "net", "gov", "edu", "ac"]
      .contains(labels[labels.count - 2])
    labels.removeLast(hasShortCode && isSecondLevel && labels.count > 2 ? 2 : 1)
    guard var name = labels.popLast() else { return nil }
    for prefix in ["werkenbij", "jobsat", "careersat", "joinus"] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    let isSure = labels.contains(where: jobSites.contains)
    let leadsToJobs = parts.dropFirst(2).contains { part in
      jobSites.contains(String(part.lowercased().prefix { $0 != "?" && $0 != "#" }))
    }
    guard isSure || leadsToJobs, self.name(name) != nil else { return nil }
    return (name, isSure)
  }

  private static let jobSites: Set<String> = [
    "careers", "career", "jobs", "job", "karriere", "carriere", "carrieres", "recrutement",
    "teamtailor", "recruiting", "stellenangebot", "stellenangebote", "stellen", "vacatures",
    "vacature", "vacancies", "vacancy", "offres", "emploi", "empleo", "ofertas", "vagas",
    "positions", "openings", "open-positions", "join-us", "kariera", "lavora-con-noi",
  ]

  // Their addresses name the board, not the company.
  private static let boards: Set<String> = [
    "linkedin", "indeed", "glassdoor", "stepstone", "xing", "monster", "seek", "dice", "hired",
    "welcometothejungle", "ziprecruiter", "simplyhired", "careerjet", "jooble", "adzuna", "talent",
    "greenhouse", "lever", "ashbyhq", "workable", "personio", "smartrecruiters", "recruitee",
    "myworkdayjobs", "myworkdaysite", "bamboohr", "breezy", "icims", "jobvite", "taleo",
    "oraclecloud", "successfactors", "hibob", "softgarden", "recruiterflow", "join", "rippling",
    "remotewlb", "remoteok", "weworkremotely", "remotive", "himalayas", "jobicy", "arbeitnow",
    "ycombinator", "workatastartup", "wellfound", "angel", "builtin", "otta", "cord",
    "jobs", "startupjobs", "profesia", "nofluffjobs", "justjoin", "pracuj", "infojobs",
    "tecnoempleo", "apec", "hellowork", "arbeitsagentur", "jobylon", "github", "gitlab", "google",
    "notion", "medium", "reddit", "usajobs", "governmentjobs", "reed", "totaljobs", "cwjobs",
    "naukri", "foundit", "jobgether", "soapbox", "getro", "example", "buscojobs", "theladders",
    "careerbuilder", "snagajob", "stackoverflow", "upwork", "workingnomads", "jobspresso",
    "jobtarget", "jobstreet", "jobsdb", "bayt", "hh", "djinni", "dou", "gupy", "kenoby",
    "applytojob",
    "paylocity", "ultipro", "adp", "dayforcehcm", "eightfold", "avature", "phenompeople",
  ]

  private static let inPath: Set<String> = [
    "jobs.lever.co", "jobs.eu.lever.co", "jobs.ashbyhq.com", "apply.workable.com",
    "boards.greenhouse.io", "job-boards.greenhouse.io", "boards.eu.greenhouse.io",
    "job-boards.eu.greenhouse.io", "jobs.smartrecruiters.com", "careers.smartrecruiters.com",
    "join.com", "jobs.jobvite.com", "jobs.gem.com", "recruiting.paylocity.com",
    "ats.rippling.com",
  ]

  private static let inHost = [
    ".workable.com", ".jobs.personio.de", ".jobs.personio.com", ".recruitee.com",
    ".bamboohr.com", ".teamtailor.com", ".breezy.hr", ".pinpointhq.com", ".applytojob.com",
    ".ashbyhq.com", ".careers.hibob.com", ".softgarden.io", ".jobs.hr", ".jobylon.com",
    ".homerun.co", ".factorialhr.com", ".traffit.com", ".taleo.net",
  ]

  private static let general: Set<String> = ["www", "apply", "jobs", "careers", "app", "boards"]

  /// A short name as a person would write it: "blue-fin" as "Blue Fin".
  static func spelled(_ name: String) -> String {
    guard name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { return name }
    let words = name.split(separator: "-").map { word in
      forms[String(word)] ?? word.prefix(1).uppercased() + word.dropFirst()
    }
    return words.joined(separator: " ")
  }

  private static let forms = [
    "gmbh": "GmbH", "ag": "AG", "llc": "LLC", "ltd": "Ltd", "inc": "Inc", "ab": "AB", "bv": "BV",
    "sa": "SA", "it": "IT", "ai": "AI", "hr": "HR", "uk": "UK", "us": "US",
  ]

  private static func name(_ part: some StringProtocol) -> String? {
    let end = part.firstIndex { $0 == "?" || $0 == "#" } ?? part.endIndex
    let name = String(part[..<end])
    guard !name.isEmpty, !general.contains(name), name != "embed", name != "j" else { return nil }
    return name.replacing("%20", with: " ")
  }
}
