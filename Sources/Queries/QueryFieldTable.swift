import Listings

extension QueryFieldName {
  /// The field table; a field without a row does not compile.
  package var info: QueryField {
    switch self {
    case .title, .company, .place, .body, .note, .reason, .skill, .source, .tag:
      wordInfo
    case .salary, .remote, .eligible, .tz, .level, .type, .posted: jobInfo
    case .seen, .changed, .closed, .reposted, .state, .stage, .rating, .followUp: personInfo
    case .has, .search, .sort, .undecided: wholeInfo
    }
  }

  /// Rows can be undecided on it, where the posting does not say.
  package var mayBeUndecided: Bool {
    switch self {
    case .title, .company, .place, .salary, .remote, .eligible, .tz, .level, .type, .posted: true
    default: false
    }
  }

  /// The fields that `has:` can ask for.
  package static let askable: [QueryFieldName] = [
    .title, .company, .place, .body, .salary, .remote, .eligible, .tz, .level, .type, .posted,
    .skill, .stage, .tag, .note, .reason, .rating, .followUp,
  ]
}

private extension QueryFieldName {
  var wordInfo: QueryField {
    switch self {
    case .company:
      QueryField(
        "Words of the company's name.", expects: "words, as in company:spotify",
        examples: ["company:spotify", "company:\"cast & crew\""], aliases: ["employer", "org"])
    case .place:
      QueryField(
        "Words of the place line.", expects: "words, as in place:berlin",
        examples: ["place:berlin", "place:\"new york\""], aliases: ["location", "loc", "city"])
    case .body:
      QueryField(
        "Words of the description alone.", expects: "words, as in body:kafka",
        examples: ["body:kafka", "body:\"on call\""], aliases: ["description", "text"])
    case .note:
      QueryField(
        "Words of your note.", expects: "words, as in note:recruiter", examples: ["note:recruiter"],
        aliases: ["notes"])
    case .reason:
      QueryField(
        "Words of the reason that you hid it for; hidden listings are in.",
        expects: "words, as in reason:agency", examples: ["reason:agency", "reason:\"too far\""],
        aliases: ["because", "why"])
    case .skill:
      QueryField(
        "A skill that was recognized.", expects: "a skill, as in skill:swift",
        examples: ["skill:swift", "skill:go,rust"], aliases: ["skills", "tech"])
    case .source:
      QueryField(
        "Where it was published: a board, or one source of it.",
        expects: "a source, as in source:greenhouse",
        examples: ["source:greenhouse", "source:greenhouse:acme"], aliases: ["sources", "board"])
    case .tag:
      QueryField(
        "A tag of yours.", expects: "a tag, as in tag:climate", examples: ["tag:climate"],
        aliases: ["tags", "label", "labels"])
    default:
      QueryField(
        "Words of the title.", expects: "words, as in title:engineer",
        examples: ["title:engineer", "title:\"staff engineer\""], aliases: ["position"])
    }
  }

  var jobInfo: QueryField {
    switch self {
    case .remote:
      QueryField(
        "Where the work is done.", expects: "yes, hybrid, no or unknown",
        examples: ["remote:yes", "remote:yes,hybrid"], aliases: ["workplace"],
        values: ["yes", "hybrid", "no", "unknown"])
    case .eligible:
      QueryField(
        "Open to people in that country, state or region.",
        expects: "a country, state or region, as in US, US-CA, germany or EU",
        examples: ["eligible:US", "eligible:EU", "eligible:germany"],
        aliases: ["eligibility", "country"], values: RegionTable.names)
    case .tz:
      QueryField(
        "Open to people in those time zones, in hours from UTC.",
        expects: "hours from UTC, as in -5..+1", examples: ["tz:-5..+1", "tz:+5:30"],
        aliases: ["timezone", "timezones"])
    case .level:
      QueryField(
        "How senior the job is; without a sign, one of the levels given.",
        expects: "a level: intern, junior, mid, senior, staff, principal, lead, manager, director"
          + " or unknown",
        examples: ["level:senior,staff", "level:senior..principal", "level>=staff"],
        aliases: ["seniority"], values: Seniority.allCases.map(\.rawValue), isOrdered: true)
    case .type:
      QueryField(
        "The form of the contract.",
        expects: "a type: full-time, part-time, contract, temporary, internship, volunteer"
          + " or unknown",
        examples: ["type:contract"], aliases: ["employment"],
        values: Employment.allCases.map(\.rawValue) + ["unknown"])
    case .posted:
      QueryField(
        "When it was posted: an age, a day, a month or a range.",
        expects: "an age (14d, 3w), a date (2026-10-01, 2026-10), today or unknown",
        examples: ["posted<14d", "posted:2026-10", "posted>=2026-10-01", "posted:today"],
        aliases: ["date", "age", "published"], values: ["today", "yesterday", "unknown"],
        isOrdered: true)
    default:
      QueryField(
        "Pay a year in your currency, or in the one written; >= asks the upper end, <= the lower,"
          + " a range overlap.",
        expects: "a sum, as in 150k, 80€/h or £60k, or unknown",
        examples: ["salary>=150k", "salary:120k..180k", "salary>=80€/h", "salary:unknown"],
        aliases: ["pay", "wage", "income"], values: ["unknown"], isOrdered: true)
    }
  }

