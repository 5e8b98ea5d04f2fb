extension Layout {
  /// The layout of a table: what is told, and for the rest what the headers and cells say.
  ///
  /// Two or more columns headed by years make a wide table; a column of years beside columns
  /// headed by areas a table wide by area; anything else has to be long, with a year and a value.
  ///
  /// - Throws: `TidyingError` (`layout`) with the column that is lacking or the choices there are.
  static func detected(in table: Table, options: TidyingOptions) throws(TidyingError) -> Layout {
    try LayoutFinder(table: table, options: options).layout()
  }
}

struct LayoutFinder {
  let table: Table
  let options: TidyingOptions
  let roles: [ColumnRole?]

  init(table: Table, options: TidyingOptions) {
    self.table = table
    self.options = options
    roles = table.header.indices.map { column in
      table.tags.flatMap { ColumnRole(tag: $0[column]) } ?? ColumnRole(header: table.header[column])
    }
  }

  func layout() throws(TidyingError) -> Layout {
    // A column that is told has to be there, whatever the layout makes of it.
    let told = [options.areaColumn, options.yearColumn].compactMap(\.self) + options.valueColumns
    for name in told + options.keyColumns { _ = try self.told(name) }
    // Beside a column of values or years, a header with more than a year is of something else: ‘2015
    // prices’.
    let isLong = roles.contains(.value) || roles.contains(.year) || yearsByContent != nil
    let years = try ColumnTimes(table, readsLabels: !isLong).columns
    let layout = try layout(years)
    if options.year != nil, layout.hasYears {
      throw TidyingError(
        .layout, "the table has years of its own, and the year \(options.year ?? 0) is told",
        at: table.place(line: table.headerLine), remedy: "Leave out --year.")
    }
    return layout
  }

  private func layout(_ years: [Layout.YearColumn]) throws(TidyingError) -> Layout {
    switch options.layout {
    case .wide:
      guard !years.isEmpty else {
        throw lacking("no column is headed by a year", hint: "Pass --layout long.")
      }
      return try wide(years)
    case .wideByArea:
      if let byArea = try wideByArea(required: true) { return byArea }
      throw noYearColumn()
    case .matrix:
      if let matrix = try matrix(required: true) { return matrix }
      throw lacking(
        "no columns are headed by areas beside one that names the area of a row",
        hint: "Name the column of the rows' areas: --area-column NAME.")
    case .long: return try long()
    case nil:
      if years.count > 1, options.valueColumns.isEmpty { return try wide(years) }
      if let matrix = try matrix(required: false) { return matrix }
      if let byArea = try wideByArea(required: false) { return byArea }
      if let ofOneYear = try wideOfOneYear(years) { return ofOneYear }
      return try long()
    }
  }

  // MARK: Wide

  private func wide(_ years: [Layout.YearColumn]) throws(TidyingError) -> Layout {
    if options.layout == nil, years.count == 2, isYears(years[0].column) {
      throw TidyingError(
        .layout,
        "the first line could be a header with two years, or a row with a year and a value",
        at: table.place(line: table.headerLine),
        remedy: "Put a line with the names of the columns above it, or pass --layout wide.")
    }
    var shared = try sharedColumns(excluding: Set(years.map(\.column)))
    let taken = Set(
      years.map(\.column) + [shared.area, shared.code, shared.quantity].compactMap(\.self))
    if !options.keyColumns.isEmpty {
      shared.keys = try toldKeys(excluding: taken)
      shared.attributes = table.header.indices.filter { column in
        roles[column] == .attribute && !taken.contains(column) && !shared.keys.contains(column)
      }
      return .wideByYear(years: years, others: shared)
    }
    for column in table.header.indices where !taken.contains(column) {
      let header = table.header[column]
      if YearText.year(in: String(header.drop { $0 == "Y" || $0 == "R" }.prefix(4))) != nil {
        throw TidyingError(
          .layout, "‘\(header)’ begins with a year and is not one",
          at: table.place(line: table.headerLine, column: header),
          remedy: "Head the column with the year alone, or with the year and what it is of: "
            + "‘1990’, ‘1990 (male)’, ‘1990-1995’, ‘2024e’.")
      }
      switch roles[column] {
      case .unit, .vintage, .quantityCode, .unitMultiplier, .order: continue
      case .attribute: shared.attributes.append(column)
      case .dimension: shared.keys.append(column)
      default:
        // A column that holds one text, or numbers only, tells no series apart.
        let text = TextColumn(table, column)
        if text.values.count > 1, !isNumeric(column) { shared.keys.append(column) }
      }
    }
    return .wideByYear(years: years, others: shared)
  }

