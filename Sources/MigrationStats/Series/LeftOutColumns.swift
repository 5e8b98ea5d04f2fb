extension Table {
  /// Whether the table is in the long form as it is written: `area,code,year,value,unit,status`, and
  /// behind them keys.
  var isTidied: Bool { header.starts(with: ["area", "code", "year", "value", "unit", "status"]) }

  /// The columns of a long table that come out nowhere, though they say something: they vary, or hold
  /// numbers.
  ///
  /// Columns that say again what another says, such as a second code of the area, are not among them;
  /// nor are any where all columns are told.
  func leftOut(of columns: Layout.LongColumns, _ options: TidyingOptions) -> [Int] {
    let isTold =
      options.layout != nil && options.areaColumn != nil && options.yearColumn != nil
      && !options.valueColumns.isEmpty
    guard !isTold else { return [] }
    let (series, labels) = (columns.series, LabelColumns(self))
    let used = Set(
      columns.values + series.keys
        + [
          columns.year, columns.status, series.area, series.code, series.quantity, series.unit,
          series.multiplier, series.vintage, labels.action,
        ].compactMap(\.self))
    return header.indices.filter { column in
      guard !used.contains(column), !RowAttributes.isWritten(header[column]),
        !labels.isLabel(column)
      else { return false }
      let texts = TextColumn(self, column).values
      switch tags.flatMap({ ColumnRole(tag: $0[column]) }) ?? ColumnRole(header: header[column]) {
      case .rounding, .bound, .order, .code, .quantityCode, .unit, .unitMultiplier: return false
      case .year where texts.allSatisfy({ YearText.year(in: $0) != nil }): return false
      default: return texts.count > 1 || texts.contains(where: Self.isNumber)
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard case .number = NumberText().content(of: ArraySlice(text.utf8)) else { return false }
    return true
  }
}
