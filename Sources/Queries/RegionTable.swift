/// Countries and the regions that job postings name, for `eligible:`.
package enum RegionTable {
  /// The codes that a posting may name to be open to somebody in `place`, and the beginnings of such
  /// codes (`US-` for its states).
  package static func open(to place: String) -> (codes: Set<String>, prefixes: Set<String>) {
    if place == worldwide { return ([worldwide], []) }
    if let members = regions[place] {
      let overlapping = regions.filter { !$0.value.isDisjoint(with: members) }.keys
      return (members.union(overlapping).union([worldwide]), Set(members.map { $0 + "-" }))
    }
    return (covering(place), place.utf8.contains(dash) ? [] : [place + "-"])
  }

  /// The codes that hold the whole of `place`, itself included: what rules it out when excluded.
  package static func covering(_ place: String) -> Set<String> {
    if let members = regions[place] {
      let larger = regions.filter { $0.value.isSuperset(of: members) }.keys
      return Set(larger).union([worldwide])
    }
    let country = place.utf8.contains(dash) ? String(place.prefix { $0 != "-" }) : place
    let around = regions.filter { $0.value.contains(country) }.keys
    return Set(around).union([place, country, worldwide])
  }

  /// The code that a person means by `US`, `us-ca`, `germany`, `europe`; nil when unknown.
  package static func code(for text: String) -> String? {
    let key = text.uppercased().replacing("_", with: " ")
    if let code = codes[key] ?? codes[key.replacing("-", with: " ")] { return code }
    let parts = key.utf8.split(separator: dash, omittingEmptySubsequences: false)
    guard parts.count == 2, let country = codes[String(parts[0]) ?? ""], country.utf8.count == 2,
      (1...3).contains(parts[1].count), parts[1].allSatisfy(isCodeLetter)
    else { return nil }
    return country + "-" + (String(parts[1]) ?? "")
  }

  /// For completion: every region and country, as it is written in a query.
  static let names: [String] = [worldwide] + regions.keys.sorted() + countries.map(\.code)

  /// Everything that `code(for:)` knows by name.
  static var knownNames: some Sequence<String> { codes.keys }

  private static func isCodeLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static let worldwide = "WORLDWIDE"
  private static let dash = UInt8(ascii: "-")

  private static let countries: [(code: String, regions: [String], names: [String])] =
    table.split(separator: "\n").flatMap { line in
      let halves = line.split(separator: ": ")
      let regions = halves[0].split(separator: ", ").map(String.init)
      return halves[1].split(separator: ", ").map { country in
        let names = country.split(separator: "|").map(String.init)
        return (names[0], regions, names)
      }
    }

  private static let regions: [String: Set<String>] = countries.reduce(into: [:]) {
    regions, country in
    for region in country.regions { regions[region, default: []].insert(country.code) }
  }

  private static let codes: [String: String] = {
    var codes = [worldwide: worldwide, "ANYWHERE": worldwide, "GLOBAL": worldwide]
    for region in regions.keys { codes[region] = region }
    for country in countries {
      for name in country.names { codes[name.uppercased()] = country.code }
    }
    return codes
  }()

  /// Each line: the regions, then the countries in all of them with their other names.
  private static let table = """
    EU, EUROPE, EMEA: AT|Austria, BE|Belgium, BG|Bulgaria, HR|Croatia, CY|Cyprus, CZ|Czechia|Czech \
    Republic, DK|Denmark, EE|Estonia, FI|Finland, FR|France, DE|Germany|Deutschland, GR|Greece, \
    HU|Hungary, IE|Ireland, IT|Italy, LV|Latvia, LT|Lithuania, LU|Luxembourg, MT|Malta, \
    NL|Netherlands|Holland, PL|Poland, PT|Portugal, RO|Romania, SK|Slovakia, SI|Slovenia, ES|Spain, \
    SE|Sweden
    EUROPE, EMEA: GB|UK|United Kingdom|Great Britain|Britain|England, CH|Switzerland, NO|Norway, \
    IS|Iceland, LI|Liechtenstein, UA|Ukraine, RS|Serbia, BA|Bosnia and Herzegovina|Bosnia, \
    ME|Montenegro, MK|North Macedonia, AL|Albania, MD|Moldova, BY|Belarus, RU|Russia, AD|Andorra, \
    MC|Monaco, SM|San Marino, XK|Kosovo, AX|Åland, FO|Faroe Islands, GL|Greenland, VA|Vatican City, GI|Gibraltar, JE|Jersey, GG|Guernsey, IM|Isle of Man
    EUROPE, EMEA, ASIA, MIDDLE EAST: TR|Turkey|Türkiye
    EUROPE, EMEA, ASIA: GE|Georgia, AM|Armenia, AZ|Azerbaijan
    NORTH AMERICA: US|USA|United States|United States of America|America, CA|Canada, BM|Bermuda
    NORTH AMERICA, LATAM: MX|Mexico
    LATAM: GT|Guatemala, HN|Honduras, SV|El Salvador, NI|Nicaragua, CR|Costa Rica, PA|Panama, \
    DO|Dominican Republic, CU|Cuba, PR|Puerto Rico, BZ|Belize, JM|Jamaica, TT|Trinidad and Tobago, \
    HT|Haiti, BS|Bahamas, BB|Barbados, AG|Antigua and Barbuda, AW|Aruba, \
    CW|Curaçao, DM|Dominica, GD|Grenada, GP|Guadeloupe, KN|Saint Kitts and Nevis, KY|Cayman Islands, \
    LC|Saint Lucia, MQ|Martinique, VC|Saint Vincent and the Grenadines, VG|British Virgin Islands, \
    VI|US Virgin Islands, TC|Turks and Caicos Islands
    LATAM, SOUTH AMERICA: AR|Argentina, BO|Bolivia, BR|Brazil|Brasil, CL|Chile, CO|Colombia, \
    EC|Ecuador, PY|Paraguay, PE|Peru, UY|Uruguay, VE|Venezuela, GY|Guyana, GF|French Guiana, SR|Suriname
    AFRICA, EMEA: ZA|South Africa, NG|Nigeria, KE|Kenya, GH|Ghana, MA|Morocco, TN|Tunisia, \
    DZ|Algeria, ET|Ethiopia, RW|Rwanda, UG|Uganda, TZ|Tanzania, SN|Senegal, CI|Ivory Coast, \
    CM|Cameroon, ZM|Zambia, ZW|Zimbabwe, MU|Mauritius, MZ|Mozambique, AO|Angola, BW|Botswana, \
    NA|Namibia, MG|Madagascar, ML|Mali, BJ|Benin, TG|Togo, BF|Burkina Faso, NE|Niger, TD|Chad, \
    GA|Gabon, CG|Congo, CD|DR Congo, SD|Sudan, LY|Libya, SO|Somalia, MW|Malawi, LR|Liberia, \
    SL|Sierra Leone, GM|Gambia, GN|Guinea, MR|Mauritania, SZ|Eswatini, LS|Lesotho, CV|Cape Verde, \
    SC|Seychelles, BI|Burundi, DJ|Djibouti, ER|Eritrea, \
    CF|Central African Republic, KM|Comoros, GQ|Equatorial Guinea, GW|Guinea-Bissau, RE|Réunion, \
    ST|São Tomé and Príncipe, SS|South Sudan, YT|Mayotte
    AFRICA, EMEA, MIDDLE EAST: EG|Egypt
    MIDDLE EAST, EMEA, ASIA: AE|UAE|United Arab Emirates, SA|Saudi Arabia, IL|Israel, QA|Qatar, \
    KW|Kuwait, BH|Bahrain, OM|Oman, JO|Jordan, LB|Lebanon, IQ|Iraq, IR|Iran, SY|Syria, YE|Yemen, \
    PS|Palestine
    ASIA, APAC: IN|India, CN|China, JP|Japan, KR|South Korea|Korea, SG|Singapore, MY|Malaysia, \
    ID|Indonesia, PH|Philippines, TH|Thailand, VN|Vietnam, TW|Taiwan, HK|Hong Kong, MO|Macau, \
    BD|Bangladesh, PK|Pakistan, LK|Sri Lanka, NP|Nepal, MM|Myanmar, KH|Cambodia, LA|Laos, \
    MN|Mongolia, BN|Brunei, BT|Bhutan, MV|Maldives, KP|North Korea, TL|Timor-Leste
    ASIA: KZ|Kazakhstan, UZ|Uzbekistan, KG|Kyrgyzstan, TJ|Tajikistan, TM|Turkmenistan, \
    AF|Afghanistan
    OCEANIA, APAC: AU|Australia, NZ|New Zealand, FJ|Fiji, PG|Papua New Guinea, AS|American Samoa, \
    CK|Cook Islands, FM|Micronesia, GU|Guam, KI|Kiribati, MH|Marshall Islands, NC|New Caledonia, \
    NR|Nauru, PF|French Polynesia, PW|Palau, SB|Solomon Islands, TO|Tonga, TV|Tuvalu, VU|Vanuatu, \
    WS|Samoa
    """
}
