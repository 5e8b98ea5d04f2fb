/// A curve that a user writes: `y ~ K/(1 + exp(-r*(year - t0)))`.
///
/// Its grammar is that of everyday formulas: `+ - * / ^` (or `**`), parentheses, numbers, `pi`, the
/// functions `exp log log2 log10 log1p expm1 sqrt sin cos tan asin acos atan sinh cosh tanh abs`, and
/// names, between backquotes where they hold blanks. Names of columns are variables, all others
/// parameters; none is declared. A response before `~` may itself be computed: `log(y) ~ a + b*x`.
///
/// ```swift
/// let curve = try Curve("y ~ b1*(1 - exp(-b2*x))")
/// print(curve.names)  // ["b1", "b2", "x"]
/// ```
public struct Curve: Sendable, Hashable, CustomStringConvertible {
  /// The curve as it was written.
  public let text: String
  /// The names of the curve, without those of the response, in order of appearance.
  public var names: [String] { expression.names }
  /// The names of the response before `~`; empty where the curve has none.
  public var responseNames: [String] { response?.names ?? [] }
  /// The response as it is written before `~`; nil where the curve has none.
  public var responseText: String? { response?.text }

  let expression: CurveExpression
  let response: CurveExpression?

  /// Reads a curve.
  ///
  /// - Throws: `FittingError` of kind `syntax` that marks the place in the text.
  public init(_ text: String) throws(FittingError) {
    (response, expression) = try CurveParser.parse(text)
    self.text = text
  }

  /// The curve without what stands before `~`.
  var withoutResponse: Curve { Curve(expression: expression) }

  private init(expression: CurveExpression) {
    self.expression = expression
    response = nil
    text = expression.text
  }

  /// The curve as it was read: blanks, parentheses and names in one manner.
  public var description: String {
    (response.map { "\($0.text) ~ " } ?? "") + expression.text
  }
}
