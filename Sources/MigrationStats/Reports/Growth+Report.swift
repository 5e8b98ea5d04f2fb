extension Report {
  /// The rows of growth: a row a series, basis and definition.
  public init(_ growths: [Growth], keyNames: [String]) {
    let keys = keyNames.filter { $0 != "quantity" }
    let columns =
      [Column("area", .identity)] + keys.map { Column(Self.keyName($0), .identity) } + [
        Column("quantity", .identity, dropped: 9), Column("unit", .identity, dropped: 8),
        Column("vintage", .identity), Column("basis", .identity),
        Column("from", .summary, isGrouped: false, dropped: 1),
        Column("to", .summary, isGrouped: false, dropped: 1),
        Column("start_value", .summary, as: "start", dropped: 4),
        Column("end_value", .summary, as: "end", dropped: 4),
        Column("ratio", .summary, decimals: 3, dropped: 7),
        Column("change", .summary, dropped: 12),
        Column("change_percent", .summary, as: "change %", decimals: 2, dropped: 3),
        Column("definition", .detail),
        Column("rate_percent", .detail, as: "% a year", decimals: 3),
        Column("lower_percent", .detail, as: "lower", decimals: 3, dropped: 5),
        Column("upper_percent", .detail, as: "upper", decimals: 3, dropped: 5),
        Column("doubling_years", .detail, as: "doubling (− halving)", decimals: 2, dropped: 6),
        Column("observations", .summary, as: "values", dropped: 10),
        Column("status", .summary, dropped: 11), Column("caveats", .notes),
      ]
    let rows = growths.map { growth -> [Cell] in
      let series = growth.series
      return [.text(series.area.name)]
        + keys.map { key in Cell(series.keys.first { $0.name == key }?.value) } + [
          .text(series.quantity.name), .text(series.unit.name), Cell(series.vintage),
          .text(growth.basis.rawValue), Cell(growth.start?.year), Cell(growth.end?.year),
          Cell(growth.start?.value), Cell(growth.end?.value), Cell(growth.ratio),
          Cell(growth.change), Cell(growth.changePercent), .text(growth.definition.rawValue),
          Cell(growth.rate?.value), Cell(growth.rate?.interval?.lower),
          Cell(growth.rate?.interval?.upper), Cell(growth.doublingYears),
          .integer(growth.observations.count), Cell(growth.status?.rawValue),
          .caveats(growth.caveats),
        ]
    }
    self.init(columns: columns, rows: rows)
    sources = orderedUnique(growths.compactMap(\.series.citation))
  }
}
