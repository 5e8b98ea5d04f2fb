/// Jarque's and Bera's statistic, n/6·(S² + (K − 3)²/4) of the skewness S and the kurtosis K.
///
/// For many values from a normal distribution it is distributed as χ² with 2 degrees of freedom
/// (C. M. Jarque and A. K. Bera, “A test for normality of observations and regression residuals”,
/// International Statistical Review 55, 1987, doi:10.2307/1403192).
enum JarqueBera {
  /// The number of values from which on the p-value is roughly right.
  private static let many = 30

  /// The statistic of residuals that are not all the same.
  static func test(_ residuals: [Double]) -> Diagnostic {
    let count = Double(residuals.count)
    let mean = residuals.reduce(0, +) / count
    let deviations = residuals.map { $0 - mean }
    func moment(_ power: (Double) -> Double) -> Double {
      deviations.reduce(0) { $0 + power($1) } / count
    }
    let variance = moment { $0 * $0 }
    let skewness = moment { $0 * $0 * $0 } / (variance * variance.squareRoot())
    let kurtosis = moment { $0 * $0 * $0 * $0 } / (variance * variance)
    let statistic = count / 6 * (skewness * skewness + (kurtosis - 3) * (kurtosis - 3) / 4)
    return Diagnostic(
      .jarqueBera, statistic: statistic, degreesOfFreedom: 2,
      pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: 2),
      note: residuals.count < many ? "too few values for the p-value to be more than rough" : nil)
  }
}
