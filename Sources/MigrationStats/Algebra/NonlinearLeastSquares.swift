/// Nonlinear least squares, right to the last digit that the data allow.
///
/// A trust region leads down to where Newton's method on the exact second derivatives converges, in
/// doubles first; then residuals, slopes and their products are computed in double-double until the
/// parameters move no more.
struct NonlinearLeastSquares: Sendable {
  /// How far a search came that found no optimum.
  struct Progress: Sendable, Hashable {
    let parameters: [Double]
    let sumOfSquares: Double
    let steps: Int
    /// The greatest change of a parameter at the last step, relative to the parameter.
    let change: Double
  }

  /// Why there is no solution.
  enum Failure: Error, Hashable {
    /// The curve has no value at the start.
    case undefinedAtStart
    /// The search ended before an optimum.
    case notConverged(Progress)
    /// These parameters can change together without changing the curve.
    case dependent(parameters: [Int], Progress)
    /// The data do not speak against these parameters growing without end.
    case unbounded(parameters: [Int], Progress)

    /// The least sum of squares that was found; infinite where the curve is undefined.
    var sumOfSquares: Double {
      switch self {
      case .undefinedAtStart: .infinity
      case .notConverged(let progress), .dependent(_, let progress), .unbounded(_, let progress):
        progress.sumOfSquares
      }
    }
  }

  /// The size of residuals, against the curve, that double-double cannot tell from zero.
  private static let perfection = 0x1p-80

  /// The parameters.
  let parameters: [DoubleDouble]
  /// √w·(y − f), exactly zero where the fit is perfect, and the slopes of √w·f.
  let line: Linearisation<DoubleDouble>
  /// The sum of the squared residuals.
  let sumOfSquares: DoubleDouble
  /// (JᵀJ)⁻¹ for the slopes J: times the variance of the residuals, the covariance of the parameters.
  let inverseGram: Matrix
  /// How many steps the search took.
  let steps: Int

  /// The parameters whose interval has no end: the data do not speak against any size of them.
  func unbounded(_ problem: some NonlinearProblem) -> [Int] {
    let count = parameters.count
    let degrees = problem.rowCount - count
    guard degrees > 0 else { return [] }
    let variance = sumOfSquares.high / Double(degrees)
    let quantile = Identification.quantile(degreesOfFreedom: degrees)
    return Identification.unbounded(
      problem, at: parameters.map(\.high),
      reaches: (0..<count).map { quantile * (variance * inverseGram[$0, $0]).squareRoot() },
      bound: Identification.bound(sumOfSquares.high, problem))
  }

  /// Minimises from a start.
  ///
  /// Straight steps first; steps bent as the curve is where those do not arrive.
  ///
  /// - Precondition: there are at least as many rows as parameters.
  init(_ problem: some NonlinearProblem, start: [Double]) throws(Failure) {
    guard let beginning = TrustRegion(problem, start: start) else { throw .undefinedAtStart }
    var straight = beginning
    let isStraightDown = straight.descend(steps: 300)
    var best = Finish(problem, straight)
    if !best.isOptimum {
      var bent = isStraightDown ? beginning : straight
      if !bent.descend(steps: 700, bends: true) { _ = bent.descend(steps: 500) }
      let second = Finish(problem, bent)
      if second.isOptimum || second.progress.sumOfSquares < best.progress.sumOfSquares {
        best = second
      }
    }
    guard let line = best.fine.line, let inverse = best.inverseGram, best.isOptimum else {
      throw Self.failure(problem, best.progress)
    }
    let (effects, size) = line.effects(of: best.fine.parameters)
    let isPerfect = line.residuals.allSatisfy { abs($0.high) <= Self.perfection * size }
    if isPerfect {
      parameters = zip(best.fine.parameters, effects).map { parameter, effect in
        abs(parameter.high) * effect <= Self.perfection * size ? .zero : parameter
      }
      self.line = Linearisation(
        residuals: line.residuals.map { _ in .zero }, slopes: line.slopes)
    } else {
      parameters = best.fine.parameters
      self.line = line
    }
    sumOfSquares = self.line.sumOfSquares
    inverseGram = inverse
    steps = best.progress.steps
  }

  /// Tells parameters that run away from parameters that depend on others at the end.
  private static func failure(_ problem: some NonlinearProblem, _ progress: Progress) -> Failure {
    let unbounded = Identification.unbounded(
      problem, at: progress.parameters, reaches: progress.parameters.map { _ in 0 },
      bound: Identification.bound(progress.sumOfSquares, problem))
    if !unbounded.isEmpty { return .unbounded(parameters: unbounded, progress) }
    let dependent = Identification.dependent(problem, at: progress.parameters)
    return dependent.isEmpty
      ? .notConverged(progress) : .dependent(parameters: dependent, progress)
  }
}

/// What follows a walk down: Newton's method, twice, and the inverse of the slopes' products.
private struct Finish {
  let fine: Newton<DoubleDouble>
  let inverseGram: Matrix?
  let progress: NonlinearLeastSquares.Progress

  var isOptimum: Bool { fine.outcome == .converged && inverseGram != nil }

  init<Problem>(_ problem: Problem, _ walk: TrustRegion<Problem>) {
    let coarse = Newton(problem, walk.parameters, tolerance: 1e-9, steps: 30)
    fine = Newton(
      problem, coarse.parameters.map { DoubleDouble($0) }, tolerance: 0x1p-60, steps: 30)
    let count = problem.parameterCount
    if fine.outcome == .converged, let line = fine.line {
      let slopes = Matrix(exactColumns: (0..<count).map { Array(line.column($0)) })
      let none = [Double](repeating: 0, count: problem.rowCount)
      inverseGram = try? LeastSquares(slopes, none).inverseGram
    } else {
      inverseGram = nil
    }
    progress = NonlinearLeastSquares.Progress(
      parameters: fine.parameters.map(\.high),
      sumOfSquares: fine.line?.sumOfSquares.high ?? walk.sumOfSquares,
      steps: walk.steps + coarse.steps + fine.steps,
      change: fine.steps > 0 ? fine.changes.max() ?? 0 : walk.lastChange)
  }
}
