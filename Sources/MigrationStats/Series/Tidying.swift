/// The work of turning the rows of one table into series.
struct Tidying {
  private let table: Table
  private let layout: Layout
  private let options: TidyingOptions
  private let numbers: NumberText
  private let rules: ValueRules
  /// How the numbers are written.
  private let writing: [DialectFinding.Part]
  private var notes: [Note] = []
  private var isUnitReplaced = false
  private var drafts: [SeriesDraft] = []
  private var draftOfKey: [[Int]: Int] = [:]
  /// The row before and its series, to which the next row mostly belongs too.
  private var last: (row: Int, index: Int?) = (-2, nil)
  /// The areas by the texts that name them.
  private var areas: [[Int]: Area] = [:]
  private var keyColumns: [Int] = []
  private var hasManyQuantities = false
  private var groupHasSex = false
  private var missingCount = 0
  private var contradictions: [Note] = []
  /// How many rows each draft has.
  private var rowCounts: [Int: Int] = [:]

  init(table: Table, layout: Layout, options: TidyingOptions) throws(TidyingError) {
    self.table = table
    self.layout = layout
    self.options = options
    let valueColumns: [Int] =
      switch layout {
      case .long(let columns): [columns.value]
      case .wideByYear(let years, _): years.map(\.column)
      case .wideByArea(_, let areas): areas
      }
    let census = ValueCensus(table, columns: valueColumns)
    do throws(ReadingError) {
      let style = try NumberStyle(census, of: table)
      numbers = NumberText(table.options, decimalMark: style.decimalMark)
      writing = style.parts
      if let note = style.note { notes.append(note) }
    } catch {
      throw TidyingError(.notANumber, error.summary, at: error.position, remedy: error.remedy)
    }
    rules = ValueRules(census, options: table.options, isEurostat: table.hasPackedKeys)
  }

  // MARK: The three layouts

  mutating func readLong(_ columns: Layout.LongColumns) throws(TidyingError) {
    let reader = SeriesReader(
      table, columns.series, options: options, valueHeader: table.header[columns.value])
    begin(reader)
    var extras = LongExtras(table, columns)
    for row in 0..<table.rowCount {
      let year = try self.year(row, columns.year)
      let parts = try extras.parts(row)
      var content = try content(row, columns.value)
      if content == nil, parts.status == .suppressed || parts.isConfidential {
        content = CellReading(value: .suppressed)
        missingCount -= 1
      }
      // A row without a value still says that the series is there.
      let index = try draft(of: row, reader)
      if let index { rowCounts[index, default: 0] += 1 }
      guard let content else { continue }
      guard let index else { throw noArea(row, columns.series) }
      try add(
        content, year: year, row: row, column: columns.value, to: index, status: parts.status,
        rounding: parts.rounding, bound: parts.bound, attributes: parts.attributes)
    }
  }

  mutating func readWide(
    _ years: [Layout.YearColumn], _ others: Layout.SharedColumns
  ) throws(TidyingError) {
    let groups = orderedUnique(years.map(\.group))
    groupHasSex = groups.contains { $0?.sex != nil }
    let quantities = Set(groups.map { $0?.quantity })
    for (number, group) in groups.enumerated() {
      let reader = SeriesReader(
        table, others, options: options, valueHeader: nil, group: group, number: number,
        namesQuantity: quantities.count > 1)
      begin(reader)
      last = (-2, nil)
      let columns = years.filter { $0.group == group }
      for row in 0..<table.rowCount {
        let index = try draft(of: row, reader)
        if let index, number == 0 { rowCounts[index, default: 0] += 1 }
        for year in columns {
          guard let content = try content(row, year.column) else { continue }
          guard let index else { throw noArea(row, others) }
          try add(content, year: year.year, row: row, column: year.column, to: index)
        }
      }
    }
  }

  mutating func readWideByArea(_ yearColumn: Int, _ areas: [Int]) throws(TidyingError) {
    for column in areas {
      let name = table.header[column]
      drafts.append(
        SeriesDraft(
          area: Concordance.standard.area(name: name, code: nil),
          quantity: options.quantity ?? .notStated, unit: options.unit ?? .notStated, vintage: nil,
          keys: []))
    }
    for row in 0..<table.rowCount {
      let year = try self.year(row, yearColumn)
      for (index, column) in areas.enumerated() {
        guard let content = try content(row, column) else { continue }
        try add(content, year: year, row: row, column: column, to: index)
      }
    }
  }

  // MARK: Cells

