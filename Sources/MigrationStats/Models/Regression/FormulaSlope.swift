/// The derivative of an expression, for likelihoods on the scale of the data.
extension FormulaArithmetic {
  /// The logarithms of the slopes of a response over its only column, added up.
  ///
  /// A likelihood of log y becomes one of y by adding Σ log(d log y / d y) = −Σ log y. Nil where the
  /// response is made of several columns, or a slope is zero.
  static func logSlopes(
    of response: FormulaExpression, _ data: ModelData
  ) -> (column: String, sum: Double)? {
    let names = Set(response.names.map(\.name))
    guard let name = names.first, names.count == 1, let values = data.numbers[name] else {
      return nil
    }
    if case .name = response.form { return (name, 0) }
    var sum = DoubleDouble.zero
    for value in values {
      let slope = slope(response, at: value).slope
      guard slope != 0, slope.isFinite else { return nil }
      sum += DoubleDouble.log(DoubleDouble(abs(slope)))
    }
    return (name, Double(sum))
  }

  /// The value of an expression of one column, and its derivative.
  private static func slope(
    _ expression: FormulaExpression, at x: Double
  ) -> (value: Double, slope: Double) {
    switch expression.form {
    case .number(let value): return (value, 0)
    case .text: return (0, 0)
    case .name: return (x, 1)
    case .group(let inner): return slope(inner, at: x)
    case .signed(let minus, let operand):
      let (value, slope) = slope(operand, at: x)
      return minus ? (-value, -slope) : (value, slope)
    case .power(let base, let exponent):
      let (a, da) = slope(base, at: x)
      let (b, db) = slope(exponent, at: x)
      let power = Double(DoubleDouble.pow(DoubleDouble(a), DoubleDouble(b)))
      let byBase = da == 0 ? 0 : b * Double(DoubleDouble.pow(DoubleDouble(a), DoubleDouble(b - 1)))
      let byExponent = db == 0 ? 0 : power * Numerics.log(a)
      return (power, byBase * da + byExponent * db)
    case .chain(let first, let links):
      return links.reduce(slope(first, at: x)) { left, link in
        let right = slope(link.operand, at: x)
        switch link.sign {
        case "+": return (left.value + right.value, left.slope + right.slope)
        case "-": return (left.value - right.value, left.slope - right.slope)
        case "*":
          return (
            left.value * right.value, left.slope * right.value + left.value * right.slope
          )
        default:
          let quotient = left.value / right.value
          return (quotient, (left.slope - quotient * right.slope) / right.value)
        }
      }
    case .call(let name, let arguments):
      guard let argument = arguments.first?.value else { return (0, 0) }
      let (value, inner) = slope(argument, at: x)
      guard let function = CurveFunction(rawValue: name) else { return (value, inner) }
      let result = function.value(value)
      return (result, function.derivatives(value, value: result).first * inner)
    }
  }
}
