import Listings

/// The door to all formats: recognizes what the bytes are, and hands them to the one adapter.
package enum Adapter {
  package static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    let source = source.withoutHTTPHead
    var context = context
    context.address = source.url
    // Decoding makes text of anything; what is no text shows before.
    if case .binary(let kind) = SourceFormat(sniffing: source.bytes, words: context.words) {
      return .problem("not text: \(kind)")
    }
    let text = TextDecoding.utf8(source.bytes, declared: source.declaredCharset)
    let decoded = SourceBytes(name: source.name, bytes: text, url: source.url)
    switch SourceFormat(sniffing: text, words: context.words) {
    case .empty: return .problem("nothing in it")
    case .binary(let kind): return .problem("not text: \(kind)")
    case .json, .jsonArray:
      return JSONAdapter.read(decoded, context: context).naming(companyIn: source, context.words)
    case .jsonLines, .table: return readStream(decoded, context: context)
    case .html: return HTMLAdapter.read(source, decoded: decoded, context: context)
    case .xml:
      return XMLAdapter.read(source, context: context).naming(companyIn: source, context.words)
    case .mail: return MailAdapter.read(source, context: context)
    case .mailbox: return MailAdapter.readBox(source, context: context)
    case .markdown: return MarkdownAdapter.read(decoded, context: context)
    case .text: return PlainTextAdapter.read(decoded, context: context)
    }
  }

  private static func readStream(
    _ source: SourceBytes, context: ReadingContext
  ) -> AdapterResult {
    guard var reader = StreamingReader(beginning: source.bytes, context: context) else {
      return .problem("not a table")
    }
    var result = reader.feed(source.bytes)
    result.append(reader.finish())
    return result
  }
}

private extension AdapterResult {
  /// Personio's answers never say whose they are, nor where they lie: the file's name may.
  ///
  /// Those of other boards are named after who saved them more often.
  func naming(companyIn source: SourceBytes, _ words: DocumentWords) -> AdapterResult {
    var result = self
    for index in postings.indices
    where postings[index].company == nil && postings[index].source == "personio" {
      result.postings[index].company = SourceName.company(
        inFile: source.name, of: "personio", words)
    }
    return result
  }
}

private extension SourceBytes {
  /// Answers saved with `curl -i` begin with the server's header lines.
  var withoutHTTPHead: SourceBytes {
    guard bytes.starts(with: "HTTP/1.".utf8) || bytes.starts(with: "HTTP/2".utf8) else {
      return self
    }
    var lineStart = 0
    for index in bytes.indices where bytes[index] == 10 {
      let line = bytes[lineStart..<index]
      if line.isEmpty || line.elementsEqual([13]) {
        // A redirection was answered before.
        return SourceBytes(
          name: name, bytes: Array(bytes[(index + 1)...]), declaredCharset: declaredCharset,
          url: url
        ).withoutHTTPHead
      }
      lineStart = index + 1
    }
    return self
  }
}
