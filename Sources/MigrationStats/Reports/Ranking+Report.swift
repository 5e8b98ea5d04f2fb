extension Report {
  /// The models of each series, the better ones first.
  public init(_ rankings: [Ranking], keyNames: [String]) {
    let identity = SeriesIdentity(keyNames)
    let columns =
      identity.columns + [
        Column("from", .summary, isGrouped: false, dropped: 1),
        Column("to", .summary, isGrouped: false, dropped: 1),
        Column("values", .summary, dropped: 2), Column("observations", .summary, dropped: 3),
        Column("rank", .detail, dropped: 9), Column("model", .detail),
        Column("scale", .detail, dropped: 10), Column("parameters", .detail, dropped: 6),
        Column("aicc", .detail, as: "AICc", decimals: 2),
        Column("delta_aicc", .detail, as: "ΔAICc", decimals: 2, dropped: 1),
        Column("weight", .detail, decimals: 3, dropped: 5),
        Column("bic", .detail, as: "BIC", decimals: 2, dropped: 7),
        Column("loo_error", .detail, as: "LOO error", significantDigits: 4, dropped: 2),
        Column("one_step_error", .detail, as: "one-step error", significantDigits: 4, dropped: 4),
        Column("r_squared", .detail, as: "R²", decimals: 4, dropped: 8),
        Column("annual_rate_percent", .detail, as: "% a year", decimals: 3, dropped: 3),
        Column("durbin_watson", .detail, as: "DW", decimals: 2, dropped: 11),
        Column("ljung_box_p", .detail, as: "Ljung–Box p", significantDigits: 2, dropped: 12),
        Column("shapiro_wilk_p", .detail, as: "Shapiro–Wilk p", significantDigits: 2, dropped: 13),
        Column("caveats", .notes),
      ]
    var rows: [[Cell]] = []
    for ranking in rankings {
      let best = ranking.best
      let first =
        identity.cells(ranking.series) + [
          Cell(best?.values.first?.year), Cell(best?.values.last?.year),
          Cell(best?.quality.values), Cell(best?.quality.observations),
        ]
      rows += ranking.entries.map { entry in
        let quality = entry.outcome.fit?.quality
        return first + [
          Cell(entry.rank), .text(entry.outcome.model.name), Cell(quality?.scale.rawValue),
          Cell(quality?.parameters), Cell(quality?.aicc), Cell(entry.difference),
          Cell(entry.weight), Cell(quality?.bic), Cell(quality?.leaveOneOutError),
          Cell(quality?.oneStepError), Cell(quality?.rSquared),
          Cell(entry.outcome.fit?.annualRate?.estimate),
          Cell(quality?.diagnostics[.durbinWatson]?.statistic),
          Cell(quality?.diagnostics[.ljungBox]?.pValue),
          Cell(quality?.diagnostics[.shapiroWilk]?.pValue), .caveats(entry.caveats),
        ]
      }
    }
    self.init(columns: columns, rows: rows)
    sources = orderedUnique(rankings.compactMap(\.series.citation))
  }
}
