extension PlainPanel {
  /// The growth of every series; nil where no series has growth, for `Panel.growth` to say why, where
  /// values have notes of their own, and where there are groups, whose members are looked for among
  /// all series.
  public func growth(_ request: Panel.GrowthRequest) -> PlainGrowth? {
    guard !hasAttributes, !areas.contains(where: { $0.kind == .aggregate }) else { return nil }
    let growth = PlainGrowth(self, request)
    return (0..<values.chunkCount).contains(where: growth.hasGrowth) ? growth : nil
  }

  /// Whether columns say something of single values.
  private var hasAttributes: Bool {
    switch layout {
    case .long(let columns): !columns.series.attributes.isEmpty
    case .wideByYear(_, let others): !others.attributes.isEmpty
    case .wideByArea, .matrix: true
    }
  }
}

/// The growth of every series of a plain panel, made while it is written.
///
/// A least-squares rate over all years of a series with nothing odd about it is written from its line;
/// any other series is made one, and goes the way of `Panel.growth`.
///
/// ```swift
/// let file = FileManager.default.temporaryDirectory.appending(path: "plain-growth.csv")
/// try Data("area,1990,1991,1992\nCanada,100,103,107\nIndia,50,51,53\n".utf8).write(to: file)
/// let request = Panel.GrowthRequest(definitions: [.leastSquares])
/// if let growth = try PlainPanel(contentsOf: file)?.growth(request) {
///   let written = file.appendingPathExtension("rates")
///   try Data().write(to: written)
///   let output = try FileHandle(forWritingTo: written)
///   try growth.write { rows in try output.write(contentsOf: rows) }
///   print(try String(contentsOf: written, encoding: .utf8).split(separator: "\n").count)  // 3
/// }
/// ```
public struct PlainGrowth: Sendable {
  private let panel: PlainPanel
  private let request: Panel.GrowthRequest
  private let cells: IdentityCells
  private let lines: LogLines
  /// Whether rates are those of lines over all years.
  private let isOfLines: Bool
  /// The quantile of Student's t for each number of values.
  private let quantiles: [Double]
  /// The caveat of independence for each correlation in hundredths, from −1 on.
  private let independence: CSVCells

  private static let words = CSVCells([
    Growth.Basis.published.rawValue, GrowthDefinition.leastSquares.rawValue,
  ])

  fileprivate init(_ panel: PlainPanel, _ request: Panel.GrowthRequest) {
    (self.panel, self.request) = (panel, request)
    cells = IdentityCells(panel)
    lines = LogLines(years: panel.years)
    isOfLines = request.definitions == [.leastSquares] && request.years == nil
    let level = request.level
    quantiles =
      !isOfLines
      ? []
      : (0...panel.years.count).map { count in
        count > 2
          ? StudentT.twoSidedQuantile(level: level, degreesOfFreedom: Double(count - 2)) : .nan
      }
    independence = Self.cells((-100...100).map { Double($0) / 100 })
  }

  /// The cells of the caveat that says how far deviations are independent.
  private static func cells(_ correlations: [Double]) -> CSVCells {
    CSVCells(cells: correlations.map { Report.csv(.caveats([Series.independence($0)])) })
  }

  /// Writes it as CSV, byte for byte what `Report` gives of `Panel.growth`.
  ///
  /// - Parameter write: is given bytes one after the other, by one thread at a time.
  public func write(to write: @Sendable ([UInt8]) throws -> Void) throws {
    try write(Array(Report([Growth](), keyNames: panel.keyNames).text(.csv).utf8))
    try Threads.inOrder(panel.values.chunkCount, make: { text($0) }, use: write)
  }

  /// Whether a series of a chunk has growth.
  fileprivate func hasGrowth(_ number: Int) -> Bool {
    let chunk = panel.values.chunk(number, years: panel.years)
    return chunk.series.indices.contains { outcome(chunk, $0 - chunk.series.lowerBound).isSuccess }
  }

  /// The rows of a chunk's series.
  private func text(_ number: Int) -> [UInt8] {
    let chunk = panel.values.chunk(number, years: panel.years)
    var text = CSVBytes(capacity: 640 * chunk.series.count)
    let found = isOfLines ? lines.map(chunk.values) { $0 } : []
    for place in 0..<chunk.series.count {
      if isOfLines, let ends = ends(place, of: chunk, found[place]) {
        append(found[place], ends, chunk.series.lowerBound + place, &text)
      } else {
        let report = Report(outcome(chunk, place).rows, keyNames: panel.keyNames)
        for row in report.rows { text.append(Report.csvLine(row)) }
      }
    }
    return text.bytes
  }