  var personInfo: QueryField {
    switch self {
    case .changed:
      QueryField(
        "Pay, place, remote or text changed since the last visit.", expects: "yes or no",
        examples: ["changed:yes"], aliases: ["updated"], values: ["yes", "no"])
    case .closed:
      QueryField(
        "Gone from its source.", expects: "yes or no", examples: ["closed:no"],
        values: ["yes", "no"])
    case .reposted:
      QueryField(
        "How often its sources posted it again; the same job on another board does not count.",
        expects: "a number of times, as in reposted>=3, yes or no", examples: ["reposted>=3"],
        aliases: ["reposts"], values: ["yes", "no"], isOrdered: true)
    case .state:
      QueryField(
        "What you decided; hidden listings are out unless the query says is:hidden or is:any.",
        expects: "saved, flagged, hidden, read, unread, applied, new, changed, closed, open or any",
        examples: ["is:saved", "is:unread", "is:any"], aliases: ["state"],
        values: ListingState.allCases.map(\.rawValue) + ["open"])
    case .stage:
      QueryField(
        "How far an application has come.",
        expects: "applied, interviewing, offer, accepted, rejected, withdrawn or none",
        examples: ["stage:applied", "stage:applied,interviewing"], aliases: ["status"],
        values: Stage.allCases.map(\.rawValue) + ["none"])
    case .rating:
      QueryField(
        "Your stars.", expects: "1 to 5 stars, as in rating>=4", examples: ["rating>=4"],
        aliases: ["stars"], values: ["1", "2", "3", "4", "5"], isOrdered: true)
    case .followUp:
      QueryField(
        "The day on which you want to come back to it.",
        expects: "a date (2026-10-01), today, tomorrow, or days ahead (+7d)",
        examples: ["followup<=today", "followup<=+7d"], aliases: ["follow-up", "due"],
        values: ["today", "tomorrow"], isOrdered: true)
    default:
      QueryField(
        "New since the last visit, or when it was first seen.",
        expects: "new, an age (7d) or a date (2026-10-01)", examples: ["seen:new", "seen<7d"],
        aliases: ["found"], values: ["new", "today", "yesterday"], isOrdered: true)
    }
  }

  var wholeInfo: QueryField {
    switch self {
    case .sort:
      QueryField(
        "The order; a minus turns it round, rows without the field come last.",
        expects:
          "a column: posted, salary, title, company, place, level, remote, seen, rating or rank",
        examples: ["sort:-posted", "sort:-salary,company"], aliases: ["order"],
        values: SortField.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] })
    case .search:
      QueryField(
        "What a saved search asks; its order does not count.",
        expects: "the name of a saved search, as in search:far",
        examples: ["search:far", "-search:\"second choice\""], aliases: ["saved"])
    case .undecided:
      QueryField(
        "Rows are in for which a field that the query needs is not stated.", expects: "yes or no",
        examples: ["undecided:yes"], values: ["yes", "no"])
    default:
      QueryField(
        "The field is stated.", expects: "the name of a field, as in has:salary",
        examples: ["has:salary", "-has:level"], aliases: ["stated"],
        values: Self.askable.map(\.rawValue))
    }
  }
}
