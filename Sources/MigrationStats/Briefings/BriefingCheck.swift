/// The numbers of a text, one verdict each.
///
/// ```swift
/// let holdings = try Holdings.all(of: Catalog(folder: "datasets"))
/// let check = BriefingCheck("Canada had 7.96 million migrants in 2019.", against: holdings)
/// print(check.findings[0].verdict)  // confirmedRounded
/// ```
public struct BriefingCheck: Sendable {
  /// The name of the text.
  public let source: String
  /// A finding for each number that claims something, in the order of the text.
  public let findings: [Finding]

  /// Checks a text.
  ///
  /// - Parameters:
  ///   - text: plain text or Markdown.
  ///   - source: its name, for messages.
  ///   - checker: the data to check with.
  public init(_ text: String, source: String = "text", with checker: BriefingChecker) {
    self.source = source
    findings = checker.findings(Array(text.utf8))
  }

  /// Checks a text against what is held.
  public init(_ text: String, source: String = "text", against holdings: Holdings) {
    self.init(text, source: source, with: BriefingChecker(holdings))
  }

  init(source: String, findings: [Finding]) {
    self.source = source
    self.findings = findings
  }

  /// How many numbers have each verdict.
  public var counts: [Verdict: Int] {
    findings.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
  }

  /// `17 numbers: 9 confirmed, 2 off, 6 not checked`.
  public var summary: String {
    let counts = counts
    let confirmed = counts.filter { $0.key.isConfirmed }.values.reduce(0, +)
    let unchecked = counts.filter { $0.key.isUnchecked }.values.reduce(0, +)
    var parts = confirmed > 0 ? ["\(confirmed) confirmed"] : []
    for verdict in Verdict.allCases where !verdict.isConfirmed && !verdict.isUnchecked {
      if let count = counts[verdict] { parts.append("\(count) \(verdict.rawValue)") }
    }
    if unchecked > 0 { parts.append("\(unchecked) not checked") }
    let numbers = findings.count == 1 ? "1 number" : "\(findings.count) numbers"
    return numbers + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }
}

/// Checks texts against data that have been read once.
///
/// ```swift
/// let checker = BriefingChecker(holdings)
/// for number in ["7.96", "9.2"] {
///   let text = "Canada had \(number) million migrants in 2019."
///   print(number, BriefingCheck(text, with: checker).findings[0].verdict)
/// }
/// // 7.96 confirmedRounded
/// // 9.2 off
/// ```
public struct BriefingChecker: Sendable {
  private let checker: ClaimChecker

  /// A text of its own as a sentence, for a number that stands alone.
  func sentence(_ tokens: [Token]) -> Sentence {
    let end = tokens.firstIndex { $0.kind == .paragraphEnd } ?? tokens.count
    return sentence(tokens, 0..<end)
  }

  func sentence(_ tokens: [Token], _ range: Range<Int>) -> Sentence {
    Sentence(tokens, range, checker.vocabulary)
  }

  /// What to say where another vintage took the place of a figure's.
  func newer(than figure: Figure) -> String? {
    guard let vintage = figure.provenance.vintage,
      let line = checker.index.newer(than: vintage, figure.series, figure.recipe.years)
    else { return nil }
    return "A newer vintage has these years: \(checker.index.lines[line].vintage) "
      + "(\(checker.index.lines[line].holding))."
  }

  /// A checker with all that is held.
  public init(_ holdings: Holdings) { checker = ClaimChecker(holdings) }

  /// The findings of a text in UTF-8.
  func findings(_ bytes: [UInt8]) -> [Finding] {
    let (tokens, tables) = BriefingLexer.text(of: bytes)
    let claims = ClaimGrammar.claims(in: tokens, checker.vocabulary, tables: tables)
    var places = TextPlaces(bytes)
    return claims.sorted { $0.start < $1.start }.map { claim in
      let (line, column) = places.place(of: claim.start)
      return finding(claim, checker.assess(claim), bytes, line, column)
    }
  }

  private func finding(
    _ claim: Claim, _ found: Assessment, _ bytes: [UInt8], _ line: Int, _ column: Int
  ) -> Finding {
    let from = found.line.map { checker.index.lines[$0] }
    let end = min(claim.end, bytes.count)
    let words = String(decoding: bytes[claim.start..<max(claim.start, end)], as: UTF8.self)
    return Finding(
      line: line, column: column, start: claim.start, end: end,
      text: words.split(whereSeparator: \.isNewline).joined(separator: " "),
      form: claim.form.rawValue, verdict: found.verdict, lower: claim.lower, upper: claim.upper,
      value: found.value, unit: found.unit,
      area: from?.series.area.name
        ?? claim.areas.first?.first.map { Concordance.standard.entry(code: $0)?.name ?? $0 },
      years: found.years.isEmpty ? claim.years : found.years, dataset: from?.holding,
      vintage: from?.vintage, request: request(claim, found), figure: nil,
      fitsByChance: found.fitsByChance, note: found.notes.joined(separator: " "),
      citation: from?.series.citation)
  }

  /// The figure that says the same; nil for the forms that no figure has.
  private func request(_ claim: Claim, _ found: Assessment) -> FigureRequest? {
    guard let index = found.line, !checker.index.lines[index].isClaim, !found.years.isEmpty else {
      return nil
    }
    let line = checker.index.lines[index]
    let operation: Recipe.Operation
    switch claim.form {
    case .level, .peak: operation = .level
    case .change: operation = .change
    case .changePercent where claim.whole == nil: operation = .changePercent
    case .ratio where claim.areas.count == 1: operation = .ratio
    case .annualRate: operation = .annualRate
    case .doublingTime: operation = .doublingTime
    case .share: operation = .share
    case .rank where claim.isHighest: operation = .rank
    default: return nil
    }
    var request = FigureRequest(
      line.holding, area: line.series.area.code ?? line.series.area.name,
      vintage: line.series.vintage, keys: line.series.keys, of: operation,
      years: found.years[0]...max(found.years[0], found.years[found.years.count - 1]))
    if operation == .share {
      guard claim.areas.count == 1, let whole = checker.whole(claim, index, found.years[0]) else {
        return nil
      }
      let other = checker.index.lines[whole]
      if other.holding != line.holding {
        request.whole = other.holding
      } else if other.series.area != line.series.area {
        request.whole = other.series.area.code ?? other.series.area.name
      } else {
        guard let key = other.series.keys.first(where: { !line.series.keys.contains($0) }) else {
          return nil
        }
        request.whole = "\(key.name)=\(key.value)"
      }
    }
    if found.verdict == .interpolated { request.interpolation = .linear }
    return request
  }
}

/// Lines and columns of places in a text, asked for in ascending order.
struct TextPlaces {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line and the column in characters of a byte, both from 1.
  mutating func place(of offset: Int) -> (line: Int, column: Int) {
    if offset < at { (at, line, column) = (0, 1, 1) }
    while at < min(offset, bytes.count) {
      if bytes[at] == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if bytes[at] & 0xC0 != 0x80 {
        column += 1
      }
      at += 1
    }
    return (line, column)
  }
}
