import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Fetches addresses: one request a host at a time, with pauses, and again after a passing failure.
package final class Fetcher: Sendable {
  private let transport: Transport
  private let limits: FetchLimits
  private let pace: Pace
  private let hosts: HostGate
  private let obstacle: @Sendable () -> String?

  /// `agent` is what the program calls itself to servers; `obstacle` tells before each request why
  /// nothing can be fetched on this machine, if so.
  package init(
    agent: String, limits: FetchLimits = FetchLimits(), pace: Pace = .real,
    obstacle: @escaping @Sendable () -> String? = { nil }
  ) {
    self.limits = limits
    self.pace = pace
    self.obstacle = obstacle
    transport = Transport(agent: agent, limits: limits)
    hosts = HostGate(gap: limits.gap, pace: pace)
  }

  package func fetch(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
    guard let url = request.fullURL else {
      throw FetchError("\(request.shownURL) is no http or https address")
    }
    if let problem = obstacle() { throw FetchError(problem) }
    var attempt = 1
    while true {
      let result = hosts.pass(url.host() ?? "") { transport.load(request, url) }
      switch result {
      case .success(let answer): return answer
      case .failure(let error):
        guard error.isPassing, attempt < limits.attempts, let wait = wait(error, attempt) else {
          throw error
        }
        pace.sleep(wait)
        attempt += 1
      }
    }
  }

  /// Seconds until the next try, twice as long each time and never quite the same; nil when the
  /// server asks for more than we wait.
  private func wait(_ error: FetchError, _ attempt: Int) -> Double? {
    if let asked = error.retryAfter {
      return asked <= limits.longestWait ? Double(asked) : nil
    }
    let longest = Double(1 << attempt)
    return longest / 2 + longest / 2 * pace.chance()
  }
}

extension Pace {
  package static let real = Pace(
    now: { Date().timeIntervalSince1970 }, sleep: { Thread.sleep(forTimeInterval: $0) },
    chance: { Double.random(in: 0..<1) })
}

extension FetchRequest {
  /// With the parameters that no message shows.
  var fullURL: URL? {
    guard var parts = URLComponents(string: url), Self.schemes.contains(parts.scheme ?? ""),
      parts.host?.isEmpty == false
    else { return nil }
    if !secretParameters.isEmpty {
      let secrets = secretParameters.sorted { $0.key < $1.key }
        .map { URLQueryItem(name: $0.key, value: $0.value) }
      parts.queryItems = (parts.queryItems ?? []) + secrets
    }
    return parts.url
  }

  static let schemes: Set<String> = ["http", "https"]

  /// The address as messages show it: without a name and password, and without what may be a key.
  var shownURL: String {
    guard var parts = URLComponents(string: url) else { return url }
    parts.user = nil
    parts.password = nil
    parts.queryItems = parts.queryItems?.map { item in
      let name = item.name.lowercased()
      let isKey = Self.keyNames.contains { name.hasSuffix($0) }
      return isKey ? URLQueryItem(name: item.name, value: "…") : item
    }
    return (parts.string ?? url).replacing("=%E2%80%A6", with: "=…")
  }

  private static let keyNames = ["key", "token", "secret", "password", "app_id", "auth", "sig"]
}

/// Lets one request a host through at a time, with a pause between two.
final class HostGate: @unchecked Sendable {
  private let gap: Double
  private let pace: Pace
  private let lock = NSLock()
  private var gates: [String: Gate] = [:]

  private final class Gate {
    let lock = NSLock()
    var lastEnd: Double?
  }

  init(gap: Double, pace: Pace) {
    self.gap = gap
    self.pace = pace
  }

  func pass<Value>(_ host: String, _ body: () -> Value) -> Value {
    let gate = lock.withLock {
      let gate = gates[host] ?? Gate()
      gates[host] = gate
      return gate
    }
    return gate.lock.withLock {
      if let last = gate.lastEnd {
        let wait = last + gap - pace.now()
        if wait > 0 { pace.sleep(wait) }
      }
      defer { gate.lastEnd = pace.now() }
      return body()
    }
  }
}
