/// Exponential smoothing, simple or with a damped trend (Holt's method, damped).
///
/// ```swift
/// let smoothed = try world.fit(ExponentialSmoothing())
/// print(try smoothed.forecast(through: 2025).values.map(\.value))  // [280.6]
/// ```
///
/// The weights and the initial state have the smallest sum of squared one-step errors. A forecast h
/// steps ahead has the variance σ²·(1 + Σ c(j)²), j = 1 … h − 1, with c(j) = α + β·(φ + … + φʲ)
/// (R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing,
/// 2008, table 6.1), and that of the parameters by the delta method; a weight at its bound counts
/// as known.
public struct ExponentialSmoothing: Model, Hashable {
  /// Whether there is a trend, damped.
  public let hasTrend: Bool
  /// Whether the values or their logarithms are smoothed.
  public let scale: Scale

  /// Exponential smoothing.
  public init(hasTrend: Bool = false, scale: Scale = .linear) {
    self.hasTrend = hasTrend
    self.scale = scale
  }

  public var name: String { hasTrend ? "damped-holt" : "smoothing" }
  public var formula: String {
    let y = scale == .log ? "ln y" : "y"
    return hasTrend
      ? "\(y)(t) = l + φ·b + e; l ← l + φ·b + α·e; b ← φ·b + β·e" : "\(y)(t) = l + e; l ← l + α·e"
  }
  public var parameterCount: Int { hasTrend ? 5 : 2 }

  private var title: String { hasTrend ? "Holt's damped trend" : "exponential smoothing" }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    try points.require(parameterCount + 1, for: title)
    guard let step = points.step else {
      throw FittingError(
        .unequalSpacing,
        "\(points.series.title): the years are not equally far apart, and \(title) takes one step "
          + "from each value to the next", at: points.place,
        remedy: "Limit the years with --years, or use a model of time, such as exponential.")
    }
    let values = try points.scaled(scale, for: title).map { Double($0) }
    let recursion = SmoothingRecursion(values: values, hasTrend: hasTrend)
    let weights = recursion.bestWeights()
    let state = recursion.bestState(weights)
    let run = recursion.run(weights, level: state.level, trend: state.trend)
    guard state.squares.isFinite else {
      throw FittingError(
        .notFinite, "\(points.series.title): the values are beyond the range of numbers",
        at: points.place, remedy: "Check the largest values, or change the unit.")
    }
    let degreesOfFreedom = values.count - parameterCount
    let variance = state.squares / Double(degreesOfFreedom)
    let free = freeParameters(weights)
    let gram = inverseGram(run, free)
    let estimates = [weights.alpha, weights.beta, weights.phi, state.level, state.trend]
    let names = ["alpha", "beta", "phi", "level", "trend"]
    let shown = hasTrend ? [0, 1, 2, 3, 4] : [0, 3]
    let parameters = shown.map { index in
      let place = free.firstIndex(of: index)
      let error = place.flatMap { place in
        gram.map { (variance * max(0, $0[place][place])).squareRoot() }
      }
      return Solution.Parameter(
        term: names[index], estimate: estimates[index], standardError: error,
        range: index == 2 ? 0.8...0.98 : index < 2 ? 0...1 : nil)
    }
    let forecaster = SmoothingForecast(
      run: run, weights: weights, variance: variance, free: free, inverseGram: gram,
      hasTrend: hasTrend)
    let fitted = zip(values, run.errors).map { $0 - $1 }
    let (years, last) = (points.years, points.years[points.years.count - 1])
    return Solution(
      scale: scale, parameters: parameters, fitted: fitted, residuals: run.errors,
      residualSumOfSquares: state.squares, degreesOfFreedom: degreesOfFreedom, rSquared: nil,
      isRecursive: true, step: step, caveats: caveats(weights),
      prediction: { year throws(FittingError) in
        if year <= last {
          let index = years.lastIndex { $0 <= year } ?? 0
          return Solution.Prediction(
            centre: fitted[index], standardError: 0, deviation: variance.squareRoot())
        }
        return forecaster.prediction(steps: (year - last) / step)
      })
  }

  /// The parameters that are not at a bound, by their place among α, β, φ, l(0), b(0).
  private func freeParameters(_ weights: SmoothingRecursion.Weights) -> [Int] {
    var free: [Int] = []
    let margin = 1e-6
    if weights.alpha > margin, weights.alpha < 1 - margin { free.append(0) }
    guard hasTrend else { return free + [3] }
    if weights.beta > margin, weights.beta < weights.alpha - margin { free.append(1) }
    if weights.phi > 0.8 + margin, weights.phi < 0.98 - margin { free.append(2) }
    return free + [3, 4]
  }

  /// (JᵀJ)⁻¹ of the free parameters; nil where they are not determined.
  private func inverseGram(_ run: SmoothingRecursion.Run, _ free: [Int]) -> [[Double]]? {
    let design = Matrix(columns: free.map { run.derivatives[$0] })
    guard
      let fit = try? LeastSquares(design, [Double](repeating: 0, count: run.errors.count))
    else { return nil }
    return free.indices.map { row in free.indices.map { fit.inverseGram[row, $0] } }
  }

  private func caveats(_ weights: SmoothingRecursion.Weights) -> [Caveat] {
    var bounds: [String] = []
    let margin = 1e-6
    if weights.alpha <= margin { bounds.append("α at 0: the level never changes") }
    if weights.alpha >= 1 - margin { bounds.append("α at 1: a random walk") }
    if hasTrend {
      if weights.beta <= margin { bounds.append("β at 0: the trend never changes") }
      if weights.beta >= weights.alpha - margin { bounds.append("β at its largest, α") }
      if weights.phi <= 0.8 + margin { bounds.append("φ at 0.8, the strongest damping") }
      if weights.phi >= 0.98 - margin { bounds.append("φ at 0.98, the weakest damping") }
    }
    guard !bounds.isEmpty else { return [] }
    return [
      Caveat(
        "at-bound",
        "The best weights lie at a bound (\(bounds.joined(separator: "; "))): they have no standard "
          + "error, and intervals take them as known.")
    ]
  }
}

