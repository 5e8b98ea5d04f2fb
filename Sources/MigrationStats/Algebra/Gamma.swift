/// The gamma function and the incomplete one.
enum Gamma {
  /// Γ*(a) = Γ(a)/(√(2π)·a^(a − 1/2)·e⁻ᵃ), what Stirling's formula leaves of the gamma function:
  /// near 1, but for small a.
  ///
  /// Products of gamma functions lose no digit to their size when these carry them. For a ≥ 10 it
  /// is the exponential of Stirling's series (NIST DLMF 5.11.1).
  static func stirlingRatio(_ a: Double) -> Double {
    guard a < 10 else {
      let inverse = 1 / a
      let square = inverse * inverse
      let series = stirling.reversed().reduce(0) { $0 * square + $1 }
      return Numerics.exp(series * inverse)
    }
    let root = (2 * Double.pi / a).squareRoot()
    return Numerics.gamma(a) / (root * Numerics.pow(a, a) * Numerics.exp(-a))
  }

  /// B₂ₖ/(2k(2k − 1)), k from 1: the coefficients of Stirling's series.
  private static let stirling: [Double] = [
    1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400,
    43867 / 244_188,
  ]

  /// The upper tail Q(a, x) = Γ(a, x)/Γ(a) of the incomplete gamma function.
  ///
  /// By the power series of its complement below a + 1, by Legendre's continued fraction above
  /// (NIST DLMF 8.7.1 and 8.9.2).
  ///
  /// - Precondition: a lies above 0.
  /// - Complexity: O(√a) near a, less elsewhere.
  static func upperTail(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    guard x.isFinite else { return x.isNaN ? .nan : 0 }
    // xᵃ·e⁻ˣ/Γ(a), the size of which is in a·ln(x/a) + a − x.
    let ratio = DoubleDouble(x) / DoubleDouble(a)
    let exponent = ratio.logarithm() * a + DoubleDouble(sum: a, -x)
    let front = (a / (2 * .pi)).squareRoot() / stirlingRatio(a) * exponent.exponential()
    return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
  }

  /// The series 1/a + x/(a(a + 1)) + x²/(a(a + 1)(a + 2)) + ….
  private static func series(_ a: Double, _ x: Double) -> Double {
    var (term, sum, divisor) = (1 / a, 1 / a, a)
    while term > sum * 0x1p-56 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// The fraction 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))).
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    1
      / ContinuedFraction.value(first: x + 1 - a) { n in
        (n * (a - n), x + 1 - a + 2 * n)
      }
  }
}
