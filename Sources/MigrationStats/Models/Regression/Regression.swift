/// A response explained by the terms of a formula, or by a curve: coefficients with their errors,
/// the quality of the fit, and every row beside what the fit makes of it.
///
/// ```swift
/// let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
/// let formula = try Formula("log(value) ~ year")
/// let fit = try Regression(formula, table, Regression.Options(errors: .hc3))
/// print(fit.coefficients[1].term, fit.coefficients[1].estimate)  // year 0.02086…
/// ```
public struct Regression: Sendable {
  /// How the response is distributed about what is expected of it.
  public enum Family: String, Sendable, CaseIterable {
    /// Least squares: errors about a mean that is the sum of the terms.
    case gaussian
    /// Pseudo-maximum likelihood: a mean that is the exponential of the sum of the terms, for counts
    /// and for amounts that may be zero (J. M. C. Santos Silva and S. Tenreyro, “The log of
    /// gravity”, Review of Economics and Statistics 88, 2006, doi:10.1162/rest.88.4.641).
    case poisson
  }

  /// What is asked of a fit.
  public struct Options: Sendable {
    /// The column of weights, or an expression of columns; all rows count alike without.
    public var weights: String?
    /// The standard errors; without, `classical` for `gaussian` and `hc1` for `poisson`.
    public var errors: StandardErrors?
    /// The family.
    public var family: Family
    /// The level of confidence of the intervals, between 0 and 1.
    public var level: Double

    /// Options; least squares with classical errors where nothing is said.
    public init(
      weights: String? = nil, errors: StandardErrors? = nil, family: Family = .gaussian,
      level: Double = 0.95
    ) {
      (self.weights, self.errors, self.family, self.level) = (weights, errors, family, level)
    }

    /// The standard errors asked for, or the family's usual ones.
    var standardErrors: StandardErrors { errors ?? (family == .gaussian ? .classical : .hc1) }
  }

  /// A row of the data beside what the fit makes of it.
  public struct Row: Sendable, Hashable {
    /// The number of the row below the header, from 1.
    public let number: Int
    /// The line on which it begins.
    public let line: Int
    /// The year, where the formula has a column of years.
    public let year: Double?
    /// The response.
    public let observed: Double
    /// What the fit expects.
    public let fitted: Double
    /// The one less the other.
    public let residual: Double
    /// Where another observation like it would lie with the level of confidence, errors being normal
    /// and of the variance found; nil without degrees of freedom, and for `poisson`.
    public let interval: Interval?
    /// The row's weight in its own fit, from 0 to 1.
    public let leverage: Double?
  }

  /// The formula or curve, as R writes it.
  public let model: String
  /// How the response is distributed.
  public let family: Family
  /// The standard errors of the coefficients.
  public let errors: StandardErrors
  /// The coefficients.
  public let coefficients: [Coefficient]
  /// How well the fit does.
  public let quality: RegressionQuality
  /// The rows; nil for a file too large to be held.
  public let rows: [Row]?
  /// What a reader of the numbers has to know.
  public let caveats: [Caveat]
  /// What was guessed or set aside in reading.
  public let notes: [Note]

  /// The same regression with caveats before its own.
  ///
  /// ```swift
  /// let noted = fit.adding([Caveat("sample", "Seven years are a small sample.")])
  /// print(noted.caveats[0].text)  // Seven years are a small sample.
  /// ```
  public func adding(_ caveats: [Caveat]) -> Regression {
    Regression(
      model: model, family: family, errors: errors, coefficients: coefficients, quality: quality,
      rows: rows, caveats: caveats + self.caveats, notes: notes)
  }
}
