import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One answer on its way.
final class Load: @unchecked Sendable {
  let done = DispatchSemaphore(value: 0)
  private let limits: FetchLimits
  private let secretHeaders: Set<String>
  private let host: String?
  private let lock = NSLock()
  private var response: HTTPURLResponse?
  private var bytes: [UInt8] = []
  private var redirects = 0
  private var error: FetchError?

  init(limits: FetchLimits, secretHeaders: Set<String>, url: URL) {
    self.limits = limits
    self.secretHeaders = secretHeaders
    host = url.host()
  }

  /// The first reason stays.
  func refuse(_ reason: String, isPassing: Bool) {
    lock.withLock {
      if error == nil { error = FetchError(reason, isPassing: isPassing) }
    }
  }

  /// The request to go on with; nil stops here.
  func redirected(_ request: URLRequest) -> URLRequest? {
    redirects += 1
    guard redirects <= limits.redirects else {
      refuse("redirected more than \(limits.redirects) times", isPassing: false)
      return nil
    }
    guard let url = request.url, FetchRequest.schemes.contains(url.scheme ?? "") else {
      refuse("redirected to what is no http or https address", isPassing: false)
      return nil
    }
    var request = request
    if url.host() != host {
      for name in secretHeaders { request.setValue(nil, forHTTPHeaderField: name) }
    }
    return request
  }

  /// False when the body is not wanted.
  func begins(_ response: URLResponse) -> Bool {
    guard let response = response as? HTTPURLResponse else { return false }
    lock.withLock { self.response = response }
    guard response.expectedContentLength <= Int64(limits.bytes) else {
      refuseSize()
      return false
    }
    return true
  }

  /// False when it is too much.
  func takes(_ data: Data) -> Bool {
    lock.withLock {
      guard error == nil else { return false }
      bytes.append(contentsOf: data)
      return true
    } && isWithinLimits
  }

  private var isWithinLimits: Bool {
    if bytes.count > limits.bytes {
      refuseSize()
      return false
    }
    // URLSession has unpacked what it hands over; the header says how much came.
    if let packed, bytes.count > Gunzip.ratioFreeBytes,
      bytes.count / max(1, packed) > Gunzip.ratioLimit
    {
      refuse("unpacks to over \(Gunzip.ratioLimit) times its size", isPassing: false)
      return false
    }
    return true
  }

  /// Bytes of a packed answer as they travel; nil when it is not packed.
  private var packed: Int? {
    guard let encoding = response?.value(forHTTPHeaderField: "Content-Encoding"),
      encoding.lowercased() != "identity"
    else { return nil }
    return response?.value(forHTTPHeaderField: "Content-Length").flatMap { Int($0) }
  }

  private func refuseSize() {
    refuse("the answer is larger than \(limits.bytes >> 20) MB", isPassing: false)
  }

  func ends(_ failure: (any Error)?) {
    if let failure { refuse(Self.words(for: failure), isPassing: true) }
    done.signal()
  }

  private static func words(for failure: any Error) -> String {
    guard let failure = failure as? URLError else { return "the connection failed" }
    return switch failure.code {
    case .timedOut: "no answer in time"
    case .cannotFindHost, .dnsLookupFailed: "there is no such host"
    case .cannotConnectToHost: "nobody answers there"
    case .networkConnectionLost: "the connection was cut"
    case .notConnectedToInternet: "there is no network"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      "the server's certificate is not to be trusted"
    case .httpTooManyRedirects: "redirected too often"
    case .cancelled: "was stopped"
    default: "the connection failed"
    }
  }
}

extension Load {
  func answer(to request: FetchRequest) -> Result<FetchAnswer, FetchError> {
    lock.withLock {
      if let error { return .failure(error) }
      guard let response else { return .failure(FetchError("no answer", isPassing: true)) }
      switch response.statusCode {
      case 304 where request.etag != nil || request.lastModified != nil: return .success(.unchanged)
      case 200..<300: return .success(.page(page(of: response, request)))
      default: return .failure(Self.error(response))
      }
    }
  }

  private func page(of response: HTTPURLResponse, _ request: FetchRequest) -> FetchedPage {
    let hasMoved = redirects > 0
    return FetchedPage(
      bytes: bytes, url: hasMoved ? response.url?.absoluteString ?? request.url : request.url,
      charset: response.textEncodingName,
      etag: response.value(forHTTPHeaderField: "ETag"),
      lastModified: response.value(forHTTPHeaderField: "Last-Modified"))
  }

  private static func error(_ response: HTTPURLResponse) -> FetchError {
    let status = response.statusCode
    var error = FetchError(words(forStatus: status), isPassing: status == 429 || status >= 500)
    error.retryAfter = response.value(forHTTPHeaderField: "Retry-After").flatMap(seconds)
    return error
  }

  private static func words(forStatus status: Int) -> String {
    switch status {
    case 401, 403: "the server refuses (\(status)): it may want a key, or no programs"
    case 404, 410: "there is nothing at that address (\(status))"
    case 429: "the server asks for fewer requests (429)"
    case 500...: "the server has a problem (\(status))"
    default: "the server answered \(status)"
    }
  }

  /// Seconds, or a date as HTTP writes it.
  private static func seconds(_ text: String) -> Int? {
    if let seconds = Int(text) { return max(0, seconds) }
    let reader = DateFormatter()
    reader.locale = Locale(identifier: "en_US_POSIX")
    reader.timeZone = TimeZone(secondsFromGMT: 0)
    reader.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return reader.date(from: text).map { max(0, Int($0.timeIntervalSinceNow.rounded(.up))) }
  }
}
