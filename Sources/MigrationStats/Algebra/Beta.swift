/// The incomplete beta function.
enum Beta {
  /// I(x; a, b), the regularised incomplete beta function.
  static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
    regularised(DoubleDouble(x), complement: DoubleDouble(sum: 1, -x), a, b)
  }

  /// I(x; a, b) of an x and 1 − x, each with its own digits.
  ///
  /// By a continued fraction below the mean (A. R. DiDonato and A. H. Morris, “Algorithm 708:
  /// Significant digit computation of the incomplete beta function ratios”, ACM Transactions on
  /// Mathematical Software 18, 1992, doi:10.1145/131766.131776, section 2: the even part of NIST
  /// DLMF 8.17.22), as the complement of I(1 − x; b, a) above.
  ///
  /// - Precondition: a and b lie above 0.
  static func regularised(
    _ x: DoubleDouble, complement y: DoubleDouble, _ a: Double, _ b: Double
  ) -> Double {
    if x.high.isNaN { return .nan }
    if x.high <= 0 { return 0 }
    if y.high <= 0 { return 1 }
    // a·y − b·x, how far x is below a/(a + b).
    let distance = Double(y * a - x * b)
    guard distance >= 2 * x.high - 1 else { return 1 - regularised(y, complement: x, b, a) }
    return front(x, complement: y, a, b) * fraction(x.high, distance, a, b)
  }

  /// xᵃ(1 − x)ᵇ/B(a, b): x(1 − x) times the derivative of I(x; a, b).
  ///
  /// The sizes are in (x·s/a)ᵃ and ((1 − x)·s/b)ᵇ, s = a + b, whose logarithms are summed in
  /// double-double; the rest is near 1.
  static func front(
    _ x: DoubleDouble, complement y: DoubleDouble, _ a: Double, _ b: Double
  ) -> Double {
    let sum = DoubleDouble(sum: a, b)
    let exponent =
      (x * sum / DoubleDouble(a)).logarithm() * a + (y * sum / DoubleDouble(b)).logarithm() * b
    let s = sum.high
    let ratio =
      Gamma.stirlingRatio(s) / (Gamma.stirlingRatio(a) * Gamma.stirlingRatio(b))
    return ratio * (min(a, b) / (2 * .pi) * (max(a, b) / s)).squareRoot()
      * exponent.exponential()
  }

  /// The fraction of which xᵃ(1 − x)ᵇ/B(a, b) times is I(x; a, b).
  private static func fraction(
    _ x: Double, _ distance: Double, _ a: Double, _ b: Double
  ) -> Double {
    func denominator(_ n: Double) -> Double {
      (n == 0 ? 0 : n + n * (b - n) * x / (a + 2 * n - 1))
        + (a + n) * (distance + 1 + n * (2 - x)) / (a + 2 * n + 1)
    }
    return 1
      / ContinuedFraction.value(first: denominator(0)) { n in
        let step = a + 2 * n - 1
        return (
          (a + n - 1) / step * ((a + b + n - 1) / step) * n * (b - n) * x * x, denominator(n)
        )
      }
  }
}