  /// A table with one column headed by a year, beside areas and without a column of years; nil where
  /// there is no such column, or another of years.
  ///
  /// - Throws: `TidyingError` (`layout`) where it may hold something else than the values of that year.
  private func wideOfOneYear(_ years: [Layout.YearColumn]) throws(TidyingError) -> Layout? {
    guard years.count == 1, let year = years.first, options.valueColumns.isEmpty,
      options.year == nil, options.yearColumn == nil
    else { return nil }
    let ofYears = try yearColumn()
    let others = table.header.indices.filter { $0 != year.column }
    guard ofYears == nil || ofYears == year.column,
      ofYears == nil || !others.contains(where: { roles[$0] == .value || looksNumeric($0) })
    else { return nil }
    let shared = try sharedColumns(excluding: [year.column])
    if ofYears == nil, !roles.contains(.value), year.group == nil, looksNumeric(year.column),
      shared.area != nil || shared.code != nil
    {
      return try wide(years)
    }
    throw lacking(
      "there is no column of years, and only ‘\(table.header[year.column])’ is headed by a year",
      hint: "If it holds the values of that year, pass --layout wide; else name the column of the "
        + "years: --year-column NAME.")
  }

  private func wideByArea(required: Bool) throws(TidyingError) -> Layout? {
    guard let year = try yearColumn() else { return nil }
    let others = table.header.indices.filter { $0 != year && !table.header[$0].isEmpty }
    let known = others.filter { roles[$0] == nil && Concordance.standard.knows(table.header[$0]) }
    guard required || (!known.isEmpty && known.count * 5 >= others.count * 4) else { return nil }
    for (index, column) in others.enumerated() {
      let area = Concordance.standard.area(name: table.header[column], code: nil)
      let twin = others[..<index].first { other in
        table.header[other] == table.header[column]
          || (area.code != nil
            && Concordance.standard.area(name: table.header[other], code: nil).code == area.code)
      }
      if let twin, required || area.kind != .unknown {
        throw TidyingError(
          .layout,
          "two columns are headed \(area.name): the \(Numerals.ordinal(twin + 1)) and the \(Numerals.ordinal(column + 1))",
          at: table.place(line: table.headerLine, column: table.header[column]),
          remedy: "Keep one of them.")
      }
    }
    return .wideByArea(year: year, areas: others)
  }

  // MARK: Long

  private func long() throws(TidyingError) -> Layout {
    let year = try yearColumn()
    if year == nil, options.year == nil { throw noYearColumn() }
    var shared = try sharedColumns(excluding: Set([year].compactMap(\.self)))
    let values = try valueColumns(
      excluding: [year, shared.area, shared.code].compactMap(\.self))
    let status = roles.firstIndex(of: .status)
    let taken = Set(
      ([year, status, shared.area, shared.code, shared.quantity, shared.unit, shared.vintage]
        .compactMap(\.self)) + values)
    let (labelColumns, isTidied) = (LabelColumns(table), table.isTidied)
    var (attributes, candidates) = ([Int](), [Int]())
    for column in table.header.indices
    where !taken.contains(column) && column != labelColumns.action {
      if labelColumns.isLabelOfValue(column) {
        attributes.append(column)
        continue
      }
      switch roles[column] {
      case .attribute, .status, .order, .rounding, .bound, .quantityCode, .unitMultiplier, .unit:
        attributes.append(column)
      case .code, .area: isNumeric(column) ? attributes.append(column) : candidates.append(column)
      case .dimension: shared.keys.append(column)
      case .year where holdsPeriods(column) || isPeriodOfValues(column): attributes.append(column)
      default: candidates.append(column)
      }
    }
    if options.keyColumns.isEmpty {
      let measures = isTidied ? [] : candidates.filter { roles[$0] == nil && holdsMeasures($0) }
      let sorted = KeyFinder(table: table, year: year, measures: Set(measures))
        .keys(base: shared, candidates: candidates)
      attributes += sorted.attributes
      // Of what was written in the long form before, every further column of one text was a key.
      let constant = isTidied ? candidates.filter(holdsOneWord) : []
      let all = (shared.keys + sorted.keys + constant).sorted()
      let labels = isTidied ? [] : labelColumns.labels(among: all, beside: shared)
      shared.keys = all.filter { !labels.contains($0) }
      attributes += labels
    } else {
      let told = try toldKeys(excluding: taken)
      attributes += (shared.keys + candidates).filter { !told.contains($0) }
      shared.keys = told
    }
    shared.attributes = attributes.sorted()
    return .long(Layout.LongColumns(series: shared, year: year, values: values, status: status))
  }

