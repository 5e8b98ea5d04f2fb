import Testing

@testable import MigrationStats

/// Numbers in this suite are computed with 60 decimal digits.
@Suite("Poisson pseudo-maximum likelihood")
struct PoissonTests {
  private func poisson(
    _ formula: String, _ text: String = Stocks.text, errors: StandardErrors? = nil,
    weights: String? = nil
  ) throws -> Regression {
    try regression(
      formula, text, Regression.Options(weights: weights, errors: errors, family: .poisson))
  }

  @Test("Coefficients and every kind of error have 12 right digits, in raw years squared")
  func errors() throws {
    let estimates = [6208.4977748115738869, -6.2572661032361601776, 0.0015768408709730487762]
    let kinds: [(StandardErrors?, [Double])] = [
      (.classical, [5774.8514430642009867, 5.754849692717954172, 0.0014337055938548803958]),
      (.hc0, [7724.088283739890977, 7.6935761541326369894, 0.0019157322768760907906]),
      (.hc1, [8919.008899723321055, 8.8837765272387273751, 0.0022120970914993313904]),
      (nil, [8919.008899723321055, 8.8837765272387273751, 0.0022120970914993313904]),
    ]
    for (kind, errors) in kinds {
      let fit = try poisson("count ~ year + I(year^2)", errors: kind)
      for (index, coefficient) in fit.coefficients.enumerated() {
        expectClose(coefficient.estimate, estimates[index], digits: 12)
        expectClose(coefficient.standardError, errors[index], digits: 12)
      }
    }
  }

  @Test("Statistics are those of the normal distribution")
  func normal() throws {
    let year = try poisson("count ~ year").coefficients[1]
    let (estimate, error) = (year.estimate, try #require(year.standardError))
    expectClose(year.pValue, Normal.twoSidedTail(estimate / error), digits: 13)
    expectClose(year.interval?.upper, estimate + 1.959963984540054 * error, digits: 13)
    #expect(try poisson("count ~ year").quality.errorsDegreesOfFreedom == nil)
  }

  @Test("Deviances, likelihood, pseudo R² and dispersion")
  func quality() throws {
    let quality = try poisson("count ~ poly(year, 2)").quality
    expectClose(quality.deviance, 41.541064056100814786, digits: 13)
    expectClose(quality.nullDeviance, 74.33347893545163146, digits: 13)
    expectClose(quality.logLikelihood, -38.769103390726479709, digits: 13)
    expectClose(quality.pseudoRSquared, 0.29721952424202373271, digits: 13)
    expectClose(quality.dispersion, 3.1902173885848359197, digits: 13)
    expectClose(quality.aic, 2 * 38.769103390726479709 + 6, digits: 13)
    #expect(quality.rSquared == nil && quality.sigma == nil)
  }

  @Test("A change of basis changes no mean")
  func bases() throws {
    for degree in 1...4 {
      let raw = try #require(poisson("count ~ poly(year, \(degree), raw = TRUE)").rows)
      let orthogonal = try #require(poisson("count ~ poly(year, \(degree))").rows)
      for (one, other) in zip(raw, orthogonal) {
        expectClose(one.fitted, other.fitted, digits: 13)
        // Leverages of raw powers are sums that cancel by the condition, 10¹¹ at degree 4.
        expectClose(one.leverage, try #require(other.leverage), digits: 11)
      }
    }
  }

  @Test("Responses that are no whole numbers are fitted; the means of categories are theirs")
  func amounts() throws {
    let fit = try poisson("y ~ 0 + f", "f,y\na,0.5\na,0\nb,2.25\nb,3.75\nb,0\n", errors: .hc0)
    expectClose(fit.coefficients[0].estimate, Numerics.log(0.25), digits: 14)
    expectClose(fit.coefficients[1].estimate, Numerics.log(2), digits: 14)
    let rows = try #require(fit.rows)
    expectClose(rows[4].fitted, 2, digits: 14)
    #expect(rows.allSatisfy { $0.interval == nil })
  }

  @Test("Weights repeat rows")
  func weights() throws {
    let weighted = try poisson(
      "y ~ x", "x,y,w\n1,2,1\n2,3,2\n3,1,1\n4,6,3\n", errors: .classical, weights: "w")
    let repeated = try poisson(
      "y ~ x", "x,y\n1,2\n2,3\n2,3\n3,1\n4,6\n4,6\n4,6\n", errors: .classical)
    for (one, other) in zip(weighted.coefficients, repeated.coefficients) {
      expectClose(one.estimate, other.estimate, digits: 13)
      expectClose(one.standardError, try #require(other.standardError), digits: 13)
    }
  }

  @Test("Negative responses, and zeros alone, are refused")
  func refusals() throws {
    let negative = #expect(throws: FittingError.self) {
      try poisson("y ~ x", "x,y\n1,2\n2,-1\n3,4\n")
    }
    #expect(negative?.kind == .notPositive && negative?.position.line == 3)
    let zeros = #expect(throws: FittingError.self) {
      try poisson("y ~ x", "x,y\n1,0\n2,0\n3,0\n")
    }
    #expect(zeros?.kind == .constant)
    let collinear = #expect(throws: FittingError.self) {
      try poisson("y ~ x + z", "x,y,z\n1,0,2\n2,1,4\n3,2,6\n4,5,8\n")
    }
    #expect(collinear?.kind == .collinear)
    #expect(collinear?.summary == "z depends on x")
  }

  // MARK: Separation

  @Test("A category whose responses are all zero is refused by name")
  func category() throws {
    let text = "f,x,y\na,1,2\na,2,3\nb,1,0\nb,3,0\nc,2,4\nc,4,0\n"
    let error = #expect(throws: FittingError.self) { try poisson("y ~ f + x", text) }
    #expect(error?.kind == .separation)
    #expect(
      error?.summary
        == "the response is zero in all 2 rows that fb tells apart, so that the best coefficient is "
        + "infinite")
    #expect(error?.remedy?.contains("lines 4, 5") == true)
  }

  @Test("A direction that no column shows alone is found")
  func direction() throws {
    // x − 2z is zero wherever y is positive and negative elsewhere.
    let text = "x,z,y\n2,1,3\n4,2,1\n6,3,5\n1,1,0\n3,2,0\n0,2,0\n"
    let error = #expect(throws: FittingError.self) { try poisson("y ~ x + z", text) }
    #expect(error?.kind == .separation)
    #expect(error?.summary.contains("x and z") == true)
  }

  @Test("Zeros on both sides of what the positive rows span separate nothing")
  func noSeparation() throws {
    let text = "x,z,y\n2,1,3\n4,2,1\n6,3,5\n1,1,0\n3,2,0\n5,2,0\n7,3,0\n"
    let fit = try poisson("y ~ x + z", text)
    #expect(fit.coefficients.allSatisfy { $0.estimate.isFinite })
    let overlapping = "x,y\n1,0\n2,1\n3,0\n4,2\n5,0\n"
    #expect(try poisson("y ~ x", overlapping).coefficients.count == 2)
  }

  @Test("Two directions that only together separate are found")
  func twoDirections() throws {
    // Positive rows have a = b = 0; zeros have a + b > 0 but either negative alone.
    let text = "a,b,y\n0,0,3\n0,0,1\n2,-1,0\n-1,2,0\n1,1,0\n"
    let error = #expect(throws: FittingError.self) { try poisson("y ~ a + b", text) }
    #expect(error?.kind == .separation)
    let free = "a,b,y\n0,0,3\n0,0,1\n2,-1,0\n-1,2,0\n-1,-1,0\n"
    #expect(try poisson("y ~ a + b", free).coefficients.count == 3)
  }
}
