/// What a key, a column or a line of front matter names; recognized in any spelling of its words.
enum FieldName: Int, CaseIterable {
  case title, company, location, city, region, country, remote, workplace
  case pay, payLow, payHigh, payCurrency, payPeriod, payBasis
  case url, applyURL, date, closes, description, descriptionHTML, descriptionPlain, summary
  case responsibilities, requirements, benefits, employment, seniority, tags, skills
  case externalID, eligibility, site
}

extension FieldName {
  /// The field that a name stands for, and how sure that is: 0 is the best.
  static func recognized(_ name: String) -> (field: FieldName, rank: Int)? {
    let hash = NameHash(of: name)
    if let field = known[hash.whole] { return field }
    // Exports put the table before each column: job_city, job_min_salary.
    guard let rest = hash.behindJob, let (field, rank) = known[rest] else { return nil }
    return (field, rank + 50)
  }

  /// Whether a name says of itself that it names a job, as "text" and "name" do not.
  static func isTitle(_ name: String) -> Bool {
    recognized(name).map { $0.field == .title && $0.rank < 5 } ?? false
  }

  /// By the hashes of the folded names: no two that anybody would write share one, and every
  /// member of every item is looked up.
  private static let known: [UInt64: (field: FieldName, rank: Int)] = {
    var known: [UInt64: (field: FieldName, rank: Int)] = [:]
    for (field, names) in table {
      for (rank, name) in names.split(separator: " ").enumerated() {
        known[NameHash(of: name).whole] = (field, rank)
      }
    }
    return known
  }()

