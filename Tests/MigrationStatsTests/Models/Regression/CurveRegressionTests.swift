import Testing

@testable import MigrationStats

@Suite("Curves fitted to a table")
struct CurveRegressionTests {
  private func fit(
    _ curve: String, _ text: String = Stocks.text, start: String? = nil,
    _ options: Regression.Options = Regression.Options()
  ) throws -> Regression {
    try Regression(
      Curve(curve), table(text), start: start.map { try CurveStart($0) } ?? CurveStart(), options)
  }

  @Test("A line written as a curve is the line")
  func line() throws {
    for errors in [StandardErrors.classical, .hc0, .hc3, .cluster(["group"]), .neweyWest(lag: 1)] {
      let options = Regression.Options(weights: "w", errors: errors)
      let curve = try fit("stock ~ a + b*year", start: "a=1,b=1", options)
      let line = try regression("stock ~ year", Stocks.text, options)
      for (one, other) in zip(curve.coefficients, line.coefficients) {
        expectClose(one.estimate, other.estimate, digits: 13)
        // Slopes are doubles, and the years' condition is some hundreds.
        expectClose(one.standardError, try #require(other.standardError), digits: 12)
      }
      #expect(curve.coefficients.map(\.term) == ["a", "b"])
      expectClose(curve.quality.aic, try #require(line.quality.aic), digits: 12)
      let rows = zip(try #require(curve.rows), try #require(line.rows))
      for (one, other) in rows {
        expectClose(one.fitted, other.fitted, digits: 13)
        expectClose(one.interval?.upper, try #require(other.interval?.upper), digits: 12)
        #expect(one.observed == other.observed && one.line == other.line && one.year == other.year)
      }
    }
  }

  @Test("Starts are found, or told in part")
  func starts() throws {
    let found = try fit("stock ~ K*exp(r*(year - 1990))")
    let told = try fit("stock ~ K*exp(r*(year - 1990))", start: "K=100, r=0.01")
    let part = try fit("stock ~ K*exp(r*(year - 1990))", start: " r = 1e-2 ")
    for other in [told, part] {
      for (one, other) in zip(found.coefficients, other.coefficients) {
        expectClose(one.estimate, other.estimate, digits: 13)
      }
    }
    #expect(found.caveats.contains { $0.kind == "start" })
    #expect(!told.caveats.contains { $0.kind == "start" })
  }

  @Test("A response of logarithms is told to be, with its line where it has none")
  func logarithms() throws {
    let curve = try fit("log(stock) ~ a + r*year", start: "a=0,r=0")
    let line = try regression("log(stock) ~ year")
    expectClose(curve.quality.aic, try #require(line.quality.aic), digits: 12)
    #expect(curve.quality.scale == "stock")
    let error = #expect(throws: FittingError.self) {
      try fit("log(y) ~ a + b*x", "x,y\n1,2\n2,0\n3,4\n")
    }
    #expect(error?.kind == .notPositive && error?.position.line == 3)
  }

  @Test(
    "Starts that are none are told with their place",
    arguments: [
      ("a", "‘a’ is no starting value\n  a\n  ^"),
      ("a=1,b=x", "‘b=x’ is no starting value\n  a=1,b=x\n      ^"),
      ("a=1,,b=2", "‘’ is no starting value\n  a=1,,b=2\n      ^"),
      ("a=1, a=2", "‘a’ has two starting values\n  a=1, a=2\n       ^"),
      ("a=1=2", "‘a=1=2’ is no starting value\n  a=1=2\n  ^"),
      ("a=inf", "‘a=inf’ is no starting value\n  a=inf\n  ^"),
    ])
  func badStarts(text: String, summary: String) throws {
    let error = #expect(throws: FittingError.self) { try CurveStart(text) }
    #expect(error?.kind == .syntax && error?.summary == summary)
  }

  @Test("Names that are none, families that do not go, and data that say too little are refused")
  func refusals() throws {
    let start = #expect(throws: FittingError.self) {
      try fit("stock ~ K*exp(rate*year)", start: "rat=1")
    }
    #expect(start?.kind == .unknownName && start?.remedy == "Did you mean ‘rate’?")
    let family = #expect(throws: FittingError.self) {
      try fit("stock ~ a*year", Stocks.text, nil, Regression.Options(family: .poisson))
    }
    #expect(family?.kind == .misuse)
    let variable = #expect(throws: FittingError.self) { try fit("stock ~ a*yeer") }
    #expect(variable?.kind == .unknownName)
    let few = #expect(throws: FittingError.self) {
      try fit("y ~ a*exp(b*x) + c", "x,y\n1,2\n2,3\n")
    }
    #expect(few?.kind == .tooFewValues)
    let logistic = #expect(throws: FittingError.self) {
      try fit(
        "stock ~ K/(1 + exp(-r*(year - m)))",
        "year,stock\n1960,75.9\n1970,81.5\n1980,99.8\n1990,154\n2000,174.9\n2010,221\n2020,280.6\n"
      )
    }
    #expect(logistic?.kind == .notIdentified)
  }

  private func fit(
    _ curve: String, _ text: String, _ start: String?, _ options: Regression.Options
  ) throws -> Regression {
    try fit(curve, text, start: start, options)
  }
}
