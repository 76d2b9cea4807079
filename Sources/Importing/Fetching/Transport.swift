import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request after the other over URLSession, its limits enforced while bytes arrive.
final class Transport: NSObject, @unchecked Sendable {
  private let agent: String
  private let limits: FetchLimits
  private let lock = NSLock()
  private var loads: [Int: Load] = [:]
  private var madeSession: URLSession?

  init(agent: String, limits: FetchLimits) {
    self.agent = agent
    self.limits = limits
  }

  deinit { madeSession?.invalidateAndCancel() }

  /// Waits for the whole answer.
  func load(_ request: FetchRequest, _ url: URL) -> Result<FetchAnswer, FetchError> {
    let load = Load(limits: limits, secretHeaders: Set(request.secretHeaders.keys), url: url)
    let task = session.dataTask(with: httpRequest(request, url))
    lock.withLock { loads[task.taskIdentifier] = load }
    defer { _ = lock.withLock { loads.removeValue(forKey: task.taskIdentifier) } }
    task.resume()
    if load.done.wait(timeout: .now() + limits.seconds) == .timedOut {
      load.refuse("took over \(Int(limits.seconds)) seconds", isPassing: false)
      task.cancel()
      // The session still owns the task; it is let go of when that has noticed.
      _ = load.done.wait(timeout: .now() + 5)
    }
    return load.answer(to: request)
  }

  private func httpRequest(_ request: FetchRequest, _ url: URL) -> URLRequest {
    var result = URLRequest(url: url)
    result.timeoutInterval = limits.idleSeconds
    result.setValue(agent, forHTTPHeaderField: "User-Agent")
    result.setValue("application/json, */*;q=0.8", forHTTPHeaderField: "Accept")
    if let etag = request.etag { result.setValue(etag, forHTTPHeaderField: "If-None-Match") }
    if let day = request.lastModified {
      result.setValue(day, forHTTPHeaderField: "If-Modified-Since")
    }
    if let question = request.question {
      result.httpMethod = "POST"
      result.httpBody = Data(question.utf8)
      result.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    for (name, value) in request.secretHeaders { result.setValue(value, forHTTPHeaderField: name) }
    return result
  }

  /// Made with the first request; a session keeps its delegate until it is invalidated, which is
  /// why the delegate is another object.
  private var session: URLSession {
    lock.withLock {
      if let madeSession { return madeSession }
      let configuration = URLSessionConfiguration.ephemeral
      configuration.httpMaximumConnectionsPerHost = 1
      configuration.timeoutIntervalForRequest = limits.idleSeconds
      configuration.timeoutIntervalForResource = limits.seconds + 10
      configuration.httpShouldSetCookies = false
      configuration.httpCookieStorage = nil
      configuration.urlCache = nil
      configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
      let session = URLSession(
        configuration: configuration, delegate: Listener { [weak self] in self?.find($0) },
        delegateQueue: nil)
      madeSession = session
      return session
    }
  }

  private func find(_ task: URLSessionTask) -> Load? {
    lock.withLock { loads[task.taskIdentifier] }
  }
}

/// Hands what the session says of a task to the load it is about.
private final class Listener: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private let load: @Sendable (URLSessionTask) -> Load?

  init(_ load: @escaping @Sendable (URLSessionTask) -> Load?) { self.load = load }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(load(task)?.redirected(request))
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let isWanted = load(dataTask)?.begins(response) ?? false
    completionHandler(isWanted ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    if load(dataTask)?.takes(data) != true { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    load(task)?.ends(error)
  }
}
