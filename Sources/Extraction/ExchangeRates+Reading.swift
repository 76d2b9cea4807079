import Listings

/// Why a file holds no table of rates.
package enum RatesError: Error, Hashable, Sendable {
  case noDay, noRates
}

extension ExchangeRates {
  /// Reads a table of rates: our own, or the European Central Bank's as XML or CSV.
  ///
  /// Of a table with many days the newest is read. Lines and values that are no rates are passed
  /// over; a file without a day or without any rate is refused.
  ///
  /// ```
  /// # day: 2026-11-20
  /// # publisher: European Central Bank
  /// currency	rate
  /// USD	1.16
  /// ```
  package init(reading bytes: some Sequence<UInt8>) throws(RatesError) {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    var reader = RatesReader()
    if text.utf8.first == UInt8(ascii: "<") || text.contains("<Cube") {
      reader.readMarkup(text)
    } else {
      reader.readLines(text)
    }
    guard let day = reader.day else { throw .noDay }
    guard !reader.rates.isEmpty else { throw .noRates }
    self.init(day: day, publisher: reader.publisher, perEuro: reader.rates)
  }
}

private struct RatesReader {
  var day: Day?
  var publisher = "European Central Bank"
  var rates: [Currency: Double] = [:]
}

private extension RatesReader {
  mutating func add(_ code: some StringProtocol, _ rate: some StringProtocol) {
    guard let currency = Currency(code: Self.trimmed(code)), let value = Double(Self.trimmed(rate)),
      value.isFinite, value > 0
    else { return }
    rates[currency] = value
  }

  /// `<Cube time='2026-11-20'>`, then `<Cube currency='USD' rate='1.16'/>`.
  mutating func readMarkup(_ text: String) {
    for element in text.split(separator: "<") where element.hasPrefix("Cube") {
      if let time = Self.attribute("time", of: element) {
        guard let found = Day(iso: time), found > day ?? Day(number: .min) else { return }
        day = found
      }
      if let code = Self.attribute("currency", of: element),
        let rate = Self.attribute("rate", of: element)
      {
        add(code, rate)
      }
    }
  }

  /// Our table has one currency a line; the bank's has one day a line, the newest first.
  mutating func readLines(_ text: String) {
    var columns: [Substring] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("#") {
        readNote(line.dropFirst())
        continue
      }
      let isTabbed = line.contains("\t")
      let fields = line.split(separator: isTabbed ? "\t" : ",", omittingEmptySubsequences: false)
      guard let first = fields.first else { continue }
      if columns.isEmpty {
        columns = fields
      } else if Self.trimmed(columns[0]) == "Date" {
        guard day == nil else { return }
        day = Day(iso: Self.trimmed(first)) ?? Self.day(inWords: first)
        for (code, rate) in zip(columns, fields).dropFirst() { add(code, rate) }
      } else if fields.count > 1 {
        add(first, fields[1])
      }
    }
  }

  mutating func readNote(_ note: Substring) {
    let parts = note.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return }
    switch Self.trimmed(parts[0]) {
    case "day": day = Day(iso: Self.trimmed(parts[1]))
    case "publisher": publisher = String(Self.trimmed(parts[1]))
    default: break
    }
  }

  static func attribute(_ name: String, of element: Substring) -> Substring? {
    for mark in ["'", "\""] {
      let parts = element.split(separator: " \(name)=\(mark)", maxSplits: 1)
      if parts.count == 2, let value = parts[1].split(separator: mark).first { return value }
    }
    return nil
  }

  /// "20 November 2026", as in the bank's daily table.
  static func day(inWords text: Substring) -> Day? {
    let parts = text.split(separator: " ")
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard parts.count == 3, let number = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: parts[1].prefix(3).lowercased())
    else { return nil }
    return Day(year, month + 1, number)
  }

  static func trimmed(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while text.first == " " || text.first == "\u{FEFF}" { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
