import Testing

@testable import MigrationStats

/// The regression rate of the world's migrant stock in millions, every fifth year from 1990.
///
/// The expected digits were computed with 40 decimal digits: ordinary least squares of ln P on the
/// year, and Student's t with 5 degrees of freedom.
@Suite("The least-squares rate of seven values")
struct LeastSquaresRateTests {
  private static let values: [Int: Double] = [
    1990: 153.0, 1995: 161.3, 2000: 173.6, 2005: 191.4, 2010: 221.0, 2015: 247.9, 2020: 280.6,
  ]

  private func fit() throws -> LeastSquares {
    let years = Self.values.keys.sorted()
    let logarithms = years.compactMap { Self.values[$0] }.map { Numerics.log($0 / 153) }
    let centred = years.map { Double($0 - 2005) }
    return try LeastSquares(
      Matrix(columns: [[Double](repeating: 1, count: years.count), centred]), logarithms)
  }

  @Test("The rate, its interval and the doubling time have 12 right digits")
  func rate() throws {
    let fit = try fit()
    let slope = fit.coefficients[1]
    expectClose(100 * Numerics.expm1(slope), 2.10791237132626390, digits: 12)
    expectClose(Numerics.log(2) / slope, 33.2284804217707351, digits: 12)
    #expect(fit.degreesOfFreedom == 5)
    let error = try #require(fit.standardErrors?[1])
    expectClose(error, 0.00131733049251750255, digits: 12)
    let reach = error * StudentT.twoSidedQuantile(level: 0.95, degreesOfFreedom: 5)
    expectClose(100 * Numerics.expm1(slope - reach), 1.76272853068354107, digits: 12)
    expectClose(100 * Numerics.expm1(slope + reach), 2.45426709138192360, digits: 12)
  }

  @Test("The residual sum of squares has 11 right digits")
  func residuals() throws {
    expectClose(try fit().residualSumOfSquares, 0.00607375869280742045, digits: 11)
  }

  @Test("Growth refuses it, because 24 of the 31 years have no value")
  func refusal() throws {
    let stock = series(Self.values)
    let error = try #require(throws: MeasureError.self) { try stock.growth(.leastSquares) }
    #expect(error.kind == .tooManyMissing)
    expectProblem(
      error,
      "Canada: 24 of the 31 years from 1990 to 2020 have no value; a least-squares rate is "
        + "refused where more than half are missing",
      remedy: "--definition log or compound")
  }
}
