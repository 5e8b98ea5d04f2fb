import Testing

@testable import MigrationStats

@Suite("Curve fit")
struct CurveFitTests {
  private let x = [1.0, 2, 3, 5, 7, 10]
  private let y = [109.0, 149, 149, 191, 213, 224]

  private func failure(
    _ text: String, _ variables: [String: [Double]]? = nil, weights: [Double]? = nil,
    start: [String: Double] = [:]
  ) -> FittingError? {
    do throws(FittingError) {
      _ = try CurveFit(
        Curve(text), variables: variables ?? ["x": x, "y": y], weights: weights, start: start)
      return nil
    } catch {
      return error
    }
  }

  @Test("A straight line has the estimates of linear least squares")
  func line() throws {
    let fit = try CurveFit(Curve("y ~ a + b*x"), variables: ["x": x, "y": y])
    let design = Matrix(columns: [x.map { _ in 1 }, x])
    let linear = try LeastSquares(design, y)
    let errors = try #require(fit.standardErrors)
    let expected = try #require(linear.standardErrors)
    for index in 0...1 {
      expectClose(fit.estimates[index], linear.coefficients[index], digits: 15)
      expectClose(errors[index], expected[index], digits: 15)
    }
    expectClose(fit.residualSumOfSquares, linear.residualSumOfSquares, digits: 15)
    #expect(fit.degreesOfFreedom == 4)
    #expect(fit.isStartFound)
    for (residual, expected) in zip(fit.residuals, linear.residuals) {
      expectClose(residual, expected, digits: 14)
    }
    let covariance = try #require(fit.covariance)
    expectClose(covariance[0, 0].squareRoot(), errors[0], digits: 15)
    #expect(covariance[0, 1] == covariance[1, 0])
  }

  @Test("A response before ‘~’ is computed; one beside the curve is taken as it is")
  func responses() throws {
    let curve = try Curve("log(y) ~ a + b*x")
    let fit = try CurveFit(curve, variables: ["x": x, "y": y])
    let same = try CurveFit(
      Curve("a + b*x"), variables: ["x": x], response: y.map { Numerics.log($0) })
    expectClose(fit.estimates[1], same.estimates[1], digits: 13)
    #expect(failure("a + b*x", ["x": x])?.kind == .misuse)
    let zero = failure("log(y) ~ a + b*x", ["x": x, "y": [1, 2, 0, 3, 4, 5]])
    #expect(zero?.kind == .notPositive)
    #expect(zero?.summary == "the response ‘log(y)’ has no value in row 3")
  }

  @Test("Whole weights count rows; rows of weight zero take no part")
  func weights() throws {
    let curve = try Curve("y ~ b1*(1-exp(-b2*x))")
    let weighted = try CurveFit(curve, variables: ["x": x, "y": y], weights: [1, 2, 0, 1, 3, 1])
    let repeated = try CurveFit(
      curve,
      variables: ["x": [1, 2, 2, 5, 7, 7, 7, 10], "y": [109, 149, 149, 191, 213, 213, 213, 224]])
    for (a, b) in zip(weighted.estimates, repeated.estimates) { expectClose(a, b, digits: 15) }
    expectClose(weighted.residualSumOfSquares, repeated.residualSumOfSquares, digits: 15)
    #expect(weighted.degreesOfFreedom == 3)
    #expect(weighted.fitted.count == 6)
    #expect(failure("y ~ a + b*x", weights: [1, 1, 1, -1, 1, 1])?.kind == .weights)
    #expect(failure("y ~ a + b*x", weights: [0, 0, 0, 0, 0, 0])?.kind == .weights)
    #expect(failure("y ~ a + b*x", weights: [1, .nan, 0, 0, 0, 0])?.kind == .weights)
    #expect(failure("y ~ a + b*x", weights: [1, 0, 0, 0, 0, 0])?.kind == .tooFewValues)
  }

  @Test("As many values as parameters leave no standard error; a perfect fit has those of zero")
  func saturated() throws {
    let exact = try CurveFit(Curve("y ~ a*exp(b*x)"), variables: ["x": [0, 1], "y": [2, 6]])
    #expect(exact.standardErrors == nil)
    #expect(exact.degreesOfFreedom == 0)
    expectClose(exact.estimates[0], 2, digits: 15)
    expectClose(exact.estimates[1], Numerics.log(3), digits: 15)
    let perfect = try CurveFit(
      Curve("y ~ a + b*2^(x/c)"),
      variables: ["x": [0, 1, 2, 3, 4, 5], "y": [1, 2, 4, 8, 16, 32]])
    #expect(perfect.estimates == [0, 1, 1])
    #expect(perfect.residualSumOfSquares == 0)
    #expect(perfect.residuals == [0, 0, 0, 0, 0, 0])
    #expect(perfect.standardErrors == [0, 0, 0])
  }

