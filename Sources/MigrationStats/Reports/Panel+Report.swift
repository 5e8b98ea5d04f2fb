extension Report {
  /// The selected series in the long form: a row a value.
  ///
  /// Suppressed values have status Q and no value; missing ones have no row. The six columns come
  /// first, then the vintage where the file has it, the file's further keys, and the rounding and
  /// the bound where the digits of a value do not tell them.
  public init(tidy panel: Panel) {
    let points = panel.series.flatMap(\.observations)
    let hasVintage = panel.layout.hasVintage
    // The spans that values are of, and flags and footnotes beside the values of a file.
    let marks = [Observation.period, CellReading.furtherFlags, CellReading.footnotes].filter {
      name in
      points.contains { $0.attributes[name] != nil }
    }
    let hasRounding = points.contains { $0.bound != .exact || $0.halfUnit > 0.5 }
    let columns =
      [
        Column("area", .identity), Column("code", .identity, dropped: 2),
        Column("year", .detail, isGrouped: false), Column("value", .detail),
        Column("unit", .identity, dropped: 3), Column("status", .detail, dropped: 4),
      ] + (hasVintage ? [Column("vintage", .identity, dropped: 1)] : [])
      + panel.keyNames.map { Column(Self.keyName($0), .identity) }
      + (hasRounding ? [Column("rounding", .detail), Column("bound", .detail)] : [])
      + marks.map { Column($0.replacing(" ", with: "_"), .detail) }
    var rows: [[Cell]] = []
    for series in panel.series {
      let identity =
        (hasVintage ? [Cell(series.vintage)] : [])
        + panel.keyNames.map { key in Cell(series.keys.first { $0.name == key }?.value) }
      func row(_ year: Int, _ value: Cell, _ status: Status, _ point: Observation?) -> [Cell] {
        [
          .text(series.area.name), Cell(series.area.code), .integer(year), value,
          .text(series.unit.name), .text(status.rawValue),
        ] + identity
          + (hasRounding
            ? [Cell(point.map { 2 * $0.halfUnit }), Cell(point?.bound.word)] : [])
          + marks.map { Cell(point?.attributes[$0]) }
      }
      let values = series.observations.map {
        ($0.year, row($0.year, $0.exact.map { .digits($0) } ?? .number($0.value), $0.status, $0))
      }
      let withheld = series.suppressedYears.map { ($0, row($0, .absent, .suppressed, nil)) }
      rows += (values + withheld).sorted { $0.0 < $1.0 }.map(\.1)
    }
    self.init(columns: columns, rows: rows)
  }
}

extension Observation.Bound {
  /// The word for it; nil for the figure itself.
  fileprivate var word: String? { self == .exact ? nil : rawValue }
}
