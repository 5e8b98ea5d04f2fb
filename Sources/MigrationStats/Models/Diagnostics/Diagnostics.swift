/// The tests of a fit's residuals.
///
/// ```swift
/// let residuals = [0.4, -1.2, 0.3, 0.9, -0.5, 0.8, -1.1, 0.2, 0.6, -0.4, 0.7, -0.9]
/// let diagnostics = Diagnostics(residuals: residuals, degreesOfFreedom: 10)
/// print(diagnostics[.durbinWatson]?.statistic ?? .nan)  // 2.9489…
/// print(diagnostics[.shapiroWilk]?.pValue ?? .nan)  // 0.1513…
/// ```
public struct Diagnostics: Sendable, Hashable {
  /// The tests, each with its statistic or the reason why there is none.
  public let tests: [Diagnostic]

  /// Tests residuals.
  ///
  /// - Parameters:
  ///   - residuals: the residuals in the order of time.
  ///   - degreesOfFreedom: values less parameters of the fit; below 5 the residuals mostly show the shape
  ///     of the curve that was fitted, and nothing is tested.
  ///   - isEquallySpaced: whether they are equally far apart in time.
  ///   - lags: the number of autocorrelations in Ljung's and Box's statistic; by default a fifth of
  ///     the values, at least 1 and at most 10 (R. J. Hyndman and G. Athanasopoulos, Forecasting:
  ///     principles and practice, 2021, section 5.4).
  public init(
    residuals: [Double], degreesOfFreedom: Int? = nil, isEquallySpaced: Bool = true,
    lags: Int? = nil
  ) {
    let count = residuals.count
    func missing(_ reason: String) -> [Diagnostic] {
      Diagnostic.Test.allCases.map { Diagnostic($0, missing: reason) }
    }
    guard let unit = residuals.exponentOfLength else {
      tests = missing("a residual is infinite or not a number")
      return
    }
    guard count >= 3 else {
      tests = missing("needs 3 values, there are \(count)")
      return
    }
    if let degreesOfFreedom, degreesOfFreedom < 5 {
      tests = missing("needs 5 degrees of freedom, there are \(degreesOfFreedom)")
      return
    }
    guard let lowest = residuals.min(), let highest = residuals.max(), lowest < highest else {
      tests = missing(
        residuals.contains { $0 != 0 }
          ? "all residuals are the same" : "the fit is perfect: all residuals are zero")
      return
    }
    // The statistics do not depend on the unit, their squares must not overflow.
    let values = residuals.map { $0.scaled(byPowerOfTwo: -unit) }
    let spacing = isEquallySpaced ? nil : "the values are not equally far apart in time"
    tests = [
      DurbinWatson.test(values, note: spacing),
      LjungBox.test(values, lags: lags ?? max(1, min(10, count / 5)), note: spacing),
      ShapiroWilk.test(values),
      JarqueBera.test(values),
    ]
  }

  /// The result of one of the tests.
  public subscript(test: Diagnostic.Test) -> Diagnostic? { tests.first { $0.test == test } }
}