  private func year(_ row: Int, _ column: Int) throws(TidyingError) -> Int {
    if let year = YearText.year(in: table.bytes(row, column)) { return year }
    throw TidyingError(
      .notAYear, "‘\(table.text(row, column))’ is not a year", at: table.position(row, column),
      remedy: "Years are read as 1990, YR1990 or 1990 [YR1990]. "
        + "If another column holds them, name it: --year-column NAME.")
  }

  private mutating func content(_ row: Int, _ column: Int) throws(TidyingError) -> CellReading? {
    let cell = numbers.value(of: table.bytes(row, column))
    let fault: CellReading.Fault
    switch CellReading.reading(cell, by: rules) {
    case .success(let reading):
      if reading == nil { missingCount += 1 }
      return reading
    case .failure(let found): fault = found
    }
    let text = table.text(row, column)
    throw TidyingError(
      .notANumber, fault.summary(of: text), at: table.position(row, column),
      remedy: fault.remedy(for: text))
  }

  private func noArea(_ row: Int, _ columns: Layout.SharedColumns) -> TidyingError {
    TidyingError(
      .noArea, "the row has a value and no area",
      at: table.position(row, columns.area ?? columns.code),
      remedy: "Fill in the area, or delete the row.")
  }

  // MARK: Series

  private mutating func begin(_ reader: SeriesReader) {
    hasManyQuantities = reader.hasManyQuantities
    keyColumns = reader.keyColumns
  }

  /// The draft of the series that a row belongs to; nil where the row names no area and should.
  private mutating func draft(of row: Int, _ reader: SeriesReader) throws(TidyingError) -> Int? {
    if last.row == row - 1, reader.continues(row) {
      last.row = row
      return last.index
    }
    last = (row, nil)
    guard let key = reader.key(row) else { return nil }
    if let known = draftOfKey[key] {
      last.index = known
    } else {
      last.index = try newDraft(of: row, reader)
      draftOfKey[key] = last.index
    }
    return last.index
  }

  private mutating func newDraft(of row: Int, _ reader: SeriesReader) throws(TidyingError) -> Int {
    let name = reader.areaKey(row)
    let area = areas[name] ?? total(reader.area(row), row)
    if areas[name] == nil, let contradiction = reader.contradiction(row) {
      contradictions.append(Note(contradiction, at: table.position(row)))
    }
    areas[name] = area
    if let told = options.unit, case let own = try reader.ownUnit(row), own != .notStated,
      own != told,
      !isUnitReplaced
    {
      isUnitReplaced = true
      notes.append(
        Note(
          "the file gives ‘\(own)’ as the unit, and ‘\(told)’ is taken instead, as told; no value is "
            + "scaled", at: table.position(row)))
    }
    drafts.append(
      SeriesDraft(
        area: area, quantity: reader.quantity(row), unit: try reader.unit(row),
        vintage: reader.vintage(row), keys: reader.keys(row)))
    return drafts.count - 1
  }

  /// An area that is not known and called a total is a group.
  private mutating func total(_ area: Area, _ row: Int) -> Area {
    guard area.kind == .unknown, TotalWords.begin(area.name) else { return area }
    notes.append(
      Note(
        "‘\(area.name)’ is taken for a total, kept as a group of areas (a guess)",
        at: table.position(row)))
    return Area(name: area.name, code: area.code, kind: .aggregate)
  }

  private mutating func add(
    _ content: CellReading, year: Int, row: Int, column: Int, to index: Int,
    status: Status = .normal, rounding: Double? = nil, bound: Observation.Bound = .exact,
    attributes: [String: String] = [:]
  ) throws(TidyingError) {
    let line = table.line(row, column)
    if let other = drafts[index].line(of: year) {
      let draft = drafts[index]
      let title = ([draft.area.name] + draft.keys.map { "\($0.name) \($0.value)" }).joined(
        separator: ", ")
      throw TidyingError(
        .duplicate, "\(title) has a second value for \(year); the first is on line \(other)",
        at: table.position(row, column),
        remedy:
          "Delete one of the rows, or name the column that tells them apart: --key-column NAME.")
    }
    if let last = drafts[index].observations.last, last.year > year {
      drafts[index].isAscending = false
    }
    guard case .number(let numeral) = content.value else {
      drafts[index].suppressed.append((year, line))
      return
    }
    drafts[index].note(isPercent: content.isPercent, at: table.position(row, column))
    drafts[index].observations.append(
      Observation(
        year: year, value: numeral.value, exact: numeral.exact,
        halfUnit: rounding.map { $0 / 2 } ?? numeral.halfUnit, bound: bound,
        status: Status.worst(of: [status, content.status]), lines: [line],
        attributes: attributes.merging(content.attributes) { "\($0); \($1)" }))
  }

