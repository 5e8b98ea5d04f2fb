import Testing

@testable import MigrationStats

/// Polynomials in calendar years that nobody has centred: condition, scaled, from 10² for the line
/// to 10¹⁴ for the power 6.
///
/// The expected digits were computed in rational numbers from the doubles of the data.
@Suite("Polynomials in the raw calendar year")
struct RawYearsTests {
  private func fit(_ degree: Int) throws -> LeastSquares {
    let stock = try Fixture("raw-years/stock.csv")
    return try LeastSquares(Matrix(powersOf: stock.numbers(0), 0...degree), stock.numbers(1))
  }

  @Test("Coefficients and standard errors have 15 right digits", arguments: 1...6)
  func digits(degree: Int) throws {
    let fit = try fit(degree)
    let errors = try #require(fit.standardErrors)
    let exact = try Fixture("raw-years/exact.csv").rows.filter { $0[0] == "\(degree)" }
    #expect(exact.count == degree + 1)
    for (power, row) in exact.enumerated() {
      expectClose(fit.coefficients[power], try #require(Double(row[2])), digits: 15)
      expectClose(errors[power], try #require(Double(row[3])), digits: 15)
    }
  }

  @Test("The power 7 is beyond doubles, and said to be")
  func tooHigh() throws {
    let failure = try #require(throws: LeastSquares.Failure.self) { try fit(7) }
    guard case .rankDeficient(column: 7, _) = failure else {
      Issue.record("another failure: \(failure)")
      return
    }
  }

  @Test("A power of the centred year is known as dependent on powers of the raw year")
  func collinear() throws {
    let years = (1960...2020).map(Double.init)
    let columns = (0...3).map { power in years.map { DoubleDouble($0).raised(to: power) } }
    let centred = years.map { DoubleDouble($0 - 1990).raised(to: 3) }
    let failure = LeastSquares.Failure.rankDeficient(column: 4, dependsOn: [0, 1, 2, 3])
    #expect(throws: failure) {
      try LeastSquares(Matrix(exactColumns: columns + [centred]), years)
    }
  }
}
