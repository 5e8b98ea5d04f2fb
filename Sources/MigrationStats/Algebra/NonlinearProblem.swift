/// What nonlinear least squares minimises: the squares of weighted residuals √w·(y − f(b)).
protocol NonlinearProblem {
  /// How many residuals there are.
  var rowCount: Int { get }
  /// How many parameters there are.
  var parameterCount: Int { get }

  /// The sum of the squared residuals; nil where one is not a finite number.
  func sumOfSquares(_ parameters: [Double]) -> Double?
  /// The residuals and the slopes of √w·f; nil where one is not a finite number.
  func linearised<Number: Elementary>(_ parameters: [Number]) -> Linearisation<Number>?
  /// The second-order part Σ w·(y − f)·∂²f/∂bᵢ∂bⱼ, a row of the lower triangle after the other; nil
  /// where one is not a finite number.
  func bending(_ parameters: [Double]) -> [Double]?
  /// How √w·f bends along a direction, one a row: the second derivative by the way walked.
  func bending(_ parameters: [Double], along direction: [Double]) -> [Double]
}

/// A nonlinear problem about a point: residuals, and slopes of the curve.
struct Linearisation<Number: Elementary>: Sendable {
  /// √w·(y − f), one a row.
  var residuals: [Number]
  /// ∂√w·f/∂b, column by column.
  var slopes: [Number]

  var sumOfSquares: Number { residuals.reduce(Number(0)) { $0 + $1 * $1 } }

  /// The slopes by a parameter.
  func column(_ parameter: Int) -> ArraySlice<Number> {
    slopes[parameter * residuals.count..<(parameter + 1) * residuals.count]
  }

  /// By how much a unit of each parameter moves the curve at most, and the size of what the
  /// parameters make up together.
  func effects(of parameters: [Number]) -> (effects: [Double], size: Double) {
    let effects = parameters.indices.map { column($0).reduce(0) { max($0, abs($1.nearest)) } }
    let sizes = zip(parameters, effects).map { abs($0.nearest) * $1 }
    return (effects, sizes.reduce(0, max))
  }

  /// The products of the slopes' columns with one another, a row of the lower triangle after the
  /// other, and with the residuals.
  func products() -> (gram: [Number], gradient: [Number]) {
    let (rows, count) = (residuals.count, slopes.count / max(residuals.count, 1))
    var (gram, gradient) = ([Number](), [Number]())
    for i in 0..<count {
      for j in 0...i {
        var sum = Number(0)
        for row in 0..<rows { sum += slopes[i * rows + row] * slopes[j * rows + row] }
        gram.append(sum)
      }
      var sum = Number(0)
      for row in 0..<rows { sum += slopes[i * rows + row] * residuals[row] }
      gradient.append(sum)
    }
    return (gram, gradient)
  }
}
