/// The χ² distribution.
enum ChiSquared {
  /// The probability of a value above x: Q(ν/2, x/2) of the incomplete gamma function.
  ///
  /// - Precondition: the degrees of freedom lie above 0.
  static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0)
    return Gamma.upperTail(degreesOfFreedom / 2, x / 2)
  }
}
