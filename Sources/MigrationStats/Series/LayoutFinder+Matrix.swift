extension LayoutFinder {
  /// A table whose rows and columns are areas, with or without a column of years; nil where it is none.
  ///
  /// - Throws: `TidyingError` (`layout`) where it is one and does not say of which year, or which of its
  ///   sides people or money come from.
  func matrix(required: Bool) throws(TidyingError) -> Layout? {
    let headed = table.header.indices.filter(isHeadedByArea)
    guard headed.count >= (required ? 1 : 3) else { return nil }
    let others = Set(table.header.indices).subtracting(headed)
    guard let area = try rowAreas(among: others.sorted()) else { return nil }
    let areas = headed.filter { $0 != area }
    // Columns between areas are of areas too, whatever their names are.
    let open = table.header.indices.filter { column in
      column > (areas.first ?? 0) && !areas.contains(column) && column != area
        && roles[column] == nil && !table.header[column].isEmpty
    }
    guard required || areas.count >= 4 * open.count else { return nil }
    let year = try matrixYear(among: others.subtracting([area]).sorted())
    var shared = try sharedColumns(excluding: Set(areas + open + [year].compactMap(\.self)))
    shared.area = area
    if shared.code == area { shared.code = nil }
    let taken = Set([area, shared.code, shared.unit, shared.vintage, year].compactMap(\.self))
    for column in others.subtracting(taken).subtracting(open).sorted() {
      switch roles[column] {
      case .attribute: shared.attributes.append(column)
      case .dimension: shared.keys.append(column)
      case nil:
        let text = TextColumn(table, column)
        if text.values.count > 1, !isNumeric(column), !table.header[column].isEmpty {
          shared.keys.append(column)
        }
      default: continue
      }
    }
    if !options.keyColumns.isEmpty { shared.keys = try toldKeys(excluding: taken) }
    let side = rowSide(area)
    guard let side, year != nil || options.year != nil else {
      throw incomplete(area, hasYear: year != nil || options.year != nil, side)
    }
    return .matrix(
      Layout.MatrixColumns(
        series: shared, year: year, areas: (areas + open).sorted(), rows: side))
  }

  private func isHeadedByArea(_ column: Int) -> Bool {
    let name = table.header[column]
    guard roles[column] == nil, !name.isEmpty, YearText.year(in: name) == nil else { return false }
    return Concordance.standard.knows(name) || TotalWords.begin(name)
  }

  /// The column that names the area of a row.
  private func rowAreas(among columns: [Int]) throws(TidyingError) -> Int? {
    if let name = options.areaColumn { return try told(name) }
    if let named = columns.first(where: { roles[$0] == .area && holdsAreas($0) }) { return named }
    return columns.first {
      (roles[$0] == nil || roles[$0] == .code || roles[$0] == .dimension) && holdsAreas($0)
    }
  }

  private func matrixYear(among columns: [Int]) throws(TidyingError) -> Int? {
    if let name = options.yearColumn { return try told(name) }
    return columns.first { roles[$0] == .year }
  }

  /// What the rows are: as told, else as the label over the columns or the corner says.
  private func rowSide(_ area: Int) -> MatrixSide? {
    options.rows ?? table.levels?.caption.flatMap { MatrixSide($0)?.other }
      ?? MatrixSide.rows(corner: table.header[area])
  }

  private func incomplete(_ area: Int, hasYear: Bool, _ side: MatrixSide?) -> TidyingError {
    let corner = table.header[area]
    let whatRows =
      "whether its rows are origins or destinations"
      + (corner.isEmpty ? "" : " (they are headed ‘\(corner)’)")
    let hint = ProbableYear(table).words
    let (lacking, remedy): (String, String)
    switch (hasYear, side) {
    case (false, nil):
      (lacking, remedy) = (
        "neither of which year it is nor \(whatRows)",
        "Tell both: --year YEAR\(hint) --rows origin (or destination; of money: sending or receiving)."
      )
    case (false, _?):
      (lacking, remedy) = ("not of which year it is", "Tell it: --year YEAR\(hint).")
    case (true, _):
      (lacking, remedy) = (
        "not \(whatRows)",
        "Tell it: --rows origin (or destination; of money: sending or receiving)."
      )
    }
    return TidyingError(
      .layout, "the table is a matrix of areas by areas and says \(lacking)",
      at: table.place(line: table.headerLine), remedy: remedy)
  }
}

/// The one year that a title or the name of a file has in it: a hint, and never taken.
private struct ProbableYear {
  private let found: (year: Int, place: String)?

  init(_ table: Table) {
    let name = table.name.split(separator: "/").last.map(String.init) ?? table.name
    let inTitles = Self.year(in: table.titles.map(\.text).joined(separator: " "))
    found =
      inTitles.map { ($0, "title") } ?? Self.year(in: name).map { ($0, "name of the file") }
  }

  /// The one year in a text; nil where there is none, or more than one.
  private static func year(in text: String) -> Int? {
    let runs = text.split { !$0.isNumber }.map(String.init)
    let years = Set(runs.compactMap { YearText.year(in: $0) })
    return years.count == 1 ? years.first : nil
  }

  /// The hint in brackets; empty where there is none.
  var words: String { found.map { " (the \($0.place) has \($0.year))" } ?? "" }
}
