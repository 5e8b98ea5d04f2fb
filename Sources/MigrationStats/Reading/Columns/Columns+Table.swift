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
    let types = try ColumnTypes(
      bytes, options: table.options, delimiter: table.dialect.delimiter
    ) { column, text in
      let row = texts[column].codes.firstIndex(of: text) ?? 0
      return table.position(row, columns[column])
    }
    var read: [Column] = []
    for (place, column) in columns.enumerated() {
      let name = known.name(column)
      if let cells = types.cells[place] {
        let hasDecimals = cells.contains { if case .decimal = $0 { true } else { false } }
        let piece = Column.Piece(cells, codes: texts[place].codes, asDecimals: hasDecimals)
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
