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
    /// The last change of each parameter, relative to the parameter.
    let changes: [Double]
  }

  /// Why there is no solution.
  enum Failure: Error, Hashable {
    /// The curve has no value at the start.
    case undefinedAtStart
    /// The search ended before an optimum.
    case notConverged(Progress)
    /// Some parameters can change together without changing the curve.
    case dependent(parameters: [Int], Progress)
    /// The sum of squares still falls, ever less, while these parameters change without end.
    case unbounded(parameters: [Int], Progress)
  }

  /// The parameters.
  let parameters: [DoubleDouble]
  /// √w·(y − f) and the slopes of √w·f.
  let line: Linearisation<DoubleDouble>
  /// The sum of the squared residuals.
  let sumOfSquares: DoubleDouble
  /// How many steps the search took.
  let steps: Int

  /// Minimises from a start.
  ///
  /// - Parameter limit: how many steps the trust region may try.
  init(
    _ problem: some NonlinearProblem, start: [Double], steps limit: Int = 1000
  ) throws(Failure) {
    guard var search = TrustRegion(problem, start: start) else { throw .undefinedAtStart }
    let isDown = search.descend(steps: limit)
    let coarse = Newton(problem, search.parameters, tolerance: 1e-9, steps: 30)
    let fine = Newton(
      problem, coarse.parameters.map { DoubleDouble($0) }, tolerance: 0x1p-60, steps: 60)
    let steps = search.steps + coarse.steps + fine.steps
    guard fine.outcome == .converged, let line = fine.line else {
      throw Self.failure(search, isDown: isDown, coarse: coarse, fine: fine, steps: steps)
    }
    parameters = fine.parameters
    self.line = line
    sumOfSquares = line.sumOfSquares
    self.steps = steps
  }

  private static func failure<Problem>(
    _ search: TrustRegion<Problem>, isDown: Bool, coarse: Newton<Double>,
    fine: Newton<DoubleDouble>,
    steps: Int
  ) -> Failure {
    let parameters = fine.parameters.map(\.high)
    let progress = Progress(
      parameters: parameters, sumOfSquares: fine.line?.sumOfSquares.high ?? search.sumOfSquares,
      steps: steps, changes: fine.changes)
    return .notConverged(progress)
  }
}

/// Newton's method on half the sum of squares, with its exact second derivatives.
struct Newton<Number: Elementary>: Sendable {
  /// How it ended.
  enum Outcome: Sendable, Hashable {
    /// The parameters move no more.
    case converged
    /// They still moved at the last step allowed.
    case moving
    /// The sum of squares is not curved upwards in all directions.
    case notConvex
    /// A step led upwards, or to where the curve is undefined.
    case astray
  }

  private(set) var parameters: [Number]
  /// The residuals and slopes at the parameters; nil where the curve is undefined there.
  private(set) var line: Linearisation<Number>?
  private(set) var outcome = Outcome.moving
  private(set) var steps = 0
  /// The last change of each parameter, relative to the parameter.
  private(set) var changes: [Double]

  /// Moves the parameters.
  ///
  /// - Parameters:
  ///   - tolerance: the relative change of every parameter at which it ends.
  ///   - limit: how many steps are allowed.
  init(_ problem: some NonlinearProblem, _ start: [Number], tolerance: Double, steps limit: Int) {
    parameters = start
    changes = start.map { _ in .infinity }
    line = problem.linearised(start)
    let count = start.count
    while let current = line, steps < limit {
      let (gram, gradient) = current.products()
      guard let bending = problem.bending(parameters.map(\.nearest)) else {
        outcome = .astray
        return
      }
      // Scaled so that the slopes have length 1.
      let scales = (0..<count).map { index in
        let square = gram[index * (index + 1) / 2 + index]
        return square.nearest > 0 ? square.squareRoot() : Number(1)
      }
      var triangle = gram
      for i in 0..<count {
        for j in 0...i {
          let place = i * (i + 1) / 2 + j
          triangle[place] = (gram[place] - Number(bending[place])) / (scales[i] * scales[j])
        }
      }
      guard let system = SmallSystem(triangle, count: count, tolerance: 0) else {
        outcome = .notConvex
        return
      }
      let scaledStep = system.solution(zip(gradient, scales).map { $0 / $1 })
      let step = zip(scaledStep, scales).map { $0 / $1 }
      steps += 1
      let squares = current.sumOfSquares
      let trial = zip(parameters, step).map { $0 + $1 }
      guard let next = problem.linearised(trial) else {
        outcome = .astray
        return
      }
      changes = zip(step, trial).map { step, value in
        value.nearest == 0 ? abs(step.nearest) : abs(step.nearest / value.nearest)
      }
      let size = current.residuals.reduce(0) { max($0, abs($1.nearest)) }
      let isStill = (0..<count).allSatisfy {
        changes[$0] <= tolerance || abs(scaledStep[$0].nearest) <= 1e-25 * size
      }
      if next.sumOfSquares.nearest > squares.nearest * (1 + 1e-12), !isStill {
        outcome = .astray
        return
      }
      (parameters, line) = (trial, next)
      if isStill {
        outcome = .converged
        return
      }
    }
  }
}
