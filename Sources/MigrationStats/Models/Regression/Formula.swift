/// A regression in R's grammar: the response, `~`, and the terms that explain it.
///
/// ```swift
/// let formula = try Formula("log(migrants) ~ year + factor(region)")
/// print(formula)  // log(migrants) ~ year + factor(region)
/// ```
///
/// Terms are joined by `+`, taken out by `-`, crossed by `*` and `:`, raised by `^` and nested by
/// `/`; `0` or `-1` leaves the intercept out, `.` stands for all other columns. Within `I()`, `log()`
/// and the like the signs are arithmetic. `poly(x, 3)` is orthogonal, `poly(x, 3, raw = TRUE)` powers;
/// columns of words and `factor(x)` are categories. Names with spaces or signs stand in backquotes.
public struct Formula: Sendable, CustomStringConvertible {
  /// The formula as it was given.
  public let text: String
  /// What is explained.
  let response: FormulaExpression
  /// The right side, before it is multiplied out.
  let right: FormulaExpression

  /// The formula as R writes it.
  public var description: String { "\(response.text) ~ \(right.text)" }

  /// Reads a formula.
  ///
  /// - Throws: `FittingError` (`syntax`, `misuse`) with the place marked in its summary.
  public init(_ text: String) throws(FittingError) {
    self.text = text
    (response, right) = try FormulaParser.sides(of: text)
    try FormulaArithmetic.check(response, in: text)
    let terms = try FormulaTerms(self, columns: [])
    for variable in terms.variables { _ = try FormulaVariable(variable, in: text) }
  }
}
