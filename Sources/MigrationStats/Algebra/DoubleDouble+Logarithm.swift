extension DoubleDouble {
  /// The natural logarithm of a positive value, to some 30 digits.
  ///
  /// With the value m·2ᵉ, m near 1, and s = (m − 1)/(m + 1), it is e·ln 2 + 2·(s + s³/3 + s⁵/5 + …).
  func logarithm() -> Self {
    var exponent = Int(high.exponent)
    if high.significand > 1.5 { exponent += 1 }
    let mantissa = scaled(byPowerOfTwo: -exponent)
    // |s| ≤ 1/5: the term 23 of the series is below 2⁻¹⁰⁸ of the first.
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    let series = (0...23).reversed().reduce(Self.zero) { sum, term in
      sum * square + Self(1) / Self(Double(2 * term + 1))
    }
    return Self.logarithmOfTwo * Double(exponent) + s * series * 2
  }

  /// ln 2 = 0.69314718055994530941723212145818.
  private static let logarithmOfTwo =
    DoubleDouble(0x1.62e42fefa39efp-1) + 0x1.abc9e3b39803fp-56

  /// e to the power of the value, rounded to a double.
  func exponential() -> Double {
    let result = Numerics.exp(high)
    return result.isFinite ? result + result * low : result
  }
}
