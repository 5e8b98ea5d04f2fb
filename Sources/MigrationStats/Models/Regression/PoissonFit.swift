/// The fit of a mean that is the exponential of the sum of the terms, by Poisson
/// pseudo-maximum likelihood.
///
/// Newton's method, as iteratively reweighted least squares (P. McCullagh and J. A. Nelder,
/// Generalized Linear Models, 1989, section 2.5): each step regresses η + (y − μ)/μ on the terms, with
/// the weights μ = exp(η). What is carried from step to step is η, in double-double, so that no digit is
/// lost to the condition of the terms. The first steps are taken in doubles, the last ones exactly,
/// until nothing changes that a double could show.
struct PoissonFit {
  /// Steps enough for any fit that converges; each squares the distance once near.
  private static let mostSteps = 100
  /// The change of the linear predictor from which on steps are taken exactly.
  private static let nearness = 1e-4
  /// The change that no digit of a result shows.
  private static let completion = 1e-20
  /// The change that may remain where rounding ends the steps before.
  private static let sufficiency = 1e-12

  private let frame: ModelFrame
  private let matrix: Matrix
  /// The last step, whose residuals are (y − μ)/μ and whose weights are those of the rows times μ.
  private let solution: LeastSquares
  private let means: [DoubleDouble]

  /// Fits the terms of a frame.
  ///
  /// - Throws: `FittingError`: `notPositive` for a negative response, `separation`, `collinear`,
  ///   `notConverged`.
  init(_ frame: ModelFrame, _ options: Regression.Options) throws(FittingError) {
    self.frame = frame
    matrix = ModelDesign.matrix(frame.columns)
    if let row = frame.response.firstIndex(where: { $0 < .zero }) {
      throw FittingError(
        .notPositive, "the response is negative, \(Numerals.exact(frame.response[row].high))",
        at: frame.data.position(row),
        remedy: "A Poisson mean is never negative: leave the row out, or fit by --family gaussian.")
    }
    guard frame.response.contains(where: { $0 > .zero }) else {
      throw FittingError(
        .constant, "the response is zero in every row", at: Position(file: frame.data.file),
        remedy: "There is nothing to explain.")
    }
    try Separation(frame, matrix).check()
    let last: Double
    do throws(LeastSquares.Failure) {
      (means, solution, last) = try Self.solve(frame, matrix)
    } catch {
      if error == .notFinite {
        throw FittingError(
          .notConverged, "the fit leads to means too large or too small for a number",
          at: Position(file: frame.data.file),
          remedy: "Take smaller units of the terms, such as I(x/1000), or a lower power.")
      }
      throw frame.error(error)
    }
    guard last <= Self.sufficiency else {
      throw FittingError(
        .notConverged, "the fit did not converge in \(Self.mostSteps) steps",
        at: Position(file: frame.data.file),
        remedy: "Look for terms that nearly depend on one another, or a response far from any mean."
      )
    }
  }

  // MARK: Solving

  /// The means, the last step, and how much it changed.
  private static func solve(
    _ frame: ModelFrame, _ matrix: Matrix
  ) throws(LeastSquares.Failure) -> ([DoubleDouble], LeastSquares, Double) {
    // The start is the logarithm of the response, zeros lifted.
    let total = frame.response.reduce(.zero, +)
    let lift = Double(total) / Double(frame.data.count) / 10
    let lifted = frame.response.map { $0 + lift }
    let logarithms = lifted.map { DoubleDouble.log($0) }
    let start = try LeastSquares(
      matrix, logarithms, weights: zip(lifted, frame.ones).map { $0.high * $1 })
    var state = State(frame, zip(logarithms, start.exactResiduals).map { $0 - $1 })
    var (last, isNear) = (Double.infinity, false)
    for _ in 0..<mostSteps {
      if isNear {
        let step = try LeastSquares(matrix, state.working, weights: state.weights)
        let next = zip(state.working, step.exactResiduals).map { $0 - $1 }
        let size = change(next, state.predictors)
        // Rounding of double-double is all that is left where a step does not shrink.
        if size <= completion || size >= last / 2 { return (state.means, step, min(size, last)) }
        (state, last) = (State(frame, next), size)
        continue
      }
      let goal = try roughStep(matrix, state)
      // A step that leads away is halved.
      var share = 1.0
      var next = State(frame, goal)
      while !(next.deviance <= state.deviance * (1 + 1e-12)), share > 0x1p-30 {
        share /= 2
        next = State(
          frame, zip(state.predictors, goal).map { $0 + ($1 - $0) * share })
      }
      isNear = change(next.predictors, state.predictors) <= nearness
      state = next
    }
    return (state.means, try LeastSquares(matrix, state.working, weights: state.weights), last)
  }

