/// How a text writes Chinese, if it does.
enum ChineseScript { case none, simplified, traditional }

/// Currencies of sums that Chinese writes alike in several countries.
extension PayCurrencyRule {
  /// "月薪35,000元": at places of Taiwan and Hong Kong it is their dollars, and in traditional
  /// characters elsewhere Taiwan's.
  mutating func settleYuan(_ candidate: inout PayCandidate) {
    guard let yuan = vocabulary.currency(of: "CNY"), candidate.currency == yuan,
      let taiwan = vocabulary.currency(of: "TWD"), let hongKong = vocabulary.currency(of: "HKD")
    else { return }
    let place = hint ?? linePlace()
    if place == taiwan || place == hongKong {
      candidate.currency = place
    } else if place == nil, script() == .traditional {
      candidate.currency = taiwan
    } else {
      return
    }
    candidate.isCurrencyInferred = true
  }

  /// "Java开发 15-25K 本科": thousands of a Chinese line.
  mutating func chinese(_ candidate: PayCandidate) -> Int? {
    isChinese(candidate) ? vocabulary.currency(of: "CNY") : nil
  }

  /// Whether a candidate is a range of thousands in a single line of Chinese.
  mutating func isChinese(_ candidate: PayCandidate) -> Bool {
    readsLine && candidate.isRange && candidate.hasMultiplier && script() != .none
  }

  /// Chinese has no kana and no Hangul beside its characters, all of which have three bytes.
  private mutating func script() -> ChineseScript {
    if let chineseRead { return chineseRead }
    let traditional = Set(vocabulary.beside.all(.traditional).map { Array($0.utf8) })
    var script = ChineseScript.none
    var index = 0
    while index + 2 < text.bytes.count {
      let lead = text.bytes[index]
      guard lead >= 0xE3, lead <= 0xED else {
        index += 1
        continue
      }
      let isKana = lead == 0xE3 && (0x81...0x83).contains(text.bytes[index + 1])
      if isKana || lead >= 0xEA {
        script = .none
        break
      }
      if lead >= 0xE4, script != .traditional {
        let isOld = traditional.contains(Array(text.bytes[index..<index + 3]))
        script = isOld ? .traditional : .simplified
      }
      index += 3
    }
    chineseRead = script
    return script
  }
}
