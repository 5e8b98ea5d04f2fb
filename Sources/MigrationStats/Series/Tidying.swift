/// The work of turning the rows of one table into series.
struct Tidying {
  let table: Table
  let layout: Layout
  let options: TidyingOptions
  let numbers: NumberText
  /// The reading of cells that are numbers by their type.
  private let typedNumbers: NumberText
  let rules: ValueRules
  /// How the numbers are written.
  let writing: [DialectFinding.Part]
  var notes: [Note] = []
  var isUnitReplaced = false
  var drafts: [SeriesDraft] = []
  var draftOfKey: [[Int]: Int] = [:]
  /// The row before and its series, to which the next row mostly belongs too.
  var last: (row: Int, part: Series.Key?, index: Int?) = (-2, nil, nil)
  /// The parts of years that were met.
  var parts: [Series.Key] = []
  /// The areas by the texts that name them.
  var areas: [[Int]: Area] = [:]
  var hasManyQuantities = false
  /// The names of the keys that are not those of columns: of a matrix's side before them, of what headers
  /// and years say behind.
  var (leadingKeys, trailingKeys) = ([String](), [String]())
  var keyColumns: [Int] = []
  var missingCount = 0
  var contradictions: [Note] = []
  /// How many rows are of an area that is not known and have no value: footnotes.
  var wordRows: [String] = []

  init(table: Table, layout: Layout, options: TidyingOptions) throws(TidyingError) {
    self.table = table
    self.layout = layout
    self.options = options
    let valueColumns: [Int] =
      switch layout {
      case .long(let columns): columns.values
      case .wideByYear(let years, _): years.map(\.column)
      case .wideByArea(_, let areas): areas
      case .matrix(let matrix): matrix.areas
      }
    let census = ValueCensus(table, columns: valueColumns)
    var law: NumberText
    do throws(ReadingError) {
      let style = try NumberStyle(census, of: table)
      (law, writing) = (style.numbers, style.parts)
      notes += style.notes
    } catch {
      throw TidyingError(.notANumber, error.summary, at: error.position, remedy: error.remedy)
    }
    if census.hasCurrency {
      // Columns of a long table may be of several quantities.
      let groups = layout.name == "long" ? valueColumns.map { [$0] } : [valueColumns]
      let currency = try CurrencySigns(table, groups, law)
      law.currencySigns = currency.signs
      notes += currency.notes
    }
    (numbers, typedNumbers) = (law, law.ofNumbers())
    rules = ValueRules(census, options: table.options, isEurostat: table.hasPackedKeys)
  }

  // MARK: Cells

  mutating func content(_ row: Int, _ column: Int) throws(TidyingError) -> CellReading? {
    let bytes = table.bytes(row, column)
    if bytes.isEmpty, numbers.readsPlainNumbers {
      missingCount += 1
      return nil
    }
    let cell = (table.isNumber(row, column) ? typedNumbers : numbers).value(of: bytes)
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

  func noArea(_ row: Int, _ columns: Layout.SharedColumns) -> TidyingError {
    TidyingError(
      .noArea, "the row has a value and no area",
      at: table.position(row, columns.area ?? columns.code),
      remedy: "Fill in the area, or delete the row.")
  }

  // MARK: Series

  mutating func begin(_ reader: SeriesReader) {
    hasManyQuantities = reader.hasManyQuantities
    keyColumns = reader.keyColumns
  }

  /// The draft of the series that a row belongs to; nil where the row names no area and should.
  ///
  /// - Parameter part: what tells the row's part of the year from others.
  mutating func draft(
    of row: Int, _ reader: SeriesReader, part: Series.Key? = nil
  ) throws(TidyingError) -> Int? {
    if last.row == row - 1, last.part == part, reader.continues(row) {
      last.row = row
      return last.index
    }
    last = (row, part, nil)
    guard var key = reader.key(row) else { return nil }
    if let part { key.append(partNumber(part)) }
    if let known = draftOfKey[key] {
      last.index = known
    } else {
      last.index = try newDraft(of: row, reader, keys: reader.keys(row) + [part].compactMap(\.self))
      draftOfKey[key] = last.index
    }
    return last.index
  }

  mutating func partNumber(_ part: Series.Key) -> Int {
    if let known = parts.firstIndex(of: part) { return known }
    parts.append(part)
    return parts.count - 1
  }

  /// The area that a row is of, with what is odd about it noted once.
  mutating func area(of row: Int, _ reader: SeriesReader) -> Area {
    let name = reader.areaKey(row)
    if let known = areas[name] { return known }
    let area = total(reader.area(row), table.position(row))
    if let contradiction = reader.contradiction(row) {
      contradictions.append(Note(contradiction, at: table.position(row)))
    }
    areas[name] = area
    return area
  }

  /// A new draft of a row's series.
  ///
  /// - Parameter area: the area that it is about, where it is not the row's.
  mutating func newDraft(
    of row: Int, _ reader: SeriesReader, area: Area? = nil, keys: [Series.Key]
  ) throws(TidyingError) -> Int {
    let area = area ?? self.area(of: row, reader)
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
        vintage: reader.vintage(row), keys: keys))
    return drafts.count - 1
  }

  /// An area that is not known and called a total is a group.
  mutating func total(_ area: Area, _ position: Position) -> Area {
    guard area.kind == .unknown, TotalWords.begin(area.name) else { return area }
    notes.append(
      Note(
        "‘\(area.name)’ is taken for a total, kept as a group of areas (a guess)",
        at: position))
    return Area(name: area.name, code: area.code, kind: .aggregate)
  }

  mutating func add(
    _ content: CellReading, year: Int, row: Int, column: Int, to index: Int,
    status: Status = .normal, rounding: Double? = nil, bound: Observation.Bound = .exact,
    attributes: [String: String] = [:]
  ) throws(TidyingError) {
    let line = table.line(row, column)
    if let other = drafts[index].line(of: year) {
      throw TidyingError.secondValue(
        of: drafts[index], for: year, first: other, at: table.position(row, column))
    }
    if let last = drafts[index].observations.last, last.year > year {
      drafts[index].isAscending = false
    }
    guard case .number(let numeral) = content.value else {
      drafts[index].suppressed.append((year, line))
      return
    }
    drafts[index].note(isPercent: content.isPercent, at: table.position(row, column))
    if let sign = content.currency { drafts[index].currency = sign }
    var attributes = attributes.merging(content.attributes) { "\($0); \($1)" }
    let worst = FlagLetters.worst(of: status, content.status, &attributes)
    drafts[index].observations.append(
      Observation(
        year: year, value: numeral.value, exact: numeral.exact,
        halfUnit: rounding.map { $0 / 2 } ?? numeral.halfUnit, bound: bound,
        status: worst, lines: [line], attributes: attributes))
  }
}
