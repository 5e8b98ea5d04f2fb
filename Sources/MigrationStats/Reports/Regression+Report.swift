extension Regression {
  /// The rectangles that a regression is told in.
  public enum Part: String, Sendable, CaseIterable {
    /// A row a coefficient.
    case coefficients
    /// One row: how well the fit does.
    case quality
    /// A row a row of the data.
    case observations
  }
}

extension Report {
  /// A part of a regression.
  ///
  /// ```swift
  /// let report = try Report(fit, .coefficients)
  /// print(report.text(.csv).split(separator: ",")[0])  // term
  /// ```
  ///
  /// - Throws: `FittingError` (`misuse`) for the observations of a file too large to be held.
  public init(_ fit: Regression, _ part: Regression.Part = .coefficients) throws(FittingError) {
    switch part {
    case .coefficients: self = Self.coefficients(of: fit)
    case .quality: self = Self.quality(of: fit)
    case .observations:
      guard let rows = fit.rows else {
        throw FittingError(
          .misuse, "the observations of so large a file are not held",
          remedy: "Ask for the coefficients or the quality, or fit a smaller file.")
      }
      self = Self.observations(rows, of: fit)
    }
    title = part == .quality ? Array(fit.title.dropFirst()) : fit.title
    isListed = part == .quality
  }

  private static func coefficients(of fit: Regression) -> Report {
    Report(
      columns: [
        Column("term", .detail, widest: 40),
        Column("estimate", .detail, significantDigits: 6),
        Column("std_error", .detail, as: "std error", significantDigits: 4),
        Column("statistic", .detail, significantDigits: 4, dropped: 1),
        Column("p_value", .detail, as: "p value", significantDigits: 3),
        Column("lower", .detail, significantDigits: 6),
        Column("upper", .detail, significantDigits: 6),
        Column("caveats", .notes),
      ],
      rows: fit.coefficients.map { coefficient in
        [
          .text(coefficient.term), .number(coefficient.estimate), Cell(coefficient.standardError),
          Cell(coefficient.statistic), Cell(coefficient.pValue), Cell(coefficient.interval?.lower),
          Cell(coefficient.interval?.upper), .caveats(fit.caveats.filter { $0.kind != "scale" }),
        ]
      })
  }

  private static func observations(_ rows: [Regression.Row], of fit: Regression) -> Report {
    let hasYears = rows.contains { $0.year != nil }
    return Report(
      columns: [
        Column("row", .detail, isGrouped: false),
        Column("line", .detail, isGrouped: false, dropped: 2),
      ] + (hasYears ? [Column("year", .detail, isGrouped: false)] : []) + [
        Column("observed", .detail, significantDigits: 6),
        Column("fitted", .detail, significantDigits: 6),
        Column("residual", .detail, significantDigits: 4),
        Column("lower", .detail, significantDigits: 6),
        Column("upper", .detail, significantDigits: 6),
        Column("leverage", .detail, significantDigits: 3, dropped: 1), Column("caveats", .notes),
      ],
      rows: rows.map { row in
        [.integer(row.number), .integer(row.line)] + (hasYears ? [Cell(row.year)] : []) + [
          .number(row.observed), .number(row.fitted), .number(row.residual),
          Cell(row.interval?.lower), Cell(row.interval?.upper), Cell(row.leverage),
          .caveats(fit.caveats.filter { $0.kind != "scale" }),
        ]
      })
  }

  private static func quality(of fit: Regression) -> Report {
    let quality = fit.quality
    let numbers: [(name: String, cell: Cell)] = [
      ("observations", .integer(quality.observations)), ("omitted", .integer(quality.omitted)),
      ("parameters", .integer(quality.parameters)),
      ("degrees_of_freedom", .integer(quality.degreesOfFreedom)),
      ("r_squared", Cell(quality.rSquared)),
      ("adjusted_r_squared", Cell(quality.adjustedRSquared)), ("sigma", Cell(quality.sigma)),
      ("residual_sum_of_squares", Cell(quality.residualSumOfSquares)),
      ("f_statistic", Cell(quality.fStatistic)), ("f_p_value", Cell(quality.fPValue)),
      ("log_likelihood", Cell(quality.logLikelihood)), ("aic", Cell(quality.aic)),
      ("aicc", Cell(quality.aicc)), ("bic", Cell(quality.bic)),
      ("deviance", Cell(quality.deviance)),
      ("null_deviance", Cell(quality.nullDeviance)),
      ("pseudo_r_squared", Cell(quality.pseudoRSquared)), ("dispersion", Cell(quality.dispersion)),
      ("durbin_watson", Cell(quality.durbinWatson)),
    ]
    return Report(
      columns: [Column("model", .detail, widest: 60)]
        + numbers.map { Column($0.name, .detail, significantDigits: 6) } + [
          Column("scale", .detail), Column("family", .detail), Column("errors", .detail),
          Column("errors_degrees_of_freedom", .detail), Column("weights", .detail),
          Column("caveats", .notes),
        ],
      rows: [
        [.text(fit.model)] + numbers.map(\.cell) + [
          .text(quality.scale), .text(fit.family.rawValue), .text(fit.errors.name),
          Cell(quality.errorsDegreesOfFreedom), Cell(quality.weights), .caveats(fit.caveats),
        ]
      ])
  }
}

extension Regression {
  /// What was fitted, how its errors were estimated, and on how many rows, in three lines.
  var title: [String] {
    let kind = family == .gaussian ? "Least squares" : "Poisson pseudo-maximum likelihood"
    let freedom =
      quality.errorsDegreesOfFreedom.map {
        $0 == 1 ? "1 degree of freedom" : "\(Numerals.grouped(Double($0))) degrees of freedom"
      } ?? "normal statistics"
    let rows =
      quality.observations == 1 ? "1 row" : "\(Numerals.grouped(Double(quality.observations))) rows"
    let omitted =
      quality.omitted > 0 ? ", \(Numerals.grouped(Double(quality.omitted))) omitted" : ""
    let weighted = quality.weights.map { ", weights \($0)" } ?? ""
    return [
      model, "\(kind), \(rows)\(omitted)\(weighted)",
      "standard errors: \(errors.title), \(freedom)",
    ]
  }
}