  @Test("A prediction has the curve's value and slopes")
  func prediction() throws {
    let fit = try CurveFit(Curve("y ~ b1*(1-exp(-b2*x))"), variables: ["x": x, "y": y])
    let (b1, b2) = (fit.estimates[0], fit.estimates[1])
    let found = try #require(fit.prediction(at: ["x": 20]))
    let decay = Numerics.exp(-b2 * 20)
    expectClose(found.value, b1 * (1 - decay), digits: 15)
    expectClose(found.gradient[0], 1 - decay, digits: 15)
    expectClose(found.gradient[1], b1 * 20 * decay, digits: 14)
    #expect(fit.prediction(at: [:]) == nil)
  }

  @Test("Parts of a start may be left out; unknown ones are refused")
  func starts() throws {
    let fit = try CurveFit(
      Curve("y ~ b1*(1-exp(-b2*x))"), variables: ["x": x, "y": y], start: ["b2": 0.5])
    expectClose(fit.estimates[0], 213.80940889, digits: 10.3)
    let unknown = failure("y ~ b1*(1-exp(-b2*x))", start: ["b3": 1])
    #expect(unknown?.kind == .unknownName)
    #expect(unknown?.remedy == "Did you mean ‘b1’ or ‘b2’?")
    #expect(failure("y ~ b1*x", start: ["b1": .nan])?.kind == .notFinite)
  }

  @Test("A start where the curve is undefined names the part and the place")
  func undefined() {
    let division = failure("y ~ a/(x - c)", start: ["a": 1, "c": 3])
    #expect(division?.kind == .undefinedAtStart)
    #expect(division?.summary == "‘a/(x - c)’ has no value at the start a = 1, c = 3 where x = 3")
    let logarithm = failure("y ~ a*log(x - c)", start: ["a": 1, "c": 4])
    #expect(
      logarithm?.summary == "‘log(x - c)’ has no value at the start a = 1, c = 4 where x = 1")
    let never = failure("y ~ a*log(b^2*0 - 1) + x*0")
    #expect(never?.kind == .undefinedAtStart)
    let zero = failure("y ~ a/x + b", ["x": [0, 1, 2, 3], "y": [1, 2, 3, 4]])
    #expect(
      zero?.summary
        == "no starting values were found: ‘a/x’ has no value at the start a = 1, b = 1 where x = 0"
    )
  }

  @Test("Parameters that only appear together are not told apart")
  func dependent() {
    let product = failure("y ~ a*b*x", start: ["a": 1, "b": 1])
    #expect(product?.kind == .notIdentified)
    #expect(
      product?.summary
        == "the data do not determine ‘a’ and ‘b’: they can change together without changing ‘a*b*x’"
    )
    #expect(
      failure("y ~ a + b*x^0 + c*x")?.summary.hasPrefix("the data do not determine ‘a’ and ‘b’:")
        == true)
    #expect(
      failure("y ~ a*x + 0*b")?.summary
        == "the data do not determine ‘b’: it changes ‘a*x + 0*b’ at no row")
    #expect(failure("y ~ a*exp(b + c*x)")?.kind == .notIdentified)
  }

  @Test("A parameter whose interval has no end is named, and nothing else is")
  func unbounded() throws {
    let years = ["year": [1960.0, 1970, 1980, 1990, 2000, 2010, 2020]]
    let stock = [75.9, 81.5, 99.8, 154.0, 174.9, 221.0, 280.6]
    let logistic = try CurveFit(
      Curve("K/(1+exp(-r*(year-t0)))"), variables: years, response: stock)
    #expect(logistic.unidentified == ["K"])
    #expect(logistic.unidentifiedError()?.kind == .notIdentified)
    let exponential = try CurveFit(
      Curve("a*exp(r*(year-1990))"), variables: years, response: stock)
    #expect(exponential.unidentified.isEmpty)
    #expect(exponential.unidentifiedError() == nil)
    // A slope that may as well be zero has an interval all the same.
    let flat = try CurveFit(
      Curve("y ~ a + b*x"), variables: ["x": [1, 2, 3, 4, 5], "y": [1, 2, 1, 2, 1.01]])
    #expect(flat.unidentified.isEmpty)
  }

  @Test("Bad data are typed errors")
  func badData() {
    #expect(failure("y ~ a + b*x + c*x^2", ["x": [1, 2], "y": [1, 2]])?.kind == .tooFewValues)
    #expect(failure("y ~ a + b*x", ["x": [], "y": []])?.kind == .tooFewValues)
    #expect(failure("y ~ a + b*x", ["x": [2, 2, 2], "y": [1, 2, 3]])?.kind == .constant)
    #expect(failure("y ~ a + b*x", ["x": [1, 2, .nan], "y": [1, 2, 3]])?.kind == .notFinite)
    #expect(
      failure("y ~ a + b*x", ["x": [1, 2, 3], "y": [1, -.infinity, 3]])?.summary
        == "the variable ‘y’ is infinite in row 2")
    let constant = try? CurveFit(
      Curve("y ~ a + b*x"), variables: ["x": [1, 2, 3], "y": [4, 4, 4]])
    #expect(constant?.estimates == [4, 0])
  }
}
