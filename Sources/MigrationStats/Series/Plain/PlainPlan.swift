/// Which columns of a plain text hold what, as the layout of its head says.
struct PlainPlan: Sendable {
  /// Where years and values are.
  enum Times: Sendable {
    /// A column a year, by ascending year.
    case columns([(year: Int, column: Int)])
    /// A row a value: the columns of the year, the value and the status.
    case rows(year: Int, value: Int, status: Int?)
  }

  /// The layout of the head; that of the file has to be the same.
  let layout: Layout
  /// The number of columns.
  let width: Int
  /// Where years and values are.
  let times: Times
  /// The columns that name the area together: its name, its code.
  let place: [Int]
  /// The columns that say what is measured together: quantity, unit, multiplier.
  let subject: [Int]
  /// The vintage, and the keys.
  let further: [Int]
  /// The keys alone.
  let keys: [Int]
  /// All other columns of words, which make no series.
  let others: [Int]
  /// Those of them that may hold any number of texts, as nothing depends on them.
  let endless: Set<Int>

  /// Whether keys are told, so that no column is looked at for being one.
  let hasToldKeys: Bool

  /// The columns of words, in the order in which they are read.
  var words: [Int] { place + subject + further + others + (statusColumn.map { [$0] } ?? []) }

  /// The column of the status.
  var statusColumn: Int? { if case .rows(_, _, let status) = times { status } else { nil } }

  /// The columns of values.
  var valueColumns: [Int] {
    switch times {
    case .columns(let columns): columns.map(\.column)
    case .rows(_, let value, _): [value]
    }
  }

  /// The years of the columns; none where a row is a value.
  var years: [Int] { if case .columns(let columns) = times { columns.map(\.year) } else { [] } }

  /// Nil for what only `Tidying` reads: parts of years, several quantities side by side, matrices,
  /// values with rounding or bounds in columns of their own, and areas that have no name.
  init?(_ layout: Layout, header: [String], options: TidyingOptions) {
    guard !options.isScaled, options.year == nil,
      !["STRUCTURE", "DATAFLOW"].contains(header.first?.uppercased() ?? "")
    else { return nil }
    (self.layout, width) = (layout, header.count)
    // In a wide table no column is taken for the label of another.
    hasToldKeys = !options.keyColumns.isEmpty || layout.name == "wide"
    let shared: Layout.SharedColumns
    switch layout {
    case .wideByYear(let years, let others):
      guard years.allSatisfy({ $0.group == nil && $0.span == nil && $0.status == .normal }) else {
        return nil
      }
      times = .columns(
        years.map { (year: $0.year, column: $0.column) }.sorted { $0.year < $1.year })
      shared = others
    case .long(let columns):
      guard let year = columns.year, columns.values.count == 1 else { return nil }
      times = .rows(year: year, value: columns.value, status: columns.status)
      shared = columns.series
    case .wideByArea, .matrix: return nil
    }
    let marks = [Observation.period, CellReading.furtherFlags, CellReading.footnotes]
    let roles = shared.attributes.map { ColumnRole(header: header[$0]) }
    guard !roles.contains(.rounding), !roles.contains(.bound),
      !shared.attributes.contains(where: { marks.contains(RowAttributes.name(header[$0])) })
    else { return nil }
    place = [shared.area, shared.code].compactMap(\.self)
    subject = [shared.quantity, shared.unit, shared.multiplier].compactMap(\.self)
    keys = shared.keys
    further = [shared.vintage].compactMap(\.self) + shared.keys
    var used = Set(place + subject + further)
    switch times {
    case .columns(let columns): used.formUnion(columns.map(\.column))
    case .rows(let year, let value, let status):
      used.formUnion([year, value, status].compactMap(\.self))
    }
    others = header.indices.filter { !used.contains($0) }
    // What is told is looked for in no other column.
    let isTold =
      options.areaColumn != nil && options.yearColumn != nil && !options.valueColumns.isEmpty
      && !options.keyColumns.isEmpty
    endless = isTold ? Set(shared.attributes) : []
    guard !place.isEmpty else { return nil }
  }

  /// Whether plain digits are numbers, and empty cells are missing values, whatever is told.
  static func reads(_ options: ReadingOptions) -> Bool {
    (options.missingWords + options.suppressedWords + options.nilWords).isEmpty
      && options.decimalMark != UInt8(ascii: ",") && options.thousandsMark != .dot
  }
}
