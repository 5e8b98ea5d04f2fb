/// Any result as a rectangle: named columns, rows of cells.
///
/// Four writers make text of it.
///
/// ```swift
/// let report = Report([world.described()], keyNames: [])
/// print(report.columns.count, report.rows.count)  // 17 1
/// print(report.text(.json).first ?? " ")  // [
/// ```
public struct Report: Sendable {
  /// The form of the text.
  public enum Format: String, Sendable, CaseIterable {
    /// For reading in a terminal of `width` columns; numbers rounded.
    case table
    /// Comma-separated values with every digit.
    case csv
    /// An array of objects, one a row, with every digit; absent values are null.
    case json
    /// For reading in a document; numbers rounded.
    case markdown
  }

  /// A column.
  public struct Column: Sendable {
    /// What a column is for, which decides where a reader finds it.
    public enum Role: Sendable {
      /// Which row it is: area, vintage, basis.
      case identity
      /// What all rows of one identity share: years, values.
      case summary
      /// What tells the rows of one identity apart.
      case detail
      /// Sentences, set in the width that is left.
      case prose
      /// Caveats, set below.
      case notes
    }

    /// The name in CSV and JSON.
    public let name: String
    /// The heading for readers.
    public let heading: String
    /// What the column is for.
    public let role: Role
    /// The decimals for readers; nil for as many as a number has, up to three.
    public let decimals: Int?
    /// The significant digits for readers, in place of decimals, where numbers are of any size.
    public let significantDigits: Int?
    /// Whether its numbers are grouped in thousands for readers; years are not.
    public let isGrouped: Bool
    /// What is left out first where the width does not do; 0 never is.
    public let dropped: Int
    /// The characters from which on its texts are cut for readers.
    public let widest: Int
    /// Whether it is for readers only: a picture of what other columns hold.
    public let isPicture: Bool

    init(
      _ name: String, _ role: Role, as heading: String? = nil, decimals: Int? = nil,
      significantDigits: Int? = nil, isGrouped: Bool = true, dropped: Int = 0,
      widest: Int = 22, isPicture: Bool = false
    ) {
      self.name = name
      self.heading = heading ?? name
      self.role = role
      self.decimals = decimals
      self.significantDigits = significantDigits
      self.isGrouped = isGrouped
      self.dropped = dropped
      self.widest = widest
      self.isPicture = isPicture
    }
  }

  /// A cell.
  public enum Cell: Sendable, Hashable {
    /// No value.
    case absent
    /// A text.
    case text(String)
    /// A whole number, such as a year.
    case integer(Int)
    /// A number.
    case number(Double)
    /// A whole number of more digits than a double holds, written out.
    case digits(String)
    /// Whole numbers, such as years.
    case integers([Int])
    /// Caveats.
    case caveats([Caveat])
  }

  /// The columns.
  public let columns: [Column]
  /// The rows, each with a cell a column.
  public let rows: [[Cell]]
  /// What all rows are of, in lines above them for readers.
  public var title: [String] = []
  /// Whether readers are shown a row as a list of its cells, of which there are too many for a line.
  public var isListed = false
  /// Where the figures come from, in the publishers' recommended form.
  public var sources: [String] = []
  /// Plots and commands for readers, in lines that are not wrapped.
  public internal(set) var pictures: [[String]] = []
  /// The explanation that was asked for, in paragraphs.
  public var explanation: [String] = []
  /// The characters of a line of a table for readers.
  public var width = 80

  init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The name of a file's further column among our own: one that we use ourselves gets a prefix.
  static func keyName(_ name: String) -> String {
    ownNames.contains(name) ? "key_\(name)" : name
  }

  private static let ownNames: Set = [
    "area", "code", "year", "value", "unit", "status", "vintage", "basis", "from", "to",
    "start_value", "end_value", "ratio", "change", "change_percent", "definition", "rate_percent",
    "lower_percent", "upper_percent", "doubling_years", "observations", "caveats", "gaps",
    "minimum",
    "minimum_year", "maximum", "maximum_year", "mean", "log_rate_percent", "part", "model", "scale",
    "values", "level", "term", "estimate", "std_error", "statistic", "p_value", "lower", "upper",
    "observed", "fitted", "residual", "forecast", "centre", "rank", "parameters",
  ]

  /// The report as text that ends in a line break.
  public func text(_ format: Format) -> String {
    var text = ""
    switch format {
    case .table: writeTable(to: &text)
    case .csv: forPrograms.writeCSV(to: &text)
    case .json: forPrograms.writeJSON(to: &text)
    case .markdown: writeMarkdown(to: &text)
    }
    return text
  }
}

extension Report {
  /// The report without what only readers want.
  private var forPrograms: Report {
    guard columns.contains(where: \.isPicture) else { return self }
    let kept = columns.indices.filter { !columns[$0].isPicture }
    var report = Report(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
    (report.title, report.sources, report.explanation) = (title, sources, explanation)
    report.width = width
    return report
  }
}

extension Report.Cell {
  init(_ value: Double?) { self = value.map { .number($0) } ?? .absent }
  init(_ value: Int?) { self = value.map { .integer($0) } ?? .absent }
  init(_ value: String?) { self = value.map { .text($0) } ?? .absent }
}
