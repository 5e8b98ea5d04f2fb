extension Periods {
  /// Reads the periods of one header or one column of a table.
  ///
  /// - Parameter place: where a text stands.
  /// - Throws: `TidyingError` (`layout`) where texts may be months and spans of years alike, or the year
  ///   is parted in two ways.
  init(reading texts: [String], at place: (String) -> Position) throws(TidyingError) {
    do throws(Ambiguity) {
      try self.init(texts)
    } catch {
      throw TidyingError(.layout, error.summary, at: place(error.text), remedy: error.remedy)
    }
    let names = partNames
    guard names.count > 1 else { return }
    let text = texts.first { self[$0]?.part?.name == names[1] } ?? ""
    throw TidyingError(
      .layout, "‘\(text)’ is a \(names[1]), and others are a \(names[0])", at: place(text),
      remedy: "Put parts of the year of different lengths in tables of their own.")
  }
}

extension Periods.Ambiguity {
  /// What is not clear.
  var summary: String {
    guard case .month(let month) = self.month.length, let span = span.span else { return "" }
    return "‘\(text)’ may be month \(month) of \(self.month.year), or the years \(span)"
  }

  /// How to make it clear.
  var remedy: String {
    guard case .month(let month) = self.month.length, let span = span.span else { return "" }
    return
      "Write \(self.month.year)M\(month < 10 ? "0" : "")\(month) for the month, or \(span) for "
      + "the years."
  }
}

/// The times of a long table's rows.
struct RowTimes {
  /// The name of the key that tells parts of the year apart; nil where every row is of whole years.
  let partName: String?
  private let table: Table
  private let column: Int
  private let periods: Periods?

  /// The times in a column.
  ///
  /// - Throws: `TidyingError` (`layout`).
  init(_ table: Table, column: Int) throws(TidyingError) {
    (self.table, self.column) = (table, column)
    let isPlain = (0..<table.rowCount).allSatisfy {
      YearText.year(in: table.bytes($0, column)) != nil
    }
    guard !isPlain else {
      (periods, partName) = (nil, nil)
      return
    }
    let texts = TextColumn(table, column)
    periods = try Periods(reading: texts.values) { text in
      let row = texts.codes.firstIndex { texts.values[$0] == text } ?? 0
      return table.position(row, column)
    }
    partName = periods?.partNames.first
  }

  /// The time of a row.
  ///
  /// - Throws: `TidyingError` (`notAYear`) with the line.
  func period(_ row: Int) throws(TidyingError) -> Period {
    if let year = YearText.year(in: table.bytes(row, column)) { return Period(year: year) }
    if let period = periods?[table.text(row, column)] { return period }
    throw TidyingError(
      .notAYear, "‘\(table.text(row, column))’ is not a year", at: table.position(row, column),
      remedy: "Years are read as 1990, YR1990 or 1990 [YR1990], spans as 1990-1995, parts of years "
        + "as 2015-Q1 or 2015-03. If another column holds them, name it: --year-column NAME.")
  }

  /// What tells a row's part of the year from others; nil where there are no parts.
  func part(_ period: Period) -> Series.Key? {
    partName.map { Series.Key($0, period.part?.value ?? "year") }
  }
}
