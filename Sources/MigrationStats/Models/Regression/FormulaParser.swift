/// The reading of a formula by R's grammar.
///
/// From the loosest to the closest: `~`, `+ -`, `* /`, `%in%`, `:`, a sign before an operand, `^`.
struct FormulaParser {
  /// How deeply brackets, signs and powers may be nested.
  private static let deepest = 100

  private let text: String
  private let tokens: [FormulaScanner.Token]
  private var index = 0
  private var depth = 0

  private init(_ text: String) throws(FittingError) {
    self.text = text
    tokens = try FormulaScanner.tokens(of: text)
  }

  /// The two sides of a formula.
  static func sides(
    of text: String
  ) throws(FittingError) -> (response: FormulaExpression, terms: FormulaExpression) {
    var parser = try FormulaParser(text)
    let tildes = parser.tokens.filter { $0.kind == .sign("~") }
    guard let tilde = tildes.first else {
      throw .syntax(
        "there is no ‘~’ between the response and its terms", in: text, at: text.count,
        remedy: "Write it as 'response ~ term + term'.")
    }
    if tildes.count > 1 {
      throw .syntax(
        "there is a second ‘~’", in: text, at: tildes[1].place, remedy: "A formula has one.")
    }
    if tilde.place == parser.tokens[0].place {
      throw .syntax(
        "there is no response before the ‘~’", in: text, at: tilde.place,
        remedy: "Write the column that is to be explained before it.")
    }
    let response = try parser.sum()
    guard parser.takes("~") else { throw parser.unexpected() }
    let terms = try parser.sum()
    guard parser.next.kind == .end else { throw parser.unexpected() }
    return (response, terms)
  }

  /// One expression, such as weights.
  static func expression(_ text: String) throws(FittingError) -> FormulaExpression {
    var parser = try FormulaParser(text)
    let expression = try parser.sum()
    guard parser.next.kind == .end else { throw parser.unexpected() }
    return expression
  }

  // MARK: Tokens

  private var next: FormulaScanner.Token { tokens[index] }

  private mutating func takes(_ sign: String) -> Bool {
    guard next.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  private func unexpected() -> FittingError {
    switch next.kind {
    case .end:
      .syntax("the formula breaks off", in: text, at: next.place, remedy: "Write what follows.")
    case .sign("="):
      .syntax(
        "‘=’ has no place here", in: text, at: next.place,
        remedy: "The response and its terms are parted by ‘~’.")
    case .sign(")"):
      .syntax(
        "‘)’ closes nothing here", in: text, at: next.place,
        remedy: "Look for a missing ‘(’ or operand before it.")
    case .sign(let sign):
      .syntax(
        "‘\(sign)’ has no place here", in: text, at: next.place,
        remedy: "An operator stands between two operands.")
    case .number, .name, .text:
      .syntax(
        "an operator is missing", in: text, at: next.place,
        remedy:
          "Write +, : or * between two terms; put a name with spaces in backquotes: `net rate`."
      )
    }
  }

  private mutating func deeper<Result>(
    _ read: (inout Self) throws(FittingError) -> Result
  ) throws(FittingError) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw .syntax(
        "the formula is nested more than \(Self.deepest) deep", in: text, at: next.place,
        remedy: "Compute a column beforehand.")
    }
    return try read(&self)
  }

  // MARK: Expressions

  private mutating func sum() throws(FittingError) -> FormulaExpression {
    try chain(["+", "-"]) { parser throws(FittingError) in
      try parser.chain(["*", "/"]) { parser throws(FittingError) in
        try parser.chain(["%in%"]) { parser throws(FittingError) in
          try parser.chain([":"]) { parser throws(FittingError) in try parser.signed() }
        }
      }
    }
  }

  private mutating func chain(
    _ signs: [String], _ operand: (inout Self) throws(FittingError) -> FormulaExpression
  ) throws(FittingError) -> FormulaExpression {
    let first = try operand(&self)
    var links: [FormulaExpression.Link] = []
    while case .sign(let sign) = next.kind, signs.contains(sign) {
      index += 1
      links.append(FormulaExpression.Link(sign: sign, operand: try operand(&self)))
    }
    return links.isEmpty
      ? first : FormulaExpression(form: .chain(first, links), place: first.place)
  }

  private mutating func signed() throws(FittingError) -> FormulaExpression {
    let place = next.place
    for sign in ["-", "+"] where takes(sign) {
      let operand = try deeper { parser throws(FittingError) in try parser.signed() }
      return FormulaExpression(form: .signed(minus: sign == "-", operand), place: place)
    }
    return try power()
  }

  private mutating func power() throws(FittingError) -> FormulaExpression {
    let base = try operand()
    guard takes("^") else { return base }
    let exponent = try deeper { parser throws(FittingError) in try parser.signed() }
    return FormulaExpression(form: .power(base, exponent), place: base.place)
  }

  private mutating func operand() throws(FittingError) -> FormulaExpression {
    let token = next
    switch token.kind {
    case .number(let value):
      index += 1
      return FormulaExpression(form: .number(value), place: token.place)
    case .text(let text):
      index += 1
      return FormulaExpression(form: .text(text), place: token.place)
    case .name(let name, let isQuoted):
      index += 1
      guard !isQuoted, takes("(") else {
        return FormulaExpression(form: .name(name), place: token.place)
      }
      return FormulaExpression(form: .call(name, try arguments()), place: token.place)
    case .sign("("):
      index += 1
      let inner = try deeper { parser throws(FittingError) in try parser.sum() }
      guard takes(")") else { throw unclosed(token) }
      return FormulaExpression(form: .group(inner), place: token.place)
    case .sign, .end: throw unexpected()
    }
  }

  private mutating func arguments() throws(FittingError) -> [FormulaExpression.Argument] {
    let opening = tokens[index - 1]
    var arguments: [FormulaExpression.Argument] = []
    if takes(")") { return [] }
    while true {
      var label: String?
      if case .name(let name, _) = next.kind, tokens[index + 1].kind == .sign("=") {
        label = name
        index += 2
      }
      let value = try deeper { parser throws(FittingError) in try parser.sum() }
      arguments.append(FormulaExpression.Argument(label: label, value: value))
      if takes(")") { return arguments }
      guard takes(",") else { throw next.kind == .end ? unclosed(opening) : unexpected() }
    }
  }

  private func unclosed(_ opening: FormulaScanner.Token) -> FittingError {
    next.kind == .end
      ? .syntax(
        "the ‘(’ is never closed", in: text, at: opening.place, remedy: "Close it with ‘)’.")
      : unexpected()
  }
}
