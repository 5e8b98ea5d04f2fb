import Testing

@testable import MigrationStats

@Suite("Distributions")
struct DistributionTests {
  @Test("With infinitely many degrees of freedom Student's t is normal, F is χ² over its own")
  func limits() {
    #expect(StudentT.twoSidedTail(1.7, degreesOfFreedom: .infinity) == Normal.twoSidedTail(1.7))
    #expect(
      StudentT.twoSidedQuantile(level: 0.95, degreesOfFreedom: .infinity)
        == Normal.twoSidedQuantile(level: 0.95))
    #expect(
      FDistribution.upperTail(1.3, numerator: 4, denominator: .infinity)
        == ChiSquared.upperTail(5.2, degreesOfFreedom: 4))
  }

  @Test("With two degrees of freedom the tail of χ² is e^(−x/2)", arguments: [0.01, 1, 3, 90, 700])
  func exponential(x: Double) {
    expectClose(
      ChiSquared.upperTail(x, degreesOfFreedom: 2), Numerics.exp(-x / 2), digits: 14)
  }

  @Test("The tails of F(1, ν) and of Student's t are one", arguments: [0.01, 0.8, 2, 9, 1e5])
  func squares(t: Double) {
    for nu in [1.0, 3, 12, 400] {
      expectClose(
        FDistribution.upperTail(t * t, numerator: 1, denominator: nu),
        StudentT.twoSidedTail(t, degreesOfFreedom: nu), digits: 13)
    }
  }

  @Test("F and 1/F change their degrees of freedom", arguments: [0.2, 0.9, 1.4, 6])
  func reciprocal(f: Double) {
    for (above, below) in [(1.0, 1.0), (2, 7), (30, 4)] {
      let sum =
        FDistribution.upperTail(f, numerator: above, denominator: below)
        + FDistribution.upperTail(1 / f, numerator: below, denominator: above)
      expectClose(sum, 1, digits: 14)
    }
  }

  @Test("Ends of the range, infinities and what is no number have their probabilities")
  func ends() {
    #expect(Normal.cdf(-.infinity) == 0)
    #expect(Normal.cdf(.infinity) == 1)
    #expect(Normal.cdf(0) == 0.5)
    #expect(Normal.upperTail(.nan).isNaN)
    #expect(Normal.twoSidedTail(0) == 1)
    #expect(Normal.quantile(0.5) == 0)
    #expect(Normal.quantile(.leastNonzeroMagnitude) < -38)
    #expect(ChiSquared.upperTail(0, degreesOfFreedom: 3) == 1)
    #expect(ChiSquared.upperTail(-1, degreesOfFreedom: 3) == 1)
    #expect(ChiSquared.upperTail(.infinity, degreesOfFreedom: 3) == 0)
    #expect(ChiSquared.upperTail(.nan, degreesOfFreedom: 3).isNaN)
    #expect(FDistribution.upperTail(0, numerator: 2, denominator: 3) == 1)
    #expect(FDistribution.upperTail(.infinity, numerator: 2, denominator: 3) == 0)
    #expect(FDistribution.upperTail(.nan, numerator: 2, denominator: 3).isNaN)
    #expect(StudentT.twoSidedTail(.infinity, degreesOfFreedom: 3) == 0)
    #expect(StudentT.twoSidedTail(.nan, degreesOfFreedom: 3).isNaN)
    #expect(StudentT.twoSidedTail(1e-200, degreesOfFreedom: 3) == 1)
  }

  @Test("Smallest levels have quantiles in proportion", arguments: [1e-300, 1e-100])
  func smallLevels(level: Double) {
    // The density at 0 of Cauchy's distribution is 1/π.
    expectClose(
      StudentT.twoSidedQuantile(level: level, degreesOfFreedom: 1), level * .pi / 2, digits: 14)
    expectClose(
      Normal.twoSidedQuantile(level: level), level * (Double.pi / 2).squareRoot(), digits: 14)
  }

  @Test("The normal quantile undoes the tail", arguments: [1e-250, 1e-9, 0.01, 0.2, 0.49999])
  func inverse(p: Double) {
    expectClose(Normal.cdf(Normal.quantile(p)), p, digits: 12)
  }

  @Test("Stirling's ratio is that of the gamma function", arguments: [0.5, 3, 9.999, 10, 25, 150])
  func stirling(a: Double) {
    let scale = (2 * Double.pi / a).squareRoot() * Numerics.pow(a, a) * Numerics.exp(-a)
    if a < 130 { expectClose(Gamma.stirlingRatio(a) * scale, Numerics.gamma(a), digits: 13) }
    #expect(Gamma.stirlingRatio(a) > 1)
    #expect(Gamma.stirlingRatio(a) < 1.2)
  }
}

@Suite("Logarithms in double-double")
struct DoubleDoubleLogarithmTests {
  @Test(
    "Powers of two have multiples of ln 2 = 0.6931471805599453094172321214581765680755…",
    arguments: [
      (-1000, -693.14718055994530942, 4.51993e-14), (0, 0, 0),
      (1, 0.69314718055994530942, 2.319047e-17),
      (1000, 693.14718055994530942, -4.51993e-14),
    ])
  func powersOfTwo(exponent: Int, expected: Double, rest: Double) {
    let found = DoubleDouble(1.scaled(byPowerOfTwo: exponent)).logarithm()
    #expect(found.high == expected)
    #expect(abs(found.low - rest) <= 1e-3 * abs(rest))
  }

  @Test("The logarithm of a product is the sum of the logarithms, to 30 digits")
  func products() {
    var generator = RepeatableGenerator(seed: 7)
    for _ in 0..<200 {
      let a = abs(generator.double(exponents: -100...100))
      let b = abs(generator.double(exponents: -100...100))
      let product = DoubleDouble(product: a, b).logarithm()
      let sum = DoubleDouble(a).logarithm() + DoubleDouble(b).logarithm()
      let size = abs(DoubleDouble(a).logarithm().high) + abs(DoubleDouble(b).logarithm().high)
      #expect(abs((product - sum).high) <= 1e-30 * size, "\(a), \(b)")
    }
  }
}
