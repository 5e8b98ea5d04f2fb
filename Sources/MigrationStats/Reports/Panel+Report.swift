extension Report {
  /// The selected series in the long form: a row a value.
  ///
  /// Suppressed values have status Q and no value; missing ones have no row.
  public init(tidy panel: Panel) {
    let keys = panel.keyNames
    let hasVintage = panel.layout.hasVintage
    let columns =
      [Column("area", .identity), Column("code", .identity, dropped: 2)]
      + (hasVintage ? [Column("vintage", .identity, dropped: 1)] : [])
      + keys.map { Column(Self.keyName($0), .identity) } + [
        Column("year", .detail, isGrouped: false), Column("value", .detail),
        Column("unit", .identity, dropped: 3), Column("status", .detail, dropped: 4),
      ]
    // CSV and JSON keep one fixed order; vintage and keys follow the six columns.
    let order =
      ["area", "code", "year", "value", "unit", "status"] + (hasVintage ? ["vintage"] : [])
      + keys.map(Self.keyName)
    let sorted = order.compactMap { name in columns.first { $0.name == name } }
    var rows: [[Cell]] = []
    for series in panel.series {
      let values = series.observations.map { ($0.year, Cell.number($0.value), $0.status) }
      let withheld = series.suppressedYears.map { ($0, Cell.absent, Status.suppressed) }
      for (year, value, status) in (values + withheld).sorted(by: { $0.0 < $1.0 }) {
        rows.append(
          [
            .text(series.area.name), Cell(series.area.code), .integer(year), value,
            .text(series.unit.name), .text(status.rawValue),
          ] + (hasVintage ? [Cell(series.vintage)] : [])
            + keys.map { key in Cell(series.keys.first { $0.name == key }?.value) })
      }
    }
    self.init(columns: sorted, rows: rows)
  }
}
