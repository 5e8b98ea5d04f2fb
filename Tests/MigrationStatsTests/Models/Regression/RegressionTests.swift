import Testing

@testable import MigrationStats

/// Rows that several tests fit.
enum Stocks {
  static let text = """
    year,stock,region,w,count,group
    1990,153.2,a,1.5,3,p
    1992,157.1,b,0.7,0,q
    1995,161.3,a,2.25,5,p
    1998,170.4,c,1,2,r
    2000,173.6,b,0.4,7,q
    2003,184.9,c,3.1,4,r
    2005,191.4,a,1.2,9,s
    2008,210.7,b,0.9,1,s
    2010,221.0,c,2.6,12,p
    2013,238.5,a,1.1,0,q
    2015,247.9,b,0.8,15,r
    2020,280.6,c,1.9,21,s

    """
}

/// Fits a formula to a text.
func regression(
  _ formula: String, _ text: String = Stocks.text,
  _ options: Regression.Options = Regression.Options(), reading: ReadingOptions = ReadingOptions()
) throws -> Regression {
  try Regression(Formula(formula), table(text, options: reading), options)
}

/// Numbers in this suite, unless it is said, are computed with 60 decimal digits from the doubles that
/// the texts are rounded to.
@Suite("Regressions by least squares")
struct RegressionTests {
  @Test("A raw cubic in calendar years has 12 right digits in every coefficient and error")
  func rawYears() throws {
    let fit = try regression("log(stock) ~ poly(year, 3, raw = TRUE)")
    let estimates = [
      120712.32236733935382, -180.04928622313469273, 0.089509327661093442577,
      -0.000014830737219222933022,
    ]
    let errors = [
      33399.510461399274376, 49.977091597033869373, 0.024927327859745484225,
      4.1443301421514741588e-6,
    ]
    for (index, coefficient) in fit.coefficients.enumerated() {
      expectClose(coefficient.estimate, estimates[index], digits: 12)
      expectClose(coefficient.standardError, errors[index], digits: 12)
    }
    #expect(fit.caveats.contains { $0.kind == "condition" })
  }

  @Test("The quality of a fit of logarithms is on the scale of the data")
  func quality() throws {
    let fit = try regression("log(stock) ~ poly(year, 3, raw = TRUE)")
    let quality = fit.quality
    expectClose(quality.logLikelihood, -21.769780724032635336, digits: 13)
    expectClose(quality.aic, 53.539561448065270672, digits: 13)
    expectClose(quality.aicc, 63.539561448065270672, digits: 13)
    expectClose(quality.bic, 55.964094697005272223, digits: 13)
    expectClose(quality.rSquared, 0.99838464742460097537, digits: 14)
    expectClose(quality.adjustedRSquared, 0.99777889020882634113, digits: 14)
    expectClose(quality.fStatistic, 1648.1597270746168843, digits: 12)
    expectClose(quality.sigma, 0.0092955841369375704371, digits: 13)
    expectClose(quality.durbinWatson, 2.0938397157227228471, digits: 12)
    expectClose(quality.residualSumOfSquares, 0.00069126307557508317008, digits: 13)
    #expect(quality.scale == "stock")
    #expect(fit.caveats.contains { $0.kind == "scale" && $0.text.contains("log(stock)") })
    #expect(quality.observations == 12 && quality.parameters == 4 && quality.omitted == 0)
  }

  @Test("Orthogonal polynomials have R's coefficients")
  func orthogonal() throws {
    let fit = try regression("stock ~ poly(year, 3)")
    let estimates = [
      199.21666666666666856, 131.93553618354961431, 27.87849390017410335, -3.587914720455846228,
    ]
    let errors = [
      0.53529007364614415426, 1.8542992086848155663, 1.8542992086848155663, 1.8542992086848155663,
    ]
    for (index, coefficient) in fit.coefficients.enumerated() {
      expectClose(coefficient.estimate, estimates[index], digits: 13)
      expectClose(coefficient.standardError, errors[index], digits: 13)
    }
    #expect(fit.coefficients[3].term == "poly(year, 3)3")
  }

