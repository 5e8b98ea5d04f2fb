/// The recursion of exponential smoothing, and the initial state that suits it best.
///
/// In the form of error correction with the one-step error e(t) = y(t) − l(t−1) − φ·b(t−1):
/// l(t) = l(t−1) + φ·b(t−1) + α·e(t) and b(t) = φ·b(t−1) + β·e(t) (R. J. Hyndman, A. B. Koehler,
/// J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing, 2008, chapter 2). Without a
/// trend b is zero throughout.
struct SmoothingRecursion {
  /// α, β and φ; the last two are zero without a trend.
  struct Weights: Hashable {
    var alpha: Double
    var beta: Double
    var phi: Double
  }

  /// A number with its derivatives by α, β, φ, l(0) and b(0), in this order.
  private struct Dual {
    var parts: SIMD8<Double>

    init(_ value: Double, derivative lane: Int? = nil) {
      parts = .zero
      parts[0] = value
      if let lane { parts[lane] = 1 }
    }

    init(parts: SIMD8<Double>) { self.parts = parts }

    static func + (a: Self, b: Self) -> Self { Self(parts: a.parts + b.parts) }
    static func - (a: Self, b: Self) -> Self { Self(parts: a.parts - b.parts) }
    static func * (a: Self, b: Self) -> Self {
      var parts = a.parts * b.parts[0] + b.parts * a.parts[0]
      parts[0] = a.parts[0] * b.parts[0]
      return Self(parts: parts)
    }
  }

  /// What a run over the values gives.
  struct Run {
    /// The one-step errors.
    let errors: [Double]
    /// Their derivatives by α, β, φ, l(0) and b(0): a column each.
    let derivatives: [[Double]]
    /// The level and the trend after the last value.
    let level: Double
    let trend: Double
    /// The derivatives of the two.
    let levelDerivatives: [Double]
    let trendDerivatives: [Double]
  }

  let values: [Double]
  let hasTrend: Bool

  /// The one-step errors and the last state from an initial state.
  func run(_ weights: Weights, level: Double, trend: Double) -> Run {
    let alpha = Dual(weights.alpha, derivative: 1)
    let beta = Dual(hasTrend ? weights.beta : 0, derivative: 2)
    let phi = Dual(hasTrend ? weights.phi : 0, derivative: 3)
    var level = Dual(level, derivative: 4)
    var trend = Dual(hasTrend ? trend : 0, derivative: 5)
    var errors = [Dual]()
    errors.reserveCapacity(values.count)
    for value in values {
      let damped = phi * trend
      let error = Dual(value) - level - damped
      level = level + damped + alpha * error
      trend = damped + beta * error
      errors.append(error)
    }
    return Run(
      errors: errors.map { $0.parts[0] },
      derivatives: (1...5).map { lane in errors.map { $0.parts[lane] } },
      level: level.parts[0], trend: trend.parts[0],
      levelDerivatives: (1...5).map { level.parts[$0] },
      trendDerivatives: (1...5).map { trend.parts[$0] })
  }

  /// The initial state with the smallest sum of squared errors, and that sum.
  ///
  /// The errors are linear in the initial state, so that it is a least-squares problem of one or two
  /// columns, solved by Gram and Schmidt's orthogonalisation.
  func bestState(_ weights: Weights) -> (level: Double, trend: Double, squares: Double) {
    let start = run(weights, level: values[0], trend: 0)
    let first = start.derivatives[3]
    let second = hasTrend ? start.derivatives[4] : []
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let length = product(first, first)
    var (level, trend) = (0.0, 0.0)
    let share = hasTrend && length > 0 ? product(first, second) / length : 0
    if hasTrend {
      let rest = zip(first, second).map { $1 - share * $0 }
      let size = product(rest, rest)
      if size > 1e-20 * product(second, second) {
        trend = -product(rest, start.errors) / size
      }
    }
    if length > 0 {
      level = -product(first, start.errors) / length - share * trend
    }
    let best = run(weights, level: values[0] + level, trend: trend)
    return (values[0] + level, trend, product(best.errors, best.errors))
  }

  /// The weights with the smallest sum of squares that are admissible: 0 ≤ β ≤ α ≤ 1 and
  /// 0.8 ≤ φ ≤ 0.98, the usual bounds of a damped trend.
  ///
  /// From the three best points of a grid, each is improved by Hooke and Jeeves' direct search (J. ACM
  /// 8, 1961, doi:10.1145/321062.321069) until its step is 10⁻¹⁰.
  func bestWeights() -> Weights {
    let alphas = stride(from: 0.0, through: 1, by: hasTrend ? 0.125 : 0.05)
    let shares: [Double] = hasTrend ? [0, 0.1, 0.3, 0.6, 1] : [0]
    let phis: [Double] = hasTrend ? [0.8, 0.86, 0.92, 0.98] : [0]
    var starts: [(point: [Double], squares: Double)] = []
    for alpha in alphas {
      for share in shares {
        for phi in phis {
          let point = hasTrend ? [alpha, share, phi] : [alpha]
          starts.append((point, squares(point)))
        }
      }
    }
    starts.sort { $0.squares < $1.squares }
    var best = starts[0]
    for start in starts.prefix(3) {
      let found = search(from: start.point)
      if found.squares < best.squares { best = found }
    }
    return weights(best.point)
  }

  /// A point of the search, α, β/α and φ, as weights.
  private func weights(_ point: [Double]) -> Weights {
    hasTrend
      ? Weights(alpha: point[0], beta: point[0] * point[1], phi: point[2])
      : Weights(alpha: point[0], beta: 0, phi: 0)
  }

  private func squares(_ point: [Double]) -> Double {
    let squares = bestState(weights(point)).squares
    return squares.isNaN ? .infinity : squares
  }

  private func search(from start: [Double]) -> (point: [Double], squares: Double) {
    let bounds: [ClosedRange<Double>] = [0...1, 0...1, 0.8...0.98]
    func clamped(_ value: Double, _ index: Int) -> Double {
      min(max(value, bounds[index].lowerBound), bounds[index].upperBound)
    }
    func explored(_ base: [Double], _ value: Double, _ step: Double) -> ([Double], Double) {
      var (point, best) = (base, value)
      for index in point.indices {
        for sign in [1.0, -1.0] {
          var trial = point
          trial[index] = clamped(point[index] + sign * step, index)
          guard trial[index] != point[index] else { continue }
          let squares = squares(trial)
          if squares < best {
            (point, best) = (trial, squares)
            break
          }
        }
      }
      return (point, best)
    }
    var (base, value, step) = (start, squares(start), 0.05)
    var evaluations = 0
    while step > 1e-10, evaluations < 4_000 {
      evaluations += 1
      var (point, found) = explored(base, value, step)
      guard found < value else {
        step /= 2
        continue
      }
      // A move that helped is made once more, as long as it helps.
      while true {
        let next = point.indices.map { clamped(2 * point[$0] - base[$0], $0) }
        (base, value) = (point, found)
        let further = explored(next, squares(next), step)
        guard further.1 < found else { break }
        (point, found) = further
      }
    }
    return (base, value)
  }
}
