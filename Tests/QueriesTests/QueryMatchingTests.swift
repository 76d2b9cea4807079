import Listings
import Queries
import TestSupport
import Testing

@Suite struct QueryMatchingTests {
  @Test(arguments: CaseTable("matching.tsv"))
  func answersHaveThreeValues(_ line: CaseTable.Line) throws {
    let query = try Query(parsing: line["query"])
    let subject = SubjectBuilder.subject(line["listing"])
    let (answer, blamed) = query.answer(for: subject, in: SubjectBuilder.context)
    let words =
      switch answer {
      case .yes: "yes"
      case .no: "no"
      case .undecided: (["?"] + blamed.map(\.rawValue).sorted()).joined(separator: " ")
      }
    #expect(words == line["answer"], "\(line["query"]) on \(line["listing"])")
    #expect(blamed.isEmpty == (answer != .undecided))
  }

  @Test func undecidedRowsAreInWhenAskedFor() throws {
    let subject = SubjectBuilder.subject("title=x")
    var query = try Query(parsing: "salary>=1")
    #expect(!query.includes(subject, in: SubjectBuilder.context))
    query.includesUndecided = true
    #expect(query.includes(subject, in: SubjectBuilder.context))
  }

  @Test func blamedFieldsAreThoseThatMayBeUndecided() throws {
    for seed in 0..<400 {
      var writer = RandomQuery(seed: UInt64(seed))
      let query = try Query(parsing: writer.text())
      var listings = RandomListing(seed: UInt64(seed))
      for id in 1...10 {
        let subject = MatchSubject(listings.detail(id: Int64(id)))
        let (answer, blamed) = query.answer(for: subject, in: SubjectBuilder.context)
        #expect(!blamed.contains { !$0.mayBeUndecided })
        #expect((answer == .undecided) == !blamed.isEmpty, "\(query)")
      }
    }
  }

  @Test func rowsWithoutTheFieldComeLastEitherWay() throws {
    let subjects = [
      SubjectBuilder.subject("pay=1000,2000", id: 1), SubjectBuilder.subject("title=x", id: 2),
      SubjectBuilder.subject("pay=5000,-", id: 3), SubjectBuilder.subject("pay=-,3000", id: 4),
      SubjectBuilder.subject("title=y", id: 5), SubjectBuilder.subject("pay=2000,2000", id: 6),
    ]
    func ids(_ source: String) throws -> [Int64] {
      try Query(parsing: source).sorted(subjects, in: SubjectBuilder.context).map(\.id.number)
    }
    #expect(try ids("sort:salary") == [6, 1, 4, 3, 5, 2])
    #expect(try ids("sort:-salary") == [3, 4, 6, 1, 5, 2])
    #expect(try ids("sort:title") == [2, 5, 6, 4, 3, 1])
    #expect(try ids("") == [6, 5, 4, 3, 2, 1])
  }

  @Test func explanationsNameTheWordsThatDecide() throws {
    let subject = SubjectBuilder.subject(
      "title=Senior Swift Engineer;pay=120000,160000;remote=hybrid;is=hidden;body=We like Go")
    let query = try Query(parsing: "swift go remote:yes salary>=150k level:senior rust")
    let lines = query.explanation(for: subject, in: SubjectBuilder.context).map { clause in
      let grounds = clause.grounds.map { "\($0.field): \($0.words ?? "not stated")" }
      return "\(clause.clause) \(clause.answer) \(grounds.joined(separator: "; "))"
    }
    #expect(
      lines == [
        "swift yes title: Senior Swift Engineer",
        "go yes body: We like Go",
        "remote:yes no remote: hybrid",
        "salary>=150k yes salary: 120000 160000",
        "level:senior undecided level: not stated",
        "rust no ",
        "-is:hidden no is: hidden",
      ])
  }
}
