extension Board {
  /// The table of boards: `source kinds` and the documentation are made of it.
  package static let all: [Board] =
    companyBoards + companyFeeds + aggregators + newestLists + keyedBoards + files

  private static let companyBoards: [Board] = [
    Board("greenhouse", "Greenhouse", base: "https://boards-api.greenhouse.io").changed {
      $0.reads = "JSON: a list, departments, one job"
      $0.named = "/v1/boards/{name}/jobs?content=true"
      $0.pages = ["boards.greenhouse.io/{name}", "job-boards.greenhouse.io/{name}"]
    },
    lever("lever", "Lever", host: "lever.co"),
    lever("lever-eu", "Lever in the EU", host: "eu.lever.co"),
    Board("ashby", "Ashby", base: "https://api.ashbyhq.com").changed {
      $0.reads = "JSON: a list, one job"
      $0.named = "/posting-api/job-board/{name}?includeCompensation=true"
      $0.pages = ["jobs.ashbyhq.com/{name}"]
    },
    Board("workable", "Workable", base: "https://apply.workable.com").changed {
      $0.reads = "JSON: the widget's list, the search's, one job"
      $0.named = "/api/v1/widget/accounts/{name}?details=true"
      $0.pages = ["apply.workable.com/{name}"]
    },
    Board("smartrecruiters", "SmartRecruiters", base: "https://api.smartrecruiters.com").changed {
      $0.reads = "JSON: a list (without texts), one job"
      $0.named = "/v1/companies/{name}/postings?limit=100&offset={offset}"
      $0.detail = "/v1/companies/{name}/postings/{id}"
      $0.pageSize = 100
      $0.pages = ["careers.smartrecruiters.com/{name}", "jobs.smartrecruiters.com/{name}"]
    },
    Board("recruitee", "Recruitee", base: "https://{name}.recruitee.com").changed {
      $0.reads = "JSON: offers, one offer"
      $0.named = "/api/offers/"
      $0.pages = ["{name}.recruitee.com"]
    },
    Board("breezy", "Breezy HR", base: "https://{name}.breezy.hr").changed {
      $0.reads = "JSON: a list"
      $0.named = "/json"
      $0.pages = ["{name}.breezy.hr"]
    },
    Board("workday", "Workday", base: "https://{host}.myworkdayjobs.com").changed {
      $0.reads = "JSON: a list (without texts), one job"
      $0.named = "/wday/cxs/{tenant}/{site}/jobs"
      $0.question =
        #"{"appliedFacets":{},"limit":20,"offset":%offset%,"searchText":""}"#
      $0.detail = "/wday/cxs/{tenant}/{site}/{path}"
      $0.pageSize = 20
      $0.example = "acme.wd5/Careers"
      $0.pages = [
        "{host}.myworkdayjobs.com/{site}", "{host}.myworkdayjobs.com/{language}/{site}",
      ]
    },
  ]

  private static func lever(_ name: String, _ title: String, host: String) -> Board {
    Board(name, title, base: "https://api.\(host)").changed {
      $0.reads = "JSON: a list, teams, one posting"
      $0.family = "lever"
      $0.named = "/v0/postings/{name}?mode=json&skip={offset}&limit=100"
      $0.pageSize = 100
      $0.pages = ["jobs.\(host)/{name}"]
    }
  }

  private static let companyFeeds: [Board] = [
    personio("personio", "Personio", host: "jobs.personio.de"),
    personio("personio-com", "Personio outside Germany", host: "jobs.personio.com"),
    Board("teamtailor", "Teamtailor", base: "https://{name}.teamtailor.com").changed {
      $0.reads = "RSS with its own elements; JSON Feed"
      $0.named = "/jobs.rss"
      $0.format = .xml
      $0.pages = ["{name}.teamtailor.com", "{name}.teamtailor.com/jobs"]
    },
  ]

  private static func personio(_ name: String, _ title: String, host: String) -> Board {
    Board(name, title, base: "https://{name}.\(host)").changed {
      $0.reads = "XML: positions"
      $0.family = "personio"
      $0.named = "/xml?language=en"
      $0.format = .xml
      $0.pages = ["{name}.\(host)"]
    }
  }

  /// Boards whose whole list is one answer.
  private static let aggregators: [Board] = [
    Board("remoteok", "Remote OK", base: "https://remoteok.com").changed {
      $0.reads = "JSON: a list behind a notice"
      $0.plain = "/api"
      $0.listsNewestOnly = true
      $0.attribution = "Remote OK (https://remoteok.com)"
    },
    Board("remotive", "Remotive", base: "https://remotive.com").changed {
      $0.reads = "JSON: a list"
      $0.plain = "/api/remote-jobs"
      $0.listsNewestOnly = true
      $0.leastInterval = 6 * 3600
      $0.attribution = "Remotive (https://remotive.com)"
    },
    Board("jobicy", "Jobicy", base: "https://jobicy.com").changed {
      $0.reads = "JSON: a list"
      $0.plain = "/api/v2/remote-jobs?count=100"
      $0.listsNewestOnly = true
      $0.leastInterval = 3600
    },
    Board("weworkremotely", "We Work Remotely", base: "https://weworkremotely.com").changed {
      $0.reads = "RSS, titles as \"Company: Role\""
      $0.plain = "/remote-jobs.rss"
      $0.named = "/categories/{name}.rss"
      $0.format = .xml
      $0.listsNewestOnly = true
      $0.example = "remote-programming-jobs"
    },
    Board("workingnomads", "Working Nomads", base: "https://www.workingnomads.com").changed {
      $0.reads = "JSON: a list"
      $0.plain = "/api/exposed_jobs/"
      $0.listsNewestOnly = true
    },
    Board("hn", "Hacker News: who is hiring", base: "https://hn.algolia.com").changed {
      $0.reads = "JSON: a thread, comments of Algolia, Firebase or a dump, the front page's ads"
      $0.plain = "/api/v1/search_by_date?tags=story,author_whoishiring&hitsPerPage=20"
      $0.named = $0.plain
      $0.listsNewestOnly = true
      $0.leadsToThread = true
      $0.example = "who-is-hiring"
    },
  ]

