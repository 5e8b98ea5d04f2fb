import Testing

@testable import MigrationStats

@Suite("Curve")
struct CurveTests {
  /// The value of a curve of `x` alone.
  private func value(_ text: String, x: Double = 2) throws -> Double {
    let curve = try Curve(text)
    let tape = CurveTape(curve.expression, parameters: [], variables: ["x"])
    var evaluator = CurveEvaluator<Double>(tape, parameters: [], order: .value)
    evaluator.compute(row: 0, of: [[x]])
    return evaluator.value
  }

  @Test("Operators bind as in R")
  func precedence() throws {
    #expect(try value("1 + x*3") == 7)
    #expect(try value("-x^2") == -4)
    #expect(try value("x^-1") == 0.5)
    #expect(try value("x^3^2") == 512)
    #expect(try value("2**3*x") == 16)
    #expect(try value("8/x/2") == 2)
    #expect(try value("8 - x - 3") == 3)
    #expect(try value("x^-1*8") == 4)
    #expect(try value("--x") == 2)
    #expect(try value("+x - -3") == 5)
    #expect(try value("-x^-2") == -0.25)
  }

  @Test("Numbers, pi and functions")
  func functions() throws {
    #expect(try value("1.5e1 + .5 + 2. + 1E-0") == 18.5)
    #expect(try value("pi") == .pi)
    #expect(try value("log(exp(x))") == 2)
    #expect(try value("ln(exp(x))") == 2)
    #expect(try value("log2(8) + log10(100)") == 5)
    #expect(try value("sqrt(x + 2) + abs(-x)") == 4)
    expectClose(try value("expm1(log1p(x))"), 2, digits: 15)
    #expect(try value("sin(x)^2 + cos(x)^2") == 1)
    #expect(try value("tanh(0) + sinh(0) + tan(0) + asin(0) + acos(1) + atan(0)") == 0)
    expectClose(try value("tanh(x)*cosh(x)/sinh(x)"), 1, digits: 15)
    #expect(try value("x × 3 − 1 · 2") == 4)
  }

  @Test("Names keep their order; backquotes hold any name")
  func names() throws {
    let curve = try Curve("log(`total stock`) ~ a.1 + b_2*exp(über*x) + a.1*`pi`")
    #expect(curve.names == ["a.1", "b_2", "über", "x", "pi"])
    #expect(curve.responseNames == ["total stock"])
    #expect(curve.responseText == "log(`total stock`)")
    #expect(curve.description == "log(`total stock`) ~ a.1 + b_2*exp(über*x) + a.1*`pi`")
    #expect(try Curve("exp + log*x").names == ["exp", "log", "x"])
  }

  @Test(
    "Curves are written with no more parentheses than it takes",
    arguments: [
      ("K/(1+exp(-r*(year-t0)))", "K/(1 + exp(-r*(year - t0)))"),
      ("b1*(b2+x)**(-1/b3)", "b1*(b2 + x)^(-1/b3)"), ("((a))+((b*c))", "a + b*c"),
      ("a-(b-c)", "a - (b - c)"), ("a/(b*c)", "a/(b*c)"), ("(a^b)^c", "(a^b)^c"),
      ("a^(b^c)", "a^b^c"), ("(-a)^2", "(-a)^2"), ("-(a*b)", "-(a*b)"), ("2^(-x)", "2^-x"),
    ])
  func writing(text: String, expected: String) throws {
    #expect(try Curve(text).description == expected)
  }

  @Test(
    "Errors mark the place",
    arguments: [
      ("b1*(1-exp(", "something is missing at the end", 10),
      ("b1*(1-x", "a parenthesis is not closed", 3), ("a+b)", "‘)’ closes nothing", 3),
      ("2x", "an operator is missing", 1), ("a b", "an operator is missing", 2),
      ("a*/b", "something is missing before ‘/’", 2), ("()", "something is missing before ‘)’", 1),
      ("y = a*x", "‘=’ has no place in a curve", 2), ("a $ b", "‘$’ has no place in a curve", 2),
      ("a*foo(x)", "there is no function ‘foo’", 2),
      ("~ a*x", "there is no response before ‘~’", 0),
      ("y ~ a ~ b", "a second ‘~’", 6), ("(y ~ a)*x", "a parenthesis is not closed", 0),
      ("a*`x", "a backquote is not closed", 2),
      ("``", "there is no name between the backquotes", 0),
      ("pow(x, 2)", "the functions of a curve take one argument, not several", 5),
      ("", "there is no curve", 0),
      ("a*", "something is missing at the end", 2),
      ("1e999*a", "‘1e999’ is too large a number", 0), ("y ~", "there is no curve", 3),
      ("log(x, 2)", "the functions of a curve take one argument, not several", 5),
    ])
  func syntax(text: String, summary: String, place: Int) {
    let error = #expect(throws: FittingError.self) { try Curve(text) }
    #expect(error?.kind == .syntax)
    let lines = error?.summary.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    #expect(
      lines.map(String.init) == [
        summary, "  " + text, "  " + String(repeating: " ", count: place) + "^",
      ])
  }

  @Test("The mark stays near its place in a long text")
  func longText() {
    let text = Array(repeating: "a*x", count: 60).joined(separator: " + ") + " + ?"
    let error = #expect(throws: FittingError.self) { try Curve(text) }
    let lines = error?.summary.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 3)
    #expect(lines.last.map { lines[1].dropFirst($0.count - 1).first == "?" } == true)
    let endless = String(repeating: "x+", count: 6000) + "x"
    #expect(throws: FittingError.self) { try Curve(endless) }
  }

  @Test("A misspelt function gets a suggestion")
  func suggestion() {
    let error = #expect(throws: FittingError.self) { try Curve("a*exq(x)") }
    #expect(error?.remedy == "Did you mean ‘exp’?")
  }

  @Test("Nesting without end neither traps nor stops")
  func nesting() throws {
    let depth = 4900
    let text =
      String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
    #expect(try value(text) == 2)
    #expect(try value(String(repeating: "-", count: 9998) + "x") == 2)
    #expect(throws: FittingError.self) { try Curve(String(repeating: "exp(", count: 2000)) }
  }

  @Test("Variables are told from parameters")
  func binding() throws {
    let bound = try Curve("log(y) ~ b1 - b2*x1*exp(-b3*x2)").bound(variables: ["x2", "y", "x1"])
    #expect(bound.parameters == ["b1", "b2", "b3"])
    #expect(bound.variables == ["x1", "x2", "y"])
  }

  @Test("A curve without variable or parameter is refused")
  func bindingErrors() throws {
    let none = #expect(throws: FittingError.self) {
      try Curve("y ~ a*exp(b*yaer)").bound(variables: ["year", "y"])
    }
    #expect(none?.kind == .unknownName)
    #expect(none?.summary == "the curve ‘a*exp(b*yaer)’ names no variable")
    #expect(none?.remedy == "Did you mean ‘year’?")
    let fixed = #expect(throws: FittingError.self) {
      try Curve("2*year").bound(variables: ["year"])
    }
    #expect(fixed?.kind == .misuse)
    let response = #expect(throws: FittingError.self) {
      try Curve("stok ~ a*year").bound(variables: ["year", "stock"])
    }
    #expect(response?.kind == .unknownName)
    #expect(response?.remedy == "Did you mean ‘stock’?")
  }
}
