import Listings
import Queries
import Texts

/// Sets a listing in lines: title, fields with the words they came from, description.
struct DetailTypesetter {
  let context: QueryContext
  let width: Int
  let key: DetailPageKey
  private let finder: HitFinder
  /// Where in the body's plain text the next words stand.
  var cursor = PlainTextCursor()
  var page = DetailPage()

  init(context: QueryContext, key: DetailPageKey) {
    self.context = context
    self.key = key
    width = key.width
    finder = HitFinder(key.patterns)
    page.width = key.width
  }

  func page(of detail: ListingDetail) -> DetailPage {
    var setter = self
    setter.set(detail)
    return setter.page
  }

  private mutating func set(_ detail: ListingDetail) {
    let listing = detail.listing
    add(text(listing.title ?? "no title given", listing.title == nil ? .dimmed : .title))
    add(text(listing.company ?? "company not stated", listing.company == nil ? .dimmed : .company))
    addBlank()
    for field in DetailFields(detail, context: context).all { add(field) }
    addRule()
    if listing.body.isEmpty {
      add(text("There is no description.", .dimmed))
    } else {
      addBody(of: listing)
    }
  }
}

extension DetailTypesetter {
  /// Values below one another, without their label.
  func lines(of values: [DetailField.Value]) -> [DetailLine] {
    var setter = self
    for value in values { setter.add(text(value.text, value.kind)) }
    return setter.page.lines
  }

  func lines(ofBody listing: Listing) -> [DetailLine] {
    var setter = self
    setter.addBody(of: listing)
    return setter.page.lines
  }

  typealias Text = StyledText<DetailStyle>

  func text(_ words: String, _ kind: DetailStyle.Kind) -> Text {
    Text(words, style: DetailStyle(kind))
  }

  /// Wraps a text, marks the hits in it, and puts `prefix` before each of its lines.
  mutating func add(
    _ text: Text, first: Int = 0, hanging: Int = 0, prefix: [TextRun<DetailStyle>] = []
  ) {
    var text = text
    let hits = finder.hits(in: text.utf8)
    let firstLine = page.lines.count
    defer { findProof(from: firstLine) }
    let firstNumber = page.hitLines.count
    for (index, hit) in hits.enumerated() {
      text.restyle([hit]) { DetailStyle($0.kind, hit: firstNumber + index) }
    }
    let taken = prefix.reduce(0) { $0 + displayWidth(of: $1.text) }
    let layout = TextLayout(width: width - taken, firstIndent: first, hangingIndent: hanging)
    let lines = layout.lines(of: text)
    var lineIndex = 0
    for hit in hits {
      while lineIndex + 1 < lines.count, lines[lineIndex].range.upperBound <= hit.lowerBound {
        lineIndex += 1
      }
      page.hitLines.append(page.lines.count + lineIndex)
    }
    page.lines +=
      prefix.isEmpty
      ? lines
      : lines.map { line in
        let indent = TextRun(
          text: String(repeating: " ", count: line.indent), style: DetailStyle(.plain))
        return DetailLine(runs: prefix + (line.indent > 0 ? [indent] : []) + line.runs)
      }
  }

  mutating func addBlank() {
    page.lines.append(DetailLine(runs: []))
  }

  mutating func addRule() {
    let rule = String(repeating: "─", count: width)
    page.lines.append(DetailLine(runs: [TextRun(text: rule, style: DetailStyle(.rule))]))
  }

  /// The number of a link; the same address has the same number.
  mutating func number(of url: String) -> Int {
    if let index = page.links.firstIndex(of: url) { return index + 1 }
    page.links.append(url)
    return page.links.count
  }

  /// A label in a column of its own, values beside it, the words they came from under them.
  private mutating func add(_ field: DetailField) {
    let column = DetailField.labelWidth
    let label = field.label + String(repeating: " ", count: max(1, column - field.label.count))
    var line = text(label, .label)
    for (index, value) in field.values.enumerated() {
      if index == 0 {
        line.append(value.text, style: DetailStyle(value.kind))
        add(line, hanging: column)
      } else {
        add(text(value.text, value.kind), first: column, hanging: column)
      }
    }
    for words in field.evidence {
      add(text("“\(words)”", .evidence), first: column, hanging: column + 1)
    }
  }
}
