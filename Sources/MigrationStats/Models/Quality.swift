/// How well a model fits, in numbers that can be compared between models of one series.
public struct Quality: Sendable, Hashable {
  /// The scale of R², sigma and the residuals.
  public let scale: Scale
  /// How many values were fitted.
  public let values: Int
  /// How many of them are observations: neither estimated, imputed nor forecast.
  public let observations: Int
  /// How many parameters were found, the standard deviation of the residuals among them.
  public let parameters: Int
  /// Values less parameters of the curve.
  public let degreesOfFreedom: Int
  /// R² on the scale of the fit; nil where the values are constant, or the model is recursive.
  public let rSquared: Double?
  /// R² adjusted for the number of parameters.
  public let adjustedRSquared: Double?
  /// The standard deviation of the residuals, on the scale of the fit.
  public let sigma: Double
  /// The sum of squared residuals, on the scale of the fit.
  public let residualSumOfSquares: Double
  /// The Gaussian log-likelihood on the data's own scale; nil for a perfect fit.
  public let logLikelihood: Double?
  /// The root mean square error, in the series' unit, of each value foretold by the others.
  public let leaveOneOutError: Double?
  /// The root mean square error, in the series' unit, of each value foretold from the one before it:
  /// for recursive models.
  ///
  /// The parameters are those fitted to all values, so that it flatters, as an error inside the sample.
  public let oneStepError: Double?
  /// What the residuals say of the assumptions.
  public let diagnostics: Diagnostics

  /// Akaike's criterion on the data's own scale: for logarithms with the Jacobian, 2·Σ ln y.
  public var aic: Double? { logLikelihood.map { 2 * Double(parameters) - 2 * $0 } }

  /// Akaike's criterion corrected for few values; nil for fewer than the parameters and two more.
  ///
  /// C. M. Hurvich and C.-L. Tsai, Biometrika 76 (1989), doi:10.1093/biomet/76.2.297.
  public var aicc: Double? {
    guard let aic, values > parameters + 1 else { return nil }
    let k = Double(parameters)
    return aic + 2 * k * (k + 1) / (Double(values) - k - 1)
  }

  /// Schwarz's criterion on the data's own scale.
  public var bic: Double? {
    logLikelihood.map { Double(parameters) * Numerics.log(Double(values)) - 2 * $0 }
  }

  /// The quality of a solution.
  ///
  /// - Parameter leaveOneOutError: in the series' unit.
  init(_ solution: Solution, of points: Points, parameterCount: Int, leaveOneOutError: Double?) {
    let count = points.values.count
    scale = solution.scale
    values = count
    observations = points.observedCount
    parameters = parameterCount + 1
    degreesOfFreedom = solution.degreesOfFreedom
    rSquared = solution.rSquared
    let freedom = Double(solution.degreesOfFreedom)
    adjustedRSquared =
      freedom > 0
      ? solution.rSquared.map { 1 - (1 - $0) * Double(count - 1) / freedom } : nil
    sigma = freedom > 0 ? (solution.residualSumOfSquares / freedom).squareRoot() : 0
    residualSumOfSquares = solution.residualSumOfSquares
    let n = Double(count)
    logLikelihood =
      solution.residualSumOfSquares > 0
      ? -n / 2 * (Numerics.log(2 * .pi * solution.residualSumOfSquares / n) + 1)
        + solution.logScaling + solution.scale.logJacobian(of: points.own) : nil
    self.leaveOneOutError = leaveOneOutError
    oneStepError = solution.isRecursive ? Self.oneStepError(solution, points) : nil
    diagnostics = Diagnostics(
      residuals: solution.residuals, degreesOfFreedom: solution.degreesOfFreedom,
      isEquallySpaced: points.step != nil)
  }

  private static func oneStepError(_ solution: Solution, _ points: Points) -> Double? {
    let errors = zip(points.own, solution.fitted).compactMap { value, fitted in
      fitted.map { value - solution.scale.own($0) }
    }
    return errors.isEmpty ? nil : errors.rootMeanSquare
  }
}

extension [Double] {
  /// The root of the mean of the squares.
  var rootMeanSquare: Double {
    // Squares of numbers near 1 are numbers, whatever the unit.
    guard let unit = exponentOfLength, count > 0 else { return .nan }
    let squares = reduce(0) { sum, value in
      let scaled = value.scaled(byPowerOfTwo: -unit)
      return sum + scaled * scaled
    }
    return (squares / Double(count)).squareRoot().scaled(byPowerOfTwo: unit)
  }
}
