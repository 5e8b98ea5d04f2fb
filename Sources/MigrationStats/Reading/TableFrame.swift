/// Which records of a file are the header, the rows, and neither.
struct TableFrame {
  let header: [String]
  /// The two lines of the header; nil where it is one.
  let levels: HeaderLevels?
  /// The tags of the Humanitarian Exchange Language below the header; nil where there are none.
  let tags: [String]?
  /// The first line of the header, and the last.
  let (firstHeaderRecord, headerRecord): (Int, Int)
  let rows: [Int]
  let setAside: [Table.SetAside]
  /// What was mended, row by row.
  let repairs: [Table.Repair]
  /// What became of every record.
  let account: RowAccount
  /// The texts above the header, with their lines.
  let titles: [(text: String, line: Int)]
  /// The records, with those that were repaired behind them.
  let records: Records

  /// Finds the frame.
  ///
  /// The table's width is the commonest number of cells. The header is the first record of that
  /// width with two filled cells; what stands before it is preamble. Records at the end with one
  /// filled cell are footers if they are short or follow a blank line, as are those of another
  /// width after one.
  ///
  /// - Throws: `ReadingError`: `noTable`, `empty` or `width`, with the line.
  init(_ records: Records, at place: Position, finding: DialectFinding) throws(ReadingError) {
    let filled = records.indices.filter { !records.isBlank($0) && !records.isComment($0) }
    let hasSeparatorLine = records.count > 0 && SeparatorLine.isRecord(records.texts(of: 0))
    guard
      let width = Self.commonestWidth(
        records, hasSeparatorLine ? filled.filter { $0 > 0 } : filled), width > 1
    else {
      if hasSeparatorLine, finding.delimiterBasis == .stated {
        throw Self.falseSeparator(records, at: place, finding)
      }
      throw ReadingError(
        .noTable, "only one column can be made out", at: place.on(line: 1),
        // A sheet has no delimiters.
        remedy: finding.parts.isEmpty
          ? "Choose another sheet by --sheet, or put a column of areas or years beside that of values."
          : "Say what parts the cells: --delimiter ',' (or ';', '|', tab).")
    }
    let (first, upper) = try Self.header(records, filled, width: width, at: place)
    levels =
      records.indices.contains(first + 1)
      ? HeaderLevels(upper: upper, lower: records.texts(of: first + 1).trimmedAtEnd) : nil
    let columns = levels?.names ?? upper
    let last = levels == nil ? first : first + 1
    (firstHeaderRecord, headerRecord) = (first, last)
    let footers = FooterFinder(records, filled, header: last, width: width)
    let footerStart = footers.start
    let tagRecord = filled.first { $0 > last }.flatMap { Self.holdsTags(records, $0) ? $0 : nil }
    tags = tagRecord.map { record in
      let texts = records.texts(of: record)
      return columns.indices.map { $0 < texts.count ? texts[$0] : "" }
    }

    let body = filled.filter { $0 > last && $0 < footerStart && $0 != tagRecord }
    var rows = RowFinder(
      records, header: levels == nil ? upper : nil, width: records.width(of: first),
      columns: columns.count)
    do throws(ReadingError) {
      try rows.find(body, at: place, finding: finding)
    } catch {
      throw footers.explained(error, at: place)
    }
    guard !rows.rows.isEmpty else {
      throw ReadingError(
        .empty, "there is a header and no row below it",
        at: place.on(line: records.line(of: headerRecord)),
        remedy: "Download it again: the publisher's selection may have been empty.")
    }
    header = columns
    (self.rows, repairs, self.records) = (rows.rows, rows.repairs, rows.records)
    let aside = Self.setAside(
      records, filled: filled, header: firstHeaderRecord, footer: footerStart, tags: tagRecord,
      repeated: rows.repeatedHeaders)
    titles = records.indices.prefix(first + 1).dropLast().flatMap { record in
      records.texts(of: record).filter { !$0.isEmpty }.map {
        (text: $0, line: records.line(of: record))
      }
    }
    account = RowAccount(
      read: records.count, headers: levels == nil ? 1 : 2, kept: rows.rows.count,
      repaired: Set(rows.repairs.map(\.line)).count, joined: rows.joined,
      setAside: orderedReasons(aside).map { reason in
        RowAccount.Part(
          reason: reason,
          count: aside.filter { $0.reason == reason }.map(\.count).reduce(0, +))
      })
    setAside = aside
  }

