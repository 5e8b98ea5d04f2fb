internal import Synchronization

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension PlainPanel {
  /// The growth of every series; nil where no series has growth, for `Panel.growth` to say why, and
  /// where values have notes of their own.
  public func growth(_ request: Panel.GrowthRequest) -> PlainGrowth? { growth(request, found: [:]) }

  /// The same, with the lines that were found in parts whose values are not all kept.
  fileprivate func growth(
    _ request: Panel.GrowthRequest, found: [Int: PlainLines]
  ) -> PlainGrowth? {
    guard !hasAttributes else { return nil }
    let growth = PlainGrowth(self, request, found: found)
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
/// if let growth = try PlainGrowth(contentsOf: file, request) {
///   let written = file.appendingPathExtension("rates")
///   try Data().write(to: written)
///   let output = try FileHandle(forWritingTo: written)
///   try growth.write { rows in try output.write(contentsOf: rows) }
///   print(try String(contentsOf: written, encoding: .utf8).split(separator: "\n").count)  // 3
/// }
/// ```
public struct PlainGrowth: Sendable {
  /// Lines that were found in the parts of a file while it was read.
  private final class Found: Sendable {
    let parts = Mutex<[Int: PlainLines]>([:])
  }

  private let panel: PlainPanel
  private let request: Panel.GrowthRequest
  private let matching: PlainMatching?
  private let cells: IdentityCells
  private let lines: LogLines
  /// The lines of parts whose values are not all kept.
  private let found: [Int: PlainLines]
  /// The quantile of Student's t for each number of values.
  private let quantiles: [Double]
  /// The caveat of independence for each correlation in hundredths, from −1 on.
  private let independence: CSVCells

  private static let words = CSVCells([
    Growth.Basis.published.rawValue, GrowthDefinition.leastSquares.rawValue,
  ])

  fileprivate init(
    _ panel: PlainPanel, _ request: Panel.GrowthRequest, found: [Int: PlainLines] = [:]
  ) {
    (self.panel, self.request, self.found) = (panel, request, found)
    lines = LogLines(years: panel.years)
    ((cells, matching), (quantiles, independence)) = Threads.both(
      { (IdentityCells(panel), PlainMatching(panel)) },
      {
        (
          Self.quantiles(request, years: panel.years.count),
          Self.cells((-100...100).map { Double($0) / 100 })
        )
      })
  }

  /// The quantile of Student's t for each number of values up to that of the years.
  private static func quantiles(_ request: Panel.GrowthRequest, years: Int) -> [Double] {
    guard isOfLines(request) else { return [] }
    return (0...years).map { count in
      count > 2
        ? StudentT.twoSidedQuantile(
          level: request.level, degreesOfFreedom: Double(count - 2)) : .nan
    }
  }

  /// The cells of the caveat that says how far deviations are independent.
  private static func cells(_ correlations: [Double]) -> CSVCells {
    CSVCells(cells: correlations.map { Report.csv(.caveats([Series.independence($0)])) })
  }

  /// Whether rates are those of lines over all years.
  private static func isOfLines(_ request: Panel.GrowthRequest) -> Bool {
    request.definitions == [.leastSquares] && request.years == nil
  }

  /// Writes it as CSV, byte for byte what `Report` gives of `Panel.growth`.
  ///
  /// - Parameter write: is given bytes one after the other, by one thread at a time.
  public func write(to write: @Sendable (UnsafeRawBufferPointer) throws -> Void) throws {
    var header = CSVBytes()
    header.append(Report([Growth](), keyNames: panel.keyNames).text(.csv))
    try write(header.bytes)
    // So many rows at a time that threads seldom wait for one another.
    let (count, few) = (panel.values.chunkCount, 4)
    try Threads.inOrder(
      (count + few - 1) / few, room: { CSVBytes(capacity: 1 << 20) },
      make: { number, text in
        text.removeAll()
        for chunk in few * number..<min(count, few * (number + 1)) { self.write(chunk, to: &text) }
      }, use: { try write($0.bytes) })
  }

  /// Whether a series of a chunk has growth.
  fileprivate func hasGrowth(_ number: Int) -> Bool {
    let chunk = panel.values.chunk(number, years: panel.years)
    let known = chunk.part.flatMap { found[$0] }
    if let known, !known.lines.isEmpty { return true }
    return (0..<(chunk.kept?.count ?? chunk.series.count)).contains {
      outcome(chunk, $0).isSuccess
    }
  }

  /// Writes the rows of a chunk's series.
  private func write(_ number: Int, to text: inout CSVBytes) {
    let chunk = panel.values.chunk(number, years: panel.years)
    guard Self.isOfLines(request) else {
      for place in 0..<chunk.series.count { writeAny(place, of: chunk, to: &text) }
      return
    }
    let known = chunk.part.flatMap { found[$0] }
    let lines =
      known
      ?? PlainLines(
        self.lines, years: panel.years, chunk.values, chunk.decimals, statuses: chunk.statuses,
        isNormal: { panel.statuses[Int($0)] == .normal })
    var (next, line) = (0, 0)
    for place in 0..<chunk.series.count {
      if next < lines.others.count, lines.others[next] == place {
        // Of a part whose lines were found on the way only the others have their values here.
        writeAny(known == nil ? place : next, of: chunk, to: &text)
        next += 1
      } else {
        let series = chunk.series.lowerBound + place
        if isDistorted(series, lines.lines[line]) {
          writeAny(place, of: chunk, to: &text)
        } else {
          write(lines.lines[line], of: series, to: &text)
        }
        line += 1
      }
    }
  }

  /// Whether a series of a group may have more to say than its line.
  private func isDistorted(_ series: Int, _ ended: PlainLines.Ended) -> Bool {
    guard let group = matching?.group(series) else { return false }
    return group.mayBeDistorted(
      (panel.years[Int(ended.first.year)], ended.first.value),
      (panel.years[Int(ended.last.year)], ended.last.value))
  }

  // MARK: Any series

  private func writeAny(_ place: Int, of chunk: PlainChunk, to text: inout CSVBytes) {
    let report = Report(outcome(chunk, place).rows, keyNames: panel.keyNames)
    for row in report.rows { text.append(Report.csvLine(row)) }
  }

  private func outcome(
    _ chunk: PlainChunk, _ place: Int
  ) -> (rows: [Growth], isSuccess: Bool) {
    let series = panel.series(place, of: chunk)
    let group = matching?.group(chunk.series.lowerBound + (chunk.kept?[place] ?? place))
    let outcome =
      group.map { Panel.outcome(of: series, request, $0) }
      ?? Panel.outcome(of: series, request, Matching([], for: []))
    switch outcome {
    case .success(let rows): return (rows, true)
    case .failure(let error): return (Panel.rows(of: series, without: error, request), false)
    }
  }

  // MARK: Lines

  private func write(_ ended: PlainLines.Ended, of series: Int, to text: inout CSVBytes) {
    let (place, subject) = cells.numbers(of: series)
    let (line, ends) = (ended.line, (first: ended.first, last: ended.last))
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
    text.append(cells.years, Int(ends.first.year))
    text.append(cells.years, Int(ends.last.year))
    text.append(first, decimals: ends.first.decimals)
    text.append(last, decimals: ends.last.decimals)
    text.append(finite(last / first))
    text.append(finite(change), perhaps: max(ends.first.decimals, ends.last.decimals))
    text.append(change.isFinite ? finite(100 * (change / first)) : nil)
    text.append(Self.words, 1)
    text.append(100 * Numerics.expm1(line.slope))
    text.append(interval.lower)
    text.append(interval.upper)
    text.append(line.slope == 0 ? nil : Numerics.log(2) / line.slope)
    text.append(line.count)
    text.append(cells.statuses, cells.normal)
    writeCaveat(line.autocorrelation, to: &text)
    text.endRow()
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  private func writeCaveat(_ correlation: Double, to text: inout CSVBytes) {
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

extension PlainGrowth {
  /// Reads a file for the growth of every series; nil where it is not of the plainest kind, or
  /// `PlainPanel.growth` gives none.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - request: what is asked of each series.
  ///   - reading: what is told of how it is written.
  ///   - tidying: what is told of its columns.
  /// - Throws: `ReadingError` (`unreadable`).
  /// - Complexity: O(n) in the bytes of the file, on all processors. Of a series with a row of its own
  ///   the line is kept rather than the values, unless there are groups: they take the values of their
  ///   members, and the file is read twice.
  public init?(
    contentsOf url: URL, _ request: Panel.GrowthRequest, reading: ReadingOptions = ReadingOptions(),
    tidying: TidyingOptions = TidyingOptions()
  ) throws(ReadingError) {
    try self.init(.file(url.path), request, reading: reading, tidying: tidying)
  }

  /// Reads a source for the growth of every series; nil where it is not a file of the plainest kind,
  /// or `PlainPanel.growth` gives none.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - request: what is asked of each series.
  ///   - reading: what is told of how it is written.
  ///   - tidying: what is told of its columns.
  ///   - progress: is told how far reading is, in bytes.
  /// - Throws: `ReadingError` (`unreadable`).
  public init?(
    _ source: Source, _ request: Panel.GrowthRequest, reading: ReadingOptions,
    tidying: TidyingOptions, progress: Columns.Progress? = nil
  ) throws(ReadingError) {
    guard let parts = try TextParts(source, options: reading) else { return nil }
    try self.init(parts, request, reading: reading, tidying: tidying, progress: progress)
  }

  init?(
    _ parts: TextParts, _ request: Panel.GrowthRequest, reading: ReadingOptions,
    tidying: TidyingOptions, threads: Int = Threads.processors,
    progress: Columns.Progress? = nil
  ) throws(ReadingError) {
    let found = Found()
    var panel = try PlainPanel(
      parts, reading: reading, tidying: tidying, threads: threads, progress: progress,
      looking: { years in
        guard Self.isOfLines(request), !years.isEmpty else { return nil }
        let lines = LogLines(years: years)
        return { part, values, decimals in
          let ofPart = PlainLines(lines, years: years, values, decimals)
          found.parts.withLock { $0[part] = ofPart }
          return ofPart.others
        }
      })
    var lines = found.parts.withLock { $0 }
    if panel?.hasGroups == true, !lines.isEmpty {
      // Groups take the values of their members: the file is read again, and all are kept.
      (panel, lines) = (nil, [:])
      found.parts.withLock { $0 = [:] }
      panel = try PlainPanel(
        parts, reading: reading, tidying: tidying, threads: threads, progress: progress)
    }
    guard let growth = panel?.growth(request, found: lines) else { return nil }
    self = growth
  }

  /// The name of the file.
  public var source: String { panel.source }
  /// What was done and seen on the way.
  public var notes: [Note] { panel.notes }
  /// What became of the records of the file.
  public var account: RowAccount { panel.account }
}
