/// Shapiro's and Wilk's W: the squared correlation of the ordered values with those that a normal
/// distribution would have.
///
/// The coefficients and the distribution are those of J. P. Royston, “Remark AS R94: A remark on
/// algorithm AS 181: The W-test for normality”, Applied Statistics 44, 1995, doi:10.2307/2986146,
/// who fitted them for 3 to 5000 values.
enum ShapiroWilk {
  /// The statistic of residuals that are not all the same.
  static func test(_ residuals: [Double]) -> Diagnostic {
    let count = residuals.count
    guard count <= 5000 else {
      return Diagnostic(
        .shapiroWilk, missing: "its distribution is known for up to 5000 values, there are \(count)"
      )
    }
    let values = residuals.sorted()
    let weights = weights(count)
    let mean = values.reduce(0, +) / Double(count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // The weights of the lower half are those of the upper, negative.
    let spread = weights.indices.reduce(0) {
      $0 + weights[$1] * (values[count - 1 - $1] - values[$1])
    }
    let length = 2 * weights.reduce(0) { $0 + $1 * $1 }
    // 1 − W by a difference of roots, which cancels less.
    let root = (length * squares).squareRoot()
    let rest = max(0, (root - spread) / root * ((root + spread) / root))
    return Diagnostic(
      .shapiroWilk, statistic: 1 - rest, pValue: pValue(rest: rest, count: count))
  }

  /// The weights of the upper half of n ordered values, the greatest first.
  private static func weights(_ count: Int) -> [Double] {
    guard count > 3 else { return [(0.5 as Double).squareRoot()] }
    // Blom's approximations of the expected normal values.
    let expected = (1...count / 2).map {
      -Normal.quantile((Double($0) - 0.375) / (Double(count) + 0.25))
    }
    let squares = 2 * expected.reduce(0) { $0 + $1 * $1 }
    let u = 1 / Double(count).squareRoot()
    var weights = [polynomial(greatest, u) + expected[0] / squares.squareRoot()]
    if count > 5 { weights.append(polynomial(second, u) + expected[1] / squares.squareRoot()) }
    let fitted = weights.count
    let rest = (0..<fitted).reduce(squares) { $0 - 2 * expected[$1] * expected[$1] }
    let share = weights.reduce(1) { $0 - 2 * $1 * $1 }
    let scale = (rest / share).squareRoot()
    return weights + expected.dropFirst(fitted).map { $0 / scale }
  }

  /// The probability of a smaller W, of which 1 − W is given.
  private static func pValue(rest: Double, count: Int) -> Double {
    guard count > 3 else {
      // Exact: W has the density 3/(π·√(W(1 − W))) between 3/4 and 1.
      let tail = 1 - 6 / .pi * Numerics.asin(min(1, rest).squareRoot())
      return max(0, tail)
    }
    let n = Double(count)
    let transformed, mean, deviation: Double
    if count <= 11 {
      let bound = polynomial([-2.273, 0.459], n) - Numerics.log(rest)
      guard bound > 0 else { return 0 }
      transformed = -Numerics.log(bound)
      mean = polynomial([0.5440, -0.39978, 0.025054, -6.714e-4], n)
      deviation = Numerics.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n))
    } else {
      let size = Numerics.log(n)
      transformed = Numerics.log(rest)
      mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size)
      deviation = Numerics.exp(polynomial([-0.4803, -0.082676, 0.0030302], size))
    }
    return Normal.upperTail((transformed - mean) / deviation)
  }

  private static let greatest = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056]
  private static let second = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633]

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }
}
