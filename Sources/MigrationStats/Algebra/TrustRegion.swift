/// The way down to the least sum of squares by steps of bounded length.
///
/// Each step minimises the squares of the linearised problem within a ball whose radius grows while
/// the curve is as straight as foretold and shrinks where it is not (J. J. Moré, “The
/// Levenberg–Marquardt algorithm: implementation and theory”, 1978, doi:10.1007/BFb0067700). Parameters
/// are measured by the greatest length that their slopes have had. A step to where the curve is
/// undefined is taken back and the ball shrinks.
struct TrustRegion<Problem: NonlinearProblem> {
  private let problem: Problem
  private(set) var parameters: [Double]
  private(set) var sumOfSquares: Double
  /// How many steps were tried.
  private(set) var steps = 0
  /// The length of the last step against the parameters.
  private(set) var lastChange = Double.infinity

  private var line: Linearisation<Double>
  private var scales: [Double]
  private var radius = 0.0

  /// The share of the squares, foretold to be won, below which the way ends.
  private static var completion: Double { 1e-15 }

  /// Begins at a start; nil where the curve is undefined there.
  init?(_ problem: Problem, start: [Double]) {
    guard let line = problem.linearised(start), line.sumOfSquares.isFinite else { return nil }
    self.problem = problem
    self.line = line
    parameters = start
    sumOfSquares = line.sumOfSquares
    scales = start.indices.map { Self.length(line.column($0)) }
    radius = Self.length(zip(start, scales).map { $0 * $1 }[...])
    if radius == 0 { radius = 1 }
  }

  /// Walks until nothing more is to be won; says whether that came before the last step allowed.
  ///
  /// - Parameter bends: whether steps are bent as the curve is.
  mutating func descend(steps limit: Int, bends: Bool = false) -> Bool {
    let last = steps + limit
    var isFirst = steps == 0
    while steps < last {
      for (index, scale) in scales.enumerated() {
        scales[index] = max(scale, Self.length(line.column(index)))
      }
      let weights = scales.map { $0 > 0 ? $0 : 1 }
      let rows = problem.rowCount
      var matrix = line.slopes
      for (index, weight) in weights.enumerated() {
        for row in index * rows..<(index + 1) * rows { matrix[row] /= weight }
      }
      let system = SingularValues(
        matrix + line.residuals, rows: rows, columns: problem.parameterCount)
      let promise = system.components.reduce(0) { $0 + $1 * $1 }
      if promise <= Self.completion * sumOfSquares || sumOfSquares == 0 { return true }
      var hasMoved = false
      while !hasMoved && steps < last {
        steps += 1
        let (linear, damping, foretold) = Self.step(system, within: radius)
        let length = Self.length(linear[...])
        let step = bends ? bent(linear, damping, system, weights) : linear
        let size = Self.length(zip(parameters, weights).map { $0 * $1 }[...])
        lastChange = size > 0 ? length / size : length
        let trial = parameters.indices.map { parameters[$0] + step[$0] / weights[$0] }
        let squares = problem.sumOfSquares(trial) ?? .infinity
        let won = sumOfSquares - squares
        if isFirst, squares.isFinite {
          radius = min(radius, length)
          isFirst = false
        }
        if !squares.isFinite || won < 0.25 * foretold {
          radius = 0.25 * min(radius, length)
        } else if won > 0.75 * foretold {
          radius = max(radius, 2 * length)
        }
        if won > 0, let next = problem.linearised(trial) {
          (parameters, sumOfSquares, line) = (trial, squares, next)
          hasMoved = true
        }
        if foretold <= Self.completion * sumOfSquares || trial == parameters && !hasMoved {
          return true
        }
      }
    }
    return false
  }

  /// A step bent as the curve bends along it, where that changes it by less than its length.
  ///
  /// The curve's second derivative along the step is made up for by a second step (M. K. Transtrum
  /// and J. P. Sethna, “Improvements to the Levenberg–Marquardt algorithm for nonlinear least-squares
  /// minimization”, 2012, arXiv:1201.5885), which turns through narrow valleys.
  private func bent(
    _ step: [Double], _ damping: Double, _ system: SingularValues, _ weights: [Double]
  ) -> [Double] {
    let bends = problem.bending(parameters, along: zip(step, weights).map { $0 / $1 })
    let pull = weights.indices.map { index in
      zip(line.column(index), bends).reduce(0) { $0 - $1.0 * $1.1 } / weights[index]
    }
    var second = [Double](repeating: 0, count: step.count)
    for (index, value) in system.values.enumerated() where value > 0 {
      let vector = system.vectors[index * step.count..<(index + 1) * step.count]
      let along = zip(vector, pull).reduce(0) { $0 + $1.0 * $1.1 } / (value * value + damping)
      for (row, element) in vector.enumerated() { second[row] += along * element }
    }
    let length = Self.length(second[...])
    guard length.isFinite, length <= 0.75 * Self.length(step[...]) else { return step }
    return zip(step, second).map { $0 + $1 / 2 }
  }

  /// Walks until the sum of squares is at most a bound, or will not soon be.
  mutating func descend(to bound: Double) {
    var excess = Double.infinity
    while sumOfSquares > bound, sumOfSquares - bound < excess / 2 {
      excess = sumOfSquares - bound
      if descend(steps: 5) { return }
    }
  }

  /// The best step of the linearised problem within a radius, and how much it lessens the squares.
  private static func step(
    _ system: SingularValues, within radius: Double
  ) -> (step: [Double], damping: Double, foretold: Double) {
    let count = system.values.count
    let floor = (system.values.max() ?? 0) * 1e-16
    func components(_ damping: Double) -> [Double] {
      (0..<count).map { index in
        let value = system.values[index]
        guard value > floor || damping > 0 else { return 0 }
        return value * system.components[index] / (value * value + damping)
      }
    }
    // Newton's method on 1/length, which is nearly linear in the damping (Moré 1978).
    var damping = 0.0
    var along = components(0)
    for _ in 0..<60 {
      let length = length(along[...])
      if damping == 0 ? length <= radius : abs(length - radius) <= 0.01 * radius { break }
      var slope = 0.0
      for index in 0..<count where along[index] != 0 {
        let value = system.values[index]
        slope += along[index] * along[index] / (value * value + damping)
      }
      guard slope > 0 else { break }
      let change = length * length / slope * (length - radius) / radius
      damping = max(damping * 1e-3, damping + change)
      along = components(damping)
    }
    var step = [Double](repeating: 0, count: count)
    var foretold = 0.0
    for index in 0..<count {
      for row in 0..<count { step[row] += along[index] * system.vectors[index * count + row] }
      let rest = system.components[index] - system.values[index] * along[index]
      foretold += system.components[index] * system.components[index] - rest * rest
    }
    return (step, damping, foretold)
  }

  private static func length(_ values: ArraySlice<Double>) -> Double {
    let largest = values.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}