/// The forecasts that follow from the last state of exponential smoothing.
private struct SmoothingForecast: Sendable {
  let level: Double
  let trend: Double
  let levelDerivatives: [Double]
  let trendDerivatives: [Double]
  let weights: (alpha: Double, beta: Double, phi: Double)
  let variance: Double
  let free: [Int]
  let inverseGram: [[Double]]?
  let hasTrend: Bool

  init(
    run: SmoothingRecursion.Run, weights: SmoothingRecursion.Weights, variance: Double,
    free: [Int], inverseGram: [[Double]]?, hasTrend: Bool
  ) {
    (level, trend) = (run.level, run.trend)
    (levelDerivatives, trendDerivatives) = (run.levelDerivatives, run.trendDerivatives)
    self.weights = (weights.alpha, weights.beta, weights.phi)
    self.variance = variance
    self.free = free
    self.inverseGram = inverseGram
    self.hasTrend = hasTrend
  }

  func prediction(steps: Int) -> Solution.Prediction {
    var (power, damping, slope) = (1.0, 0.0, 0.0)
    var spread = 1.0
    for step in 1...max(1, steps) {
      // The derivative of φ + … + φʲ by φ is 1 + 2φ + … + jφʲ⁻¹.
      slope += Double(step) * power
      power *= weights.phi
      damping += power
      if step < steps {
        let weight = weights.alpha + (hasTrend ? weights.beta * damping : 0)
        spread += weight * weight
      }
    }
    if !hasTrend { (damping, slope) = (0, 0) }
    let gradient = free.map { index in
      levelDerivatives[index] + damping * trendDerivatives[index]
        + (index == 2 ? slope * trend : 0)
    }
    var squares = 0.0
    if let inverseGram {
      for (row, left) in gradient.enumerated() {
        for (column, right) in gradient.enumerated() {
          squares += left * inverseGram[row][column] * right
        }
      }
    }
    return Solution.Prediction(
      centre: level + damping * trend,
      standardError: (variance * max(0, squares)).squareRoot(),
      deviation: (variance * spread).squareRoot())
  }
}

extension Model where Self == ExponentialSmoothing {
  /// Simple exponential smoothing.
  public static var smoothing: ExponentialSmoothing { ExponentialSmoothing() }
  /// Holt's method with a damped trend.
  public static var dampedHolt: ExponentialSmoothing { ExponentialSmoothing(hasTrend: true) }
}
