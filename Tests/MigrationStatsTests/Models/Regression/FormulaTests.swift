import Testing

@testable import MigrationStats

@Suite("Formulas in R's grammar")
struct FormulaTests {
  /// The names of the columns that R 4.2's model.matrix makes of these rows.
  static let designs: [(formula: String, names: [String])] = [
    ("y ~ poly(x, 1)", ["(Intercept)", "poly(x, 1)"]),
    ("y~poly(x,1,raw=TRUE)", ["(Intercept)", "poly(x, 1, raw = TRUE)"]),
    (
      "y ~ poly(x,2,raw=T)*g",
      [
        "(Intercept)", "poly(x, 2, raw = T)1", "poly(x, 2, raw = T)2", "gv",
        "poly(x, 2, raw = T)1:gv", "poly(x, 2, raw = T)2:gv",
      ]
    ),
    (
      "y ~ poly( x , degree=2)",
      ["(Intercept)", "poly(x, degree = 2)1", "poly(x, degree = 2)2"]
    ),
    ("y ~ `my col`", ["(Intercept)", "`my col`"]),
    (
      "y~I(`my col`^2)+log(`my col`+1)",
      ["(Intercept)", "I(`my col`^2)", "log(`my col` + 1)"]
    ),
    ("y ~ 0 + f", ["fa", "fb", "fc"]),
    (
      "y ~ f:g", ["(Intercept)", "fa:gu", "fb:gu", "fc:gu", "fa:gv", "fb:gv", "fc:gv"]
    ),
    ("y ~ 0 + f:g", ["fa:gu", "fb:gu", "fc:gu", "fa:gv", "fb:gv", "fc:gv"]),
    ("y ~ f + f:g", ["(Intercept)", "fb", "fc", "fa:gv", "fb:gv", "fc:gv"]),
    ("y ~ g:f + f", ["(Intercept)", "fb", "fc", "gv:fa", "gv:fb", "gv:fc"]),
    ("y ~ x:f", ["(Intercept)", "x:fa", "x:fb", "x:fc"]),
    ("y ~ 0 + x:f", ["x:fa", "x:fb", "x:fc"]),
    ("y ~ x + x:f", ["(Intercept)", "x", "x:fb", "x:fc"]),
    ("y ~ 0 + f + g", ["fa", "fb", "fc", "gv"]),
    ("y ~ 0 + x + g + f", ["x", "gu", "gv", "fb", "fc"]),
    (
      "y ~ f*g*x",
      [
        "(Intercept)", "fb", "fc", "gv", "x", "fb:gv", "fc:gv", "fb:x", "fc:x", "gv:x", "fb:gv:x",
        "fc:gv:x",
      ]
    ),
    (
      "y ~ (f+g+x)^2 - f:x",
      ["(Intercept)", "fb", "fc", "gv", "x", "fb:gv", "fc:gv", "gv:x"]
    ),
    ("y ~ factor(k)", ["(Intercept)", "factor(k)1995.5", "factor(k)1e+05"]),
    (
      "y ~ I(x/1000)+I(x*1e5)+I(x*0.0001)+I(-x)+I((x+1)^2)+I(x**2)+I(2*x-1)+I(x*123456789)+I(x/100000)",
      [
        "(Intercept)", "I(x/1000)", "I(x * 1e+05)", "I(x * 1e-04)", "I(-x)", "I((x + 1)^2)",
        "I(x^2)", "I(2 * x - 1)", "I(x * 123456789)", "I(x/1e+05)",
      ]
    ),
    ("y ~ 0 + x + 1", ["(Intercept)", "x"]), ("y ~ x - 1 + 1", ["(Intercept)", "x"]),
    ("y ~ 1", ["(Intercept)"]), ("y ~ -1 + x", ["x"]), ("y ~ x - x", ["(Intercept)"]),
    ("y ~ x + x + z:x + x:z", ["(Intercept)", "x", "x:z"]),
    ("y ~ x^2", ["(Intercept)", "x"]),
    ("y ~ f/x", ["(Intercept)", "fb", "fc", "fa:x", "fb:x", "fc:x"]),
    ("y ~ (x+z)/f", ["(Intercept)", "x", "z", "x:z:fa", "x:z:fb", "x:z:fc"]),
    ("y ~ x + (z-1)", ["x", "z"]), ("y ~ x + 0 + f", ["x", "fa", "fb", "fc"]),
    ("y ~ f %in% g", ["(Intercept)", "fa:gu", "fb:gu", "fc:gu", "fa:gv", "fb:gv", "fc:gv"]),
    ("y ~ (x+f)^3", ["(Intercept)", "x", "fb", "fc", "x:fb", "x:fc"]),
    ("y ~ f:x + g:x", ["(Intercept)", "fa:x", "fb:x", "fc:x", "x:gv"]),
    ("y ~ x:f + f", ["(Intercept)", "fb", "fc", "x:fa", "x:fb", "x:fc"]),
    (
      "y ~ 0 + x:f:g",
      ["x:fa:gu", "x:fb:gu", "x:fc:gu", "x:fa:gv", "x:fb:gv", "x:fc:gv"]
    ),
    (
      "y ~ as.factor(g)+I(x)+I(x^2):g",
      ["(Intercept)", "as.factor(g)v", "I(x)", "I(x^2):gu", "I(x^2):gv"]
    ),
    ("y ~ . - k - year - z - `my col`", ["(Intercept)", "x", "fb", "fc", "gv"]),
    ("y ~ x:x", ["(Intercept)", "x"]), ("log(y) ~ I( x ^ -1 )", ["(Intercept)", "I(x^-1)"]),
  ]

