/// The place where a tape is computed, row by row: values and exact derivatives by the parameters.
///
/// Derivatives are carried forward from step to step by the chain rule (automatic differentiation;
/// A. Griewank and A. Walther, Evaluating Derivatives, 2008, doi:10.1137/1.9780898717761), only by the
/// parameters on which a step depends.
struct CurveEvaluator<Number: Elementary> {
  /// How far derivatives go.
  enum Order: Int {
    case value, gradient, curvature
  }

  private let tape: CurveTape
  private let order: Order
  private let count: Int
  /// The values of the steps.
  private(set) var values: [Number]
  /// The gradients of the steps, one after the other.
  private var gradients: [Number] = []
  /// The second derivatives of the steps, the lower triangle of each row by row.
  private var curvatures: [Number] = []
  private let triangle: Int

  init(_ tape: CurveTape, parameters: [Number], order: Order) {
    self.tape = tape
    self.order = order
    count = tape.parameterCount
    triangle = count * (count + 1) / 2
    values = [Number](repeating: Number(0), count: tape.steps.count)
    if order != .value {
      gradients = [Number](repeating: Number(0), count: tape.steps.count * count)
    }
    if order == .curvature {
      curvatures = [Number](repeating: Number(0), count: tape.steps.count * triangle)
    }
    for (index, step) in tape.steps.enumerated() {
      switch step.source {
      case .constant(let value):
        values[index] = Number(value.high) + Number(Number.self == Double.self ? 0 : value.low)
      case .parameter(let parameter):
        values[index] = parameters[parameter]
        if order != .value { gradients[index * count + parameter] = Number(1) }
      case .variable, .operation: break
      }
    }
  }

  /// The value of the whole at the row last computed.
  var value: Number { values[values.count - 1] }
  /// Its derivative by a parameter.
  func gradient(_ parameter: Int) -> Number {
    gradients[gradients.count - count + parameter]
  }
  /// The derivative of a step by a parameter.
  func gradient(_ parameter: Int, of step: Int) -> Number { gradients[step * count + parameter] }
  /// Its second derivative by two parameters, the first not before the second.
  func curvature(_ row: Int, _ column: Int) -> Number {
    curvatures[curvatures.count - triangle + row * (row + 1) / 2 + column]
  }

  /// Computes a row.
  ///
  /// - Parameter variables: the values of the variables, a list a variable.
  mutating func compute(row: Int, of variables: [[Double]]) {
    for index in tape.steps.indices {
      let step = tape.steps[index]
      switch step.source {
      case .constant, .parameter: break
      case .variable(let variable): values[index] = Number(variables[variable][row])
      case .operation(let operation):
        let (a, b) = (values[step.first], values[step.second])
        if order == .value || step.support.isEmpty {
          values[index] = CurveStep.value(operation, a, b)
          continue
        }
        let isUnary = operation.isUnary
        let byFirst = !tape.steps[step.first].support.isEmpty
        let bySecond = !isUnary && !tape.steps[step.second].support.isEmpty
        let local = CurveStep(operation, a, b, byFirst: byFirst, bySecond: bySecond)
        values[index] = local.value
        carry(local, to: index, step, byFirst: byFirst, bySecond: bySecond)
      }
    }
  }

  /// Carries the derivatives of the operands on to a step.
  ///
  /// A derivative of zero silences whatever it is multiplied with, be it infinite: the exponential
  /// of a logistic curve may overflow where the curve has long come to rest.
  private mutating func carry(
    _ local: CurveStep<Number>, to index: Int, _ step: CurveTape.Step, byFirst: Bool, bySecond: Bool
  ) {
    let zero = Number(0)
    func times(_ a: Number, _ b: Number) -> Number { a == zero || b == zero ? zero : a * b }
    let (target, first, second) = (index * count, step.first * count, step.second * count)
    for i in step.support {
      var slope = zero
      if byFirst { slope += times(local.first, gradients[first + i]) }
      if bySecond { slope += times(local.second, gradients[second + i]) }
      gradients[target + i] = slope
    }
    guard order == .curvature else { return }
    let (bends, firsts, seconds) = (index * triangle, step.first * triangle, step.second * triangle)
    for (position, i) in step.support.enumerated() {
      for j in step.support[...position] {
        let place = i * (i + 1) / 2 + j
        var bend = zero
        if byFirst {
          bend += times(local.first, curvatures[firsts + place])
          bend += times(
            local.firstFirst, times(gradients[first + i], gradients[first + j]))
        }
        if bySecond {
          bend += times(local.second, curvatures[seconds + place])
          bend += times(
            local.secondSecond, times(gradients[second + i], gradients[second + j]))
        }
        if byFirst && bySecond {
          bend += times(
            local.firstSecond,
            times(gradients[first + i], gradients[second + j])
              + times(gradients[first + j], gradients[second + i]))
        }
        curvatures[bends + place] = bend
      }
    }
  }
}

extension CurveExpression.Operation {
  /// Whether the operation takes one operand.
  var isUnary: Bool {
    switch self {
    case .negative, .call: true
    default: false
    }
  }
}
