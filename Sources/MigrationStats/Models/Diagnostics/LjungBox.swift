/// Ljung's and Box's statistic, n(n + 2)·Σ rₖ²/(n − k) over the lags k = 1…h.
///
/// Without autocorrelation it is distributed as χ² (G. M. Ljung and G. E. P. Box, “On a measure of
/// lack of fit in time series models”, Biometrika 65, 1978, doi:10.1093/biomet/65.2.297). The
/// autocorrelations rₖ are those about the mean. A trend's parameters cost no degrees of freedom,
/// those of a model of the autocorrelation would.
enum LjungBox {
  /// The statistic of residuals that are not all the same.
  static func test(_ residuals: [Double], lags: Int, note: String?) -> Diagnostic {
    let count = residuals.count
    guard lags > 0 else { return Diagnostic(.ljungBox, missing: "needs 1 lag, asked for \(lags)") }
    guard lags < count else {
      return Diagnostic(
        .ljungBox, missing: "needs more values than lags; there are \(count) for \(lags) lags")
    }
    let mean = residuals.reduce(0, +) / Double(count)
    let values = residuals.map { $0 - mean }
    let squares = values.reduce(0) { $0 + $1 * $1 }
    let sum = (1...lags).reduce(0.0) { sum, lag in
      let products = zip(values.dropFirst(lag), values).reduce(0) { $0 + $1.0 * $1.1 }
      let correlation = products / squares
      return sum + correlation * correlation / Double(count - lag)
    }
    let statistic = Double(count) * Double(count + 2) * sum
    let convention =
      "\(lags) \(lags == 1 ? "lag" : "lags"), degrees of freedom not reduced by parameters"
    return Diagnostic(
      .ljungBox, statistic: statistic, degreesOfFreedom: lags,
      pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: Double(lags)),
      note: [convention, note].compactMap(\.self).joined(separator: "; "))
  }
}