  /// What linear predictors make of every row.
  private struct State {
    let predictors: [DoubleDouble]
    let means: [DoubleDouble]
    let weights: [Double]
    /// What is regressed on the terms for the next step.
    let working: [DoubleDouble]
    let deviance: Double

    init(_ frame: ModelFrame, _ predictors: [DoubleDouble]) {
      let means = predictors.map { DoubleDouble.exp($0) }
      let ones = frame.ones
      let weights = zip(means, ones).map { $0.high * $1 }
      (self.predictors, self.means, self.weights) = (predictors, means, weights)
      working = means.indices.map { row in
        // Over the weight as it is rounded, so that the scores are exact.
        predictors[row]
          + (frame.response[row] - means[row]) * ones[row] / DoubleDouble(weights[row])
      }
      deviance = PoissonFit.deviance(frame.response, means, ones)
    }
  }

  /// The linear predictors after a step in doubles.
  private static func roughStep(
    _ matrix: Matrix, _ state: State
  ) throws(LeastSquares.Failure) -> [DoubleDouble] {
    let weighting = try Weighting(state.weights, rows: matrix.rows)
    guard weighting.rows == nil else { throw .notFinite }
    let (scaling, scaled, values) = try Scaling.scaled(matrix, state.working, weighting)
    let factorisation = QRFactorisation(scaled)
    try factorisation.requireIndependence(factorisation.independence())
    let none = [Double](repeating: 0, count: matrix.columns)
    let residuals = factorisation.solveAugmented(values.map(\.high), none).residuals
    let own = weighting.unweighted(residuals.map { DoubleDouble($0) }, others: nil)
    return zip(state.working, own).map { working, residual in
      working - residual.scaled(byPowerOfTwo: scaling.response - weighting.exponent)
    }
  }

  /// The greatest change of a linear predictor.
  private static func change(_ next: [DoubleDouble], _ last: [DoubleDouble]) -> Double {
    zip(next, last).reduce(0) { largest, pair in
      let change = abs((pair.0 - pair.1).high)
      return change.isNaN ? .infinity : max(largest, change)
    }
  }

  /// 2 Σ w (y log(y/μ) − y + μ).
  private static func deviance(
    _ response: [DoubleDouble], _ means: [DoubleDouble], _ weights: [Double]
  ) -> Double {
    var sum = DoubleDouble.zero
    for (row, value) in response.enumerated() {
      var part = means[row] - value
      if value > .zero { part += value * DoubleDouble.log(value / means[row]) }
      sum += part * weights[row]
    }
    return Double(sum) * 2
  }

  // MARK: The result

  /// The fit as a result.
  func regression(
    _ formula: Formula, _ options: Regression.Options
  ) throws(FittingError) -> Regression {
    let errors = options.standardErrors
    let variances = try variances(errors)
    let names = frame.design.names
    return Regression(
      model: formula.description, family: .poisson, errors: errors,
      coefficients: names.indices.map { index in
        Coefficient(
          term: names[index], estimate: solution.coefficients[index],
          standardError: variances?[index].squareRoot(), degreesOfFreedom: .infinity,
          level: options.level)
      }, quality: quality(formula, options), rows: rows, caveats: caveats(errors),
      notes: frame.notes)
  }

