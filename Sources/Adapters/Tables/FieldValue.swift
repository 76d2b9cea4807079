import Listings

/// Values as boards nest them: words in objects, places in parts, lists in strings.
enum FieldValue {
  /// The name of a company, place or person.
  static func name(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .object:
      value?.first([
        "name", "display_name", "displayName", "visibleName", "label", "title", "nom", "libelle",
        "description",
      ])?.unwrapped.string ?? value?.inOneLanguage?.string
        ?? name(value?.first(["data", "attributes"]))
    case .array(let items): items.first.flatMap { name($0) }
    default: nil
    }
  }

  /// What an object calls by any name at all: `{"ownerName": "Acme", "ownerOffice": 2}`.
  static func ownName(_ value: JSONValue?) -> String? {
    value?.members?.lazy.compactMap { member in
      member.name.foldedName.hasSuffix("name") ? name(member.value) : nil
    }.first
  }

  static func place(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): return text
    case .array(let items):
      var places: [String] = []
      for item in items {
        if let place = place(item), !places.contains(place) { places.append(place) }
      }
      return places.isEmpty ? nil : places.prefix(12).joined(separator: "; ")
    case .object:
      if let name = name(value) { return name }
      if let inner = value?.first(["address", "places", "municipalities"]) { return place(inner) }
      let parts = [
        value?.first([
          "city", "cityName", "CityName", "addressLocality", "locality", "municipality", "town",
          "ort", "location",
        ]),
        value?.first(["region", "state", "stateCode", "addressRegion", "adminLevel1", "province"]),
        value?.first([
          "country", "countryCode", "country_code", "isoCountryCode", "addressCountry", "land",
        ]),
      ].compactMap { name($0)?.trimmed }
      return joined(parts) ?? value?.first(["formattedAddress"])?.string
    default: return nil
    }
  }

  /// Parts of a place, without the dashes and repetitions that forms leave behind.
  private static func joined(_ parts: [String]) -> String? {
    var kept: [String] = []
    for part in parts where !part.isEmpty && part != "-" && !kept.contains(part) {
      kept.append(part)
    }
    return kept.isEmpty ? nil : kept.joined(separator: ", ")
  }

  /// A list of words: an array, objects with names, or one string with commas.
  static func words(_ value: JSONValue?, _ context: ReadingContext) -> [String] {
    let texts: [String] =
      switch value {
      case .array(let items): items.compactMap { name($0) ?? $0.text }
      case .string(let text):
        text.split { $0 == "," || $0 == ";" || $0 == "\n" }.map { String($0) }
      case .object: name(value).map { [$0] } ?? []
      default: []
      }
    return texts.prefix(40).compactMap { context.line($0) }.filter { $0.utf8.count <= 80 }
  }

  static let lowest = [
    "min", "minValue", "from", "minimum", "minimumSalary", "minSalary", "minAmount", "min_amount",
    "minimumValue", "lower", "low",
  ]
  static let highest = [
    "max", "maxValue", "to", "maximum", "maximumSalary", "maxSalary", "maxAmount", "max_amount",
    "maximumValue", "upper", "high",
  ]

  /// One end of a range, which may lie in an object of its own.
  static func sum(_ pay: JSONValue?, _ names: [String]) -> JSONValue? {
    pay?.first(names)?.unwrapped ?? pay?["value"]?.first(names)?.unwrapped
  }

  /// The object that says what is paid: the field itself, or the first of a list, such as one for
  /// each form of contract.
  static func pay(_ fields: [JSONValue?]) -> JSONValue? {
    for field in fields {
      if field?.isObject == true { return field }
      if let first = field?.array?.first, sum(first, lowest) != nil || sum(first, highest) != nil {
        return first
      }
    }
    return nil
  }

  /// How a board words the pay; the two ends may be texts of a list.
  static func payText(_ pay: JSONValue?) -> String? {
    switch pay {
    case .string(let text): text
    case .object:
      pay?.first(["libelle", "label", "text", "display", "displayText", "formatted", "raw"])?.string
    case .array(let ends): ends.count <= 2 ? ends.compactMap(\.text).joined(separator: " - ") : nil
    default: nil
    }
  }

  /// The text of a description, which may lie in an object.
  static func body(_ value: JSONValue?) -> String? {
    value?.string ?? value?.first(["html", "text", "text_formatted", "value", "rendered"])?.string
  }

  /// A text, or the lines of an array as a typed list.
  static func lines(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .array(let items): items.compactMap(\.string).map { "- \($0)" }.joined(separator: "\n")
    default: nil
    }
  }
}

/// Fields that an item keeps one level down: custom fields, and lists of names with values.
enum NestedFields {
  private static let nests: Set<String> = [
    "meta", "acf", "attributes", "details", "info", "customfields", "metadata", "placeholders",
    "extra", "additionalinfo", "jobdetails", "properties", "links",
  ]
  private static let nameKeys = ["type", "name", "key", "label", "field", "title"]
  private static let valueKeys = ["value", "label", "text", "content"]

  static func isNest(_ member: JSONMember) -> Bool {
    switch member.value {
    case .object: nests.contains(member.name.foldedName)
    case .array(let items): items.first?.isObject == true && nests.contains(member.name.foldedName)
    default: false
    }
  }

  static func members(of value: JSONValue) -> [(String, JSONValue)] {
    switch value {
    case .object(let members): return members.map { ($0.name, $0.value) }
    case .array(let items):
      return items.prefix(40).compactMap { item in
        guard let nameKey = nameKeys.first(where: { item[$0]?.string != nil }),
          let name = item[nameKey]?.string,
          let value = valueKeys.first(where: { $0 != nameKey && item[$0] != nil }).flatMap({
            item[$0]
          })
        else { return nil }
        return (name, value)
      }
    default: return []
    }
  }
}
