/// The values of a chart with a column a series.
struct WideTable {
  /// Years or names first, then a column a series.
  let report: Report

  /// - Throws: `ChartError` for flows, and where two values would share a cell.
  init(_ chart: Chart) throws(ChartError) {
    guard case .plots(let plots) = chart.body else {
      throw ChartError(
        .misuse, "flows have no wide shape: they are from one area to another", at: Position(),
        remedy: "Take --shape source-target-value.")
    }
    let data = chart.data
    func place(_ names: String...) -> Int? {
      names.lazy.compactMap { name in data.columns.firstIndex { $0.name == name } }.first
    }
    let series = place("series", "area")
    let isByName = plots.contains { plot in
      [plot.horizontal, plot.vertical].contains { axis in
        if case .categories = axis.scale { true } else { false }
      }
    }
    guard let index = isByName ? series : place("year") ?? series else {
      throw ChartError(
        .unfit, "the chart's rows have neither a year nor a name", at: Position(),
        remedy: "Take --shape tidy.")
    }
    let numbers = data.columns.indices.filter { column in
      column != index && data.rows.contains { if case .number = $0[column] { true } else { false } }
    }
    // The first is what is drawn; beside it stand its curve and the ends of its interval.
    let measures = numbers.filter { column in
      let name = data.columns[column].name
      return column == numbers.first || ["lower", "upper", "fitted"].contains { name.contains($0) }
    }
    let cells = Self.cells(of: data, index, isByName ? nil : series, measures, mark: nil)
    // What is drawn twice at one place, such as a value and a curve, is told apart by its mark.
    let parted =
      cells.isUnique
      ? cells
      : Self.cells(of: data, index, isByName ? nil : series, measures, mark: place("mark"))
    guard parted.isUnique else {
      throw ChartError(
        .unfit, "two values would share a cell of the wide shape", at: Position(),
        remedy: "Take --shape tidy, which has a row for each.")
    }
    report = parted.report(named: isByName ? "name" : data.columns[index].name)
  }

  /// Values by their row and column, both in the order in which they come.
  private struct Cells {
    var rows: [Report.Cell] = []
    var columns: [String] = []
    var values: [[String: Report.Cell]] = []
    var isUnique = true

    mutating func add(_ value: Report.Cell, _ row: Report.Cell, _ column: String) {
      if !columns.contains(column) { columns.append(column) }
      let place = rows.firstIndex(of: row) ?? rows.count
      if place == rows.count {
        rows.append(row)
        values.append([:])
      }
      if values[place].updateValue(value, forKey: column) != nil { isUnique = false }
    }

    func report(named name: String) -> Report {
      var order = Array(rows.indices)
      // Years come in their order, names in that of the picture.
      let years = rows.compactMap { if case .integer(let year) = $0 { year } else { nil } }
      if years.count == rows.count { order.sort { years[$0] < years[$1] } }
      return Report(
        columns: [Report.Column(name, .identity)] + columns.map { Report.Column($0, .detail) },
        rows: order.map { row in [rows[row]] + columns.map { values[row][$0] ?? .absent } })
    }
  }

  private static func cells(
    of data: Report, _ index: Int, _ series: Int?, _ measures: [Int], mark: Int?
  ) -> Cells {
    var cells = Cells()
    for row in data.rows {
      var words: [String] = []
      for column in [series, mark].compactMap(\.self) {
        if case .text(let text) = row[column] { words.append(text) }
      }
      for (order, measure) in measures.enumerated() {
        let name = order == 0 && !words.isEmpty ? [] : [data.columns[measure].name]
        cells.add(row[measure], row[index], (words + name).joined(separator: " "))
      }
    }
    return cells
  }
}