  // MARK: Any series

  private func outcome(
    _ chunk: PlainChunk, _ place: Int
  ) -> (rows: [Growth], isSuccess: Bool) {
    let series = panel.series(place, of: chunk)
    let alone = Panel(
      source: panel.source, layout: panel.layout, keyNames: panel.keyNames, series: [series])
    switch alone.outcome(of: series, request) {
    case .success(let rows): return (rows, true)
    case .failure(let error): return (Panel.rows(of: series, without: error, request), false)
    }
  }

  // MARK: Lines

  /// A value and how it is written, of the year at a place.
  private struct End {
    let year: Int
    let value: Double
    let decimals: UInt8

    /// Whether a whole number has so many noughts that it may be rounded.
    var seemsRounded: Bool {
      decimals == 0 && value >= 1e5 && value.truncatingRemainder(dividingBy: 1e5) == 0
    }
  }

  /// The first and the last value of a series with nothing odd about it; nil for others.
  private func ends(
    _ place: Int, of chunk: PlainChunk, _ line: LogLines.Line
  ) -> (first: End, last: End)? {
    let count = panel.years.count
    guard line.state == .determined, line.count > 2 else { return nil }
    let start = place * count
    return chunk.values.withUnsafeBufferPointer { values in
      var (first, last) = (start, start + count - 1)
      while values[first].isNaN { first += 1 }
      while values[last].isNaN { last -= 1 }
      let span = panel.years[last - start] - panel.years[first - start] + 1
      guard 2 * (span - line.count) <= span else { return nil }
      // Less than a threefold change, by a margin: what may be a jump is looked at.
      var (before, isSteady) = (values[first], true)
      for index in first...last {
        let value = values[index]
        guard !value.isNaN else { continue }
        isSteady = isSteady && value < 2.99 * before && before < 2.99 * value
        before = value
      }
      guard isSteady else { return nil }
      if !chunk.statuses.isEmpty {
        for index in first...last where panel.statuses[Int(chunk.statuses[index])] != .normal {
          return nil
        }
      }
      func end(_ index: Int) -> End {
        End(
          year: index - start, value: values[index], decimals: chunk.decimals[index])
      }
      let ends = (first: end(first), last: end(last))
      return ends.first.seemsRounded || ends.last.seemsRounded ? nil : ends
    }
  }

  private func append(
    _ line: LogLines.Line, _ ends: (first: End, last: End), _ series: Int,
    _ text: inout CSVBytes
  ) {
    let (place, subject) = cells.numbers(of: series)
    let (first, last) = (ends.first.value, ends.last.value)
    let change = last - first
    let interval = Series.interval(
      of: line, quantile: quantiles[line.count], level: request.level)
    text.append(cells.areas, place)
    for column in cells.keyColumns {
      text.append(cells.further[column], further: column, of: series, in: panel)
    }
    text.append(cells.quantities, subject)
    text.append(cells.units, subject)
    if panel.hasVintage {
      text.append(cells.further[0], further: 0, of: series, in: panel)
    } else {
      text.appendAbsent()
    }
    text.append(Self.words, 0)
    text.append(cells.years, ends.first.year)
    text.append(cells.years, ends.last.year)
    text.append(first, decimals: ends.first.decimals)
    text.append(last, decimals: ends.last.decimals)
    text.append(finite(last / first))
    text.append(finite(change))
    text.append(change.isFinite ? finite(100 * (change / first)) : nil)
    text.append(Self.words, 1)
    text.append(100 * Numerics.expm1(line.slope))
    text.append(interval.lower)
    text.append(interval.upper)
    text.append(line.slope == 0 ? nil : Numerics.log(2) / line.slope)
    text.append(line.count)
    text.append(cells.statuses, cells.normal)
    appendCaveat(line.autocorrelation, &text)
    text.endRow()
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  private func appendCaveat(_ correlation: Double, _ text: inout CSVBytes) {
    let hundredths = 100 * correlation
    let nearest = hundredths.rounded()
    // Near the middle between two, the digits of the number decide.
    if abs(nearest) <= 100, abs(hundredths - nearest) < 0.499_999 {
      text.append(independence, Int(nearest) + 100)
    } else {
      text.append(Self.cells([correlation]), 0)
    }
  }
}
