/// What a file is, as the reader sees it: how it is written, how it is laid out, what it holds.
///
/// ```swift
/// let inspection = Inspection(table)
/// print(inspection.oddities.count, inspection.report(forReading: true).rows.count)  // 0 14
/// print(inspection.command ?? "")
/// // stats tidy examples/my-download.csv --delimiter , --layout wide
/// ```
public struct Inspection: Sendable {
  /// The file as it was parsed.
  public let table: Table
  /// The series, or why there are none.
  public let panel: Result<Panel, TidyingError>
  /// What is odd about it: what was guessed, repaired or set aside, totals that are not the sums of their
  /// parts, a world that moves against every vintage in the catalogue, and why it could not be tidied.
  public let oddities: [Note]

  private let options: TidyingOptions
  private let isFile: Bool

  /// Inspects a table.
  ///
  /// - Parameters:
  ///   - table: the file as it was parsed.
  ///   - options: what is told of how it is laid out.
  ///   - catalog: the catalogue whose vintages it is compared with.
  ///   - isFile: whether it is a file that a command can name, rather than a data set's.
  public init(
    _ table: Table, options: TidyingOptions = TidyingOptions(), catalog: Catalog? = nil,
    isFile: Bool = true
  ) {
    (self.table, self.isFile) = (table, isFile)
    self.options = options
    do throws(TidyingError) {
      let found = try table.tidied(options)
      panel = .success(found)
      let comparison = catalog.flatMap { VintageComparison($0, at: table.place()) }
      oddities =
        found.notes + PanelTotals(found, at: table.place()).oddities
        + (comparison?.oddities(of: found) ?? [])
    } catch {
      panel = .failure(error)
      oddities = table.notes + [Note("not tidied: \(error.summary)", at: error.position)]
    }
  }

  /// What is in a table whose series are known.
  public init(_ table: Table, panel: Panel) {
    (self.table, self.panel, oddities) = (table, .success(panel), panel.notes)
    (options, isFile) = (TidyingOptions(), false)
  }

  /// The command that reads the file in the same way with nothing left to guess; nil where it cannot be
  /// tidied.
  public var command: String? { telling?.text }

  private var telling: TellingCommand? {
    guard isFile, case .success(let panel) = panel else { return nil }
    return TellingCommand(table, panel, told: options)
  }

  /// A row a property.
  public var report: Report { report(forReading: false) }

  /// A row a property; for people the command stands below, as it is.
  public func report(forReading: Bool) -> Report {
    var rows = writing
    switch panel {
    case .success(let panel):
      rows += content(of: panel)
      if let command, !forReading { rows.append(("command", command)) }
    case .failure(let error):
      rows += table.notes.map { ("oddity", $0.description) }
      rows.append(("not tidied", error.description + (error.remedy.map { "\n\($0)" } ?? "")))
    }
    var report = Report(properties: rows)
    if let telling, forReading {
      report.pictures = [["With every guess told:"], telling.lines]
    }
    return report
  }

  private var writing: [(String, String)] {
    var rows = [("file", table.name)]
    for step in table.origin.steps {
      rows.append(("container", step.container))
      guard let chosen = step.chosen else { continue }
      let isWorkbook = step.container == SheetChoice.container
      rows.append((isWorkbook ? "sheet" : "member", "\(chosen) (\(step.reason))"))
      if !step.others.isEmpty {
        rows.append((isWorkbook ? "other sheets" : "other members", list(step.others, limit: 12)))
      }
    }
    if let encoding = table.origin.encoding {
      rows.append(("encoding", describe(encoding)))
      rows += dialect
    }
    for part in table.setAside where part.reason != "blank" {
      rows.append((part.reason, "\(Self.words(part.lines)): ‘\(part.text)’"))
    }
    let blank = table.setAside.filter { $0.reason == "blank" }.map(\.lines.count).reduce(0, +)
    if blank > 0 { rows.append(("blank lines", "\(blank)")) }
    let header = Self.words(table.headerLine...table.headerLine + (table.levels == nil ? 0 : 1))
    rows.append(("header", "\(header): \(list(table.header))"))
    let account: RowAccount =
      if case .success(let panel) = panel, let account = panel.account { account } else {
        table.account
      }
    rows.append(("rows", account.description))
    for repair in table.repairs { rows.append(("repaired", "line \(repair.line): \(repair.text)")) }
    return rows
  }

  private func describe(_ encoding: TextEncoding) -> String {
    table.hasByteOrderMark
      ? "\(encoding.name) with a byte order mark"
      : "\(encoding.name) (\(table.origin.encodingReason))"
  }

