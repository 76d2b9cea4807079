extension BenchmarkRow {
  /// The row as a line of a table, beside the same row of an earlier run if there is one.
  package func line(comparedWith earlier: BenchmarkRow? = nil) -> String {
    var text = padded(name, 40) + figure(median, 10)
    text += p99.map { figure($0, 10) } ?? String(repeating: " ", count: 10)
    text += " " + padded(unit == .milliseconds ? "ms" : unit == .seconds ? "s" : "MiB", 4)
    text += padded(samples > 1 ? "n \(samples)" : "", 8)
    text += bytesPerKey.map { padded("\($0) bytes", 12) } ?? ""
    if let earlier, earlier.unit == unit, earlier.median > 0 {
      let ratio = median / earlier.median
      text += "  was \(Self.rounded(earlier.median)), ×\(Self.rounded(ratio))"
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  /// The line over a table of rows.
  package static let heading =
    String(repeating: " ", count: 40) + "    median       p99"

  /// A figure with two digits behind the point, and one from a hundred on.
  static func rounded(_ value: Double) -> String {
    let places = value >= 100 ? 10.0 : 100.0
    let scaled = (value * places).rounded()
    guard scaled.magnitude < 1e15 else { return "\(value)" }
    let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(places))
    let digits = "\(part.magnitude)"
    return "\(whole)." + (places == 100 && digits.count < 2 ? "0" : "") + digits
  }

  private func figure(_ value: Double, _ width: Int) -> String {
    let text = Self.rounded(value)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
