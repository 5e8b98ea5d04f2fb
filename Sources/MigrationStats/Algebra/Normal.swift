/// The standard normal distribution.
enum Normal {
  /// The probability of a value up to z.
  static func cdf(_ z: Double) -> Double { upperTail(-z) }

  /// The probability of a value above z.
  static func upperTail(_ z: Double) -> Double { complementaryError(z) / 2 }

  /// The probability of a value further from zero than z.
  static func twoSidedTail(_ z: Double) -> Double { complementaryError(abs(z)) }

  /// The value that is not exceeded with probability p.
  ///
  /// - Precondition: `p` lies between 0 and 1.
  static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1)
    let magnitude = quantile(central: abs(2 * p - 1), tail: 2 * min(p, 1 - p))
    return p < 0.5 ? -magnitude : magnitude
  }

  /// The z that a value is further from zero than with probability 1 − level.
  ///
  /// - Precondition: `level` lies between 0 and 1.
  static func twoSidedQuantile(level: Double) -> Double {
    precondition(level > 0 && level < 1)
    return quantile(central: level, tail: 1 - level)
  }

  /// The density at z.
  static func density(_ z: Double) -> Double {
    Numerics.exp(-z * z / 2) / (2 * .pi).squareRoot()
  }

  /// Mills' ratio: the upper tail at a z that is not negative over the density there.
  ///
  /// Far out by the continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))) (NIST DLMF 7.9.3).
  static func millsRatio(_ z: Double) -> Double {
    if z < 4 { return upperTail(z) / density(z) }
    return z.isFinite ? 1 / ContinuedFraction.value(first: z) { ($0, z) } : 0
  }

  /// erfc(z/√2), with what rounding z/√2 leaves.
  private static func complementaryError(_ z: Double) -> Double {
    guard abs(z) < 100 else { return z.isNaN ? z : (z < 0 ? 2 : 0) }
    let argument = DoubleDouble(product: z, rootOfHalf) + z * restOfRootOfHalf
    // The derivative of erfc(x) is −2e^(−x²)/√π.
    let x = argument.high
    return Numerics.erfc(x) - argument.low * Numerics.exp(-x * x) * 2 / Double.pi.squareRoot()
  }

  private static let rootOfHalf = 0.5.squareRoot()
  /// What the double leaves of √(1/2).
  private static let restOfRootOfHalf = DoubleDouble(0.5).squareRoot().low

  /// The z with the probabilities `central` within ±z and `tail` outside.
  ///
  /// Newton's method on the logarithm of the smaller one, which is concave, from a z whose own is too
  /// small: outside lies less than e^(−z²/2), within less than z·√(2/π).
  private static func quantile(central: Double, tail: Double) -> Double {
    if central == 0 { return 0 }
    var z =
      central < 0.5
      ? central * (Double.pi / 2).squareRoot() : (-2 * Numerics.log(tail)).squareRoot()
    for _ in 0..<100 {
      let found = central < 0.5 ? Numerics.erf(z * rootOfHalf) : twoSidedTail(z)
      let slope = 2 * density(z)
      guard found > 0, slope > 0 else { break }
      let ratio = central < 0.5 ? central / found : found / tail
      let change = Numerics.log(ratio) * (found / slope)
      z += change
      if abs(change) <= 0x1p-51 * z { break }
    }
    return z
  }
}
