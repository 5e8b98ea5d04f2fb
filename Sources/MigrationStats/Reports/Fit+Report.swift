extension Report {
  /// Which of a fit's rectangles is meant.
  public enum FitRectangle: String, Sendable, CaseIterable {
    /// A row a parameter, and a row for what the parameters say of growth.
    case coefficients
    /// A row a fit.
    case quality
    /// A row a value.
    case observations
  }

  /// The rows of fits.
  public init(_ outcomes: [FitOutcome], keyNames: [String], showing rectangle: FitRectangle) {
    switch rectangle {
    case .coefficients: self.init(coefficients: outcomes, keyNames)
    case .quality: self.init(quality: outcomes, keyNames)
    case .observations: self.init(observations: outcomes, keyNames)
    }
    sources = orderedUnique(outcomes.compactMap(\.series.citation))
  }

  private init(coefficients outcomes: [FitOutcome], _ keyNames: [String]) {
    let identity = SeriesIdentity(keyNames)
    let columns =
      identity.columns + Self.fitColumns + [
        Column("r_squared", .summary, decimals: 4, dropped: 6),
        Column("term", .detail, widest: 40), Column("estimate", .detail, significantDigits: 6),
        Column("std_error", .detail, as: "std error", significantDigits: 3, dropped: 3),
        Column("statistic", .detail, as: "t", significantDigits: 3, dropped: 5),
        Column("p_value", .detail, as: "p", significantDigits: 2, dropped: 4),
        Column("lower", .detail, significantDigits: 6, dropped: 2),
        Column("upper", .detail, significantDigits: 6, dropped: 2), Column("caveats", .notes),
      ]
    var rows: [[Cell]] = []
    for outcome in outcomes {
      let first = identity.cells(outcome.series) + Self.fitCells(outcome)
      let caveats = Cell.caveats(outcome.caveats)
      guard let fit = outcome.fit else {
        rows.append(first + [Cell](repeating: .absent, count: 8) + [caveats])
        continue
      }
      rows += (fit.coefficients + fit.meanings).map { coefficient in
        first + [Cell(fit.quality.rSquared)] + Self.cells(coefficient) + [caveats]
      }
    }
    self.init(columns: columns, rows: rows)
  }

  private init(quality outcomes: [FitOutcome], _ keyNames: [String]) {
    let identity = SeriesIdentity(keyNames)
    let columns = identity.columns + Self.fitColumns + Self.qualityColumns
    let rows = outcomes.map { outcome in
      identity.cells(outcome.series) + Self.fitCells(outcome)
        + Self.qualityCells(outcome.fit) + [.caveats(outcome.caveats)]
    }
    self.init(columns: columns + [Column("caveats", .notes)], rows: rows)
  }

  private init(observations outcomes: [FitOutcome], _ keyNames: [String]) {
    let identity = SeriesIdentity(keyNames)
    let columns =
      identity.columns + Self.fitColumns + [
        Column("year", .detail, isGrouped: false),
        Column("observed", .detail, significantDigits: 7),
        Column("fitted", .detail, significantDigits: 7),
        Column("residual", .detail, significantDigits: 4),
        Column("lower", .detail, significantDigits: 7, dropped: 2),
        Column("upper", .detail, significantDigits: 7, dropped: 2),
        Column("status", .detail, dropped: 3), Column("caveats", .notes),
      ]
    var rows: [[Cell]] = []
    for outcome in outcomes {
      let first = identity.cells(outcome.series) + Self.fitCells(outcome)
      let caveats = Cell.caveats(outcome.caveats)
      guard let fit = outcome.fit else {
        rows.append(first + [Cell](repeating: .absent, count: 7) + [caveats])
        continue
      }
      rows += fit.values.map { value in
        first + [
          .integer(value.year), .number(value.observed), Cell(value.fitted), Cell(value.residual),
          Cell(value.interval?.lower), Cell(value.interval?.upper), .text(value.status.rawValue),
          caveats,
        ]
      }
    }
    self.init(columns: columns, rows: rows)
  }

  // MARK: What the rectangles share

  /// What names a fit, after the series.
  private static let fitColumns = [
    Column("part", .identity), Column("model", .identity), Column("scale", .summary, dropped: 7),
    Column("from", .summary, isGrouped: false, dropped: 1),
    Column("to", .summary, isGrouped: false, dropped: 1), Column("values", .summary, dropped: 2),
    Column("observations", .summary, dropped: 3),
    Column("level", .summary, dropped: 9),
  ]

  private static func fitCells(_ outcome: FitOutcome) -> [Cell] {
    let fit = outcome.fit
    return [
      Cell(outcome.part), .text(outcome.model.name), Cell(fit?.quality.scale.rawValue),
      Cell(fit?.values.first?.year), Cell(fit?.values.last?.year), Cell(fit?.quality.values),
      Cell(fit?.quality.observations), Cell(fit?.level),
    ]
  }

  /// The columns of a term: `term estimate std_error statistic p_value lower upper`.
  static func cells(_ coefficient: Coefficient) -> [Cell] {
    [
      .text(coefficient.term), .number(coefficient.estimate), Cell(coefficient.standardError),
      Cell(coefficient.statistic), Cell(coefficient.pValue), Cell(coefficient.interval?.lower),
      Cell(coefficient.interval?.upper),
    ]
  }

  /// What is judged of a fit.
  private static let qualityColumns =
    [
      Column("parameters", .detail, dropped: 8),
      Column("degrees_of_freedom", .detail, as: "df", dropped: 9),
      Column("r_squared", .detail, as: "R²", decimals: 4),
      Column("adjusted_r_squared", .detail, as: "adjusted R²", decimals: 4, dropped: 10),
      Column("sigma", .detail, significantDigits: 4, dropped: 5),
      Column("residual_sum_of_squares", .detail, as: "RSS", significantDigits: 4, dropped: 11),
      Column("log_likelihood", .detail, as: "log lik.", decimals: 2, dropped: 12),
      Column("aic", .detail, as: "AIC", decimals: 2, dropped: 7),
      Column("aicc", .detail, as: "AICc", decimals: 2, dropped: 1),
      Column("bic", .detail, as: "BIC", decimals: 2, dropped: 4),
      Column("loo_error", .detail, as: "LOO error", significantDigits: 4, dropped: 3),
      Column("one_step_error", .detail, as: "one-step error", significantDigits: 4, dropped: 6),
      Column("durbin_watson", .detail, as: "DW", decimals: 2, dropped: 13),
      Column("ljung_box_p", .detail, as: "Ljung–Box p", significantDigits: 2, dropped: 14),
      Column("shapiro_wilk_p", .detail, as: "Shapiro–Wilk p", significantDigits: 2, dropped: 15),
    ]
    + Solution.Meaning.Name.allCases.flatMap { name in
      let base = name.rawValue
      return [
        Column(base, .detail, significantDigits: 5, dropped: 2),
        Column(base + "_lower", .detail, significantDigits: 5, dropped: 16),
        Column(base + "_upper", .detail, significantDigits: 5, dropped: 16),
      ]
    }

  private static func qualityCells(_ fit: Fit?) -> [Cell] {
    guard let fit else { return [Cell](repeating: .absent, count: qualityColumns.count) }
    let quality = fit.quality
    let judged: [Cell] = [
      .integer(quality.parameters), .integer(quality.degreesOfFreedom), Cell(quality.rSquared),
      Cell(quality.adjustedRSquared), .number(quality.sigma),
      .number(quality.residualSumOfSquares), Cell(quality.logLikelihood), Cell(quality.aic),
      Cell(quality.aicc), Cell(quality.bic), Cell(quality.leaveOneOutError),
      Cell(quality.oneStepError), Cell(quality.diagnostics[.durbinWatson]?.statistic),
      Cell(quality.diagnostics[.ljungBox]?.pValue), Cell(quality.diagnostics[.shapiroWilk]?.pValue),
    ]
    return judged
      + Solution.Meaning.Name.allCases.flatMap { name -> [Cell] in
        let meaning = fit.meanings.first { $0.term == name.rawValue }
        return [
          Cell(meaning?.estimate), Cell(meaning?.interval?.lower), Cell(meaning?.interval?.upper),
        ]
      }
  }
}

/// The columns that say which series a row is about.
struct SeriesIdentity {
  private let keys: [String]
  let columns: [Report.Column]

  init(_ keyNames: [String]) {
    let keys = keyNames.filter { $0 != "quantity" }
    self.keys = keys
    columns =
      [Report.Column("area", .identity)]
      + keys.map { Report.Column(Report.keyName($0), .identity) } + [
        Report.Column("quantity", .identity, dropped: 9),
        Report.Column("unit", .identity, dropped: 8), Report.Column("vintage", .identity),
      ]
  }

  func cells(_ series: Series) -> [Report.Cell] {
    [.text(series.area.name)]
      + keys.map { key in Report.Cell(series.keys.first { $0.name == key }?.value) } + [
        .text(series.quantity.name), .text(series.unit.name), Report.Cell(series.vintage),
      ]
  }
}
