extension Regression {
  /// Fits a curve to a table by least squares.
  ///
  /// ```swift
  /// let curve = try Curve("value ~ a*exp(r*(year - 1990))")
  /// print(try Regression(curve, table).coefficients.map(\.term))  // ["a", "r"]
  /// ```
  ///
  /// Names of columns are variables, all other names parameters. Standard errors other than the
  /// classical ones come from the curve's slopes at the solution, as for a linear fit on them.
  ///
  /// - Parameters:
  ///   - curve: the curve, its response before a ~.
  ///   - table: the table with the columns that it names.
  ///   - start: starting values; those of parameters left out are found.
  ///   - options: weights, standard errors and level.
  /// - Throws: `FittingError`, with what is wrong with the curve, the data or the start; a parameter
  ///   that the data do not determine is one (`notIdentified`).
  public init(
    _ curve: Curve, _ table: Table, start: CurveStart = CurveStart(),
    _ options: Options = Options()
  ) throws(FittingError) {
    guard options.family == .gaussian else {
      throw FittingError(
        .misuse, "curves are fitted by least squares only",
        remedy: "For a mean that is an exponential write --formula 'y ~ x' --family poisson.")
    }
    let header = table.header.filter { !$0.isEmpty }
    let bound = try curve.bound(variables: orderedUnique(header))
    let frame = try CurveFrame(bound, table, options)
    let fit = try CurveFit(bound, frame.values, starts: [], given: start.values)
    self = try CurveRegression(frame: frame, fit: fit, options: options).regression()
  }
}

/// What a curve is fitted to.
struct CurveFrame {
  let data: ModelData
  let values: CurveData
  let groups: [[Int]]
  let years: [Double]?
  let caveats: [Caveat]
  let notes: [Note]
  let weightless: Int
  /// The response as an expression of formulas; nil where it is none.
  let response: FormulaExpression?

  /// Reads the columns of a table that a curve and its options name.
  init(
    _ curve: BoundCurve, _ table: Table, _ options: Regression.Options
  ) throws(FittingError) {
    let request = try ModelRequest(curve, options, header: table.header)
    let (text, note) = try table.numberText(of: request.columns)
    let rows = try ModelRows(try ModelData(table, request.columns, text), request, curve.curve.text)
    response = curve.curve.responseText.flatMap { try? FormulaParser.expression($0) }
    // Says the line where the response has no value.
    if let response, (try? FormulaArithmetic.check(response, in: "")) != nil {
      _ = try rows.data.values(response)
    }
    data = rows.data
    let variables = rows.data.numbers.filter { curve.variables.contains($0.key) }
    values = try CurveData(curve, variables: variables, response: nil, weights: rows.weights)
    groups = options.standardErrors.columns.map { rows.data.groups($0) }
    years = request.yearColumn.flatMap { rows.data.numbers[$0] }
    notes = table.readingNotes + (note.map { [$0] } ?? [])
    (caveats, weightless) = (rows.caveats, rows.weightless)
  }
}

/// A curve's fit as a result.
struct CurveRegression {
  let frame: CurveFrame
  let fit: CurveFit
  let options: Regression.Options

  func regression() throws(FittingError) -> Regression {
    if !fit.unidentified.isEmpty {
      let names = fit.unidentified.map { "‘\($0)’" }.listed
      throw FittingError(
        .notIdentified, "the data do not determine \(names)", at: Position(file: frame.data.file),
        remedy:
          "Write a number for \(fit.unidentified.count == 1 ? "it" : "one of them"), or fit a "
          + "curve with fewer parameters.")
    }
    let tangent = self.tangent
    let errors = options.standardErrors
    let (standardErrors, free) = try self.standardErrors(errors, tangent)
    let quality = self.quality(free)
    return Regression(
      model: fit.curve.curve.description, family: .gaussian, errors: errors,
      coefficients: fit.parameters.indices.map { index in
        Coefficient(
          term: fit.parameters[index], estimate: fit.estimates[index],
          standardError: standardErrors?[index], degreesOfFreedom: Double(free),
          level: options.level)
      }, quality: quality, rows: rows(quality.sigma, tangent), caveats: caveats(free),
      notes: frame.notes)
  }

