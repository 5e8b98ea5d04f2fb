extension Columns {
  /// The columns of a table.
  ///
  /// ```swift
  /// let columns = try Columns(table, named: ["Country Name", "2019"])
  /// print(columns["2019"].number(0) ?? .nan)  // 271642105.0
  /// ```
  ///
  /// - Throws: `ReadingError` (`noColumn`, `noTable` where decimals may be read two ways).
  /// - Complexity: O(n) in the cells.
  public init(_ table: Table, named names: [String]? = nil) throws(ReadingError) {
    let known = ColumnNames(
      header: table.header, place: table.place(line: table.headerLine))
    let columns = try known.columns(named: names)
    let texts = columns.map { TextColumn(table, $0) }
    let bytes = texts.map { $0.values.map { Array($0.utf8)[...] } }
    let distinct = zip(texts, columns).map { DistinctCells($0, table, $1) }
    let types = try ColumnTypes(
      zip(bytes, distinct).map { bytes, cells in cells.texts.map { bytes[$0] } },
      areNumbers: table.holdsNumbers ? distinct.map(\.areNumbers) : nil, options: table.options,
      delimiter: table.dialect.delimiter
    ) { column, cell in
      let row = distinct[column].codes.firstIndex(of: cell) ?? 0
      return table.position(row, columns[column])
    }
    var read: [Column] = []
    for (place, column) in columns.enumerated() {
      let name = known.name(column)
      if let cells = types.cells[place] {
        let hasDecimals = cells.contains { if case .decimal = $0 { true } else { false } }
        let piece = Column.Piece(cells, codes: distinct[place].codes, asDecimals: hasDecimals)
        read.append(Column(name, hasDecimals ? .decimals : .wholeNumbers, [piece]))
      } else {
        let codes = texts[place].codes.map { UInt32($0) }
        read.append(
          Column(
            name, [Column.Piece(values: .codes(codes, map: 0), gaps: [])],
            texts: texts[place].values, maps: [Array(0..<UInt32(texts[place].values.count))],
            statuses: ColumnTypes.statuses(bytes[place], table.options)))
      }
    }
    self.init(
      name: table.name, header: table.header, columns: read, rowCount: table.rowCount,
      finding: table.finding, setAside: table.setAside, account: table.account,
      notes: table.notes + table.finding.notes(at: table.place()) + table.repairNotes
        + Self.footers(table.setAside, at: table.place()) + (types.note.map { [$0] } ?? []))
  }

  /// The footers that were set aside, as notes.
  static func footers(_ setAside: [Table.SetAside], at place: Position) -> [Note] {
    setAside.filter { $0.reason == "footer" }.map { part in
      let count = part.lines.count == 1 ? "line is" : "\(part.lines.count) lines are"
      return Note(
        "the last \(count) set aside as a footer: ‘\(part.text)’",
        at: place.on(line: part.lines.lowerBound))
    }
  }
}

/// The distinct cells of a column: texts, and apart from them numbers by type that are written alike.
private struct DistinctCells {
  /// For each, the place of its text.
  private(set) var texts: [Int] = []
  /// For each, whether it is a number by its type.
  private(set) var areNumbers: [Bool] = []
  /// For each row, the place of its cell.
  private(set) var codes: [Int] = []

  init(_ column: TextColumn, _ table: Table, _ place: Int) {
    guard table.holdsNumbers else {
      (texts, codes) = (Array(column.values.indices), column.codes)
      return
    }
    var known = [Int?](repeating: nil, count: 2 * column.values.count)
    for (row, text) in column.codes.enumerated() {
      let isNumber = table.isNumber(row, place)
      let key = 2 * text + (isNumber ? 1 : 0)
      if known[key] == nil {
        known[key] = texts.count
        texts.append(text)
        areNumbers.append(isNumber)
      }
      codes.append(known[key] ?? 0)
    }
  }
}
