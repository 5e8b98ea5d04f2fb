extension BriefingChecker {
  /// The findings of a text whose marked numbers are checked against their figures.
  ///
  /// ```swift
  /// let text = "In 2019 Canada had <!--stat:5b56f9cf53b5-->9 million<!--/stat--> migrants."
  /// let check = try checker.check(Array(text.utf8), name: "a.md", lock: lock, holdings: &holdings)
  /// print(check.findings[0].verdict, check.findings[0].value ?? .nan)  // off 7960657.0
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8.
  ///   - name: its name, for messages.
  ///   - lock: the lock beside the text; nil where there is none.
  ///   - holdings: the data, read further where a recipe names a file.
  /// - Throws: `FigureError` (`malformed`) for a marker that is not closed or has no identity.
  public func check(
    _ bytes: [UInt8], name: String, lock: FigureLock?, holdings: inout Holdings
  ) throws(FigureError) -> BriefingCheck {
    let markers = try Marker.all(in: bytes, name: name)
    let free = findings(bytes).filter { finding in
      !markers.contains { $0.range.overlaps(finding.start..<max(finding.end, finding.start + 1)) }
    }
    let tokens = BriefingLexer.tokens(of: bytes)
    var places = TextPlaces(bytes)
    var made: [String: Result<Figure, any Error>] = [:]
    var marked: [Finding] = []
    for marker in markers {
      let (line, column) = places.place(of: marker.content.lowerBound)
      let entry = lock?.figures[marker.id]
      if let entry, made[marker.id] == nil {
        made[marker.id] = Result { try holdings.figure(entry.recipe) }
      }
      marked.append(
        finding(
          marker, entry, made[marker.id], hasLock: lock != nil,
          named: named(around: marker, tokens), bytes,
          line, column))
    }
    return BriefingCheck(
      source: name, findings: (free + marked).sorted { $0.start < $1.start })
  }

  /// The places that the sentence about a marker names; nil where the marker is in none.
  private func named(around marker: Marker, _ tokens: [Token]) -> [[String]]? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < marker.content.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    func isEnd(_ index: Int) -> Bool {
      tokens[index].kind == .sentenceEnd || tokens[index].kind == .paragraphEnd
    }
    guard low < tokens.count else { return nil }
    let start =
      tokens[..<low].lastIndex { $0.kind == .sentenceEnd || $0.kind == .paragraphEnd } ?? -1
    let end = tokens[low...].firstIndex { $0.kind == .sentenceEnd || $0.kind == .paragraphEnd }
    guard start + 1 < end ?? tokens.count, !isEnd(low), end ?? tokens.count - start < 400 else {
      return nil
    }
    return sentence(tokens, start + 1..<(end ?? tokens.count)).places.map(\.codes)
  }

  private func finding(
    _ marker: Marker, _ entry: FigureLock.Entry?, _ made: Result<Figure, any Error>?,
    hasLock: Bool, named: [[String]]?, _ bytes: [UInt8], _ line: Int, _ column: Int
  ) -> Finding {
    let words = String(decoding: bytes[marker.content], as: UTF8.self)
    func finding(
      _ verdict: Verdict, _ note: String, _ figure: Figure? = nil,
      _ interval: (lower: Double?, upper: Double?) = (nil, nil)
    ) -> Finding {
      Finding(
        line: line, column: column, start: marker.content.lowerBound,
        end: marker.content.upperBound, text: words, form: "marked", verdict: verdict,
        lower: interval.lower, upper: interval.upper, value: figure?.value ?? entry?.value,
        unit: figure?.unit ?? entry?.unit, area: figure?.series.area.name ?? entry?.recipe.area,
        years: entry?.recipe.years ?? [], dataset: entry?.recipe.data.name,
        vintage: entry?.vintage, request: nil, figure: marker.id, fitsByChance: 0, note: note,
        citation: figure?.provenance.citations.first)
    }
    guard let entry, let made else {
      return finding(
        .unsupported,
        hasLock
          ? "The lock beside the text has no figure \(marker.id)."
          : "There is no lock beside the text that tells what \(marker.id) is.")
    }
    guard let number = number(in: bytes, marker.content) else {
      return finding(.ambiguous, "Between the marks there is no number.")
    }
    let figure: Figure
    switch made {
    case .success(let now): figure = now
    case .failure(let error):
      let reason = (error as? any Problem)?.summary ?? "\(error)"
      return finding(.stale, "The figure cannot be made any more: \(reason).", nil, number.interval)
    }
    if figure.value * entry.value < 0 {
      return finding(
        .stale,
        "The figure has changed its sign: it was \(entry.display) and is \(figure.display). Rewrite the "
          + "sentence.", figure, number.interval)
    }
    if let named, !named.isEmpty, !named.contains(where: { $0.contains(entry.recipe.area) }) {
      return finding(
        .inconsistent,
        "The mark is of \(figure.series.area.name), and the sentence names another place.", figure,
        number.interval)
    }
    func fits(_ value: Double) -> Bool {
      // ‘fell by 10 per cent’: the sign is in the verb.
      // The unit may count millions, and the text says them.
      let value = value * Figure.factor(of: entry.unit)
      return [value, -value].contains { value in
        (number.interval.lower.map { value >= $0 } ?? true)
          && (number.interval.upper.map { value <= $0 } ?? true)
      }
    }
    if fits(figure.value) {
      let isExact =
        words == figure.display || words == entry.display || number.isExact(figure.value)
      var notes: [String] = []
      if figure.id != marker.id {
        notes.append(
          "The data have changed, the number has not; the figure is now \(figure.id): --fix renews it."
        )
      }
      if let newer = newer(than: figure) { notes.append(newer) }
      return finding(
        isExact ? .confirmed : .confirmedRounded, notes.joined(separator: " "), figure,
        number.interval)
    }
    let now = "The figure is \(figure.display) (\(Numerals.exact(figure.value)))"
    if fits(entry.value) {
      return finding(
        .stale, "\(now); it was \(entry.display) when it was bound. --fix renews it.", figure,
        number.interval)
    }
    return finding(.off, "\(now). --fix writes it.", figure, number.interval)
  }

  /// A number between marks.
  private struct Written {
    let interval: (lower: Double?, upper: Double?)
    let number: WrittenNumber
    let threshold: Threshold

    func isExact(_ value: Double) -> Bool {
      threshold == .exactly && !number.isInWords && abs(number.value) == abs(value)
    }
  }

  private func number(in bytes: [UInt8], _ range: Range<Int>) -> Written? {
    let tokens = BriefingLexer.tokens(of: Array(bytes[range]))
    if let token = tokens.first, case .ordinal(let place) = token.kind {
      let number = WrittenNumber(value: Double(place), unit: 1)
      return Written(
        interval: (number.range.lowerBound, number.range.upperBound), number: number,
        threshold: .exactly)
    }
    guard let item = NumberFinder.first(in: sentence(tokens)), item.number.value.isFinite else {
      return nil
    }
    return Written(
      interval: item.interval, number: item.number,
      threshold: item.threshold)
  }

  // MARK: Binding and mending

  /// A change of a text: bytes to replace, and what the change is.
  public struct Edit: Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
    /// The bytes replaced.
    let range: Range<Int>
    /// What stood there.
    public let before: String
    /// What stands there then.
    public let after: String
    /// The figure.
    public let figure: Figure
  }

  /// Markers for the confirmed numbers of a text that have none.
  ///
  /// ```swift
  /// let plain = "In 2019 Canada had 7.96 million migrants."
  /// let found = BriefingCheck(plain, with: checker)
  /// let bindings = checker.bindings(found, in: Array(plain.utf8), holdings: &holdings)
  /// print(String(decoding: BriefingChecker.edited(Array(plain.utf8), bindings), as: UTF8.self))
  /// // In 2019 Canada had <!--stat:5b56f9cf53b5-->7.96 million<!--/stat--> migrants.
  /// ```
  public func bindings(
    _ check: BriefingCheck, in bytes: [UInt8], holdings: inout Holdings
  ) -> [Edit] {
    check.findings.compactMap { finding in
      guard finding.verdict.isConfirmed, let request = finding.request, finding.form != "marked",
        let figure = try? holdings.figure(request), let value = finding.value,
        abs(figure.value - value) <= 1e-9 * abs(value)
          || abs(figure.value + value) <= 1e-9 * abs(value)
      else { return nil }
      let words = String(decoding: bytes[finding.start..<finding.end], as: UTF8.self)
      return Edit(
        line: finding.line, column: finding.column, range: finding.start..<finding.end,
        before: words, after: Marker.text(words, id: figure.id),
        figure: figure.rounded(rounding(of: words) ?? figure.rounding))
    }
  }

  /// The marked numbers of a text that are not their figures any more, or whose figures have another
  /// identity now, rewritten.
  ///
  /// ```swift
  /// let mendings = try checker.mendings(
  ///   in: Array(text.utf8), name: "a.md", lock: lock, holdings: &holdings)
  /// print(mendings[0].before, "→", mendings[0].after)
  /// // 9 million → <!--stat:5b56f9cf53b5-->7.96 million<!--/stat-->
  /// ```
  ///
  /// - Throws: `FigureError` as `check`.
  public func mendings(
    in bytes: [UInt8], name: String, lock: FigureLock, holdings: inout Holdings
  ) throws(FigureError) -> [Edit] {
    let check = try check(bytes, name: name, lock: lock, holdings: &holdings)
    let markers = try Marker.all(in: bytes, name: name)
    let found = Dictionary(
      check.findings.filter { $0.form == "marked" }.map { ($0.start, $0) },
      uniquingKeysWith: { first, _ in first })
    return markers.compactMap { marker in
      guard let entry = lock.figures[marker.id], let finding = found[marker.content.lowerBound],
        let figure = try? holdings.figure(entry.recipe)
      else { return nil }
      let isWrong = finding.verdict == .off || finding.verdict == .stale
      guard isWrong || figure.id != marker.id else { return nil }
      let words = String(decoding: bytes[marker.content], as: UTF8.self)
      // ‘doubled’ and ‘one in 27’ are a person's to rewrite, and so is ‘fell’ where it rose.
      if isWrong, rounding(of: words) == nil || figure.value * entry.value < 0 { return nil }
      // The verb keeps the sign, as the text had it.
      let isUnsigned = figure.value < 0 && !words.contains { "-−".contains($0) }
      let rounded = figure.rounded(entry.rounding)
      let number = isUnsigned ? rounded.text(of: abs(figure.value)) : rounded.display
      return Edit(
        line: finding.line, column: finding.column, range: marker.range,
        before: words, after: Marker.text(isWrong ? number : words, id: figure.id), figure: rounded)
    }
  }

  /// How a number is rounded as it is written: its scale word and its decimals; nil where it is not
  /// digits alone with a scale, a unit of money or per cent.
  private func rounding(of words: String) -> Rounding? {
    let bytes = Array(words.utf8)
    guard let written = number(in: bytes, 0..<bytes.count), written.threshold == .exactly,
      !written.number.isInWords
    else { return nil }
    let letters = words.lowercased().split { !$0.isLetter }.map(String.init)
    let plain: Set = [
      "us", "usd", "million", "billion", "m", "bn", "mn", "per", "cent", "percent", "years",
    ]
    guard letters.allSatisfy(plain.contains) else { return nil }
    let scale: Rounding.Scale =
      letters.contains { ["million", "m", "mn"].contains($0) }
      ? .million : letters.contains { ["billion", "bn"].contains($0) } ? .billion : .one
    let unit = written.number.unit / scale.factor
    let decimals = unit < 1 ? (-Numerics.log(unit) / Numerics.log(10)).rounded() : 0
    return Rounding(scale: scale, decimals: Int(decimals))
  }

  /// The text with its edits made.
  public static func edited(_ bytes: [UInt8], _ edits: [Edit]) -> [UInt8] {
    Marker.edited(bytes, edits.map { ($0.range, $0.after) })
  }
}
