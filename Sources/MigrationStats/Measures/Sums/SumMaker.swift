/// The making of sums, from a text that is read in parts or from a table.
struct SumMaker {
  private let request: ColumnSums.Request
  private let options: ReadingOptions

  init(_ request: ColumnSums.Request, options: ReadingOptions) {
    (self.request, self.options) = (request, options)
  }

  /// The sums of a text that is read in parts; nil where it takes a look at the whole table.
  func sums(
    of parts: TextParts, threads: Int, progress: Columns.Progress?
  ) throws -> ColumnSums? {
    // Plain digits are not what they are where words are told, or where the comma is the decimal mark.
    guard (options.missingWords + options.suppressedWords + options.nilWords).isEmpty,
      options.decimalMark != UInt8(ascii: ","), options.thousandsMark != .dot
    else { return nil }
    let names = ColumnNames(
      header: parts.head.form.header,
      place: Position(
        file: parts.path, line: parts.head.records.line(of: parts.head.headerRecord)))
    let plan = try plan(names)
    guard
      let read = try parts.forEach(
        threads: threads, progress: progress, { SumTally(plan) }, { $0.add($2, part: $1) })
    else { return nil }
    defer { for tally in read.kept { tally.deallocate() } }
    guard let frame = PartFrame(parts, read.passed) else { return nil }
    let total = SumTotal(read.kept, names)
    try total.checkFilters(at: Position(file: parts.path))
    if total.facts.hasDecimals, parts.head.form.delimiter == UInt8(ascii: ";"),
      options.decimalMark == nil
    {
      return nil
    }
    // Where every dot may as well group digits, the table says so.
    if total.facts.hasDecimals, !total.facts.hasCertainDecimals, options.decimalMark == nil,
      options.thousandsMark == nil
    {
      return nil
    }
    let place = Position(file: parts.path)
    // Where marks may be read in several ways, or a cell cannot be read, the table says where.
    guard !total.hasMarks(at: place) else { return nil }
    let law = total.law(
      NumberText(options, decimalMark: UInt8(ascii: ".")), options, at: place)
    guard let rows = try? total.rows(law, at: { _ in place }) else { return nil }
    return try sums(
      total, rows, law, names, name: parts.path, account: frame.account,
      notes: parts.head.finding.notes(at: place) + Columns.footers(frame.setAside, at: place))
  }

  /// The sums of a table.
  func sums(of table: Table) throws -> ColumnSums {
    let names = ColumnNames(header: table.header, place: table.place(line: table.headerLine))
    let plan = try plan(names)
    var tally = SumTally(plan)
    defer { tally.deallocate() }
    let style = try NumberStyle(ValueCensus(table, columns: [plan.value]), of: table)
    let isComma = style.decimalMark == UInt8(ascii: ",")
    var cells = TableCells(table, commas: isComma ? plan.value : nil)
    defer { cells.deallocate() }
    // Only dots are decimal marks of plain digits.
    let isPlain =
      !isComma && options.missingWords.isEmpty
      && options.suppressedWords.isEmpty && options.nilWords.isEmpty
    for part in 0..<cells.parts {
      cells.forEach(part) { tally.add($0, part: part, readsPlain: isPlain) }
    }
    let total = SumTotal([tally], names)
    try total.checkFilters(at: table.place())
    let law = total.law(style.numbers, options, at: table.place())
    let rows = try total.rows(law) { text in
      let row = (0..<table.rowCount).first {
        table.bytes($0, plan.value).trimmed.elementsEqual(text)
      }
      return table.position(row ?? 0, plan.value)
    }
    return try sums(
      total, rows, law, names, name: table.name, account: table.account,
      notes: table.notes + table.finding.notes(at: table.place()) + table.repairNotes
        + Columns.footers(table.setAside, at: table.place())
        + style.notes.map { Note($0.text, at: table.place()) })
  }

  private func sums(
    _ total: SumTotal, _ rows: [ColumnSums.Row], _ law: SumTotal.Law, _ names: ColumnNames,
    name: String,
    account: RowAccount, notes: [Note]
  ) throws -> ColumnSums {
    let place = Position(file: name)
    let over = try total.summedOver(at: place)
    let keys = request.keys
    let used = Set(total.plan.keys)
    return ColumnSums(
      name: name, valueName: names.name(total.plan.value),
      keyNames: keys.isEmpty ? [] : total.plan.keys.map { names.name($0) }, rows: rows,
      leftOut: total.leftOut, account: account,
      notes: notes + law.rules.notes + over
        + total.gaps(rows, used.map { names.name($0) }, at: place))
  }

  // MARK: Columns

  private func plan(_ names: ColumnNames) throws -> SumTally.Plan {
    let value = try names.column(named: request.value)
    var keys: [Int] = []
    for key in request.keys {
      let column = try names.column(named: key)
      guard column != value, !keys.contains(column) else {
        throw MeasureError(
          .misuse, of: "Sums",
          column == value
            ? "‘\(names.name(column))’ cannot be summed by itself"
            : "‘\(names.name(column))’ is named twice", at: names.place,
          remedy: "Name each column once.")
      }
      keys.append(column)
    }
    var filters: [SumFilter] = []
    for told in orderedUnique(request.only.map(\.column)) {
      filters.append(
        SumFilter(
          column: try names.column(named: told),
          condition: .among(request.only.filter { $0.column == told }.map(\.value))))
    }
    for told in orderedUnique(request.without.map(\.column)) {
      filters.append(
        SumFilter(
          column: try names.column(named: told),
          condition: .notAmong(request.without.filter { $0.column == told }.map(\.value))))
    }
    let others = names.header.indices.filter { $0 != value && !keys.contains($0) }
    let roles = names.header.map { ColumnRole(header: $0) }
    let unlabelled: Set<ColumnRole?> = [
      .status, .rounding, .bound, .attribute, .unit, .unitMultiplier, .vintage, .year, .quantity,
      .quantityCode, .value,
    ]
    if request.countriesOnly {
      for column in keys + others where !unlabelled.contains(roles[column]) {
        filters.append(SumFilter(column: column, condition: .noGroup))
      }
    }
    let ignored: Set<ColumnRole?> = [.status, .rounding, .bound, .attribute, .value]
    let counted: Set<ColumnRole?> = [.year, .unitMultiplier, .vintage]
    return SumTally.Plan(
      value: value, keys: keys, filters: filters,
      watched: others.filter { !ignored.contains(roles[$0]) }.map {
        (column: $0, takesNumbers: counted.contains(roles[$0]))
      })
  }
}
