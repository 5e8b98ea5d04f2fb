/// A variable of a formula: a column, or what a function makes of columns.
struct FormulaVariable: Sendable {
  /// What the variable is, as far as it shows without the data.
  enum Kind: Sendable {
    /// A column as it is: numbers, or words, which are categories.
    case column(String)
    /// Numbers made of columns.
    case value
    /// The powers of numbers from 1 to a degree, as they are or made orthogonal.
    case polynomial(degree: Int, isRaw: Bool)
    /// Categories.
    case categories
  }

  /// The degrees that are taken; a double's digits end before.
  private static let degrees = 1...60

  /// The name, as R writes it.
  let name: String
  /// What it is.
  let kind: Kind
  /// The numbers or categories that it is made of.
  let expression: FormulaExpression

  /// The variable that an expression of the right side is.
  ///
  /// - Throws: `FittingError` (`syntax`, `unknownName`) with the place marked.
  init(_ expression: FormulaExpression, in text: String) throws(FittingError) {
    name = expression.text
    switch expression.form {
    case .name(let name):
      kind = .column(name)
      self.expression = expression
    case .call("poly", let arguments):
      (self.expression, kind) = try Self.polynomial(arguments, at: expression.place, in: text)
    case .call("factor", let arguments), .call("as.factor", let arguments):
      guard arguments.count == 1, arguments[0].label == nil else {
        throw .syntax(
          "factor() is given one column", in: text, at: expression.place,
          remedy: "Levels stand in the order of their numbers or letters; the first is the base.")
      }
      try FormulaArithmetic.check(arguments[0].value, in: text)
      kind = .categories
      self.expression = arguments[0].value
    case .call("offset", _):
      throw .syntax(
        "offsets are not fitted yet", in: text, at: expression.place, kind: .misuse,
        remedy: "Subtract a known part from the response: 'I(y - x) ~ …'.")
    default:
      try FormulaArithmetic.check(expression, in: text)
      kind = .value
      self.expression = expression
    }
  }

  private static func polynomial(
    _ arguments: [FormulaExpression.Argument], at place: Int, in text: String
  ) throws(FittingError) -> (FormulaExpression, Kind) {
    let howTo = "Write poly(x, 2), or poly(x, 2, raw = TRUE) for plain powers."
    var unlabelled = arguments.filter { $0.label == nil }.map(\.value)
    var (degree, isRaw) = (1, false)
    func take(degree value: FormulaExpression) throws(FittingError) {
      guard case .number(let number) = value.form, number == number.rounded(),
        number >= Double(degrees.lowerBound), number <= Double(degrees.upperBound)
      else {
        throw .syntax(
          "the degree of a polynomial is a whole number from \(degrees.lowerBound) to "
            + "\(degrees.upperBound)", in: text, at: value.place, remedy: howTo)
      }
      degree = Int(number)
    }
    guard !unlabelled.isEmpty else {
      throw .syntax("poly() is given no column", in: text, at: place, remedy: howTo)
    }
    let base = unlabelled.removeFirst()
    try FormulaArithmetic.check(base, in: text)
    if let value = unlabelled.first { try take(degree: value) }
    guard unlabelled.count <= 1 else {
      throw .syntax(
        "poly() takes a column and a degree", in: text, at: unlabelled[1].place, remedy: howTo)
    }
    for argument in arguments {
      switch argument.label {
      case nil: continue
      case "degree": try take(degree: argument.value)
      case "raw":
        guard let isTrue = truth(argument.value) else {
          throw .syntax(
            "raw is TRUE or FALSE", in: text, at: argument.value.place, remedy: howTo)
        }
        isRaw = isTrue
      case let label?:
        throw .syntax(
          "poly() knows no ‘\(label)’", in: text, at: argument.value.place, remedy: howTo)
      }
    }
    return (base, .polynomial(degree: degree, isRaw: isRaw))
  }

  private static func truth(_ expression: FormulaExpression) -> Bool? {
    switch expression.form {
    case .name("TRUE"), .name("T"): true
    case .name("FALSE"), .name("F"): false
    default: nil
    }
  }
}
