/// Student's t distribution; the normal distribution with infinitely many degrees of freedom.
enum StudentT {
  /// The probability that |T| exceeds t: the regularised incomplete beta I(ν/(ν+t²); ν/2, 1/2).
  ///
  /// - Precondition: the degrees of freedom lie above 0.
  static func twoSidedTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0)
    guard degreesOfFreedom.isFinite else { return Normal.twoSidedTail(t) }
    let t = abs(t)
    guard t.isFinite else { return t.isNaN ? t : 0 }
    // Far out the tail falls by the power law t^−ν alone, and t² would overflow.
    let far = 1e100 * max(1, degreesOfFreedom.squareRoot())
    if t > far {
      return twoSidedTail(far, degreesOfFreedom: degreesOfFreedom)
        * Numerics.pow(far / t, degreesOfFreedom)
    }
    let (x, y) = shares(t, degreesOfFreedom)
    return Beta.regularised(x, complement: y, degreesOfFreedom / 2, 0.5)
  }

  /// The t that |T| exceeds with probability 1 − level.
  ///
  /// Newton's method on the logarithm of the probability, that outside ±t or the smaller one within,
  /// over the logarithm of t: a line where the tail is a power of t, concave elsewhere, so that it
  /// ends from any start.
  ///
  /// - Precondition: `level` lies between 0 and 1, the degrees of freedom above 0.
  static func twoSidedQuantile(level: Double, degreesOfFreedom: Double) -> Double {
    precondition(level > 0 && level < 1 && degreesOfFreedom > 0)
    // Near zero the level is proportional to t, and t² would underflow.
    if level < 0x1p-200 {
      return level / 0x1p-200
        * twoSidedQuantile(level: 0x1p-200, degreesOfFreedom: degreesOfFreedom)
    }
    var t = Normal.twoSidedQuantile(level: level)
    guard degreesOfFreedom.isFinite else { return t }
    let half = degreesOfFreedom / 2
    for _ in 0..<100 {
      // Only a small part of one degree of freedom leads that far.
      guard t < 1e150 else { return .infinity }
      let (x, y) = shares(t, degreesOfFreedom)
      // The derivatives of the logarithms are ∓2·front over the probabilities.
      let slope = 2 * Beta.front(x, complement: y, half, 0.5)
      let change: Double
      if level < 0.5 {
        let within = Beta.regularised(y, complement: x, 0.5, half)
        change = Numerics.log(level / within) * within / slope
      } else {
        let outside = Beta.regularised(x, complement: y, half, 0.5)
        change = Numerics.log(outside / (1 - level)) * outside / slope
      }
      t *= Numerics.exp(change)
      if abs(change) <= 0x1p-51 { break }
    }
    return t
  }

  /// ν/(ν + t²) and t²/(ν + t²).
  private static func shares(_ t: Double, _ nu: Double) -> (DoubleDouble, DoubleDouble) {
    let square = DoubleDouble(product: t, t)
    let sum = square + nu
    return (DoubleDouble(nu) / sum, square / sum)
  }
}
