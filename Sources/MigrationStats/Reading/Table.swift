#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A delimited file as its publisher wrote it: a header and rows of cells, each with its place.
///
/// ```swift
/// let table = try Table(contentsOf: url)
/// table.header             // ["Country Name", "Country Code", "1990", …]
/// table.text(0, 2)         // "4333318"
/// table.position(0, 2)     // stock.csv:5, column ‘1990’
/// ```
public struct Table: Sendable {
  /// A run of lines that is not part of the table.
  public struct SetAside: Sendable, Hashable {
    /// Why the lines are not rows: `preamble`, `separator line`, `comment`, `blank`,
    /// `repeated header` or `footer`.
    public let reason: String
    /// The first and the last line.
    public let lines: ClosedRange<Int>
    /// The text of the first line's filled cells; empty where it is blank.
    public let text: String
    /// The number of records.
    public let count: Int

    init(reason: String, lines: ClosedRange<Int>, text: String, count: Int? = nil) {
      self.reason = reason
      self.lines = lines
      self.text = text
      self.count = count ?? lines.count
    }
  }

  /// A row that was mended, because it could be in one way only.
  public struct Repair: Sendable, Hashable {
    /// The line on which the row begins.
    public let line: Int
    /// What was done.
    public let text: String
  }

  /// The name of the file, for messages.
  public let name: String
  /// How it is written.
  public let dialect: Dialect
  /// How each part of the dialect came to be known.
  public let finding: DialectFinding
  /// What each delimiter made of its head; empty where the delimiter was told.
  public var evidence: [Dialect.Evidence] { finding.delimiters }
  /// What the reader was told.
  public let options: ReadingOptions
  /// Whether the text began with a byte order mark.
  public let hasByteOrderMark: Bool
  /// The names of the columns, white space around them removed.
  public let header: [String]
  /// The line of the header.
  public let headerLine: Int
  /// The lines before, between and after the rows that are no rows.
  public let setAside: [SetAside]
  /// What was mended, row by row.
  public let repairs: [Repair]
  /// What became of every record.
  public let account: RowAccount

  /// The texts above the header, with their lines.
  let titles: [(text: String, line: Int)]
  /// Whether keys were packed into the first cell, as only Eurostat packs them.
  let hasPackedKeys: Bool
  /// Whether the text ended in the middle of a line.
  let endsWithoutLineBreak: Bool

  private let records: Records
  private let rows: [Int]

  /// The number of rows below the header.
  public var rowCount: Int { rows.count }

  /// Reads a file.
  ///
  /// - Throws: `ReadingError`.
  /// - Complexity: O(n) in the bytes of the file.
  public init(contentsOf url: URL, options: ReadingOptions = ReadingOptions()) throws(ReadingError)
  {
    try self.init(.file(url.path), options: options)
  }

  /// Reads a source.
  ///
  /// - Throws: `ReadingError`.
  public init(_ source: Source, options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
    let bytes = try source.load()
    try self.init(bytes, name: source.name, options: options)
  }

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) throws(ReadingError) {
    let start = try Encoding.textStart(of: bytes, file: name)
    var finding = DialectFinder(bytes[start...], options: options).finding
    let dialect = finding.dialect
    var parser = CSVParser(dialect: dialect)
    parser.consume(bytes[start...])
    var records = parser.finished()
    if let fault = parser.fault { throw fault.error(file: name) }
    let keys = PackedKeys(records)
    if let keys {
      records = try keys.unpacked(records, at: Position(file: name))
      finding.parts.append(keys.part)
    }
    let frame = try TableFrame(records, file: name, finding: finding)

    self.name = name
    self.dialect = dialect
    self.finding = finding
    self.options = options
    self.hasByteOrderMark = start > 0
    endsWithoutLineBreak = bytes.last != UInt8(ascii: "\n") && bytes.last != UInt8(ascii: "\r")
    self.records = frame.records
    (repairs, account, titles) = (frame.repairs, frame.account, frame.titles)
    hasPackedKeys = keys != nil
    header = frame.header
    headerLine = records.line(of: frame.headerRecord)
    rows = frame.rows
    setAside = frame.setAside
  }

  /// The text of a cell, white space around it removed.
  public func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes(row, column).trimmed, as: UTF8.self)
  }

  /// Where a cell stands.
  public func position(_ row: Int, _ column: Int? = nil) -> Position {
    Position(
      file: name, line: records.line(of: rows[row], cell: column ?? 0),
      column: column.map { columnName($0) })
  }

  /// The header of a column, or its number where it has none.
  public func columnName(_ column: Int) -> String {
    header[column].isEmpty ? "\(column + 1)" : header[column]
  }

  /// The place of the column with a name; case does not count.
  ///
  /// - Throws: `ReadingError` (`noColumn`) with the names that are spelt alike.
  public func column(named name: String) throws(ReadingError) -> Int {
    if let exact = header.firstIndex(of: name) { return exact }
    if let loose = header.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
      return loose
    }
    let named = header.filter { !$0.isEmpty }
    throw ReadingError(
      .noColumn, "there is no column ‘\(name)’",
      at: Position(file: self.name, line: headerLine),
      remedy: Suggestion.didYouMean(name, among: named)
        ?? "The columns are \(named.prefix(12).map { "‘\($0)’" }.joined(separator: ", "))"
        + (named.count > 12 ? " and \(named.count - 12) more." : "."))
  }

  /// The line on which a cell begins.
  func line(_ row: Int, _ column: Int) -> Int { records.line(of: rows[row], cell: column) }

  /// The number of a cell of plain digits; nil where it takes a closer look.
  func plainNumber(_ row: Int, _ column: Int, mark: UInt8) -> Double? {
    records.plainNumber(rows[row], column, mark: mark)
  }

  /// The bytes of a cell, unquoted.
  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    records.text[records.range(rows[row], column)]
  }
}

extension CSVParser.Fault {
  /// The error that it is.
  func error(file: String) -> ReadingError {
    if neverClosed {
      return ReadingError(
        .quoting, "a quote opens a cell here and is never closed",
        at: Position(file: file, line: openedOn),
        remedy: "Close the quote, or double it (\"\") if it is part of the text.")
    }
    return ReadingError(
      .quoting, "text follows a closing quote; the cell was opened on line \(openedOn)",
      at: Position(file: file, line: line),
      remedy: "Double a quote that is part of the text (\"\"), or put the whole cell in quotes.")
  }
}
