import Listings

/// What a label on a line of its own says about a posting.
enum LabelField: Hashable {
  /// A title, or deep in a text the kind of job.
  case role
  case title, company, location, pay, employment, seniority, date, closes, workplace, url
  case tags
}

/// A line of the form `Label: value`, the label known.
struct LabelLine {
  let field: LabelField?
  let value: Substring

  /// Nil when the line has no label; the field is nil when the label is not one of ours.
  init?(_ line: some StringProtocol) {
    let bytes = Array(line.utf8.prefix(48))
    guard let (place, width) = Self.colon(in: bytes), place > 0 else { return nil }
    var label = String(decoding: bytes[..<place], as: UTF8.self)
    label = String(label.drop { !$0.isLetter })
    while let last = label.last, !last.isLetter, last != ")", last != "#" { label.removeLast() }
    guard !label.isEmpty else { return nil }
    field = Self.fields[label.lowercased()]
    let rest = Substring(line).utf8.dropFirst(place + width)
    // "**Location:** Berlin" and "**Location**: Berlin" leave stars behind.
    value = Substring(rest).drop { $0 == "*" || $0.isWhitespace }
  }

  /// The first colon, or the wide one of Chinese text, and how many bytes it takes.
  private static func colon(in bytes: [UInt8]) -> (place: Int, width: Int)? {
    bytes.indices.lazy.compactMap { index -> (place: Int, width: Int)? in
      if bytes[index] == UInt8(ascii: ":") { return (index, 1) }
      return bytes[index] == 0xEF && bytes[index...].starts(with: "\u{FF1A}".utf8)
        ? (index, 3) : nil
    }.first
  }

  init?(cells: [[Inline]]) {
    guard cells.count == 2 else { return nil }
    let label = cells[0].plainText.filter { $0 != ":" }
    field = Self.fields[label.lowercased()]
    value = Substring(cells[1].plainText)
  }

  /// Whether the words are a label as postings have them.
  static func isKnown(_ label: String) -> Bool { fields[label.lowercased()] != nil }

  private static let fields: [String: LabelField] = {
    var fields: [String: LabelField] = [:]
    for (field, labels) in table {
      for label in labels.split(separator: ",") { fields[String(label)] = field }
    }
    return fields
  }()

  /// Labels as postings have them, in the languages that postings come in.
  private static let table: [(LabelField, String)] = [
    (
      .title,
      """
      job title,position title,title,role title,jobtitel,stellenbezeichnung,\
      intitulé du poste,job description,job posting
      """
    ),
    (.role, "position,role,puesto,job"),
    (
      .company,
      """
      company,company name,employer,organization,organisation,hiring company,client,\
      unternehmen,firma,arbeitgeber,entreprise,société,empresa,azienda,bedrijf,arbetsgivare
      """
    ),
    (
      .location,
      """
      location,locations,job location,work location,place,based in,office location,city,\
      standort,arbeitsort,einsatzort,ort,lieu,localisation,lieu de travail,ubicación,\
      localidad,local,localização,sede,locatie,standplaats,miejsce pracy
      """
    ),
    (
      .pay,
      """
      salary,salary range,pay,pay range,pay rate,base salary,base pay,base pay range,\
      base salary range,compensation,compensation range,annual salary,hourly rate,rate,\
      day rate,wage,remuneration,estimated salary,gehalt,jahresgehalt,vergütung,verdienst,\
      salaire,rémunération,salario,salário,stipendio,salaris,lön,wynagrodzenie
      """
    ),
    (
      .employment,
      """
      employment type,job type,type,contract type,contract,employment,type of employment,\
      position type,time type,job status,status,schedule,vertragsart,anstellungsart,\
      beschäftigungsart,type de contrat,contrat,tipo de contrato,jornada,dienstverband,\
      contratto
      """
    ),
    (
      .seniority,
      """
      experience level,seniority,seniority level,level,job level,career level,karrierelevel
      """
    ),
    (
      .date,
      """
      date posted,posted,posted on,posting date,date,published,published on,job posted,\
      veröffentlicht,publié le,fecha de publicación
      """
    ),
    (
      .closes,
      """
      deadline,application deadline,deadline to apply,closing date,apply by,\
      applications close,bewerbungsfrist,date limite,expires,valid through
      """
    ),
    (
      .workplace,
      """
      remote,work model,workplace type,workplace,work arrangement,working conditions,\
      work mode,work type,work setup,remote work,arbeitsmodell,télétravail,teletrabajo
      """
    ),
    (
      .url,
      """
      url,link,apply,apply here,apply at,job url,source,posting url,application link
      """
    ),
    (
      .tags,
      """
      tags,keywords,skills,tech stack
      """
    ),
  ]
}
