/// The least-squares problem of a curve on data.
struct CurveProblem: NonlinearProblem, Sendable {
  let tape: CurveTape
  /// The values of the variables, a list a variable.
  let variables: [[Double]]
  let response: [DoubleDouble]
  /// The square roots of the weights; nil where all are 1.
  let rootWeights: [DoubleDouble]?

  var rowCount: Int { response.count }
  var parameterCount: Int { tape.parameterCount }

  func sumOfSquares(_ parameters: [Double]) -> Double? {
    var evaluator = CurveEvaluator(tape, parameters: parameters, order: .value)
    var sum = 0.0
    for row in response.indices {
      evaluator.compute(row: row, of: variables)
      let residual = (response[row].high - evaluator.value) * (rootWeights?[row].high ?? 1)
      sum += residual * residual
    }
    return sum.isFinite ? sum : nil
  }

  func linearised<Number: Elementary>(_ parameters: [Number]) -> Linearisation<Number>? {
    let (rows, count) = (rowCount, parameterCount)
    var evaluator = CurveEvaluator(tape, parameters: parameters, order: .gradient)
    var residuals = [Number](repeating: Number(0), count: rows)
    var slopes = [Number](repeating: Number(0), count: rows * count)
    var isFinite = true
    for row in 0..<rows {
      evaluator.compute(row: row, of: variables)
      let weight = rootWeights.map { Self.number($0[row], as: Number.self) }
      let residual = Self.number(response[row], as: Number.self) - evaluator.value
      residuals[row] = weight.map { $0 * residual } ?? residual
      isFinite = isFinite && residuals[row].nearest.isFinite
      for parameter in 0..<count {
        let slope = evaluator.gradient(parameter)
        isFinite = isFinite && slope.nearest.isFinite
        slopes[parameter * rows + row] = weight.map { $0 * slope } ?? slope
      }
    }
    return isFinite ? Linearisation(residuals: residuals, slopes: slopes) : nil
  }

  func bending(_ parameters: [Double]) -> [Double]? {
    var evaluator = CurveEvaluator(tape, parameters: parameters, order: .curvature)
    var bending = [Double](repeating: 0, count: parameterCount * (parameterCount + 1) / 2)
    for row in response.indices {
      evaluator.compute(row: row, of: variables)
      let weight = rootWeights.map { $0[row].high * $0[row].high } ?? 1
      let residual = (response[row].high - evaluator.value) * weight
      var place = 0
      for i in 0..<parameterCount {
        for j in 0...i {
          bending[place] += residual * evaluator.curvature(i, j)
          place += 1
        }
      }
    }
    return bending.allSatisfy(\.isFinite) ? bending : nil
  }

  func bending(_ parameters: [Double], along direction: [Double]) -> [Double] {
    var evaluator = CurveEvaluator(tape, parameters: parameters, order: .curvature)
    return response.indices.map { row in
      evaluator.compute(row: row, of: variables)
      var sum = 0.0
      for i in direction.indices {
        for j in 0..<i { sum += 2 * direction[i] * direction[j] * evaluator.curvature(i, j) }
        sum += direction[i] * direction[i] * evaluator.curvature(i, i)
      }
      return sum * (rootWeights?[row].high ?? 1)
    }
  }

  private static func number<Number: Elementary>(
    _ value: DoubleDouble, as type: Number.Type
  ) -> Number {
    Number.self == Double.self ? Number(value.high) : Number(value.high) + Number(value.low)
  }
}