  private static let rows: String = {
    var text = "y,x,z,year,f,g,k,my col\n"
    for row in 1...12 {
      let z = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11.5][row - 1]
      let k = ["100000", "1995.5", "3"][(row - 1) % 3]
      let (f, g) = (["a", "b", "c"][(row - 1) % 3], ["u", "v"][(row - 1) % 2])
      text += "\(row + row % 3),\(row),\(z),\(1989 + row),\(f),\(g),\(k),\(row * row)\n"
    }
    return text
  }()

  private func frame(_ formula: String) throws -> ModelFrame {
    try ModelFrame(Formula(formula), table(Self.rows), Regression.Options())
  }

  @Test("Columns are those of R, by name and in order", arguments: designs)
  func names(formula: String, names: [String]) throws {
    #expect(try frame(formula).design.names == names)
  }

  @Test("Columns hold what their names say")
  func values() throws {
    let frame = try frame("y ~ f:x + I(x^2) + sqrt(z)")
    #expect(
      frame.design.names == ["(Intercept)", "I(x^2)", "sqrt(z)", "fa:x", "fb:x", "fc:x"])
    let columns = frame.columns.map { $0.exact.map(\.high) }
    #expect(columns[0] == [Double](repeating: 1, count: 12))
    #expect(columns[1] == (1...12).map { Double($0 * $0) })
    #expect(columns[2][3] == 3.0.squareRoot())
    #expect(columns[3].prefix(4) == [1, 0, 0, 4])
    #expect(columns[4].prefix(5) == [0, 2, 0, 0, 5])
  }

  @Test("Squares and products of data are exact")
  func exactProducts() throws {
    let text = "y,a,b\n1,1960.1,0.1\n2,1961.7,0.3\n4,1963.3,0.7\n"
    let frame = try ModelFrame(
      Formula("y ~ 0 + I(a^2) + a:b"), table(text), Regression.Options())
    let columns = frame.columns.map(\.exact)
    #expect(columns[0][0] == DoubleDouble(product: 1960.1, 1960.1))
    #expect(columns[1][2] == DoubleDouble(product: 1963.3, 0.7))
    #expect(columns[0].contains { $0.low != 0 })
  }

  @Test("Levels stand in the order of code points, and numbers in that of numbers")
  func levels() throws {
    let text = "y,w,n\n1,é,10\n2,Z,9\n3,a,2\n4,é,10\n5,a,9\n"
    let words = try ModelFrame(Formula("y ~ 0 + w"), table(text), Regression.Options())
    #expect(words.design.names == ["wZ", "wa", "wé"])
    let numbers = try ModelFrame(
      Formula("y ~ factor(n)"), table(text), Regression.Options())
    #expect(numbers.design.names == ["(Intercept)", "factor(n)9", "factor(n)10"])
  }

  /// A formula, what is wrong, where the caret stands, and a part of the remedy.
  static let faults: [(formula: String, summary: String, place: Int, remedy: String)] = [
    ("y ~ x +", "the formula breaks off", 7, "follows"),
    ("y ~ log(x", "the ‘(’ is never closed", 7, "Close it"),
    ("y ~ x)", "‘)’ closes nothing here", 5, "missing"),
    ("y x", "there is no ‘~’ between the response and its terms", 3, "response ~"),
    ("~ x", "there is no response before the ‘~’", 0, "before it"),
    ("y ~ x ~ z", "there is a second ‘~’", 6, "has one"),
    ("y ~ x z", "an operator is missing", 6, "backquotes"),
    ("y ~ 2*x", "a number cannot stand beside ‘*’ outside of I()", 4, "I(…)"),
    ("y ~ x/1000", "a number cannot stand beside ‘/’ outside of I()", 6, "I(x/1000)"),
    ("y ~ x + 2", "2 is no term: numbers but 0 and 1 are not", 8, "I(…)"),
    ("y ~ x^0.5", "terms are raised to a whole number of at least 1", 6, "I(x^0.5)"),
    ("y ~ lag(x)", "there is no function ‘lag’", 4, "log"),
    ("y ~ log(x, 2)", "log() is given one value", 4, "log2"),
    ("y ~ poly(x, 1.5)", "the degree of a polynomial is a whole number from 1 to 60", 12, "poly"),
    ("y ~ poly(x, 2, raw = 3)", "raw is TRUE or FALSE", 21, "raw = TRUE"),
    ("y ~ poly(x, 2, simple = T)", "poly() knows no ‘simple’", 24, "raw"),
    ("y ~ offset(x)", "offsets are not fitted yet", 4, "Subtract"),
    ("y ~ I(x:z)", "‘:’ is no arithmetic", 8, "*"),
    ("y ~ x & z", "‘&’ means nothing in a formula", 6, "backquotes"),
    ("y ~ `x", "the ‘`’ is never closed", 4, "another"),
    ("y ~ 1990a", "‘1990’ does not begin a number or a name", 4, "`1990`"),
    ("y ~ x + y", "y is the response and cannot explain itself", 8, "Leave it out"),
    ("", "there is no ‘~’ between the response and its terms", 0, "response ~"),
  ]

  @Test("A fault is told with a caret under its place", arguments: faults)
  func fault(formula: String, summary: String, place: Int, remedy: String) throws {
    let error = #expect(throws: FittingError.self) { try Formula(formula) }
    let expected = "\(summary)\n  \(formula)\n  \(String(repeating: " ", count: place))^"
    #expect(error?.summary == expected)
    #expect(error?.remedy?.contains(remedy) == true, "\(error?.remedy ?? "none")")
  }

  @Test("Depth, length and numbers of terms are bounded")
  func bounds() throws {
    let deep = String(repeating: "(", count: 5000) + "x" + String(repeating: ")", count: 5000)
    #expect(throws: FittingError.self) { try Formula("y ~ \(deep)") }
    #expect(throws: FittingError.self) {
      try Formula("y ~ " + String(repeating: "-", count: 5000) + "x")
    }
    let names = (1...40).map { "x\($0)" }.joined(separator: " + ")
    #expect(throws: FittingError.self) { try Formula("y ~ (\(names))^6") }
    // A sum has no depth.
    let many = try Formula("y ~ " + (1...4000).map { "x\($0)" }.joined(separator: " + "))
    #expect(try FormulaTerms(many, columns: []).terms.count == 4000)
  }

  @Test("Names that there are not bring those that are near")
  func unknownNames() throws {
    let error = #expect(throws: FittingError.self) { try frame("y ~ x + yeer") }
    #expect(error?.kind == .unknownName)
    #expect(error?.summary == "there is no column ‘yeer’\n  y ~ x + yeer\n          ^")
    #expect(error?.remedy == "Did you mean ‘year’?")
    let other = #expect(throws: FittingError.self) { try frame("y ~ qqqqqq") }
    #expect(other?.remedy?.hasPrefix("The columns are ‘y’, ‘x’") == true)
  }

  @Test("A power outside of I() is told to be none")
  func idlePowers() throws {
    let frame = try frame("y ~ x^2")
    #expect(frame.caveats.map(\.kind) == ["formula"])
    #expect(frame.caveats.first?.text.contains("I(x^2)") == true)
  }

  @Test(
    "Numbers are written as R writes them",
    arguments: [
      (100_000, "1e+05"), (123_456, "123456"), (1e15, "1e+15"), (0.0001, "1e-04"),
      (0.00012, "0.00012"), (1995.5, "1995.5"), (0.1, "0.1"), (0.1 + 0.2, "0.3"),
      (-2500, "-2500"), (1e-300, "1e-300"), (0, "0"),
    ])
  func number(value: Double, text: String) {
    #expect(Numerals.inR(value) == text)
  }
}
