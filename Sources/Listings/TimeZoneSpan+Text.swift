extension TimeZoneSpan: CustomStringConvertible {
  /// Offsets from UTC in hours, as in `-5..+1` or `+5:30..+8`.
  package var description: String { "\(Self.offset(from))..\(Self.offset(through))" }

  private static func offset(_ minutes: Int) -> String {
    let sign = minutes < 0 ? "-" : "+"
    let rest = abs(minutes) % 60
    let hours = "\(sign)\(abs(minutes) / 60)"
    return rest == 0 ? hours : "\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }
}
