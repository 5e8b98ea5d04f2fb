/// Continued fractions.
enum ContinuedFraction {
  /// The value of b₀ + a₁/(b₁ + a₂/(b₂ + …)); not a number where it does not converge.
  ///
  /// By the method of Lentz, modified (I. J. Thompson and A. R. Barnett, “Coulomb and Bessel
  /// functions of complex arguments and order”, Journal of Computational Physics 64, 1986,
  /// doi:10.1016/0021-9991(86)90046-X).
  static func value(
    first: Double, _ term: (_ n: Double) -> (numerator: Double, denominator: Double)
  ) -> Double {
    func guarded(_ value: Double) -> Double { value == 0 ? 1e-300 : value }
    var result = guarded(first)
    var (c, d) = (result, 0.0)
    for n in 1...limit {
      let (numerator, denominator) = term(Double(n))
      d = 1 / guarded(denominator + numerator * d)
      c = guarded(denominator + numerator / c)
      let factor = c * d
      result *= factor
      if abs(factor - 1) <= 0x1p-53 { return result }
    }
    return .nan
  }

  private static let limit = 100_000
}
