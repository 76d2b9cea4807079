/// An address to fetch, and what is known of it from the time before.
package struct FetchRequest: Hashable, Sendable {
  package let url: String
  package var etag: String?
  package var lastModified: String?
  /// JSON to send; nil asks with GET.
  package var question: String?
  /// Headers that carry a key; they go to the server that was asked and to no other.
  package var secretHeaders: [String: String] = [:]
  /// Parameters that carry a key; no message shows them.
  package var secretParameters: [String: String] = [:]

  package init(_ url: String) { self.url = url }
}

/// What a server answered.
package enum FetchAnswer: Hashable, Sendable {
  /// It is as it was the time before.
  case unchanged
  case page(FetchedPage)
}

/// A whole answer.
package struct FetchedPage: Hashable, Sendable {
  package let bytes: [UInt8]
  /// Where it came from in the end, after redirects.
  package let url: String
  package let charset: String?
  package let etag: String?
  package let lastModified: String?
}

/// Why an address could not be fetched, as a sentence.
package struct FetchError: Error, Hashable, Sendable {
  package let reason: String
  /// Seconds that the server asks to be left alone for.
  package var retryAfter: Int?
  /// It may go better in a moment.
  var isPassing = false

  init(_ reason: String, isPassing: Bool = false) {
    self.reason = reason
    self.isPassing = isPassing
  }
}

/// How much of one answer is enough.
package struct FetchLimits: Hashable, Sendable {
  /// Bytes of the answer, unpacked.
  package var bytes = 128 << 20
  /// Seconds for the whole answer.
  package var seconds = 300.0
  /// Seconds without a byte.
  package var idleSeconds = 30.0
  package var redirects = 5
  package var attempts = 3
  /// Seconds that a server may have us wait within one run.
  package var longestWait = 60
  /// Seconds between two requests to one host.
  package var gap = 1.0

  package init() {}
}

/// The clock and the chance that a fetcher goes by.
package struct Pace: Sendable {
  /// Seconds since 1970.
  package var now: @Sendable () -> Double
  package var sleep: @Sendable (Double) -> Void
  /// From 0 up to 1.
  package var chance: @Sendable () -> Double

  package init(
    now: @escaping @Sendable () -> Double, sleep: @escaping @Sendable (Double) -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.chance = chance
  }
}
