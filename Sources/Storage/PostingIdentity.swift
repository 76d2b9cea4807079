import Listings

/// What a posting is known by: source and external id, else its address, else what it says.
struct PostingIdentity {
  let key: PostingKey
  /// A narrower key, for addresses that turn out to be shared by several jobs.
  let narrowKey: PostingKey?
  /// What it is known by where another version read a title in the text, or none.
  let formerKey: PostingKey?

  /// `body` is the posting's body as Markdown; `isTitled` says whether a title was read in it.
  ///
  /// A text without a title may be what many jobs of a company begin with: two files of it are two
  /// postings, since a listing shown twice is better than one that is not shown.
  init(_ posting: Posting, body: [UInt8], isTitled: Bool) {
    if let id = posting.externalID, !id.isEmpty {
      key = PostingKey("id \(posting.source) \(id)")
      (narrowKey, formerKey) = (nil, nil)
    } else if let url = posting.url.flatMap(CanonicalURL.init) {
      key = PostingKey("url \(url.text)")
      let heading = Self.fingerprint([posting.title, posting.company, posting.location], body: nil)
      narrowKey = PostingKey("\(key.text) \(heading)")
      formerKey = nil
    } else {
      let text = PostingKey(
        "text \(Self.fingerprint([posting.title, posting.company], body: body))")
      let inFile = posting.file.map { PostingKey("\(text.text)\(Self.fileMark)\($0)") }
      (key, formerKey) = isTitled ? (text, inFile) : (inFile ?? text, inFile.map { _ in text })
      narrowKey = nil
    }
  }

  /// The file that the text of a key names.
  static func file(inKey key: String) -> String? {
    guard key.utf8.starts(with: "text ".utf8), let mark = key.firstRange(of: fileMark) else {
      return nil
    }
    return String(key[mark.upperBound...])
  }

  private static let fileMark = " file "

  /// 128 bits in hexadecimal.
  private static func fingerprint(_ texts: [String?], body: [UInt8]?) -> String {
    [0x1DE4_717F_0000_0001, 0x1DE4_717F_8000_0003].map { (seed: UInt64) in
      var hash = ContentHash(seed: seed)
      for text in texts { hash.add(text) }
      body?.withUnsafeBytes { hash.add($0) }
      let digits = String(hash.value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// A text that a posting is known by, and the number under which it is looked for.
struct PostingKey {
  let text: String
  let number: UInt64

  init(_ text: String) {
    self.text = text
    var hash = ContentHash(seed: 0x1DE4_717F_0000_0005)
    hash.add(text)
    number = hash.value
  }
}

/// An address with what does not matter left out, so that the same page has one spelling.
struct CanonicalURL {
  let text: String

  /// Nil unless it is http or https with a host.
  init?(_ url: String) {
    guard let scheme = url.firstRange(ofASCII: "://") else { return nil }
    let name = url.utf8.prefix(scheme).map(Self.lowered)
    guard name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8) else { return nil }
    let rest = url.utf8.dropFirst(scheme + 3).prefix { $0 != UInt8(ascii: "#") }
    let address = rest.prefix { $0 != UInt8(ascii: "?") }
    var host = address.prefix { $0 != UInt8(ascii: "/") }.map(Self.lowered)
    let path = address.drop { $0 != UInt8(ascii: "/") }
    if host.starts(with: "www.".utf8) { host.removeFirst(4) }
    for port in [":80", ":443"] where host.reversed().starts(with: port.utf8.reversed()) {
      host.removeLast(port.utf8.count)
    }
    guard !host.isEmpty else { return nil }
    var result = host + path
    while result.last == UInt8(ascii: "/") { result.removeLast() }
    let query = Self.kept(rest.dropFirst(address.count + 1))
    if !query.isEmpty { result += [UInt8(ascii: "?")] + query }
    text = String(decoding: result, as: UTF8.self)
  }

  /// The parameters that say which page it is, in a fixed order.
  private static func kept(_ query: Substring.UTF8View) -> [UInt8] {
    let parameters = query.split(separator: UInt8(ascii: "&")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let kept = parameters.filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !trackers.contains(name)
    }
    return Array(kept.sorted().joined(separator: "&").utf8)
  }

  // Names that boards and mailers add to say where a reader came from; none names a job.
  private static let trackers: Set<String> = [
    "fbclid", "gclid", "gh_src", "lever-source", "lever-origin", "lipi", "mc_cid", "mc_eid",
    "msclkid",
    "referrer", "refid", "source", "src", "trackingid", "trk", "twclid",
  ]

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte | 0x20 : byte
  }
}

private extension String {
  /// UTF-8 offset of the first occurrence.
  func firstRange(ofASCII needle: String) -> Int? {
    let bytes = Array(utf8.prefix(16))
    let wanted = Array(needle.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).first { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