  @Test("Weights, categories and every kind of standard error agree with their formulas")
  func errors() throws {
    let estimates = [
      -8611.2747871385653503, 4.3974489490442259115, -2.3535772738155745369,
      -4.8101004925438265562,
    ]
    let kinds: [(StandardErrors, [Double])] = [
      (
        .classical,
        [
          737.66630546844095713, 0.36900626592439900054, 9.0789610433036213014,
          7.3234598276801969404,
        ]
      ),
      (
        .hc3,
        [
          1287.8494341912419696, 0.64354480019370744324, 8.9210318883621186994,
          8.7024129740596662499,
        ]
      ),
      (
        .cluster(["group"]),
        [
          785.70973756331621775, 0.39069700434307385371, 4.7902750918825236538,
          8.2785691941693886177,
        ]
      ),
    ]
    for (kind, errors) in kinds {
      let fit = try regression(
        "stock ~ year + region", Stocks.text, Regression.Options(weights: "w", errors: kind))
      #expect(fit.coefficients.map(\.term) == ["(Intercept)", "year", "regionb", "regionc"])
      for (index, coefficient) in fit.coefficients.enumerated() {
        expectClose(coefficient.estimate, estimates[index], digits: 13)
        expectClose(coefficient.standardError, errors[index], digits: 13)
      }
      expectClose(fit.rows?[0].leverage, 0.35946221619157958335, digits: 13)
      expectClose(fit.rows?[2].leverage, 0.40509787724359163597, digits: 13)
    }
    let clustered = try regression(
      "stock ~ year", Stocks.text, Regression.Options(errors: .cluster(["group"])))
    #expect(clustered.quality.errorsDegreesOfFreedom == 3)
    #expect(clustered.caveats.contains { $0.kind == "few-clusters" })
    #expect(clustered.quality.fStatistic == nil)
  }