  private func variances(_ errors: StandardErrors) throws(FittingError) -> [Double]? {
    if errors == .classical {
      return (0..<matrix.columns).map { solution.inverseGram[$0, $0] }
    }
    guard solution.degreesOfFreedom > 0 else { return nil }
    do throws(Covariance.Failure) {
      let covariance = try solution.covariance(errors.covariance(frame.groups))
      return (0..<covariance.columns).map { covariance[$0, $0] }
    } catch {
      throw errors.error(error, file: frame.data.file) { frame.data.lines[$0] }
    }
  }

  private func quality(_ formula: Formula, _ options: Regression.Options) -> RegressionQuality {
    var quality = RegressionQuality(
      observations: frame.data.count, omitted: frame.data.omission.count + frame.weightless,
      parameters: matrix.columns, scale: formula.response.text, weights: options.weights)
    let ones = frame.ones
    quality.logLikelihood = likelihood(means)
    quality.deviance = Self.deviance(frame.response, means, ones)
    if frame.design.holdsConstant {
      var (sum, count) = (DoubleDouble.zero, DoubleDouble.zero)
      for (value, weight) in zip(frame.response, ones) {
        sum += value * weight
        count += weight
      }
      let null = [DoubleDouble](repeating: sum / count, count: ones.count)
      quality.nullDeviance = Self.deviance(frame.response, null, ones)
      let base = likelihood(null)
      if matrix.columns > 1, base < 0, let own = quality.logLikelihood {
        quality.pseudoRSquared = 1 - own / base
      }
    }
    if quality.degreesOfFreedom > 0 {
      var squares = 0.0
      for (row, mean) in means.enumerated() {
        let residual = Double(frame.response[row] - mean)
        squares += residual * residual / mean.high * ones[row]
      }
      quality.dispersion = squares / Double(quality.degreesOfFreedom)
    }
    return quality
  }

  /// Σ w (y log μ − μ − log y!), with the gamma function where y is no whole number.
  private func likelihood(_ means: [DoubleDouble]) -> Double {
    var sum = DoubleDouble.zero
    for (row, weight) in frame.ones.enumerated() {
      let value = frame.response[row]
      var part = -means[row] - Numerics.logGamma(value.high + 1)
      if value > .zero { part += value * DoubleDouble.log(means[row]) }
      sum += part * weight
    }
    return Double(sum)
  }

  private var rows: [Regression.Row] {
    let leverages = solution.leverages
    return frame.response.indices.map { row in
      Regression.Row(
        number: frame.data.rows[row], line: frame.data.lines[row], year: frame.years?[row],
        observed: Double(frame.response[row]), fitted: Double(means[row]),
        residual: Double(frame.response[row] - means[row]), interval: nil,
        leverage: leverages[row])
    }
  }

  private func caveats(_ errors: StandardErrors) -> [Caveat] {
    var caveats = frame.caveats
    let weights = zip(means, frame.ones).map { $0.high * $1 }
    if let caveat = frame.conditionCaveat(matrix, solution.inverseGram, weights: weights) {
      caveats.append(caveat)
    }
    let free = solution.degreesOfFreedom(errors.covariance(frame.groups))
    caveats += errors.caveats(free, omitted: frame.data.omission.count)
    if solution.degreesOfFreedom == 0 {
      caveats.append(
        Caveat(
          "saturated",
          "there are as many coefficients as rows: the fit goes through every point"))
    }
    if errors == .classical {
      caveats.append(
        Caveat(
          "variance",
          "classical errors take the variance for equal to the mean; where it is not, take hc1 or "
            + "clusters"))
    }
    return caveats
  }
}

extension ModelFrame {
  /// The weights, 1 where there are none.
  var ones: [Double] { weights ?? [Double](repeating: 1, count: data.count) }
}

extension LeastSquares {
  /// The residuals with all their digits; of fits in which every row counts.
  fileprivate var exactResiduals: [DoubleDouble] {
    let (rows, scaling) = influences
    return rows.weighting.unweighted(rows.residuals, others: nil)
      .map { $0.scaled(byPowerOfTwo: scaling.response - rows.weighting.exponent) }
  }
}
