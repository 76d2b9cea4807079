extension Board {
  /// The table of boards that can be followed; `source kinds` and the documentation are made of it.
  package static let all: [Board] = companyBoards + aggregators + keyedBoards

  private static let companyBoards: [Board] = [
    Board("greenhouse", "Greenhouse", base: "https://boards-api.greenhouse.io")
      .changed { $0.named = "/v1/boards/{name}/jobs?content=true" },
    Board("lever", "Lever", base: "https://api.lever.co").changed {
      $0.named = "/v0/postings/{name}?mode=json&skip={offset}&limit=100"
      $0.pageSize = 100
    },
    Board("lever-eu", "Lever in the EU", base: "https://api.eu.lever.co").changed {
      $0.family = "lever"
      $0.named = "/v0/postings/{name}?mode=json&skip={offset}&limit=100"
      $0.pageSize = 100
    },
    Board("ashby", "Ashby", base: "https://api.ashbyhq.com")
      .changed { $0.named = "/posting-api/job-board/{name}?includeCompensation=true" },
    Board("workable", "Workable", base: "https://apply.workable.com")
      .changed { $0.named = "/api/v1/widget/accounts/{name}?details=true" },
    Board("smartrecruiters", "SmartRecruiters", base: "https://api.smartrecruiters.com").changed {
      $0.named = "/v1/companies/{name}/postings?limit=100&offset={offset}"
      $0.pageSize = 100
    },
    Board("recruitee", "Recruitee", base: "https://{name}.recruitee.com")
      .changed { $0.named = "/api/offers/" },
    Board("personio", "Personio", base: "https://{name}.jobs.personio.de").changed {
      $0.named = "/xml?language=en"
      $0.format = .xml
    },
    Board("teamtailor", "Teamtailor", base: "https://{name}.teamtailor.com").changed {
      $0.named = "/jobs.rss"
      $0.format = .xml
    },
    Board("breezy", "Breezy HR", base: "https://{name}.breezy.hr").changed { $0.named = "/json" },
  ]

  private static let aggregators: [Board] = [
    Board("remoteok", "Remote OK", base: "https://remoteok.com").changed {
      $0.plain = "/api"
      $0.listsNewestOnly = true
      $0.attribution = "Remote OK (https://remoteok.com)"
    },
    Board("remotive", "Remotive", base: "https://remotive.com").changed {
      $0.plain = "/api/remote-jobs"
      $0.listsNewestOnly = true
      $0.leastInterval = 6 * 3600
      $0.attribution = "Remotive (https://remotive.com)"
    },
    Board("arbeitnow", "Arbeitnow", base: "https://www.arbeitnow.com").changed {
      $0.plain = "/api/job-board-api?page={page}"
      $0.listsNewestOnly = true
    },
    Board("jobicy", "Jobicy", base: "https://jobicy.com").changed {
      $0.plain = "/api/v2/remote-jobs?count=100"
      $0.listsNewestOnly = true
      $0.leastInterval = 3600
    },
    Board("himalayas", "Himalayas", base: "https://himalayas.app").changed {
      $0.plain = "/jobs/api?limit=20&offset={offset}"
      $0.pageSize = 20
      $0.listsNewestOnly = true
    },
    Board("weworkremotely", "We Work Remotely", base: "https://weworkremotely.com").changed {
      $0.plain = "/remote-jobs.rss"
      $0.named = "/categories/{name}.rss"
      $0.format = .xml
      $0.listsNewestOnly = true
      $0.example = "remote-programming-jobs"
    },
    Board("hn", "Hacker News: who is hiring", base: "https://hn.algolia.com").changed {
      $0.plain = "/api/v1/search_by_date?tags=story,author_whoishiring&hitsPerPage=20"
      $0.named = $0.plain
      $0.listsNewestOnly = true
      $0.leadsToThread = true
      $0.example = "who-is-hiring"
    },
    Board("themuse", "The Muse", base: "https://www.themuse.com").changed {
      $0.plain = "/api/public/jobs?page={page}"
      $0.listsNewestOnly = true
    },
    Board("workingnomads", "Working Nomads", base: "https://www.workingnomads.com").changed {
      $0.plain = "/api/exposed_jobs/"
      $0.listsNewestOnly = true
    },
  ]

  private static let keyedBoards: [Board] = [
    Board("usajobs", "USAJOBS", base: "https://data.usajobs.gov").changed {
      $0.plain = "/api/Search?ResultsPerPage=500&Page={page}"
      $0.pageSize = 500
      $0.listsNewestOnly = true
      $0.keys = [
        Key(name: "usajobs_key", place: .header("Authorization-Key")),
        Key(name: "usajobs_email", place: .header("User-Agent")),
      ]
    },
    Board("adzuna", "Adzuna", base: "https://api.adzuna.com").changed {
      $0.named = "/v1/api/jobs/{name}/search/{page}?results_per_page=50"
      $0.pageSize = 50
      $0.listsNewestOnly = true
      $0.example = "gb?what=swift"
      $0.attribution = "Adzuna (https://www.adzuna.com)"
      $0.keys = [
        Key(name: "adzuna_app_id", place: .query("app_id")),
        Key(name: "adzuna_app_key", place: .query("app_key")),
      ]
    },
  ]
}
