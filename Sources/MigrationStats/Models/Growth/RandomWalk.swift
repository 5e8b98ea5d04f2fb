/// A random walk with drift: each year adds the same on average, and chance adds to chance.
///
/// ```swift
/// let walk = try world.fit(RandomWalk())
/// print(walk.coefficients[0].term, walk.coefficients[0].estimate)  // drift 4.2533…
/// ```
///
/// With increments d over spans of s years, the drift is Σd/Σs, the change from the first to the
/// last value over the years between; the variance of a year is Σ(d − drift·s)²/s over the number of
/// increments less one, which for equal spans is the usual one. A forecast h years ahead has the
/// variance σ²·(h + h²/Σs): of the walk, and of the drift (R. J. Hyndman and G. Athanasopoulos,
/// Forecasting: Principles and Practice, 3rd edition, section 5.5, there for spans of one).
public struct RandomWalk: Model, Hashable {
  /// Whether the values or their logarithms walk.
  public let scale: Scale

  /// A random walk with drift.
  public init(scale: Scale = .linear) { self.scale = scale }

  public var name: String { "random-walk" }
  public var formula: String {
    scale == .log
      ? "ln y(t) = ln y(t−1) + drift + e(t)" : "y(t) = y(t−1) + drift + e(t)"
  }
  public var parameterCount: Int { 2 }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    try points.require(3, for: "a random walk with drift")
    let values = try points.scaled(scale, for: "a random walk in logarithms")
    let years = points.years
    let last = years.count - 1
    let spans = zip(years, years.dropFirst()).map { Double($1 - $0) }
    let total = Double(years[last] - years[0])
    let drift = (values[last] - values[0]) / DoubleDouble(total)
    // An error is scaled to a span of one year, so that errors of unequal spans compare.
    let errors = spans.indices.map { index -> DoubleDouble in
      let increment = values[index + 1] - values[index]
      return (increment - drift * spans[index]) / DoubleDouble(spans[index]).squareRoot()
    }
    let squares = errors.reduce(DoubleDouble.zero) { $0 + $1 * $1 }
    let degreesOfFreedom = errors.count - 1
    let variance = Double(squares / DoubleDouble(Double(degreesOfFreedom)))
    let (base, slope) = (Double(values[last]), Double(drift))
    let lastYear = years[last]
    let error = (variance / total).squareRoot()
    let solution = Solution(
      scale: scale,
      parameters: [.init(term: "drift", estimate: slope, standardError: error)],
      fitted: [nil] + spans.indices.map { Double(values[$0] + drift * spans[$0]) },
      residuals: errors.map { Double($0) }, residualSumOfSquares: Double(squares),
      degreesOfFreedom: degreesOfFreedom, rSquared: nil, isRecursive: true,
      logScaling: -spans.reduce(0) { $0 + Numerics.log($1) } / 2,
      prediction: { year throws(FittingError) in
        let ahead = Double(year - lastYear)
        guard ahead > 0 else {
          return try Self.fittedPrediction(year, years, values, slope, variance)
        }
        return Solution.Prediction(
          centre: base + slope * ahead, standardError: ahead * error,
          deviation: (variance * ahead).squareRoot())
      })
    guard scale == .log else { return solution }
    return solution.meaning(Solution.Meaning.growth(slope, error))
  }

  /// The forecast of a year from the value before it.
  private static func fittedPrediction(
    _ year: Int, _ years: [Int], _ values: [DoubleDouble], _ slope: Double, _ variance: Double
  ) throws(FittingError) -> Solution.Prediction {
    let index = years.lastIndex { $0 < year } ?? 0
    let span = Double(max(0, year - years[index]))
    return Solution.Prediction(
      centre: Double(values[index]) + slope * span, standardError: 0,
      deviation: (variance * span).squareRoot())
  }
}

extension Model where Self == RandomWalk {
  /// A random walk with drift.
  public static var randomWalk: RandomWalk { RandomWalk() }
}