  /// Boards with more pages than anybody reads.
  private static let newestLists: [Board] = [
    Board("arbeitnow", "Arbeitnow", base: "https://www.arbeitnow.com").changed {
      $0.reads = "JSON: a page"
      $0.plain = "/api/job-board-api?page={page}"
      $0.listsNewestOnly = true
      $0.mostPages = 10
    },
    Board("himalayas", "Himalayas", base: "https://himalayas.app").changed {
      $0.reads = "JSON: a page"
      $0.plain = "/jobs/api?limit=20&offset={offset}"
      $0.pageSize = 20
      $0.listsNewestOnly = true
      $0.mostPages = 20
    },
    Board("themuse", "The Muse", base: "https://www.themuse.com").changed {
      $0.reads = "JSON: a page, one job"
      $0.plain = "/api/public/jobs?page={page}"
      $0.listsSome = true
      $0.mostPages = 20
    },
    Board("eures", "EURES", base: "https://europa.eu").changed {
      $0.reads = "JSON: an answer of the search"
      $0.named = "/eures/api/jv-searchengine/public/jv-search/search"
      $0.question =
        #"{"resultsPerPage":50,"page":%page%,"sortSearch":"MOST_RECENT","#
        + #""keywords":[{"keyword":"%name%","specificSearchCode":"EVERYWHERE"}],"#
        + #""locationCodes":[],"requestLanguage":"en"}"#
      $0.pageSize = 50
      $0.listsSome = true
      $0.mostPages = 4
      $0.example = "swift"
    },
  ]

  private static let keyedBoards: [Board] = [
    Board("usajobs", "USAJOBS", base: "https://data.usajobs.gov").changed {
      $0.reads = "JSON: an answer of the search"
      $0.plain = "/api/Search?ResultsPerPage=500&Page={page}"
      $0.pageSize = 500
      $0.listsNewestOnly = true
      $0.keys = [
        Key(name: "usajobs_key", place: .header("Authorization-Key")),
        Key(name: "usajobs_email", place: .header("User-Agent")),
      ]
    },
    Board("adzuna", "Adzuna", base: "https://api.adzuna.com").changed {
      $0.reads = "JSON: a page; pay it guesses is marked"
      $0.named = "/v1/api/jobs/{name}/search/{page}?results_per_page=50&sort_by=date"
      $0.pageSize = 50
      $0.listsNewestOnly = true
      $0.mostPages = 10
      $0.example = "gb?what=swift"
      $0.attribution = "Adzuna (https://www.adzuna.com)"
      $0.keys = [
        Key(name: "adzuna_app_id", place: .query("app_id")),
        Key(name: "adzuna_app_key", place: .query("app_key")),
      ]
    },
  ]

  /// What comes in files alone.
  private static let files: [Board] = [
    file("linkedin", "LinkedIn", "alert mails, HTML or text; exports as CSV"),
    file("indeed", "Indeed", "JSON by job key; alert mails; exports as CSV"),
    file("startupjobs", "StartupJobs.cz", "JSON: offers of a partner's export"),
    file("google", "Google's jobs", "JSON of search services"),
    file("schema.org", "Any page with a JobPosting", "JSON-LD: object, list, @graph; microdata"),
    file("jobspy", "JobSpy", "CSV; a pandas DataFrame as JSON, in any orientation"),
  ]

  private static func file(_ name: String, _ title: String, _ reads: String) -> Board {
    Board(name, title, base: "").changed { $0.reads = reads }
  }
}

/// Formats that belong to no board, as the table shows them.
package struct FileFormat: Hashable, Sendable {
  package let title: String
  package let reads: String

  package static let all: [FileFormat] = [
    FileFormat(
      title: "RSS, Atom, JSON Feed", reads: "each item; label lines such as \"Location:\""),
    FileFormat(
      title: "CSV, TSV", reads: "by the names of columns, in many languages; ; and | part them"),
    FileFormat(title: "JSON, NDJSON", reads: "by the names of members, in lists at any depth"),
    FileFormat(title: "XML", reads: "elements with a title and other known names"),
    FileFormat(title: "Markdown", reads: "front matter, a mirror's head, headings, label lines"),
    FileFormat(title: "HTML", reads: "JobPosting first, else the page's text"),
    FileFormat(title: "Text", reads: "one posting; several where each has its own label lines"),
    FileFormat(title: "Mail (.eml, mbox)", reads: "a posting a message, or an alert's jobs"),
    FileFormat(title: "gzip, folders, -", reads: "what is in them, at any depth"),
  ]
}