  /// The linear fit of the residuals on the slopes, whose coefficients are zero and whose covariances
  /// are those of the parameters.
  private var tangent: LeastSquares? {
    var slopes = [[Double]](repeating: [], count: fit.estimates.count)
    for row in frame.data.rows.indices {
      let point = fit.curve.variables.map { ($0, frame.data.numbers[$0]?[row] ?? .nan) }
      let variables = Dictionary(uniqueKeysWithValues: point)
      guard let gradient = fit.prediction(at: variables)?.gradient else { return nil }
      for (index, slope) in gradient.enumerated() { slopes[index].append(slope) }
    }
    return try? LeastSquares(
      Matrix(columns: slopes), fit.residuals, weights: frame.values.weights)
  }

  private func standardErrors(
    _ errors: StandardErrors, _ tangent: LeastSquares?
  ) throws(FittingError) -> ([Double]?, free: Int) {
    guard errors != .classical, fit.degreesOfFreedom > 0 else {
      return (fit.standardErrors, fit.degreesOfFreedom)
    }
    guard let tangent else {
      throw FittingError(
        .standardErrors, "the curve's slopes nearly depend on one another",
        at: Position(file: frame.data.file), remedy: "Take --errors classical.")
    }
    let kind = errors.covariance(frame.groups)
    do throws(Covariance.Failure) {
      let covariance = try tangent.covariance(kind)
      return (
        (0..<covariance.columns).map { covariance[$0, $0].squareRoot() },
        tangent.degreesOfFreedom(kind)
      )
    } catch {
      throw errors.error(error, file: frame.data.file) { frame.data.lines[$0] }
    }
  }

  private func quality(_ free: Int) -> RegressionQuality {
    let slopes = frame.response.flatMap { FormulaArithmetic.logSlopes(of: $0, frame.data) }
    let weights = frame.values.weights
    var quality = RegressionQuality(
      observations: frame.data.count, omitted: frame.data.omission.count + frame.weightless,
      parameters: fit.estimates.count,
      scale: slopes?.column ?? fit.curve.curve.responseText ?? "", weights: options.weights)
    quality.errorsDegreesOfFreedom = free
    quality.takeSquares(
      fit.residualSumOfSquares,
      total: frame.values.response.squares(weights, aboutMean: true), holdsConstant: true,
      logWeights: weights?.reduce(0) { $0 + Numerics.log($1) } ?? 0, logSlopes: slopes?.sum ?? 0)
    // A curve need not hold a constant, against which F would be.
    (quality.fStatistic, quality.fPValue) = (nil, nil)
    if weights == nil { quality.durbinWatson = RegressionQuality.durbinWatson(fit.residuals) }
    return quality
  }

  private func rows(_ sigma: Double?, _ tangent: LeastSquares?) -> [Regression.Row] {
    let leverages = tangent?.leverages
    let reach = sigma.map { sigma in
      sigma
        * StudentT.twoSidedQuantile(
          level: options.level, degreesOfFreedom: Double(fit.degreesOfFreedom))
    }
    return fit.fitted.indices.map { row in
      var interval: Interval?
      if let reach, let leverages {
        let weight = frame.values.weights?[row] ?? 1
        let half = reach * ((1 + leverages[row]) / weight).squareRoot()
        interval = Interval(
          lower: fit.fitted[row] - half, upper: fit.fitted[row] + half,
          kind: .confidence(level: options.level))
      }
      return Regression.Row(
        number: frame.data.rows[row], line: frame.data.lines[row], year: frame.years?[row],
        observed: frame.values.response[row].high, fitted: fit.fitted[row],
        residual: fit.residuals[row], interval: interval, leverage: leverages?[row])
    }
  }

  private func caveats(_ free: Int) -> [Caveat] {
    var caveats = frame.caveats
    if fit.isStartFound {
      caveats.append(
        Caveat(
          "start",
          "the search began at values that were found; a curve may have more than one best place, "
            + "which --start tells apart"))
    }
    if fit.degreesOfFreedom == 0 {
      caveats.append(
        Caveat(
          "saturated",
          "there are as many parameters as rows: nothing tells how far off they are"))
    } else if fit.residualSumOfSquares == 0 {
      caveats.append(Caveat("perfect-fit", "the curve leaves no residual"))
    }
    return caveats + errorCaveats(free)
  }

  private func errorCaveats(_ free: Int) -> [Caveat] {
    options.standardErrors.caveats(free, omitted: frame.data.omission.count)
  }
}
