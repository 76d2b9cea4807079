// Crockford's base 32: no i, l, o or u, so that an id can be read aloud and typed again.
private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
private let idBits: Int64 = 30
private let idMask: Int64 = (1 << idBits) - 1
// Odd, so that multiplication modulo 2^30 is a bijection; its inverse undoes it.
private let scramble: Int64 = 0x2545_F491
private let unscramble: Int64 = inverse(of: scramble)

private func inverse(of odd: Int64) -> Int64 {
  var result = odd
  for _ in 0..<5 { result = (result &* (2 &- odd &* result)) & idMask }
  return result
}

extension ListingID {
  /// Six letters and digits, as in `k7f3q2`; longer only past a thousand million listings.
  package var description: String {
    let high = number >> idBits
    let low = ((number & idMask) &* (scramble & idMask)) & idMask
    var letters: [UInt8] = []
    for shift in stride(from: idBits - 5, through: 0, by: -5) {
      letters.append(alphabet[Int((low >> shift) & 31)])
    }
    let text = String(decoding: letters, as: UTF8.self)
    return high == 0 ? text : "\(text)\(high)"
  }

  /// Reads what `description` prints; capitals are folded.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.lowercased().utf8)
    guard bytes.count >= 6 else { return nil }
    var low: Int64 = 0
    for byte in bytes.prefix(6) {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      low = low << 5 | Int64(digit)
    }
    var high: Int64 = 0
    if bytes.count > 6 {
      guard let rest = Int64(String(decoding: bytes[6...], as: UTF8.self)), rest > 0,
        rest < 1 << 32
      else { return nil }
      high = rest
    }
    number = high << idBits | ((low &* unscramble) & idMask)
  }
}
