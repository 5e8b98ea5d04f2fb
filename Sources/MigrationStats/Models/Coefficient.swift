/// A parameter of a fitted model: its estimate and how well the data determine it.
public struct Coefficient: Sendable, Hashable {
  /// The name, as R names it: `(Intercept)`, `year`, `poly(year, 2, raw = TRUE)1`.
  public let term: String
  /// The estimate.
  public let estimate: Double
  /// Its standard error; nil without degrees of freedom.
  public let standardError: Double?
  /// The estimate over its standard error; nil where the error is zero or there is none.
  public let statistic: Double?
  /// The probability of a statistic at least as far from zero, were the parameter zero.
  public let pValue: Double?
  /// The interval in which the parameter lies with the level of confidence.
  public let interval: Interval?

  /// An estimate with an error and an interval of its own, and no test of zero.
  init(term: String, estimate: Double, standardError: Double?, interval: Interval?) {
    self.term = term
    self.estimate = estimate
    self.standardError = standardError
    self.interval = interval
    statistic = nil
    pValue = nil
  }

  /// An estimate judged by Student's t, or by the normal distribution.
  ///
  /// - Parameters:
  ///   - degreesOfFreedom: those of the standard error; the normal distribution where infinite.
  ///   - level: the level of confidence, between 0 and 1.
  ///   - range: the values that it may have, to which the interval is cut.
  init(
    term: String, estimate: Double, standardError: Double?, degreesOfFreedom: Double, level: Double,
    within range: ClosedRange<Double>? = nil
  ) {
    self.term = term
    self.estimate = estimate
    guard let standardError, standardError.isFinite, degreesOfFreedom > 0 else {
      (self.standardError, statistic, pValue, interval) = (nil, nil, nil, nil)
      return
    }
    self.standardError = standardError
    let reach =
      standardError * StudentT.twoSidedQuantile(level: level, degreesOfFreedom: degreesOfFreedom)
    interval = Interval(
      lower: max(estimate - reach, range?.lowerBound ?? -.infinity),
      upper: min(estimate + reach, range?.upperBound ?? .infinity),
      kind: .confidence(level: level))
    guard standardError > 0 else {
      (statistic, pValue) = (nil, nil)
      return
    }
    let statistic = estimate / standardError
    self.statistic = statistic
    pValue = StudentT.twoSidedTail(statistic, degreesOfFreedom: degreesOfFreedom)
  }
}
