/// Whether the data determine the parameters of a nonlinear problem.
enum Identification {
  /// The least singular value, against the greatest, below which columns of length 1 depend on one
  /// another but for rounding.
  private static let dependence = 1e-13
  /// The share in the dependence below which a parameter takes no part in it.
  private static let part = 1e-6

  /// The level of confidence with which an interval's end is looked for.
  private static let level = 0.95

  /// Student's t at the level.
  static func quantile(degreesOfFreedom: Int) -> Double {
    StudentT.twoSidedQuantile(level: level, degreesOfFreedom: Double(degreesOfFreedom))
  }

  /// The sum of squares above which a parameter is out of its interval.
  static func bound(_ least: Double, _ problem: some NonlinearProblem) -> Double {
    let degrees = problem.rowCount - problem.parameterCount
    guard degrees > 0 else { return least * (1 + 1e-9) }
    let quantile = quantile(degreesOfFreedom: degrees)
    return least * (1 + quantile * quantile / Double(degrees))
  }

  /// The parameters that can change together without changing the curve, to first order.
  static func dependent(_ problem: some NonlinearProblem, at parameters: [Double]) -> [Int] {
    guard let line = problem.linearised(parameters) else { return [] }
    let count = problem.parameterCount
    var matrix: [Double] = []
    for index in 0..<count {
      let column = line.column(index)
      let largest = column.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { return [index] }
      let length = column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot() * largest
      matrix += column.map { $0 / length }
    }
    let system = SingularValues(matrix + line.residuals, rows: problem.rowCount, columns: count)
    let largest = system.values.max() ?? 0
    guard let weakest = system.values.indices.min(by: { system.values[$0] < system.values[$1] }),
      system.values[weakest] <= dependence * largest
    else { return [] }
    let vector = system.vectors[weakest * count..<(weakest + 1) * count]
    return vector.enumerated().filter { abs($1) > part }.map(\.offset)
  }

  /// The parameters that may grow a thousandfold, the others following, without the sum of squares
  /// exceeding a bound: those whose interval has no end.
  ///
  /// This is the interval by the profile of the sum of squares, not by the curve's slopes, which say
  /// nothing of infinity (D. M. Bates and D. G. Watts, Nonlinear Regression Analysis and Its
  /// Applications, 1988, section 6.1, doi:10.1002/9780470316757).
  ///
  /// - Parameters:
  ///   - reaches: how far each parameter's interval by its slopes reaches; zero where that is not
  ///     known, and only growth away from zero is tried.
  ///   - bound: the greatest sum of squares that the data do not speak against.
  static func unbounded(
    _ problem: some NonlinearProblem, at parameters: [Double], reaches: [Double], bound: Double
  ) -> [Int] {
    parameters.indices.filter { held in
      let (value, reach) = (parameters[held], reaches[held])
      // An interval well away from infinity by its slopes is taken to end.
      guard reach == 0 || reach > abs(value) / 4, value != 0 || reach > 0 else { return false }
      let signs: [Double] = reach > abs(value) ? [1, -1] : [value < 0 ? -1 : 1]
      return signs.contains { sign in
        isUnbounded(
          problem, at: parameters, held: held, growth: sign * (abs(value) + reach), bound: bound)
      }
    }
  }

  private static func isUnbounded(
    _ problem: some NonlinearProblem, at parameters: [Double], held: Int, growth: Double,
    bound: Double
  ) -> Bool {
    var others = parameters
    others.remove(at: held)
    for exponent in 1...6 {
      let factor = Numerics.exp(Double(exponent) / 2 * Numerics.log(10))
      let part = HeldProblem(problem: problem, held: held, value: growth * factor)
      guard part.parameterCount > 0 else {
        guard let squares = part.sumOfSquares([]), squares <= bound else { return false }
        continue
      }
      guard var walk = TrustRegion(part, start: others) else { return false }
      walk.descend(to: bound)
      guard walk.sumOfSquares <= bound else { return false }
      others = walk.parameters
    }
    return true
  }
}

/// A nonlinear problem with one of its parameters held at a value.
struct HeldProblem<Problem: NonlinearProblem>: NonlinearProblem {
  let problem: Problem
  let held: Int
  let value: Double

  var rowCount: Int { problem.rowCount }
  var parameterCount: Int { problem.parameterCount - 1 }

  func sumOfSquares(_ parameters: [Double]) -> Double? {
    problem.sumOfSquares(complete(parameters))
  }

  func linearised<Number: Elementary>(_ parameters: [Number]) -> Linearisation<Number>? {
    guard var line = problem.linearised(complete(parameters)) else { return nil }
    line.slopes.removeSubrange(held * rowCount..<(held + 1) * rowCount)
    return line
  }

  func bending(_ parameters: [Double]) -> [Double]? {
    guard let bending = problem.bending(complete(parameters)) else { return nil }
    var kept: [Double] = []
    for i in 0...parameterCount where i != held {
      for j in 0...i where j != held { kept.append(bending[i * (i + 1) / 2 + j]) }
    }
    return kept
  }

  func bending(_ parameters: [Double], along direction: [Double]) -> [Double] {
    var whole = direction
    whole.insert(0, at: held)
    return problem.bending(complete(parameters), along: whole)
  }

  private func complete<Number: Elementary>(_ parameters: [Number]) -> [Number] {
    var whole = parameters
    whole.insert(Number(value), at: held)
    return whole
  }
}