  func yearColumn() throws(TidyingError) -> Int? {
    if let name = options.yearColumn { return try told(name) }
    let named = roles.indices.filter { roles[$0] == .year }
    if let column = named.first(where: isYears) ?? named.first(where: holdsPeriods) ?? named.first {
      return options.year == nil || holdsPeriods(column) ? column : nil
    }
    if let column = yearsByContent { return column }
    return table.header.indices.first { column in
      (roles[column] == nil || roles[column] == .dimension) && holdsPeriods(column)
    }
  }

  private func valueColumns(excluding taken: [Int]) throws(TidyingError) -> [Int] {
    if !options.valueColumns.isEmpty {
      var columns: [Int] = []
      for name in options.valueColumns { columns.append(try told(name)) }
      return orderedUnique(columns)
    }
    // SDMX has a column for the label of the value as well, which is empty.
    let all = roles.indices.filter { roles[$0] == .value }
    let filled = all.filter { looksNumeric($0) }
    let named = filled.isEmpty ? Array(all.prefix(1)) : filled
    // Tags are words of the publisher: each column is of what its name says.
    if named.count > 1, table.tags == nil { throw manyValues(named) }
    if !named.isEmpty { return named }
    let open = table.header.indices.filter { !taken.contains($0) && roles[$0] == nil }
    let numeric = open.filter { looksNumeric($0) }
    if numeric.count == 1 { return numeric }
    if numeric.isEmpty {
      throw lacking(
        "no column holds numbers", hint: "Name the column of the values: --value-column NAME.")
    }
    throw manyValues(numeric)
  }

  private func manyValues(_ columns: [Int]) -> TidyingError {
    let names = columns.map { "‘\(table.columnName($0))’" }.joined(separator: ", ")
    return lacking(
      "more than one column could hold the values: \(names)",
      hint:
        "Choose one: --value-column '\(table.columnName(columns[0]))'. Where several are told, each "
        + "is a quantity.")
  }

  // MARK: Both

  func sharedColumns(excluding taken: Set<Int>) throws(TidyingError) -> Layout.SharedColumns {
    var shared = Layout.SharedColumns()
    let free = table.header.indices.filter { !taken.contains($0) }
    let codes = free.filter { roles[$0] == .code }
    shared.code = codes.first { !isNumeric($0) } ?? codes.first
    if let name = options.areaColumn {
      shared.area = try told(name)
      if shared.area == shared.code { shared.code = nil }
    } else {
      let named = free.filter { roles[$0] == .area }
      shared.area =
        named.first(where: holdsAreas) ?? named.first
        ?? (shared.code == nil ? free.first { roles[$0] == nil && holdsAreas($0) } : nil)
    }
    shared.quantity = free.first { roles[$0] == .quantity }
    let units = free.filter { roles[$0] == .unit }
    // SDMX's label says it in words.
    shared.unit = LabelColumns(table).isLabelled ? units.last : units.first
    let multipliers = free.filter { roles[$0] == .unitMultiplier }
    shared.multiplier = multipliers.first(where: isNumeric) ?? multipliers.first
    shared.vintage = free.first { roles[$0] == .vintage }
    if shared.code == nil, options.areaColumn == nil, let area = shared.area,
      let label = LabelColumns(table).label(of: area)
    {
      (shared.code, shared.area) = (area, label)
    }
    return shared
  }

  func toldKeys(excluding taken: Set<Int>) throws(TidyingError) -> [Int] {
    var keys: [Int] = []
    for name in options.keyColumns {
      let column = try told(name)
      if !keys.contains(column), !taken.contains(column) { keys.append(column) }
    }
    return keys
  }

  func told(_ name: String) throws(TidyingError) -> Int {
    do throws(ReadingError) {
      return try table.column(named: name)
    } catch {
      throw TidyingError(.layout, error.summary, at: error.position, remedy: error.remedy)
    }
  }

  private func noYearColumn() -> TidyingError {
    lacking(
      "there is no column of years and no column headed by a year",
      hint: "Name the column of the years: --year-column NAME.")
  }

  func lacking(_ summary: String, hint: String) -> TidyingError {
    let names = table.header.filter { !$0.isEmpty }
    let list = names.prefix(8).map { "‘\($0)’" }.joined(separator: ", ")
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    let comment =
      names.first?.first == "#" ? " If the line is a comment, say so: --comment '#'." : ""
    return TidyingError(
      .layout, summary, at: table.place(line: table.headerLine),
      remedy: "\(hint) The columns are \(list)\(more).\(comment)")
  }
}