  // MARK: The result

  func panel() throws(TidyingError) -> Panel {
    guard drafts.contains(where: { !$0.observations.isEmpty || !$0.suppressed.isEmpty }) else {
      throw TidyingError(
        .noValue, "there is not one number in the values", at: table.place(),
        remedy:
          "Every cell is empty or a word for a missing value. Check the publisher's selection.")
    }
    var closing: [Note] = []
    // A row of words that is neither an area nor has a value is a footnote in the table's width.
    let isFootnote = { (draft: SeriesDraft) in draft.area.kind == .unknown && draft.years.isEmpty }
    let words = drafts.indices.filter {
      isFootnote(drafts[$0]) && drafts[$0].area != .unnamed
    }
    let footnotes = words.map { drafts[$0].area.name }
    let wordRows = words.map { rowCounts[$0, default: 0] }.reduce(0, +)
    if let first = footnotes.first {
      let more = footnotes.count > 1 ? " and \(footnotes.count - 1) more" : ""
      closing.append(
        Note("rows of words alone are set aside: ‘\(first)’\(more)", at: table.place())
      )
    }
    let kept = drafts.filter { !isFootnote($0) }
    let merged = SeriesDraft.merged(kept, &closing, at: table.place())
    var scaling = UnitScaling(options, table, layout)
    let finished = try merged.map { draft throws(TidyingError) in
      try scaling.applied(to: draft.withPercentSigns())
    }
    closing += scaling.notes
    let series = finished.map { draft in
      Series(
        area: draft.area, quantity: draft.quantity, unit: draft.unit, vintage: draft.vintage,
        keys: draft.keys, observations: draft.observations,
        suppressedYears: draft.suppressed.map(\.year).sorted(), source: table.name)
    }
    return Panel(
      source: table.name, layout: layout,
      keyNames: (hasManyQuantities ? ["quantity"] : []) + keyColumns.map { table.columnName($0) }
        + (groupHasSex ? ["sex"] : []),
      series: series, notes: orderedUnique(notes + rules.notes + closing + closingNotes(series)),
      missingCount: missingCount, writing: writing, account: table.account.moving(wordRows))
  }

  /// Columns of numbers that make no series, and keys that were guessed, are said.
  private func unusedColumns() -> [Note] {
    let place = table.place(line: table.headerLine)
    switch layout {
    case .wideByYear(let years, let others):
      let used = Set(
        years.map(\.column) + others.keys
          + [others.area, others.code, others.quantity, others.unit, others.vintage]
          .compactMap(\.self))
      let unused = table.header.indices.filter { column in
        !used.contains(column) && ColumnRole(header: table.header[column]) == nil
          && (0..<table.rowCount).contains { row in
            if case .number = numbers.content(of: table.bytes(row, column)) { return true }
            return false
          }
      }
      guard !unused.isEmpty else { return [] }
      let names = unused.map { "‘\(table.columnName($0))’" }.joined(separator: ", ")
      return [Note("left out, as neither years nor words: \(names)", at: place)]
    case .long(let columns):
      let guessed = columns.series.keys.filter { ColumnRole(header: table.header[$0]) == nil }
      guard options.keyColumns.isEmpty, !guessed.isEmpty else { return [] }
      let names = guessed.map { "‘\(table.columnName($0))’" }.joined(separator: ", ")
      return [
        Note("taken to tell series apart (a guess; told with --key-column): \(names)", at: place)
      ]
    case .wideByArea: return []
    }
  }

  private func closingNotes(_ series: [Series]) -> [Note] {
    var closing =
      table.notes + table.finding.notes(at: table.place()) + table.repairNotes + unusedColumns()
    for part in table.setAside where part.reason == "footer" {
      let count = part.lines.count == 1 ? "line is" : "\(part.lines.count) lines are"
      closing.append(
        Note(
          "the last \(count) set aside as a footer: ‘\(part.text)’",
          at: table.place(line: part.lines.lowerBound)))
    }
    if let first = contradictions.first {
      let more = contradictions.count > 1 ? " (and \(contradictions.count - 1) more like it)" : ""
      closing.append(Note("\(first.text)\(more): the name decides", at: first.position))
    }
    let unknown = orderedUnique(
      series.filter { $0.area.kind == .unknown && $0.area != .unnamed }.map(\.area.name))
    if !unknown.isEmpty {
      let list = unknown.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
      let more = unknown.count > 5 ? " and \(unknown.count - 5) more" : ""
      closing.append(
        Note(
          "not in the concordance, so not known as country or group: \(list)\(more)",
          at: table.place()))
    }
    return closing
  }
}
