/// The arithmetic inside formulas: what is allowed, and its values over the rows of columns.
///
/// Values are computed in double-double, so that squares, products and powers of the data are exact
/// and no digit is lost before the fit.
enum FormulaArithmetic {
  /// Why an expression has no value in a row.
  struct Undefined: Error {
    let row: Int
    let expression: FormulaExpression
    /// Whether something more than zero is called for, as by a logarithm.
    let wantsPositive: Bool
  }

  /// The functions of one argument, besides `I`, which gives it as it is.
  private static func function(_ name: String) -> CurveFunction? { CurveFunction(rawValue: name) }

  private static let logarithms: Set<CurveFunction> = [.log, .log10, .log1p, .log2, .sqrt]

  // MARK: Checking

  /// Refuses what is no arithmetic.
  ///
  /// - Throws: `FittingError` (`syntax`, `unknownName`) with the place marked.
  static func check(_ expression: FormulaExpression, in text: String) throws(FittingError) {
    switch expression.form {
    case .number: return
    case .text:
      throw .syntax("a text is no number", in: text, at: expression.place)
    case .name(let name):
      guard name != "." else {
        throw .syntax("‘.’ stands for terms, not for a number", in: text, at: expression.place)
      }
    case .signed(_, let operand), .group(let operand): try check(operand, in: text)
    case .power(let base, let exponent):
      try check(base, in: text)
      try check(exponent, in: text)
    case .chain(let first, let links):
      try check(first, in: text)
      for link in links {
        guard ["+", "-", "*", "/"].contains(link.sign) else {
          throw .syntax(
            "‘\(link.sign)’ is no arithmetic", in: text, at: link.operand.place,
            remedy: "Write * for a product.")
        }
        try check(link.operand, in: text)
      }
    case .call(let function, let arguments):
      guard function == "I" || Self.function(function) != nil else {
        throw unknown(function, in: text, at: expression.place)
      }
      guard arguments.count == 1, arguments[0].label == nil else {
        throw .syntax(
          "\(function)() is given one value", in: text, at: expression.place,
          remedy: "For logarithms of base 2 or 10 there are log2() and log10().")
      }
      try check(arguments[0].value, in: text)
    }
  }

  /// A function that there is not.
  static func unknown(_ function: String, in text: String, at place: Int) -> FittingError {
    let names = ["I", "factor", "poly"] + CurveFunction.allCases.map(\.rawValue)
    return .syntax(
      "there is no function ‘\(function)’", in: text, at: place, kind: .unknownName,
      remedy: Suggestion.didYouMean(function, among: names)
        ?? "There are \(names.map { "\($0)()" }.joined(separator: ", ")).")
  }

  // MARK: Values

  /// The values of an expression over rows.
  ///
  /// - Parameter column: the values of a column by its name.
  /// - Throws: `Undefined` for the first row in which the expression has no finite value.
  static func values(
    _ expression: FormulaExpression, rows: Int, column: (String) -> [Double]
  ) throws(Undefined) -> [DoubleDouble] {
    switch expression.form {
    case .number(let value): return [DoubleDouble](repeating: DoubleDouble(value), count: rows)
    case .text, .name("."): return [DoubleDouble](repeating: .zero, count: rows)
    case .name(let name): return column(name).map { DoubleDouble($0) }
    case .group(let inner): return try values(inner, rows: rows, column: column)
    case .signed(let minus, let operand):
      let values = try values(operand, rows: rows, column: column)
      return minus ? values.map { -$0 } : values
    case .power(let base, let exponent):
      let bases = try values(base, rows: rows, column: column)
      let exponents = try values(exponent, rows: rows, column: column)
      return try finite(zip(bases, exponents).map(Self.power), expression)
    case .chain(let first, let links):
      var result = try values(first, rows: rows, column: column)
      for link in links {
        let operands = try values(link.operand, rows: rows, column: column)
        for row in 0..<rows {
          switch link.sign {
          case "+": result[row] += operands[row]
          case "-": result[row] -= operands[row]
          case "*": result[row] = result[row] * operands[row]
          default: result[row] = result[row] / operands[row]
          }
        }
        result = try finite(result, expression)
      }
      return result
    case .call(let name, let arguments):
      guard let argument = arguments.first?.value else {
        return [DoubleDouble](repeating: .zero, count: rows)
      }
      let values = try values(argument, rows: rows, column: column)
      guard let function = function(name) else { return values }
      return try finite(
        values.map { function.value($0) }, expression, isLogarithm: logarithms.contains(function))
    }
  }

  private static func finite(
    _ values: [DoubleDouble], _ expression: FormulaExpression, isLogarithm: Bool = false
  ) throws(Undefined) -> [DoubleDouble] {
    if let row = values.firstIndex(where: { !$0.high.isFinite || !$0.low.isFinite }) {
      throw Undefined(row: row, expression: expression, wantsPositive: isLogarithm)
    }
    return values
  }

  private static func power(_ base: DoubleDouble, _ exponent: DoubleDouble) -> DoubleDouble {
    if exponent == DoubleDouble(0.5) { return base.squareRoot() }
    if base == .zero, exponent > .zero { return .zero }
    return DoubleDouble.pow(base, exponent)
  }
}
