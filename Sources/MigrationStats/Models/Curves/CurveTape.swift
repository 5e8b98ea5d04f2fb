/// An expression ready to be computed: constants folded, names told apart, and for each step the
/// parameters on which it depends.
struct CurveTape: Sendable {
  /// Where a step's value comes from.
  enum Source: Sendable {
    case constant(DoubleDouble)
    case variable(Int)
    case parameter(Int)
    case operation(CurveExpression.Operation)
  }

  struct Step: Sendable {
    let source: Source
    /// The steps of the operands; 0 where there is none.
    let first: Int
    let second: Int
    /// The parameters on which the value depends, in ascending order.
    let support: [Int]
    /// The step of the expression from which it was made.
    let origin: Int
  }

  let steps: [Step]
  let parameterCount: Int

  /// Prepares an expression whose names are all variables or parameters.
  init(_ expression: CurveExpression, parameters: [String], variables: [String]) {
    var steps: [Step] = []
    /// The steps' places on the tape.
    var places: [Int] = []
    for (origin, step) in expression.steps.enumerated() {
      var source = Source.operation(step.operation)
      var (first, second, support) = (0, 0, [Int]())
      switch step.operation {
      case .number(let value): source = .constant(DoubleDouble(value))
      case .pi: source = .constant(.pi)
      case .name(let index):
        let name = expression.names[index]
        if let parameter = parameters.firstIndex(of: name) {
          (source, support) = (.parameter(parameter), [parameter])
        } else {
          source = .variable(variables.firstIndex(of: name) ?? 0)
        }
      case .negative, .call, .sum, .difference, .product, .quotient, .power:
        first = places[step.first]
        second = step.second >= 0 ? places[step.second] : first
        support = Set(steps[first].support).union(steps[second].support).sorted()
        if case .constant(let a) = steps[first].source, case .constant(let b) = steps[second].source
        {
          source = .constant(CurveStep.value(step.operation, a, b))
        }
      }
      places.append(steps.count)
      steps.append(
        Step(source: source, first: first, second: second, support: support, origin: origin))
    }
    self.steps = steps
    parameterCount = parameters.count
  }
}

/// One step's value, and how it changes with its operands.
struct CurveStep<Number: Elementary> {
  var value: Number
  /// The derivatives by the first and the second operand.
  var first = Number(0)
  var second = Number(0)
  /// The second derivatives.
  var firstFirst = Number(0)
  var firstSecond = Number(0)
  var secondSecond = Number(0)

  private init(value: Number) { self.value = value }

  /// The value of an operation; that of doubles where the number's own arithmetic overflows.
  static func value(_ operation: CurveExpression.Operation, _ a: Number, _ b: Number) -> Number {
    let value = exactValue(operation, a, b)
    if Number.self == Double.self || value.nearest.isFinite { return value }
    return Number(CurveStep<Double>.exactValue(operation, a.nearest, b.nearest))
  }

  private static func exactValue(
    _ operation: CurveExpression.Operation, _ a: Number, _ b: Number
  ) -> Number {
    switch operation {
    case .number, .pi, .name: a
    case .negative: -a
    case .sum: a + b
    case .difference: a - b
    case .product: a * b
    case .quotient: a / b
    case .power: .pow(a, b)
    case .call(let function): function.value(a)
    }
  }

  /// The value and the derivatives by those operands that depend on a parameter.
  init(
    _ operation: CurveExpression.Operation, _ a: Number, _ b: Number, byFirst: Bool, bySecond: Bool
  ) {
    self.init(value: Self.value(operation, a, b))
    derive(operation, a, b, byFirst: byFirst, bySecond: bySecond)
    if Number.self == Double.self || isFinite { return }
    let plain = CurveStep<Double>(
      operation, a.nearest, b.nearest, byFirst: byFirst, bySecond: bySecond)
    first = Number(plain.first)
    second = Number(plain.second)
    firstFirst = Number(plain.firstFirst)
    firstSecond = Number(plain.firstSecond)
    secondSecond = Number(plain.secondSecond)
  }

  private var isFinite: Bool {
    first.nearest.isFinite && second.nearest.isFinite && firstFirst.nearest.isFinite
      && firstSecond.nearest.isFinite && secondSecond.nearest.isFinite
  }

  private mutating func derive(
    _ operation: CurveExpression.Operation, _ a: Number, _ b: Number, byFirst: Bool, bySecond: Bool
  ) {
    let one = Number(1)
    switch operation {
    case .number, .pi, .name: break
    case .negative: first = Number(-1)
    case .sum: (first, second) = (one, one)
    case .difference: (first, second) = (one, Number(-1))
    case .product: (first, second, firstSecond) = (b, a, one)
    case .quotient:
      first = one / b
      guard bySecond else { return }
      second = -(value / b)
      firstSecond = -(first / b)
      secondSecond = -(Number(2) * second / b)
    case .power:
      if byFirst {
        let power = CurveStep.value(.power, a, b - one)
        first = b * power
        if b.nearest != 1 {
          firstFirst = b * (b - one) * CurveStep.value(.power, a, b - Number(2))
        }
        if bySecond { firstSecond = power * (one + b * Number.log(a)) }
      }
      // At a base of zero the power stays zero whatever the exponent, as long as that is positive.
      if bySecond, a.nearest != 0 || b.nearest <= 0 {
        let logarithm = Number.log(a)
        second = value * logarithm
        secondSecond = second * logarithm
      }
    case .call(let function): (first, firstFirst) = function.derivatives(a, value: value)
    }
  }
}
