extension Report {
  /// A row a series: how many values, from when to when, their range and mean, the yearly growth.
  public init(_ descriptions: [Description], keyNames: [String]) {
    let keys = keyNames.filter { $0 != "quantity" }
    let columns =
      [Column("area", .identity)] + keys.map { Column(Self.keyName($0), .identity) } + [
        Column("quantity", .identity, dropped: 9), Column("unit", .identity, dropped: 8),
        Column("vintage", .identity),
        Column("observations", .detail, as: "values", dropped: 2),
        Column("gaps", .detail, dropped: 6),
        Column("from", .detail, isGrouped: false), Column("to", .detail, isGrouped: false),
        Column("minimum", .detail, dropped: 3),
        Column("minimum_year", .detail, as: "in", isGrouped: false, dropped: 5),
        Column("maximum", .detail, dropped: 3),
        Column("maximum_year", .detail, as: "in", isGrouped: false, dropped: 5),
        Column("mean", .detail, decimals: 0, dropped: 4),
        Column("log_rate_percent", .detail, as: "log % a year", decimals: 2),
        Column("trend", .detail, dropped: 1, isPicture: true),
        Column("status", .detail, dropped: 10), Column("caveats", .notes),
      ]
    let rows = descriptions.map { description -> [Cell] in
      let series = description.series
      return [.text(series.area.name)]
        + keys.map { key in Cell(series.keys.first { $0.name == key }?.value) } + [
          .text(series.quantity.name), .text(series.unit.name), Cell(series.vintage),
          .integer(series.observations.count), .integer(description.gaps),
          Cell(series.years.first), Cell(series.years.last), Cell(description.minimum?.value),
          Cell(description.minimum?.year), Cell(description.maximum?.value),
          Cell(description.maximum?.year), Cell(description.mean), Cell(description.logRate),
          .text(Sparkline(series).text),
          .text(Status.worst(of: series.observations.map(\.status)).rawValue),
          .caveats(description.caveats),
        ]
    }
    self.init(columns: columns, rows: rows)
  }
}
