/// Fisher's and Snedecor's F distribution.
enum FDistribution {
  /// The probability of a value above f: I(ν₂/(ν₂ + ν₁f); ν₂/2, ν₁/2) of the incomplete beta
  /// function; the tail of χ²/ν₁ with infinitely many degrees of freedom below.
  ///
  /// - Precondition: the degrees of freedom lie above 0, those above are finite.
  static func upperTail(_ f: Double, numerator: Double, denominator: Double) -> Double {
    precondition(numerator > 0 && numerator.isFinite && denominator > 0)
    guard f > 0 else { return f.isNaN ? .nan : 1 }
    guard f.isFinite else { return 0 }
    guard denominator.isFinite else {
      return ChiSquared.upperTail(numerator * f, degreesOfFreedom: numerator)
    }
    let ratio = DoubleDouble(product: numerator, f)
    let sum = ratio + denominator
    guard sum.high.isFinite else { return 0 }
    return Beta.regularised(
      DoubleDouble(denominator) / sum, complement: ratio / sum, denominator / 2, numerator / 2)
  }
}
