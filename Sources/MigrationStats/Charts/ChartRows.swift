/// The columns that say which series a row of a chart's data is of.
struct ChartRows {
  private let keyNames: [String]
  private let hasVintage: Bool

  init(_ maker: ChartMaker) {
    keyNames = maker.holding.panel.keyNames
    hasVintage = maker.series.contains { $0.vintage != nil }
  }

  var columns: [Report.Column] {
    [
      Report.Column("series", .identity), Report.Column("area", .identity),
      Report.Column("code", .identity),
    ] + keyNames.map { Report.Column(Report.keyName($0), .identity) }
      + (hasVintage ? [Report.Column("vintage", .identity)] : [])
  }

  func cells(of series: Series, _ name: String) -> [Report.Cell] {
    [.text(name), .text(series.area.name), Report.Cell(series.area.code)]
      + keyNames.map { key in Report.Cell(series.keys.first { $0.name == key }?.value) }
      + (hasVintage ? [Report.Cell(series.vintage)] : [])
  }
}
