/// Student's t distribution.
enum StudentT {
  /// The probability that |T| exceeds t: the regularised incomplete beta I(ν/(ν+t²); ν/2, 1/2).
  static func twoSidedTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    let nu = degreesOfFreedom
    return Beta.regularised(nu / (nu + t * t), nu / 2, 0.5)
  }

  /// The t that |T| exceeds with probability 1 − level.
  ///
  /// Found by bisection in the logarithm, then Newton's method on the tail.
  ///
  /// - Precondition: `level` lies between 0 and 1, the degrees of freedom above 0.
  static func twoSidedQuantile(level: Double, degreesOfFreedom: Double) -> Double {
    precondition(level > 0 && level < 1 && degreesOfFreedom > 0)
    let target = 1 - level
    var (low, high) = (1e-12, 1.0)
    while twoSidedTail(high, degreesOfFreedom: degreesOfFreedom) > target { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if twoSidedTail(middle, degreesOfFreedom: degreesOfFreedom) > target {
        low = middle
      } else {
        high = middle
      }
    }
    var t = (low + high) / 2
    for _ in 0..<3 {
      let excess = twoSidedTail(t, degreesOfFreedom: degreesOfFreedom) - target
      t += excess / (2 * density(t, degreesOfFreedom: degreesOfFreedom))
    }
    return t
  }

  private static func density(_ t: Double, degreesOfFreedom nu: Double) -> Double {
    let constant =
      Numerics.logGamma((nu + 1) / 2) - Numerics.logGamma(nu / 2) - 0.5 * Numerics.log(nu * .pi)
    return Numerics.exp(constant - (nu + 1) / 2 * Numerics.log1p(t * t / nu))
  }
}

/// The incomplete beta function.
enum Beta {
  /// I(x; a, b), by Lentz's continued fraction (NIST DLMF 8.17.22).
  static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    // The fraction converges fast below the mean; above it the complement is taken.
    if x > (a + 1) / (a + b + 2) { return 1 - regularised(1 - x, b, a) }
    let front = Numerics.exp(
      Numerics.logGamma(a + b) - Numerics.logGamma(a) - Numerics.logGamma(b)
        + a * Numerics.log(x) + b * Numerics.log1p(-x))
    return front * fraction(x, a, b) / a
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}