  /// Names without case, blanks, dashes and underscores; the better ones first.
  private static let table: [(FieldName, String)] = [
    (
      .title,
      """
      title jobtitle positiontitle postingtitle postingname positionname position text role \
      jobname headline designation jobopeningname displaytitle intitule offertitle \
      offername vacancytitle vacancyname name
      """
    ),
    (
      .company,
      """
      company companyname employer employername organization organizationname organisation \
      hiringorganization hiringcompany hiringcompanyname companydisplayname employerdisplayname \
      businessname careerpagename parentcompanyname parentorganizationname advertisername advertiser \
      author entreprise client clientname
      """
    ),
    (
      .location,
      """
      location locations joblocation locationname candidaterequiredlocation jobgeo place \
      formattedlocation joblocations locationdisplay alllocations worklocation cities \
      postinglocations postinglocation atslocation primarylocation lieutravail fulllocation \
      locationtext locationstext locationsderived workplaceaddress arbeitsort locationraw area \
      offices address addresses
      """
    ),
    (.city, "city locationcity addresslocality actualcity"),
    (.region, "region state locationstate addressregion"),
    (.country, "country locationcountry addresscountry countrycode"),
    (
      .remote,
      """
      remote isremote telecommuting remotework workfromhome remotestatus remoteallowed fullyremote \
      isfullyremote remotederived remotescope remotescoperaw
      """
    ),
    (
      .workplace,
      """
      workplacetype workplace workmodel worktype workmode workarrangement workfromhometype \
      workspacetype workmodality locationtype workformats workformat remotetype remotepolicy \
      workplacepolicy workingmodel workstyle workarrangements remoteworktype schedule
      """
    ),
    (
      .pay,
      """
      salary salaryrange compensation pay payrange salarytext salarydescription salaryestimate \
      compensationrange basesalary salarystring salaryrangetext basepayrange salaryinfo \
      salarydetail salarydetails paydetails salarylabel salaryraw salarydisplay compensationraw \
      payraw salaire salarydesc
      """
    ),
    (
      .payLow,
      """
      salarymin minsalary minamount salaryfrom minimumsalary payminimum salarylow paymin minpay \
      annualsalarymin minannualsalary salaryminimum annualsalaryfrom payfrom grosssalarylow \
      compensationminimum salaryyearlyminimum budgetmin paytransparencyminsalary
      """
    ),
    (
      .payHigh,
      """
      salarymax maxsalary maxamount salaryto maximumsalary paymaximum salaryhigh paymax maxpay \
      annualsalarymax maxannualsalary salarymaximum annualsalaryto payto grosssalaryhigh \
      compensationmaximum salaryyearlymaximum budgetmax paytransparencymaxsalary
      """
    ),
    (
      .payCurrency,
      """
      salarycurrency currency currencycode salarycurrencycode compensationcurrency \
      paytransparencysalarycurrency
      """
    ),
    (
      .payPeriod,
      """
      salaryperiod interval salaryinterval payperiod salaryunit salarytype period \
      compensationfrequency paytransparencysalarypayperiod
      """
    ),
    (.payBasis, "salaryispredicted salarysource"),
    (
      .url,
      """
      alternateurl url joburl link joblink absoluteurl hostedurl permalink href jobposturl listingurl \
      canonicalurl redirecturl careersurl joburldirect jobpostingurl postingurl sharelink \
      detailurl pageurl redirectjoburl canonicalpositionurl webpageurl externeurl jdurl \
      vacancyurl offerurl positionurl publicurl sourcelink sourceurl origineoffre
      """
    ),
    (.applyURL, "applyurl applicationurl applylink applicationlink directapplyurl apply"),
    (
      .date,
      """
      dateposted postedat posteddate datecreation postingdateparsed publishedat publicationdate \
      datepublished publisheddate publishedon postedon firstpublished firstpublishedat releaseddate \
      postedatdatetimeutc postingdate publishtime posttime originallistedtime listedtime listedat createdat date posted \
      pubdate published created createddate datecreated creationdate publishdate datelisted \
      listeddate listingdate postedtime postedattimestamp publishedattimestamp aktuelleveroeffentlichungsdatum tcreate timestamp \
      activefrom updatedat updated epoch time
      """
    ),
    (
      .closes,
      "validthrough expirydate expiresat deadline applicationdeadline closingdate enddate closes"
    ),
    (
      .description,
      "description jobdescription body content details jobdesc fulldescription contents about"
    ),
    (.descriptionHTML, "descriptionhtml contenthtml htmldescription bodyhtml"),
    (.descriptionPlain, "descriptionplain descriptiontext plaindescription contenttext"),
    (.summary, "summary excerpt jobexcerpt snippet shortdescription jobsummary"),
    (.responsibilities, "responsibilities duties tasks"),
    (.requirements, "requirements qualifications minimumqualifications whatyouneed"),
    (.benefits, "benefits perks"),
    (
      .employment,
      """
      employmenttype employmenttypes jobtype jobtypes contracttype employmentstatus commitment typeofemployment \
      contract worktime contracttime employment formattedworktype scheduletype \
      employmentstatuslabel type
      """
    ),
    (
      .seniority,
      "seniority senioritylevel formattedexperiencelevel joblevel level experiencelevel careerlevel explevel experience"
    ),
    (.tags, "tags keywords categories category labels department departments team"),
    (.skills, "skills techstack technologies stack tagsandskills requiredskills"),
    (
      .externalID,
      "id jobid externalid guid slug reqid requisitionid referencenumber jobkey uuid identifier"
    ),
    (
      .eligibility,
      "locationrestrictions applicantlocationrequirements eligiblecountries allowedlocations"
    ),
    (.site, "site source board platform publisher"),
  ]
}

/// A name's hash without case, blanks, dashes and underscores: FNV-1a, 64 bits.
struct NameHash {
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let job = Array("job".utf8)

  private(set) var whole = start
  private var rest = start
  private var count = 0
  private var beginsWithJob = true

  init(of name: some StringProtocol) {
    for byte in name.utf8 {
      switch byte {
      case 65...90: add(byte | 0x20)
      case 97...122, 48...57, 0x80...: add(byte)
      default: break
      }
    }
  }

  /// That of what follows "job", when the name begins so.
  var behindJob: UInt64? { beginsWithJob && count > 3 ? rest : nil }

  private mutating func add(_ byte: UInt8) {
    whole = (whole ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    if count < 3 {
      beginsWithJob = beginsWithJob && byte == Self.job[count]
    } else {
      rest = (rest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    count += 1
  }
}

extension String {
  /// Small letters and digits alone, so that `Job Title`, `job_title` and `jobTitle` are one.
  var foldedName: String {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case 65...90: output.append(byte | 0x20)
      case 97...122, 48...57: output.append(byte)
      case 0x80...: output.append(byte)
      default: break
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
