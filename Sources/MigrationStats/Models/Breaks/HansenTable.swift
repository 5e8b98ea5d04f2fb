/// The distributions of tests for a break at an unknown time, as functions fitted to simulations.
///
/// With k regressors and the breaks tried from the share π of the values on, the probability of more
/// than x is the tail of χ² with η degrees of freedom above θ₀ + θ₁x + θ₂x² + …; the coefficients are
/// those of B. E. Hansen, “Approximate asymptotic p values for structural-change tests”, Journal of
/// Business & Economic Statistics 15, 1997, 60–67, doi:10.1080/07350015.1997.10524687.
struct HansenTable: Sendable {
  /// The greatest number of regressors of which the table knows.
  static let greatestRegressors = 6
  /// The shares π of the table: 0.49, 0.47, … 0.01.
  private static let shares = 25

  /// How many numbers a row has: the coefficients θ, then η.
  let width: Int
  let numbers: [Double]

  /// The probability of a statistic above x.
  ///
  /// - Parameters:
  ///   - regressors: the number of coefficients that break, from 1 to `greatestRegressors`.
  ///   - first: the number of values before the first break that is tried.
  ///   - last: the number of values before the last one.
  ///   - count: the number of values.
  func upperTail(_ x: Double, regressors: Int, first: Int, last: Int, count: Int) -> Double {
    // Breaks tried from π₁ to π₂ are as many as those from π to 1 − π where
    // (1 − π)²/π² = π₂(1 − π₁)/(π₁(1 − π₂)) (D. W. K. Andrews, “Tests for parameter instability and
    // structural change with unknown change point”, Econometrica 61, 1993, doi:10.2307/2951764).
    let odds = Double((count - first) * last) / Double(first * (count - last))
    let share = 1 / (1 + odds.squareRoot())
    if share <= 0.01 { return rowTail(Self.shares - 1, x, regressors) }
    // At one half a single break is tried.
    let single = ChiSquared.upperTail(x, degreesOfFreedom: Double(regressors))
    if share >= 0.5 { return single }
    if share >= 0.49 {
      return 100 * ((0.5 - share) * rowTail(0, x, regressors) + (share - 0.49) * single)
    }
    let place = (0.49 - share) * 50
    let row = min(Int(place), Self.shares - 2)
    let weight = place - Double(row)
    return (1 - weight) * rowTail(row, x, regressors) + weight * rowTail(row + 1, x, regressors)
  }

  /// The probability in a row of the table.
  private func rowTail(_ share: Int, _ x: Double, _ regressors: Int) -> Double {
    let start = ((regressors - 1) * Self.shares + share) * width
    let row = numbers[start..<start + width]
    let argument = Self.rise(of: Array(row.dropLast()), upTo: x)
    return ChiSquared.upperTail(max(0, argument), degreesOfFreedom: row.last ?? 1)
  }

  /// The greatest value of a polynomial between 0 and x.
  ///
  /// Beyond the statistics that were simulated some polynomials fall again, and would call
  /// the strongest break none. What they give at their turn bounds the probability there.
  private static func rise(of coefficients: [Double], upTo x: Double) -> Double {
    func value(_ x: Double) -> Double { coefficients.reversed().reduce(0) { $0 * x + $1 } }
    guard coefficients.count == 4 else { return value(x) }
    // The turns are where its derivative ax² + 2bx + c is zero.
    let (a, b, c) = (3 * coefficients[3], coefficients[2], coefficients[1])
    let root = max(0, b * b - a * c).squareRoot()
    let turns = a == 0 ? [-c / (2 * b)] : [(-b - root) / a, (-b + root) / a]
    return turns.filter { 0 < $0 && $0 < x }.reduce(value(x)) { max($0, value($1)) }
  }
}
