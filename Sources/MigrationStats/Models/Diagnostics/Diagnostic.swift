/// A test of whether residuals look like independent draws from one normal distribution.
public struct Diagnostic: Sendable, Hashable {
  /// What is tested, and how.
  public enum Test: String, Sendable, Hashable, CaseIterable {
    /// Whether neighbours are alike (below 2) or unlike (above 2).
    case durbinWatson = "Durbin–Watson"
    /// Whether residuals some lags apart are correlated.
    case ljungBox = "Ljung–Box"
    /// Whether residuals are normal, by their order.
    case shapiroWilk = "Shapiro–Wilk"
    /// Whether residuals are normal, by their skewness and kurtosis.
    case jarqueBera = "Jarque–Bera"
  }

  /// What is tested, and how.
  public let test: Test
  /// The statistic; nil where it cannot be computed, which the note explains.
  public let statistic: Double?
  /// The degrees of freedom of the statistic's distribution; nil for those that have none.
  public let degreesOfFreedom: Int?
  /// The probability of a statistic at least as extreme, were the residuals such draws; nil where
  /// it is not known.
  public let pValue: Double?
  /// The convention followed, or why there is no statistic.
  public let note: String?

  init(
    _ test: Test, statistic: Double, degreesOfFreedom: Int? = nil, pValue: Double? = nil,
    note: String? = nil
  ) {
    self.test = test
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
    self.note = note
  }

  /// A test that cannot be made.
  init(_ test: Test, missing reason: String) {
    self.test = test
    (statistic, degreesOfFreedom, pValue) = (nil, nil, nil)
    note = reason
  }
}
