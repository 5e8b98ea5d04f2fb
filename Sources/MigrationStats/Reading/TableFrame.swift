/// Which records of a file are the header, the rows, and neither.
struct TableFrame {
  let header: [String]
  /// The two lines of the header; nil where it is one.
  let levels: HeaderLevels?
  /// The first line of the header, and the last.
  let (firstHeaderRecord, headerRecord): (Int, Int)
  let rows: [Int]
  let setAside: [Table.SetAside]

  private let records: Records

  /// Finds the frame.
  ///
  /// The table's width is the commonest number of cells. The header is the first record of that
  /// width with two filled cells; what stands before it is preamble. Records at the end with one
  /// filled cell are footers if they are short or follow a blank line, as are those of another
  /// width after one.
  ///
  /// - Throws: `ReadingError`: `noTable`, `empty` or `width`, with the line.
  init(_ records: Records, at place: Position, dialect: Dialect) throws(ReadingError) {
    self.records = records
    let filled = records.indices.filter { !records.isBlank($0) }
    guard let width = Self.commonestWidth(records, filled), width > 1 else {
      throw ReadingError(
        .noTable, "only one column can be made out", at: place.on(line: 1),
        remedy: "Say what parts the cells: --delimiter ',' (or ';', '|', tab).")
    }
    let (first, upper) = try Self.header(records, filled, width: width, at: place)
    levels =
      records.indices.contains(first + 1)
      ? HeaderLevels(upper: upper, lower: Self.texts(records, first + 1).trimmedAtEnd) : nil
    let columns = levels?.names ?? upper
    (firstHeaderRecord, headerRecord) = (first, levels == nil ? first : first + 1)
    let footerStart = Self.footerStart(records, filled, header: headerRecord, width: width)

    var rows: [Int] = []
    rows.reserveCapacity(filled.count)
    for record in filled where record > headerRecord && record < footerStart {
      if let fault = Self.fault(
        records, record, columns: columns.count, at: place, dialect: dialect)
      {
        throw fault
      }
      rows.append(record)
    }
    guard !rows.isEmpty else {
      throw ReadingError(
        .empty, "there is a header and no row below it",
        at: place.on(line: records.line(of: headerRecord)),
        remedy: "Download it again: the publisher's selection may have been empty.")
    }
    header = columns
    self.rows = rows
    setAside = Self.setAside(
      records, filled: filled, header: firstHeaderRecord, footer: footerStart)
  }

  /// What is wrong with a row that has not a cell for each column, or text beyond them.
  static func fault(
    _ records: Records, _ record: Int, columns: Int, at place: Position, dialect: Dialect
  ) -> ReadingError? {
    let cells = records.width(of: record)
    if cells == columns { return nil }
    let surplus =
      cells > columns
      && (columns..<cells).contains { cell in
        !records.text[records.range(record, cell)].allSatisfy(\.isSpace)
      }
    guard cells < columns || surplus else { return nil }
    return ReadingError(
      .width, "the row has \(cells) cells where the header has \(columns)",
      at: place.on(line: records.line(of: record)),
      remedy: cells < columns
        ? "Look for a row that was cut off, or a footnote without a blank line before it."
        : "Look for a \(dialect.delimiterName) inside a cell that is not quoted, or for a second "
          + "header row.")
  }

  private static func commonestWidth(_ records: Records, _ filled: [Int]) -> Int? {
    let counts = filled.reduce(into: [Int: Int]()) { $0[records.width(of: $1), default: 0] += 1 }
    return counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private static func header(
    _ records: Records, _ filled: [Int], width: Int, at place: Position
  ) throws(ReadingError) -> (record: Int, columns: [String]) {
    var rejected: Int?
    for record in filled {
      let columns = texts(records, record).trimmedAtEnd
      guard records.filledCells(of: record, upTo: 2) == 2,
        records.width(of: record) == width || columns.count == width
      else {
        if rejected == nil, records.filledCells(of: record, upTo: 2) == 2 { rejected = record }
        continue
      }
      guard let number = columns.first(where: isNumberButNoYear) else { return (record, columns) }
      if let rejected {
        throw ReadingError(
          .width,
          "the header has \(records.width(of: rejected)) cells where most rows have \(width)",
          at: place.on(line: records.line(of: rejected)),
          remedy: "Give every column a name.")
      }
      throw ReadingError(
        .noTable, "the first row of the table holds the number ‘\(number)’: it is no header",
        at: place.on(line: records.line(of: record)),
        remedy: "Put a line with the names of the columns above it.")
    }
    throw ReadingError(
      .noTable, "no header row was found", at: place.on(line: 1),
      remedy: "Put a line with the names of the columns above the rows.")
  }

  private static func isNumberButNoYear(_ text: String) -> Bool {
    guard case .number = NumberText().content(of: ArraySlice(text.utf8)) else {
      return false
    }
    return YearText.year(in: text) == nil
  }

  private static func footerStart(
    _ records: Records, _ filled: [Int], header: Int, width: Int
  ) -> Int {
    var start = records.count
    for record in filled.reversed() where record > header {
      let single = records.filledCells(of: record, upTo: 2) < 2
      let apart = (header..<record).reversed().prefix { candidate in
        records.isBlank(candidate) || records.width(of: candidate) != width
      }.contains { records.isBlank($0) }
      let isShort = records.width(of: record) < width
      guard (single && (isShort || apart)) || (apart && records.width(of: record) != width) else {
        break
      }
      start = record
    }
    return start
  }

  private static func setAside(
    _ records: Records, filled: [Int], header: Int, footer: Int
  ) -> [Table.SetAside] {
    var runs: [Table.SetAside] = []
    var run: (reason: String, first: Int, last: Int)?
    let isFilled = Set(filled)
    func close() {
      guard let open = run else { return }
      let spoken = (open.first...open.last).first(where: isFilled.contains) ?? open.first
      let text = texts(records, spoken).filter { !$0.isEmpty }.joined(separator: " ")
      let lines = records.line(of: open.first)...records.line(of: open.last)
      runs.append(Table.SetAside(reason: open.reason, lines: lines, text: text))
      run = nil
    }
    for record in records.indices {
      let reason: String? =
        if record < header { "preamble" } else if record >= footer {
          "footer"
        } else if !isFilled.contains(record) { "blank" } else { nil }
      if reason != run?.reason { close() }
      guard let reason else { continue }
      run = (reason, run?.first ?? record, record)
    }
    close()
    return runs
  }

  private static func texts(_ records: Records, _ record: Int) -> [String] {
    (0..<records.width(of: record)).map {
      String(decoding: records.text[records.range(record, $0)].trimmed, as: UTF8.self)
    }
  }
}

extension [String] {
  /// The cells without the empty ones at the end.
  fileprivate var trimmedAtEnd: [String] {
    Array(prefix((lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