  /// The parts of the dialect that are not the usual ones, and how each is known.
  private var dialect: [(String, String)] {
    let tried = table.evidence.filter { $0.width > 1 }.map { evidence in
      let name = Dialect(delimiter: evidence.delimiter).delimiterName
      return
        "\(name): \(evidence.agreeing) of \(evidence.records) lines have \(evidence.width) cells"
    }
    return table.finding.parts.filter { $0.name == "delimiter" || $0.basis != .usual }.map { part in
      let why = part.name == "delimiter" ? tried.joined(separator: "; ") : part.evidence
      return (part.name, "\(part.value) (\(part.basis.rawValue)\(why.isEmpty ? "" : "; " + why))")
    }
  }

  private func content(of panel: Panel) -> [(String, String)] {
    var rows: [(String, String)] = panel.writing.filter {
      ($0.basis != .usual || !$0.evidence.isEmpty) && $0.name != "unit"
    }.map { part in
      let why = part.evidence.isEmpty ? "" : "; \(part.evidence)"
      return (part.name, "\(part.value) (\(part.basis.rawValue)\(why))")
    }
    rows.append(("layout", describe(panel.layout)))
    let series = panel.series
    let values = series.map(\.observations.count).reduce(0, +)
    let withheld = series.map(\.suppressedYears.count).reduce(0, +)
    rows.append(
      (
        "values",
        "\(Numerals.grouped(Double(values))) in \(series.count) series; "
          + "\(Numerals.grouped(Double(panel.missingCount))) "
          + (panel.missingCount == 1 ? "cell missing" : "cells missing")
          + (withheld > 0 ? "; \(withheld) suppressed" : "")
      ))
    rows.append(("quantity", list(orderedUnique(series.map(\.quantity.name)))))
    rows.append(("unit", list(orderedUnique(series.map(\.unit.name)))))
    let vintages = orderedUnique(series.compactMap(\.vintage))
    if !vintages.isEmpty { rows.append(("vintages", list(vintages))) }
    for key in panel.keyNames {
      let found = orderedUnique(series.flatMap(\.keys).filter { $0.name == key }.map(\.value))
      rows.append(("key \(key)", list(found)))
    }
    let years = Set(series.flatMap(\.years)).sorted()
    if let first = years.first, let last = years.last {
      let absent = (first...last).filter { !Set(years).contains($0) }
      let gaps = absent.isEmpty ? "" : "; no value in \(absent.count) of the years between"
      rows.append(("years", "\(first) to \(last)\(gaps)"))
    }
    let areas = orderedUnique(series.map(\.area))
    for (kind, name) in [
      (Area.Kind.country, "countries"), (.aggregate, "aggregates"), (.former, "former states"),
      (.residual, "remainders"), (.unknown, "unknown areas"),
    ] {
      let found = areas.filter { $0.kind == kind && $0 != .unnamed }
      if !found.isEmpty { rows.append((name, list(found.map(\.name), limit: 4))) }
    }
    let statuses = Dictionary(grouping: series.flatMap(\.observations), by: \.status)
    rows.append(
      (
        "status",
        Status.allCases.compactMap { status in
          statuses[status].map { "\(status.rawValue) \(status.name): \($0.count)" }
        }.joined(separator: "; ")
      ))
    rows += oddities.map { ("oddity", $0.description) }
    return rows
  }

  private func describe(_ layout: Layout) -> String {
    func name(_ column: Int?) -> String { column.map { "‘\(table.columnName($0))’" } ?? "none" }
    switch layout {
    case .long(let columns):
      return
        "long; area \(name(columns.series.area ?? columns.series.code)), year "
        + (columns.year == nil ? "told" : name(columns.year)) + ", value "
        + columns.values.map(name).joined(separator: ", ")
    case .wideByYear(let years, let others):
      return
        "wide, a column a year (\(years.count) years); area \(name(others.area ?? others.code))"
    case .wideByArea(let year, let areas):
      return "wide, a column an area (\(areas.count) areas); year \(name(year))"
    case .matrix(let matrix):
      return
        "matrix; rows are \(matrix.rows.rawValue), by \(name(matrix.series.area)), columns "
        + "\(matrix.rows.other.rawValue) (\(matrix.areas.count)); year "
        + (matrix.year == nil ? "told" : name(matrix.year))
    }
  }

  private func list(_ names: [String], limit: Int = 6) -> String {
    let shown = names.filter { !$0.isEmpty }
    if shown.count <= limit + 1 { return shown.joined(separator: ", ") }
    return "\(shown.count): " + shown.prefix(limit).joined(separator: ", ") + ", …"
  }

  private static func words(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
  }
}
