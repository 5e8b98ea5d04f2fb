/// An expression of R's grammar, as far as formulas use it.
struct FormulaExpression: Sendable {
  /// What an expression is.
  indirect enum Form: Sendable {
    case number(Double)
    case text(String)
    /// A column or, alone, R's `.`; written in backquotes where it has to be.
    case name(String)
    case call(String, [Argument])
    /// A plus or minus before an operand.
    case signed(minus: Bool, FormulaExpression)
    /// Operands of operators of one rank, read from the left.
    case chain(FormulaExpression, [Link])
    case power(FormulaExpression, FormulaExpression)
    /// An expression in parentheses.
    case group(FormulaExpression)
  }

  /// An operator and what stands to the right of it.
  struct Link: Sendable {
    let sign: String
    let operand: FormulaExpression
  }

  /// What a function is given.
  struct Argument: Sendable {
    let label: String?
    let value: FormulaExpression
  }

  /// What the expression is.
  let form: Form
  /// Where it begins in the formula's text, in characters.
  let place: Int

  /// The names in the expression, by their first appearance.
  var names: [(name: String, place: Int)] {
    switch form {
    case .number, .text: []
    case .name(let name): [(name, place)]
    case .call(_, let arguments): arguments.flatMap(\.value.names)
    case .signed(_, let operand), .group(let operand): operand.names
    case .chain(let first, let links): first.names + links.flatMap(\.operand.names)
    case .power(let base, let exponent): base.names + exponent.names
    }
  }

  // MARK: Writing

  /// The expression as R writes it, which is also the name of a variable made of it.
  var text: String {
    switch form {
    case .number(let value): Numerals.inR(value)
    case .text(let text): "\"\(text)\""
    case .name(let name): Self.quoted(name)
    case .call(let function, let arguments):
      function + "("
        + arguments.map { ($0.label.map { "\($0) = " } ?? "") + $0.value.text }.joined(
          separator: ", ") + ")"
    case .signed(let minus, let operand): (minus ? "-" : "+") + operand.text
    case .chain(let first, let links):
      links.reduce(first.text) { text, link in
        // R sets spaces about all of these but ‘/’ and ‘:’.
        let isTight = link.sign == "/" || link.sign == ":"
        return text + (isTight ? link.sign : " \(link.sign) ") + link.operand.text
      }
    case .power(let base, let exponent): "\(base.text)^\(exponent.text)"
    case .group(let inner): "(\(inner.text))"
    }
  }

  /// A name as R writes it: in backquotes unless it is letters, digits, dots and underscores.
  static func quoted(_ name: String) -> String {
    let isPlain =
      name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
      && name.first.map { $0.isLetter || $0 == "." } == true
      && !(name.first == "." && name.dropFirst().first?.isNumber == true)
    return isPlain ? name : "`\(name)`"
  }
}

extension Numerals {
  /// A number as R writes it in the name of a term: up to 15 digits, `1e+05` where that is shorter.
  static func inR(_ value: Double) -> String {
    var (digits, point) = decimalDigits(abs(value))
    if digits.count > 15 {
      let up = digits[15] >= 5
      digits = Array(digits.prefix(15))
      if up { increment(&digits, &point) }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    let figures = digits.map(String.init).joined()
    let exponent = point - 1
    let size = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
    let scientific =
      figures.prefix(1) + (figures.count > 1 ? "." + figures.dropFirst() : "")
      + (exponent < 0 ? "e-" : "e+") + size
    let fixed: String =
      if point >= figures.count {
        figures + String(repeating: "0", count: min(400, point - figures.count))
      } else if point > 0 {
        figures.prefix(point) + "." + figures.dropFirst(point)
      } else {
        "0." + String(repeating: "0", count: min(400, -point)) + figures
      }
    return (value < 0 ? "-" : "") + (fixed.count <= scientific.count ? fixed : scientific)
  }
}