  /// What is wrong with a row that has not a cell for each column, or text beyond them.
  ///
  /// - Parameter headerWidth: the number of cells of the header, those without a name among them.
  static func fault(
    _ records: Records, _ record: Int, columns: Int, headerWidth: Int = 0, at place: Position,
    finding: DialectFinding
  ) -> ReadingError? {
    let cells = records.width(of: record)
    if cells == columns { return nil }
    let surplus =
      cells < columns
      ? nil
      : (columns..<cells).first { cell in
        !records.text[records.range(record, cell)].allSatisfy(\.isSpace)
      }
    guard cells < columns || surplus != nil else { return nil }
    if let surplus, surplus < headerWidth {
      return ReadingError(
        .width,
        "column \(surplus + 1) has no name, but ‘\(records.texts(of: record)[surplus])’ stands in it",
        at: place.on(line: records.line(of: record)),
        remedy: "Give the column a name in the header, or delete it."
          + (records.texts(of: record)[0].isEmpty
            ? " If the line is a second header row, put both into one." : ""))
    }
    return ReadingError(
      .width, "the row has \(cells) cells where the header has \(columns)",
      at: place.on(line: records.line(of: record)),
      remedy: cells < columns
        ? "Look for a row that was cut off, or a footnote without a blank line before it."
        : "Look for a \(finding.dialect.delimiterName) inside a cell that is not quoted, or for a "
          + "second header row."
          + (finding.delimiterBasis == .guessed
            ? " That a \(finding.dialect.delimiterName) parts the cells is a guess: --delimiter tells."
            : ""))
  }

  /// Whether every filled cell is a tag of the Humanitarian Exchange Language: `#date+year`.
  private static func holdsTags(_ records: Records, _ record: Int) -> Bool {
    let filled = records.texts(of: record).filter { !$0.isEmpty }
    return filled.count > 1
      && filled.allSatisfy { $0.first == "#" && $0.dropFirst().first?.isLetter == true }
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
      let columns = records.texts(of: record).trimmedAtEnd
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
          remedy: "Give every column a name." + commentHint(records, rejected))
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

  /// What may be done about a header that begins as a comment may.
  private static func commentHint(_ records: Records, _ record: Int) -> String {
    guard records.texts(of: record).first?.first == "#" else { return "" }
    return " If the line is a comment, say so: --comment '#'."
  }

  private static func isNumberButNoYear(_ text: String) -> Bool {
    guard case .number = NumberText().content(of: ArraySlice(text.utf8)) else {
      return false
    }
    return YearText.year(in: text) == nil
  }

  /// A first line that states a delimiter which no other line has.
  private static func falseSeparator(
    _ records: Records, at place: Position, _ finding: DialectFinding
  ) -> ReadingError {
    let counts = records.text.prefix(1 << 16).reduce(into: [UInt8: Int]()) { counts, byte in
      if Dialect.candidates.contains(byte) { counts[byte, default: 0] += 1 }
    }
    let other = Dialect.candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
    let name = other == UInt8(ascii: "\t") ? "tab" : other.map { "'\(UnicodeScalar($0))'" }
    return ReadingError(
      .noTable,
      "the line says that a \(finding.dialect.delimiterName) parts the cells, but no other line has "
        + "one", at: place.on(line: 1),
      remedy: "Delete the line, or say what parts the cells: --delimiter \(name ?? "','").")
  }

  private static func setAside(
    _ records: Records, filled: [Int], header: Int, footer: Int, tags: Int?,
    repeated: Set<Int>
  ) -> [Table.SetAside] {
    var runs: [Table.SetAside] = []
    var run: (reason: String, first: Int, last: Int)?
    let isFilled = Set(filled)
    func close() {
      guard let open = run else { return }
      let spoken = (open.first...open.last).first(where: isFilled.contains) ?? open.first
      let text = records.texts(of: spoken).filter { !$0.isEmpty }.joined(separator: " ")
      let lines = records.line(of: open.first)...records.line(of: open.last)
      runs.append(
        Table.SetAside(
          reason: open.reason, lines: lines, text: text, count: open.last - open.first + 1))
      run = nil
    }
    for record in records.indices {
      let reason: String? =
        if records.isComment(record) {
          "comment"
        } else if record == 0, header > 0, SeparatorLine.isRecord(records.texts(of: record)) {
          "separator line"
        } else if record < header { "preamble" } else if record >= footer {
          "footer"
        } else if !isFilled.contains(record) {
          "blank"
        } else if record == tags {
          "HXL tags"
        } else if repeated.contains(record) { "repeated header" } else { nil }
      if reason != run?.reason { close() }
      guard let reason else { continue }
      run = (reason, run?.first ?? record, record)
    }
    close()
    return runs
  }
}

/// The reasons for which lines were set aside, each once, in the file's order.
private func orderedReasons(_ parts: [Table.SetAside]) -> [String] {
  parts.map(\.reason).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}

extension [String] {
  /// The cells without the empty ones at the end.
  fileprivate var trimmedAtEnd: [String] {
    Array(prefix((lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
