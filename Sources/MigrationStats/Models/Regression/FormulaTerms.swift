/// The right side of a formula multiplied out, as R does: the variables, and terms of them.
struct FormulaTerms: Sendable {
  /// More terms than anybody means to write.
  private static let most = 5000

  /// The variables by their first appearance.
  private(set) var variables: [FormulaExpression] = []
  /// The terms, each the places of its variables in ascending order: those of one variable first,
  /// then those of two, and so on.
  private(set) var terms: [[Int]] = []
  /// Whether there is an intercept.
  private(set) var hasIntercept = true
  /// What was written as `x^2` and means no more than x.
  private(set) var idlePowers: [String] = []

  private let text: String
  private let columns: [String]
  private let response: FormulaExpression
  private var places: [String: Int] = [:]

  /// Multiplies the right side of a formula out.
  ///
  /// - Parameter columns: the names that `.` stands for, less those in the response.
  init(_ formula: Formula, columns: [String]) throws(FittingError) {
    text = formula.text
    response = formula.response
    let taken = Set(formula.response.names.map(\.name))
    self.columns = columns.filter { !taken.contains($0) }
    let terms = try expanded(formula.right)
    self.terms = orderedUnique(terms).enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }.map(\.element)
  }

  // MARK: Operators

  private mutating func expanded(
    _ expression: FormulaExpression
  ) throws(FittingError) -> [[Int]] {
    switch expression.form {
    case .number(let value):
      try setIntercept(value, isTaken: true, expression)
      return []
    case .text:
      throw .syntax("a text is no term", in: text, at: expression.place)
    case .name("."):
      return columns.map {
        [place(of: FormulaExpression(form: .name($0), place: expression.place))]
      }
    case .name, .call: return [try variable(expression)]
    case .group(let inner): return try expanded(inner)
    case .signed(let minus, let operand):
      if minus { return try without(operand, of: []) }
      return try expanded(operand)
    case .power(let base, let exponent): return try raised(base, exponent)
    case .chain(let first, let links):
      let isSum = links.allSatisfy { $0.sign == "+" || $0.sign == "-" }
      if !isSum { try refuseNumber(first, links[0].sign) }
      var terms = try expanded(first)
      for link in links {
        if !isSum { try refuseNumber(link.operand, link.sign) }
        switch link.sign {
        case "+": terms += try expanded(link.operand)
        case "-": terms = try without(link.operand, of: terms)
        default:
          terms = try joined(terms, link.sign, try expanded(link.operand), at: link.operand.place)
        }
      }
      return terms
    }
  }

  private func joined(
    _ left: [[Int]], _ sign: String, _ right: [[Int]], at place: Int
  ) throws(FittingError) -> [[Int]] {
    switch sign {
    case "*": return left + right + (try crossed(left, right, at: place))
    case "/":
      let whole = Array(Set(left.joined())).sorted()
      return left + (try crossed([whole], right, at: place))
    default: return try crossed(left, right, at: place)
    }
  }

  private func crossed(
    _ left: [[Int]], _ right: [[Int]], at place: Int
  ) throws(FittingError) -> [[Int]] {
    guard left.count * right.count <= Self.most else { throw tooMany(at: place) }
    return left.flatMap { first in right.map { Array(Set(first + $0)).sorted() } }
  }

  private func tooMany(at place: Int) -> FittingError {
    .syntax(
      "this makes more than \(Self.most) terms", in: text, at: place,
      remedy: "Write fewer terms, or the ones that matter.")
  }

  private mutating func raised(
    _ base: FormulaExpression, _ exponent: FormulaExpression
  ) throws(FittingError) -> [[Int]] {
    guard case .number(let power) = exponent.form, power >= 1, power == power.rounded(),
      power <= 100
    else {
      throw .syntax(
        "terms are raised to a whole number of at least 1", in: text, at: exponent.place,
        remedy: "To raise the values, write I(\(base.text)^\(exponent.text)).")
    }
    try refuseNumber(base, "^")
    let terms = orderedUnique(try expanded(base))
    if terms.count == 1, power > 1 { idlePowers.append("\(base.text)^\(exponent.text)") }
    var result = terms
    for _ in 1..<max(1, Int(power)) {
      let next = orderedUnique(try crossed(result, terms, at: base.place))
      if next.count == result.count, Set(next) == Set(result) { break }
      result = next
    }
    return result
  }

  private mutating func without(
    _ operand: FormulaExpression, of terms: [[Int]]
  ) throws(FittingError) -> [[Int]] {
    if case .number(let value) = operand.form {
      try setIntercept(value, isTaken: false, operand)
      return terms
    }
    let removed = Set(try expanded(operand))
    return terms.filter { !removed.contains($0) }
  }

  private mutating func setIntercept(
    _ value: Double, isTaken: Bool, _ expression: FormulaExpression
  ) throws(FittingError) {
    guard value == 0 || value == 1 else { throw notATerm(expression) }
    hasIntercept = (value == 1) == isTaken
  }

  private func refuseNumber(
    _ expression: FormulaExpression, _ sign: String
  ) throws(FittingError) {
    guard case .number = expression.form else { return }
    throw .syntax(
      "a number cannot stand beside ‘\(sign)’ outside of I()", in: text, at: expression.place,
      remedy: "In a formula ‘\(sign)’ joins terms; for arithmetic write I(…), such as I(x/1000).")
  }

  private func notATerm(_ expression: FormulaExpression) -> FittingError {
    .syntax(
      "\(expression.text) is no term: numbers but 0 and 1 are not", in: text, at: expression.place,
      remedy: "For arithmetic write I(…), such as I(x/1000).")
  }

  // MARK: Variables

  private mutating func variable(_ expression: FormulaExpression) throws(FittingError) -> [Int] {
    guard expression.text != response.text else {
      throw .syntax(
        "\(expression.text) is the response and cannot explain itself", in: text,
        at: expression.place, kind: .misuse, remedy: "Leave it out on the right of ‘~’.")
    }
    return [place(of: expression)]
  }

  private mutating func place(of expression: FormulaExpression) -> Int {
    let name = expression.text
    if let place = places[name] { return place }
    places[name] = variables.count
    variables.append(expression)
    return variables.count - 1
  }
}
