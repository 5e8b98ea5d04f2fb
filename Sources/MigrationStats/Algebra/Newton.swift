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
    while let current = line, steps < limit {
      guard let step = step(problem, current) else { return }
      steps += 1
      let trial = zip(parameters, step).map { $0 + $1 }
      changes = zip(step, trial).map { step, value in
        value.nearest == 0 ? abs(step.nearest) : abs(step.nearest / value.nearest)
      }
      guard let next = problem.linearised(trial) else {
        outcome = .astray
        return
      }
      // A parameter that is zero is still where its change hardly moves the curve.
      let (effects, size) = current.effects(of: trial)
      let isStill = step.indices.allSatisfy { index in
        changes[index] <= tolerance
          || abs(step[index].nearest) * effects[index] <= 1e-7 * tolerance * size
      }
      guard isStill || next.sumOfSquares.nearest <= current.sumOfSquares.nearest * (1 + 1e-12)
      else {
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

  /// The step to the optimum of the second-order problem; nil where it has none.
  private mutating func step(
    _ problem: some NonlinearProblem, _ current: Linearisation<Number>
  ) -> [Number]? {
    let (gram, gradient) = current.products()
    guard let bending = problem.bending(parameters.map(\.nearest)) else {
      outcome = .astray
      return nil
    }
    // Scaled so that the slopes have length 1.
    let scales = gradient.indices.map { index in
      let square = gram[index * (index + 1) / 2 + index]
      return square.nearest > 0 ? square.squareRoot() : Number(1)
    }
    var triangle = gram
    for i in scales.indices {
      for j in 0...i {
        let place = i * (i + 1) / 2 + j
        triangle[place] = (gram[place] - Number(bending[place])) / (scales[i] * scales[j])
      }
    }
    guard let system = SmallSystem(triangle, count: scales.count) else {
      outcome = .notConvex
      return nil
    }
    return zip(system.solution(zip(gradient, scales).map { $0 / $1 }), scales).map { $0 / $1 }
  }
}
