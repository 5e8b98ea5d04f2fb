extension Report {
  /// A row a year ahead.
  public init(_ outcomes: [ForecastOutcome], keyNames: [String]) {
    let identity = SeriesIdentity(keyNames)
    let columns =
      identity.columns + [
        Column("model", .identity), Column("from", .summary, isGrouped: false, dropped: 1),
        Column("to", .summary, isGrouped: false, dropped: 1),
        Column("values", .summary, dropped: 2), Column("level", .summary, dropped: 3),
        Column("centre", .summary, dropped: 4), Column("year", .detail, isGrouped: false),
        Column("forecast", .detail, significantDigits: 7),
        Column("lower", .detail, significantDigits: 7),
        Column("upper", .detail, significantDigits: 7), Column("status", .detail, dropped: 1),
        Column("caveats", .notes),
      ]
    var rows: [[Cell]] = []
    for outcome in outcomes {
      guard let forecast = outcome.forecast else {
        rows.append(
          identity.cells(outcome.series) + [.text(outcome.model.name)]
            + [Cell](repeating: .absent, count: 10)
            + [.caveats(outcome.failure.map { [$0.caveat] } ?? [])])
        continue
      }
      let fit = forecast.fit
      let first =
        identity.cells(outcome.series) + [
          .text(outcome.model.name), Cell(fit.values.first?.year), Cell(fit.values.last?.year),
          .integer(fit.quality.values), .number(fit.level), .text(forecast.centre.rawValue),
        ]
      rows += forecast.values.map { value in
        first + [
          .integer(value.year), .number(value.value), Cell(value.interval.lower),
          Cell(value.interval.upper), .text(Status.forecast.rawValue), .caveats(forecast.caveats),
        ]
      }
    }
    self.init(columns: columns, rows: rows)
    sources = orderedUnique(outcomes.compactMap(\.series.citation))
  }
}
