/// Reads a curve: sums, products, powers and calls, with R's precedences.
///
/// `^`, also written `**`, binds to the right and tighter than a sign: −2² is −4. Operators wait in
/// a list of their own until their operands are there (E. W. Dijkstra, “Algol 60 translation”,
/// 1961), so that nesting costs no stack.
struct CurveParser {
  /// What waits for operands.
  private enum Waiting {
    case operation(CurveExpression.Operation, level: Int)
    case open(CurveFunction?)
  }

  private let lexer: CurveLexer
  private var steps: [CurveExpression.Step] = []
  private var names: [String] = []
  /// The steps that are not yet operands of others.
  private var operands: [Int] = []
  private var waiting: [(what: Waiting, place: Int)] = []

  private init(_ lexer: CurveLexer) { self.lexer = lexer }

  /// Reads the curve and, before a `~`, its response.
  static func parse(
    _ text: String
  ) throws(FittingError) -> (response: CurveExpression?, curve: CurveExpression) {
    let lexer = try CurveLexer(text)
    guard let tilde = lexer.tokens.firstIndex(where: { $0.token == .tilde }) else {
      return (nil, try expression(lexer, lexer.tokens[...]))
    }
    let (left, right) = (lexer.tokens[..<tilde], lexer.tokens[(tilde + 1)...])
    if let second = right.first(where: { $0.token == .tilde }) {
      throw lexer.failure("a second ‘~’", at: second.place)
    }
    guard !left.isEmpty else {
      throw lexer.failure(
        "there is no response before ‘~’", at: lexer.tokens[tilde].place,
        remedy: "Write the response before ‘~’, or leave ‘~’ out.")
    }
    let end = [(token: CurveLexer.Token.end, place: lexer.tokens[tilde].place)]
    return (try expression(lexer, left + end), try expression(lexer, right))
  }

  private static func expression(
    _ lexer: CurveLexer, _ tokens: ArraySlice<(token: CurveLexer.Token, place: Int)>
  ) throws(FittingError) -> CurveExpression {
    var parser = CurveParser(lexer)
    let tokens = Array(tokens)
    var index = 0
    var needsOperand = true
    while index < tokens.count {
      let (token, place) = tokens[index]
      let isCall = index + 1 < tokens.count && tokens[index + 1].token == .open
      if needsOperand {
        needsOperand = try parser.takeOperand(token, at: place, isCall: isCall)
        if case .name(_, isQuoted: false) = token, isCall { index += 1 }
      } else {
        needsOperand = try parser.takeOperator(token, at: place)
      }
      index += 1
    }
    return CurveExpression(steps: parser.steps, names: parser.names)
  }

  /// Takes a token where an operand begins; says whether one is still needed.
  private mutating func takeOperand(
    _ token: CurveLexer.Token, at place: Int, isCall: Bool
  ) throws(FittingError) -> Bool {
    switch token {
    case .number(let value): push(.number(value))
    case .name(let name, isQuoted: false) where isCall:
      waiting.append((.open(try function(name, at: place)), place))
      return true
    case .name("pi", isQuoted: false): push(.pi)
    case .name(let name, _):
      if !names.contains(name) { names.append(name) }
      push(.name(names.firstIndex(of: name) ?? 0))
    case .minus:
      waiting.append((.operation(.negative, level: 3), place))
      return true
    case .plus: return true
    case .open:
      waiting.append((.open(nil), place))
      return true
    case .end where steps.isEmpty && waiting.isEmpty:
      throw lexer.failure("there is no curve", at: place, remedy: "Write one: ‘a*exp(b*x)’.")
    case .end: throw lexer.failure("something is missing at the end", at: place)
    case .close: throw lexer.failure("something is missing before ‘)’", at: place)
    case .times, .over, .power, .tilde:
      throw lexer.failure("something is missing before ‘\(Self.sign(token))’", at: place)
    }
    return false
  }

  /// Takes a token where an operand has ended; says whether another is needed.
  private mutating func takeOperator(
    _ token: CurveLexer.Token, at place: Int
  ) throws(FittingError) -> Bool {
    switch token {
    case .plus: wait(.sum, level: 1, at: place)
    case .minus: wait(.difference, level: 1, at: place)
    case .times: wait(.product, level: 2, at: place)
    case .over: wait(.quotient, level: 2, at: place)
    case .power: waiting.append((.operation(.power, level: 4), place))
    case .close:
      apply(downTo: 0)
      guard case .open(let function)? = waiting.popLast()?.what else {
        throw lexer.failure("‘)’ closes nothing", at: place)
      }
      if let function { push(.call(function), operands: 1) }
      return false
    case .end:
      apply(downTo: 0)
      if let open = waiting.last {
        throw lexer.failure("a parenthesis is not closed", at: open.place)
      }
      return false
    case .number, .name, .open, .tilde:
      throw lexer.failure(
        "an operator is missing", at: place, remedy: "Write ‘*’ between factors: ‘2*x’.")
    }
    return true
  }

  private mutating func wait(_ operation: CurveExpression.Operation, level: Int, at place: Int) {
    apply(downTo: level)
    waiting.append((.operation(operation, level: level), place))
  }

  /// Applies the operators that wait since the last open parenthesis and bind as tightly, or more.
  private mutating func apply(downTo level: Int) {
    while case .operation(let operation, let own)? = waiting.last?.what, own >= level {
      waiting.removeLast()
      push(operation, operands: operation == .negative ? 1 : 2)
    }
  }

  /// Appends a step that takes the last operands.
  private mutating func push(_ operation: CurveExpression.Operation, operands count: Int = 0) {
    let taken = Array(operands.suffix(count))
    operands.removeLast(taken.count)
    operands.append(steps.count)
    steps.append(
      CurveExpression.Step(
        operation: operation, first: taken.first ?? -1, second: count == 2 ? taken[1] : -1))
  }

  private func function(_ name: String, at place: Int) throws(FittingError) -> CurveFunction {
    if let function = CurveFunction(name: name) { return function }
    let known = CurveFunction.allCases.map(\.rawValue)
    throw lexer.failure(
      "there is no function ‘\(name)’", at: place,
      remedy: Suggestion.didYouMean(name, among: known)
        ?? "There are \(known.joined(separator: ", ")); ‘*’ stands between factors.")
  }

  private static func sign(_ token: CurveLexer.Token) -> String {
    switch token {
    case .times: "*"
    case .over: "/"
    case .power: "^"
    default: "~"
    }
  }
}
