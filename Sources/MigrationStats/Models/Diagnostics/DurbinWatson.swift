/// Durbin's and Watson's statistic, Σ(eᵢ − eᵢ₋₁)²/Σeᵢ².
///
/// Near 2 where neighbours are uncorrelated, near 0 where they are alike (J. Durbin and G. S. Watson,
/// “Testing for serial correlation in least squares regression: I”, Biometrika 37, 1950,
/// doi:10.1093/biomet/37.3-4.409).
enum DurbinWatson {
  /// The statistic of residuals that are not all the same.
  static func test(_ residuals: [Double], note: String?) -> Diagnostic {
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    let changes = zip(residuals.dropFirst(), residuals).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return Diagnostic(.durbinWatson, statistic: changes / squares, note: note)
  }
}