  @Test("Statistics, probabilities and intervals go by Student's t")
  func inference() throws {
    let fit = try regression("stock ~ year", Stocks.text, Regression.Options(level: 0.9))
    let year = fit.coefficients[1]
    let error = try #require(year.standardError)
    let reach = StudentT.twoSidedQuantile(level: 0.9, degreesOfFreedom: 10) * error
    expectClose(year.interval?.lower, year.estimate - reach, digits: 14)
    expectClose(year.statistic, year.estimate / error, digits: 15)
    // R's predict(lm(stock ~ year), interval = "prediction", level = 0.9) for the first row.
    let row = try #require(fit.rows?.first)
    #expect(row.number == 1 && row.line == 2 && row.year == 1990)
    expectClose(row.fitted, row.observed - row.residual, digits: 14)
    #expect(
      (row.interval?.lower ?? .nan) < row.fitted && (row.interval?.upper ?? .nan) > row.fitted)
  }

  @Test("An expression may be the weight")
  func weightExpression() throws {
    let plain = "x,y,v\n1,2,0.5\n2,3,0.25\n3,5,1\n4,4,2\n"
    let told = "x,y,v\n1,2,2\n2,3,4\n3,5,1\n4,4,0.5\n"
    let first = try regression("y ~ x", plain, Regression.Options(weights: "1/v"))
    let second = try regression("y ~ x", told, Regression.Options(weights: "v"))
    #expect(first.coefficients.map(\.estimate) == second.coefficients.map(\.estimate))
    #expect(first.quality.weights == "1/v")
  }

  // MARK: Rows left out

  @Test("Rows with a missing value are left out and counted, with their lines")
  func omission() throws {
    let text = "x,y,other\n1,2,\n2,NA,1\n3,5,2\n..,4,3\n5,7,4\n6,8,5\n"
    let fit = try regression("y ~ x", text)
    #expect(fit.quality.observations == 4 && fit.quality.omitted == 2)
    let caveat = try #require(fit.caveats.first { $0.kind == "omitted" })
    #expect(
      caveat.text == "2 rows are left out, as values are missing in ‘y’, ‘x’: lines 3, 5")
    #expect(fit.rows?.map(\.number) == [1, 3, 5, 6])
    #expect(fit.rows?.map(\.line) == [2, 4, 6, 7])
  }

  @Test("A row of weight zero counts for nothing")
  func zeroWeights() throws {
    let text = "x,y,w\n1,2,1\n2,3,1\n3,5,1\n4,100,0\n5,8,1\n"
    let fit = try regression("y ~ x", text, Regression.Options(weights: "w"))
    let without = try regression("y ~ x", "x,y\n1,2\n2,3\n3,5\n5,8\n")
    #expect(fit.coefficients == without.coefficients)
    #expect(fit.quality.observations == 4 && fit.quality.omitted == 1)
    #expect(fit.caveats.contains { $0.kind == "weights" })
  }

  @Test("A polynomial is made over all rows that have a value there, as in R")
  func polynomialOverAllRows() throws {
    let text = "x,y\n1,2\n2,3\n3,\n4,5\n7,9\n9,4\n"
    let fit = try regression("y ~ poly(x, 2)", text)
    // R 4.2: lm(y ~ poly(x, 2)).
    for (coefficient, expected) in zip(
      fit.coefficients, [4.69472087953748, 2.97128826997410, -3.62455960260385])
    {
      expectClose(coefficient.estimate, expected, digits: 10)
    }
  }

  // MARK: Edges

  @Test("As many rows as coefficients are solved, without errors, and said to be")
  func saturated() throws {
    let fit = try regression("y ~ x", "x,y\n1,2\n3,6\n")
    #expect(fit.coefficients.map(\.estimate) == [0, 2])
    #expect(fit.coefficients.allSatisfy { $0.standardError == nil && $0.interval == nil })
    #expect(fit.caveats.map(\.kind).contains("saturated"))
    #expect(fit.rows?.allSatisfy { $0.interval == nil } == true)
    #expect(fit.quality.sigma == nil && fit.quality.adjustedRSquared == nil)
    let robust = try regression(
      "y ~ x", "x,y\n1,2\n3,6\n", Regression.Options(errors: .hc3))
    #expect(robust.coefficients.allSatisfy { $0.standardError == nil })
  }

  @Test("A perfect fit is said to be")
  func perfect() throws {
    let fit = try regression("y ~ x", "x,y\n1,2\n2,4\n3,6\n4,8\n")
    #expect(fit.coefficients.map(\.estimate) == [0, 2])
    #expect(fit.coefficients.map(\.standardError) == [0, 0])
    #expect(fit.coefficients.allSatisfy { $0.statistic == nil && $0.pValue == nil })
    #expect(fit.caveats.contains { $0.kind == "perfect-fit" })
    #expect(fit.quality.aic == nil && fit.quality.fStatistic == nil && fit.quality.rSquared == 1)
    let rounded = try regression("y ~ x", "x,y\n1,0.1\n2,0.2\n3,0.3\n4,0.4\n")
    #expect(rounded.caveats.contains { $0.kind == "perfect-fit" })
  }

  @Test("A constant response has no R²")
  func constantResponse() throws {
    let fit = try regression("y ~ x", "x,y\n1,5\n2,5\n3,5\n4,5\n")
    #expect(fit.coefficients.map(\.estimate) == [5, 0])
    #expect(fit.quality.rSquared == nil && fit.quality.fStatistic == nil)
    #expect(fit.caveats.contains { $0.kind == "constant-response" })
  }

  @Test("Without an intercept R² is about zero, with all categories about the mean")
  func withoutIntercept() throws {
    let through = try regression("stock ~ 0 + year")
    #expect(through.caveats.contains { $0.kind == "no-intercept" })
    let levels = try regression("stock ~ 0 + region")
    let same = try regression("stock ~ region")
    #expect(!levels.caveats.contains { $0.kind == "no-intercept" })
    expectClose(levels.quality.rSquared, try #require(same.quality.rSquared), digits: 14)
    expectClose(levels.quality.fStatistic, try #require(same.quality.fStatistic), digits: 13)
  }

  @Test("Columns that are nearly dependent are solved exactly and flagged")
  func nearlyCollinear() throws {
    let text =
      "y,a,b\n1,1,1.00000001\n3,2,2\n2,3,3.00000002\n5,4,4\n4,5,5.00000001\n7,6,6.00000003\n"
    let fit = try regression("y ~ a + b", text)
    #expect(fit.caveats.contains { $0.kind == "condition" && $0.text.contains("digit") })
    #expect(try !regression("y ~ a", text).caveats.contains { $0.kind == "condition" })
  }

  // MARK: Bad input

  /// A formula, a text, what is refused, and where.
  static let refusals:
    [(formula: String, text: String, kind: FittingError.Kind, summary: String, line: Int?)] = [
      (
        "y ~ x", "x,y\n1,2\n", .tooFewValues, "1 row says too little for 2 coefficients", nil
      ),
      (
        "y ~ x + z", "x,y,z\n1,2,1\n2,3,5\n", .tooFewValues,
        "2 rows say too little for 3 coefficients", nil
      ),
      (
        "y ~ x", "x,y\n3,2\n3,4\n3,5\n", .constant,
        "x is the same in every row, as the intercept is", nil
      ),
      ("y ~ z + x", "x,y,z\n1,2,0\n2,4,0\n3,5,0\n", .collinear, "z is zero in every row", nil),
      (
        "y ~ x1 + x2 + x3",
        "y,x1,x2,x3\n1,1,2,3\n2,2,5,7\n4,3,3,6\n3,4,1,5\n7,5,9,14\n", .collinear,
        "x3 depends on x1 and x2", nil
      ),
      ("y ~ x", "x,y\n1,2\n2,abc\n3,4\n", .notANumber, "‘abc’ is not a number", 3),
      ("y ~ x", "x,y\n1,2\n2,5\ntwo,4\n", .notANumber, "‘two’ is not a number", 4),
      ("y ~ x", "x,y\n1,2\nInf,3\n3,4\n", .notFinite, "‘Inf’ is no finite number", 3),
      ("y ~ x", "x,y\n1,2\n2,-infinity\n3,4\n", .notFinite, "‘-infinity’ is no finite number", 3),
      ("y ~ x", "x,y\n1,2\n2,1e999\n3,4\n", .notANumber, "‘1e999’ is not a number", 3),
      (
        "log(y) ~ x", "x,y\n1,2\n2,0\n3,4\n", .notPositive,
        "log(y) has no finite value where y is 0", 3
      ),
      (
        "y ~ log(x)", "x,y\n1,2\n2,3\n-3,4\n", .notPositive,
        "log(x) has no finite value where x is -3", 4
      ),
      (
        "y ~ I(1/x)", "x,y\n1,2\n0,3\n3,4\n", .notFinite, "1/x has no finite value where x is 0", 3
      ),
      (
        "y ~ exp(x)", "x,y\n1,2\n800,3\n3,4\n", .notFinite,
        "exp(x) has no finite value where x is 800", 3
      ),
      (
        "y ~ f", "f,y\na,2\na,3\na,4\n", .constant,
        "f has one category only, which tells rows apart from none", nil
      ),
      (
        "y ~ x", "x,y\n,2\n2,\n", .tooFewValues, "no row has a value in every column of ‘y ~ x’",
        nil
      ),
      (
        "y ~ poly(x, 3)", "x,y\n1,2\n2,3\n1,4\n2,1\n", .constant,
        "poly(x, 3) needs more than 3 different values", nil
      ),
      ("y ~ 0", "x,y\n1,2\n2,3\n", .misuse, "‘y ~ 0’ has no term and no intercept", nil),
      (
        "y ~ I(x^300)", "x,y\n1000,2\n2000,3\n1500,4\n", .notFinite,
        "x^300 has no finite value where x is 1000", 2
      ),
    ]

  @Test("What cannot be fitted is refused with its place", arguments: refusals)
  func refused(
    formula: String, text: String, kind: FittingError.Kind, summary: String, line: Int?
  ) throws {
    let error = #expect(throws: FittingError.self) { try regression(formula, text) }
    #expect(error?.kind == kind)
    #expect(error?.summary == summary)
    if let line { #expect(error?.position.line == line) }
    #expect(error?.remedy != nil)
  }

  @Test("Weights that are none are refused with their line")
  func badWeights() throws {
    let cases: [(String, FittingError.Kind, String, Int?)] = [
      ("1\n-2\n1", .weights, "the weight w is negative, -2", 3),
      ("0\n0\n0", .weights, "all weights w are zero", nil),
      ("1\nx\n1", .notANumber, "‘x’ is not a number", 3),
    ]
    for (weights, kind, summary, line) in cases {
      let cells = weights.split(separator: "\n").enumerated().map { "\($0 + 1),\($0 * 2),\($1)" }
      let error = #expect(throws: FittingError.self) {
        try regression(
          "y ~ x", "x,y,w\n" + cells.joined(separator: "\n") + "\n",
          Regression.Options(weights: "w"))
      }
      #expect(error?.kind == kind)
      #expect(error?.summary == summary)
      if let line { #expect(error?.position.line == line) }
    }
    let unknown = #expect(throws: FittingError.self) {
      try regression("stock ~ year", Stocks.text, Regression.Options(weights: "ww"))
    }
    #expect(unknown?.remedy == "Did you mean ‘w’?")
  }

  @Test("Years as publishers write them, and decimal commas, are numbers")
  func wordings() throws {
    let fit = try regression(
      "y ~ year", "year;y\nYR1990;1,5\nYR1995;2,5\nYR2000;4\n",
      reading: ReadingOptions(delimiter: UInt8(ascii: ";")))
    expectClose(fit.coefficients[1].estimate, 0.25, digits: 14)
    #expect(fit.notes.contains { $0.text.contains("decimal mark") })
  }

  @Test("A footer is said to be set aside")
  func footer() throws {
    let fit = try regression("y ~ x", "x,y\n1,2\n2,3\n3,5\n\nSource: us\n")
    #expect(fit.quality.observations == 3)
    #expect(fit.notes.map(\.text) == ["the last line is set aside as a footer: ‘Source: us’"])
  }
}
