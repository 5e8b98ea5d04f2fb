extension ChartMaker {
  /// Who contributed how much to the growth of a total, in percentage points of the total's growth.
  func contributions() throws -> ChartDraft {
    try requireLinear("bars begin at zero")
    let growth = try Decomposition(self)
    try requireRows(growth.bars.count, of: "parts")
    let span = "\(growth.from.year)–\(growth.to.year)"
    let percent = Numerals.grouped(growth.percent, decimals: 1).replacing("-", with: "−")
    let drawn = with(series: [growth.total])
    return ChartDraft(
      title: title("Contributions to the growth of \(SubjectPhrase(growth.total).text)", span),
      subtitle: (["Percentage points of the total's growth of \(percent) per cent"]
        + drawn.sharedInWords)
        .joined(separator: "; "),
      data: contributionData(growth), body: .plots([contributionPlot(growth)]),
      notes: growth.notes, caveats: growth.caveats, kind: "Bar chart",
      wishes: contributionWishes(growth),
      remarks: growth.bars.contains { $0.kind == .entered }
        ? ["Areas with a value in one of the two years only are shown apart."] : [])
  }

  private func contributionPlot(_ growth: Decomposition) -> Plot {
    let bars = growth.bars
    let values = bars.map(\.points)
    let axis = Axis.values(values, unit: UnitPhrase("percentage points"), needsZero: true)
    let labels = ValueLabels(values, divisor: 1, decimals: (values.map(abs).max() ?? 0) < 1 ? 2 : 1)
    let layers = orderedUnique(bars.map(\.ink)).map { ink in
      Layer(
        .bars(
          bars.enumerated().filter { $1.ink == ink }.map { index, bar in
            let y = Double(index) + 0.5
            return Layer.Extent(
              from: Layer.Vertex(x: 0, y: y), to: Layer.Vertex(x: bar.points, y: y))
          }), ink)
    }
    let texts = bars.enumerated().map { index, bar in
      Layer.Label(
        text: labels.text(bar.points), at: Layer.Vertex(x: bar.points, y: Double(index) + 0.5),
        side: bar.points < 0 ? .left : .right)
    }
    return Plot(
      horizontal: axis, vertical: .categories(bars.map(\.name)),
      layers: layers + [Layer(.labels(texts), .plain)])
  }

  private func contributionData(_ growth: Decomposition) -> Report {
    let columns = [
      Report.Column("part", .identity), Report.Column("code", .identity),
      Report.Column("total", .identity), Report.Column("from", .detail, isGrouped: false),
      Report.Column("to", .detail, isGrouped: false), Report.Column("start_value", .detail),
      Report.Column("end_value", .detail), Report.Column("change", .detail),
      Report.Column("change_unit", .identity), Report.Column("value", .detail),
      Report.Column("unit", .identity), Report.Column("share_of_change", .detail),
      Report.Column("status", .detail), Report.Column("mark", .detail),
    ]
    let change = growth.to.value - growth.from.value
    let rows = growth.bars.map { bar -> [Report.Cell] in
      [
        .text(bar.name), Report.Cell(bar.code), .text(growth.total.area.name),
        .integer(growth.from.year), .integer(growth.to.year), Report.Cell(bar.start),
        Report.Cell(bar.end), .number(bar.change), .text(growth.total.unit.name),
        .number(bar.points), .text("percentage points"),
        change == 0 ? .absent : .number(100 * bar.change / change),
        Report.Cell(bar.status?.rawValue),
        .text(bar.kind.rawValue),
      ]
    }
    return Report(columns: columns, rows: rows)
  }

  private func contributionWishes(_ growth: Decomposition) -> [FigureRequest] {
    let years = growth.from.year...growth.to.year
    let parts = growth.bars.filter { $0.kind == .part && $0.series.count == 1 }
    let focused = parts.filter { $0.ink == .focus }
    let told = focused + parts.prefix(3) + parts.suffix(1)
    return orderedUnique(
      [
        wish(growth.total, .changePercent, years), wish(growth.total, .change, years),
      ] + told.flatMap { bar in bar.series.map { wish($0, .change, years) } })
  }
}
