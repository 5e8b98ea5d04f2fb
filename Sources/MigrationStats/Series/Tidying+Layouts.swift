extension Tidying {
  /// Reads one row a value, or a value of each of several quantities.
  mutating func readLong(_ columns: Layout.LongColumns) throws(TidyingError) {
    let times = try columns.year.map { column throws(TidyingError) in
      try RowTimes(table, column: column)
    }
    trailingKeys = [times?.partName].compactMap(\.self)
    let isSeveral = columns.values.count > 1
    for (number, column) in columns.values.enumerated() {
      let header = table.header[column]
      let reader = SeriesReader(
        table, columns.series, options: options, valueHeader: header, tag: table.tags?[column],
        group: isSeveral ? Layout.ColumnGroup(quantity: header) : nil, number: number,
        namesQuantity: isSeveral)
      begin(reader)
      try readLong(columns, column, times, reader, isFirst: number == 0)
    }
    noteTimes(times)
  }

  private mutating func readLong(
    _ columns: Layout.LongColumns, _ column: Int, _ times: RowTimes?, _ reader: SeriesReader,
    isFirst: Bool
  ) throws(TidyingError) {
    var extras = LongExtras(table, columns)
    for row in 0..<table.rowCount {
      let time = try times?.period(row) ?? Period(year: options.year ?? 0)
      let parts = try extras.parts(row)
      var content = try content(row, column)
      if content == nil, parts.status == .suppressed || parts.isConfidential {
        content = CellReading(value: .suppressed)
        missingCount -= 1
      }
      // A row without a value still says that the series is there.
      let index = try draft(of: row, reader, part: times?.part(time))
      if let index, isFirst { drafts[index].rowCount += 1 }
      guard let content else { continue }
      guard let index else { throw noArea(row, columns.series) }
      var attributes = parts.attributes
      if let span = time.span { attributes[Observation.period] = span }
      try add(
        content, year: time.year, row: row, column: column, to: index, status: parts.status,
        rounding: parts.rounding, bound: parts.bound, attributes: attributes)
    }
  }

  /// Reads one row a series, one column a year or a period.
  mutating func readWide(
    _ years: [Layout.YearColumn], _ others: Layout.SharedColumns
  ) throws(TidyingError) {
    let groups = orderedUnique(years.map(\.group))
    trailingKeys =
      (groups.contains { $0?.sex != nil } ? ["sex"] : [])
      + orderedUnique(groups.compactMap { $0?.part?.name })
    let quantities = Set(groups.map { $0?.quantity })
    for (number, group) in groups.enumerated() {
      let reader = SeriesReader(
        table, others, options: options, valueHeader: nil, group: group, number: number,
        namesQuantity: quantities.count > 1)
      begin(reader)
      var attributes = RowAttributes(table, columns: others.attributes)
      let columns = years.filter { $0.group == group }
      let places = columns.map(\.column)
      drafts.reserveCapacity(drafts.count + table.rowCount)
      draftOfKey.reserveCapacity(draftOfKey.count + table.rowCount)
      for row in 0..<table.rowCount {
        let index = try draft(of: row, reader)
        if let index, number == 0 { drafts[index].rowCount += 1 }
        let own = attributes.of(row)
        for (place, column) in places.enumerated() {
          guard let content = try content(row, column) else { continue }
          let year = columns[place]
          guard let index else { throw noArea(row, others) }
          var own = own
          if let span = year.span { own[Observation.period] = span }
          try add(
            content, year: year.year, row: row, column: column, to: index,
            status: year.status, attributes: own)
        }
      }
    }
  }

  /// Reads one row a year, one column an area.
  mutating func readWideByArea(_ yearColumn: Int, _ areas: [Int]) throws(TidyingError) {
    let times = try RowTimes(table, column: yearColumn)
    trailingKeys = [times.partName].compactMap(\.self)
    var drafts: [Series.Key?: Int] = [:]
    for row in 0..<table.rowCount {
      let time = try times.period(row)
      let part = times.part(time)
      let first = drafts[part] ?? self.drafts.count
      if drafts[part] == nil {
        drafts[part] = first
        for column in areas { begin(column, part) }
      }
      for (index, column) in areas.enumerated() {
        guard let content = try content(row, column) else { continue }
        try add(
          content, year: time.year, row: row, column: column, to: first + index,
          attributes: time.span.map { [Observation.period: $0] } ?? [:])
      }
    }
    noteTimes(times)
  }

  private mutating func begin(_ column: Int, _ part: Series.Key?) {
    let area = total(
      Concordance.standard.area(name: table.header[column], code: nil),
      table.place(line: table.headerLine, column: table.columnName(column)))
    drafts.append(
      SeriesDraft(
        area: area, quantity: options.quantity ?? .notStated, unit: options.unit ?? .notStated,
        vintage: nil, keys: [part].compactMap(\.self)))
  }

  /// Reads one row an area, or an area and a year, and one column an area.
  ///
  /// A series is about the destination, with the origin as a key; of money about the receiving area, with
  /// the sending one as a key.
  mutating func readMatrix(_ matrix: Layout.MatrixColumns) throws(TidyingError) {
    let reader = SeriesReader(table, matrix.series, options: options, valueHeader: nil)
    begin(reader)
    let keySide = matrix.rows.isArea ? matrix.rows.other : matrix.rows
    leadingKeys = [keySide.rawValue]
    let times = try matrix.year.map { column throws(TidyingError) in
      try RowTimes(table, column: column)
    }
    trailingKeys = [times?.partName].compactMap(\.self)
    let headed = matrix.areas.map { column in
      total(
        Concordance.standard.area(name: table.header[column], code: nil),
        table.place(line: table.headerLine, column: table.columnName(column)))
    }
    var attributes = RowAttributes(table, columns: matrix.series.attributes)
    for row in 0..<table.rowCount {
      let time = try times?.period(row) ?? Period(year: options.year ?? 0)
      let part = times?.part(time)
      var own = attributes.of(row)
      if let span = time.span { own[Observation.period] = span }
      let key = reader.key(row).map { $0 + [part.map { partNumber($0) } ?? 0] }
      var isCounted = false
      for (place, column) in matrix.areas.enumerated() {
        guard let content = try content(row, column) else { continue }
        guard let key else { throw noArea(row, matrix.series) }
        let index: Int
        if let known = draftOfKey[key + [place]] {
          index = known
        } else {
          let rowArea = area(of: row, reader)
          let (about, other) =
            matrix.rows.isArea ? (rowArea, headed[place]) : (headed[place], rowArea)
          index = try newDraft(
            of: row, reader, area: about,
            keys: [Series.Key(keySide.rawValue, other.name)] + reader.keys(row)
              + [part].compactMap(\.self))
          draftOfKey[key + [place]] = index
        }
        if !isCounted { drafts[index].rowCount += 1 }
        isCounted = true
        try add(content, year: time.year, row: row, column: column, to: index, attributes: own)
      }
      guard !isCounted, key != nil else { continue }
      let rowArea = area(of: row, reader)
      if rowArea.kind == .unknown { wordRows.append(rowArea.name) }
    }
    if options.rows == nil {
      let (rows, columns) = (matrix.rows.rawValue, matrix.rows.other.rawValue)
      notes.append(
        Note(
          "a matrix: its rows are read as \(rows), its columns as \(columns), as its header says "
            + "(told with --rows)", at: table.place(line: table.headerLine)))
    }
    noteTimes(times)
  }

  /// Says how parts of years are kept.
  private mutating func noteTimes(_ times: RowTimes?) {
    guard let name = times?.partName else { return }
    notes.append(
      Note(
        "the years are parted: each \(name) of the year is a series of its own, by the key ‘\(name)’; "
          + "none are added", at: table.place(line: table.headerLine)))
  }
}
