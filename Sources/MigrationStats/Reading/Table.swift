#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A delimited file as its publisher wrote it: a header and rows of cells, each with its place.
///
/// ```swift
/// let table = try Table(contentsOf: url)
/// print(table.header.prefix(2))  // ["Country Name", "Country Code"]
/// print(table.text(0, 4))  // 153011473
/// print(table.position(0, 4))  // …my-download.csv:6, column ‘1990’
/// ```
public struct Table: Sendable {
  /// A run of lines that is not part of the table.
  public struct SetAside: Sendable, Hashable {
    /// Why the lines are not rows: `preamble`, `separator line`, `comment`, `blank`,
    /// `HXL tags`, `repeated header` or `footer`.
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

  /// The name of the file.
  public let name: String
  /// How its bytes became a table.
  public let origin: Origin
  /// How it is written.
  public var dialect: Dialect { finding.dialect }
  /// How each part of the dialect came to be known.
  public let finding: DialectFinding
  /// What each delimiter made of its head; empty where the delimiter was told.
  public var evidence: [Dialect.Evidence] { finding.delimiters }
  /// What the reader was told.
  public let options: ReadingOptions
  /// Whether the text began with a byte order mark.
  public var hasByteOrderMark: Bool { origin.hasByteOrderMark }
  /// The names of the columns, white space around them removed.
  public let header: [String]
  /// The line of the header.
  public let headerLine: Int
  /// The lines before, between and after the rows that are no rows.
  public let setAside: [SetAside]
  /// What was done or seen on the way that the user ought to know.
  public let notes: [Note]

  /// The two lines of the header; nil where it is one.
  let levels: HeaderLevels?
  /// The tags of the Humanitarian Exchange Language, a column each; nil where there are none.
  let tags: [String]?
  /// What an archive says of the areas beside the data.
  let countries: CountryMetadata
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

  /// The file, and the member or sheet in it.
  private let place: Position
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
    let content = try SourceContent(bytes, name: name, options: options)
    let parsed = try ParsedContent(content, options: options)
    let frame = try TableFrame(parsed.records, at: content.place, finding: parsed.finding)

    self.name = name
    self.options = options
    (origin, place, countries) = (content.origin, content.place, content.countries)
    finding = parsed.finding
    hasPackedKeys = parsed.hasPackedKeys
    endsWithoutLineBreak = parsed.endsWithoutLineBreak
    records = frame.records
    (repairs, account, titles) = (frame.repairs, frame.account, frame.titles)
    header = frame.header
    (levels, tags) = (frame.levels, frame.tags)
    headerLine = records.line(of: frame.firstHeaderRecord)
    rows = frame.rows
    setAside = frame.setAside
    notes = content.notes + Self.innerMarks(parsed.records, at: content.place)
  }

  /// What is said of byte order marks amid a text, which are part of no cell.
  private static func innerMarks(_ records: Records, at place: Position) -> [Note] {
    guard let marked = records.indices.first(where: records.beginsWithMark) else { return [] }
    return [
      Note(
        "a byte order mark stands amid the text, as where files were put together; it is left out",
        at: place.on(line: records.line(of: marked)))
    ]
  }

  /// A table of plain text, of records that are at hand.
  init(
    name: String, _ records: Records, rows: [Int], header: [String], headerLine: Int,
    finding: DialectFinding, options: ReadingOptions, setAside: [SetAside], account: RowAccount,
    titles: [(text: String, line: Int)], endsWithoutLineBreak: Bool
  ) {
    (self.name, place, self.options, self.finding) = (name, Position(file: name), options, finding)
    (self.records, self.rows, self.header, self.headerLine) = (records, rows, header, headerLine)
    (self.setAside, self.account, self.titles) = (setAside, account, titles)
    self.endsWithoutLineBreak = endsWithoutLineBreak
    (origin, countries, notes, repairs) = (Origin(), .none, [], [])
    (levels, tags, hasPackedKeys) = (nil, nil, false)
  }

  /// The text of a cell, white space around it removed.
  public func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes(row, column).trimmed, as: UTF8.self)
  }

  /// Where a cell stands.
  public func position(_ row: Int, _ column: Int? = nil) -> Position {
    place(
      line: records.line(of: rows[row], cell: column ?? 0), column: column.map { columnName($0) })
  }

  /// A place in the file, or in the member or sheet of it that is read.
  ///
  /// ```swift
  /// print(table.place(line: 7))  // …examples/my-download.csv:7
  /// ```
  public func place(line: Int? = nil, column: String? = nil) -> Position {
    Position(file: place.file, sheet: place.sheet, line: line, column: column)
  }

  /// The file, and the member or sheet in it, for messages.
  var label: String { place.description }

  /// The text of a column's header that may say a time; nil where a header of two lines says none.
  func time(ofColumn column: Int) -> String? {
    guard let levels, levels.caption == nil else { return header[column] }
    return levels.times[column]
  }

  /// The header of a column, or its number where it has none.
  public func columnName(_ column: Int) -> String {
    header[column].isEmpty ? "\(column + 1)" : header[column]
  }

  /// The place of the column with a name; case does not count.
  ///
  /// ```swift
  /// let column = try table.column(named: "country code")
  /// print(column, table.columnName(column))  // 1 Country Code
  /// ```
  ///
  /// - Throws: `ReadingError` (`noColumn`) with the names that are spelt alike.
  public func column(named name: String) throws(ReadingError) -> Int {
    try ColumnNames(header: header, place: place(line: headerLine)).column(named: name)
  }

  /// The line on which a cell begins.
  func line(_ row: Int, _ column: Int) -> Int { records.line(of: rows[row], cell: column) }

  /// Whether any cell is a number by its type, as only those of a workbook are.
  var holdsNumbers: Bool { records.holdNumbers }

  /// Whether a cell is a number by its type, as in a workbook, and no text.
  func isNumber(_ row: Int, _ column: Int) -> Bool { records.isNumber(rows[row], column) }

  /// The number of a cell of plain digits; nil where it takes a closer look.
  func plainNumber(_ row: Int, _ column: Int, mark: UInt8) -> Double? {
    records.plainNumber(rows[row], column, mark: mark)
  }

  /// The bytes of a cell, unquoted.
  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    records.text[records.range(rows[row], column)]
  }
}
