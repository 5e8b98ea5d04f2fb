/// How well a regression fits: one row of numbers, absent where they mean nothing.
public struct RegressionQuality: Sendable, Hashable {
  /// The rows that count.
  public internal(set) var observations: Int
  /// The rows left out, because a value is missing or the weight zero.
  public internal(set) var omitted: Int
  /// The coefficients.
  public internal(set) var parameters: Int
  /// Rows less coefficients.
  public internal(set) var degreesOfFreedom: Int
  /// Those of the statistics; nil where these are taken for normal.
  public internal(set) var errorsDegreesOfFreedom: Int?
  /// The share of the response's squares that the fit explains: about the mean, or about zero where
  /// the terms do not make up a constant.
  public internal(set) var rSquared: Double?
  /// The same with mean squares in place of squares.
  public internal(set) var adjustedRSquared: Double?
  /// The standard deviation of the errors.
  public internal(set) var sigma: Double?
  /// The sum of the squared residuals, weighted.
  public internal(set) var residualSumOfSquares: Double?
  /// The statistic against all terms but the constant at once; with classical errors only.
  public internal(set) var fStatistic: Double?
  /// The probability of one at least as large, did none of them matter.
  public internal(set) var fPValue: Double?
  /// The logarithm of the likelihood on the scale named.
  public internal(set) var logLikelihood: Double?
  /// The column on whose scale the likelihood is, whatever function of it is fitted; the response
  /// where it is made of several columns.
  public internal(set) var scale: String
  /// The parameters that criteria count: the coefficients, and sigma where there is one.
  public internal(set) var criterionParameters: Int
  /// Twice the difference of the likelihoods of a perfect fit and this one; for `poisson`.
  public internal(set) var deviance: Double?
  /// The same of the fit of a constant alone.
  public internal(set) var nullDeviance: Double?
  /// McFadden's pseudo R², 1 less the ratio of the log-likelihood to that of a constant alone.
  public internal(set) var pseudoRSquared: Double?
  /// The sum of squared residuals over what is expected of them, a degree of freedom; near 1 where a
  /// count is Poisson.
  public internal(set) var dispersion: Double?
  /// The squared differences of neighbouring residuals over their squares.
  ///
  /// Near 2 where errors do not depend on those of the row before, near 0 where they repeat it (J.
  /// Durbin and G. S. Watson, Biometrika 37, 1950, doi:10.1093/biomet/37.3-4.409).
  public internal(set) var durbinWatson: Double?
  /// The weights.
  public internal(set) var weights: String?

  /// Akaike's criterion, −2 log L + 2k.
  public var aic: Double? {
    logLikelihood.map { -2 * $0 + 2 * Double(criterionParameters) }
  }

  /// Akaike's criterion for small samples; nil where there are too few rows for it.
  ///
  /// It is −2 log L + 2k + 2k(k + 1)/(n − k − 1) (C. M. Hurvich and C.-L. Tsai, Biometrika 76, 1989,
  /// doi:10.1093/biomet/76.2.297).
  public var aicc: Double? {
    let k = Double(criterionParameters)
    let rest = Double(observations) - k - 1
    guard rest > 0 else { return nil }
    return aic.map { $0 + 2 * k * (k + 1) / rest }
  }

  /// Schwarz's criterion, −2 log L + k log n.
  public var bic: Double? {
    logLikelihood.map {
      -2 * $0 + Double(criterionParameters) * Numerics.log(Double(observations))
    }
  }

  /// The quality of which nothing is known but its counts.
  init(observations: Int, omitted: Int, parameters: Int, scale: String, weights: String?) {
    (self.observations, self.omitted, self.parameters) = (observations, omitted, parameters)
    degreesOfFreedom = observations - parameters
    criterionParameters = parameters
    (self.scale, self.weights) = (scale, weights)
  }

  /// Takes what residuals that are normal say.
  ///
  /// - Parameters:
  ///   - squares: the sum of the squared residuals, weighted.
  ///   - total: the squares of the response about its mean or about zero, weighted; nil where a share
  ///     of them means nothing.
  ///   - logWeights: the sum of the logarithms of the weights.
  ///   - logSlopes: that of the slopes of the response over the column on whose scale it is.
  ///   - holdsConstant: whether the total is about the mean.
  mutating func takeSquares(
    _ squares: Double, total: DoubleDouble?, holdsConstant: Bool, logWeights: Double = 0,
    logSlopes: Double = 0
  ) {
    residualSumOfSquares = squares
    criterionParameters = parameters + 1
    let (n, free) = (Double(observations), Double(degreesOfFreedom))
    if degreesOfFreedom > 0 { sigma = (squares / free).squareRoot() }
    if squares > 0 {
      let spread = Numerics.log(2 * .pi) + Numerics.log(squares / n) + 1
      logLikelihood = -n / 2 * spread + logWeights / 2 + logSlopes
    }
    guard let total, total > .zero else { return }
    let unexplained = DoubleDouble(squares) / total
    rSquared = Double(DoubleDouble(1) - unexplained)
    guard degreesOfFreedom > 0 else { return }
    let before = n - (holdsConstant ? 1 : 0)
    adjustedRSquared = Double(DoubleDouble(1) - unexplained * (before / free))
    let tested = Double(parameters) - (holdsConstant ? 1 : 0)
    guard tested > 0, squares > 0 else { return }
    let statistic =
      Double((total - DoubleDouble(squares)) / DoubleDouble(tested)) / (squares / free)
    fStatistic = statistic
    fPValue = FDistribution.upperTail(max(0, statistic), numerator: tested, denominator: free)
  }

  /// The Durbin–Watson statistic of residuals in the order of the rows; nil where all are zero.
  static func durbinWatson(_ residuals: [Double]) -> Double? {
    let largest = residuals.reduce(0) { max($0, abs($1)) }
    guard residuals.count > 1, largest > 0, largest.isFinite else { return nil }
    let scaled = residuals.map { $0 / largest }
    let squares = scaled.reduce(0) { $0 + $1 * $1 }
    return zip(scaled.dropFirst(), scaled).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      / squares
  }
}
