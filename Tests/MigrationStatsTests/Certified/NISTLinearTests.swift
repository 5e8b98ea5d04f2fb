import Testing

@testable import MigrationStats

/// The linear problems of NIST's Statistical Reference Datasets (StRD, doi:10.18434/T43G6C).
///
/// The data are what their decimal text rounds to: with Pontius and Wampler2 that alone costs the
/// exact solution all but 13.2 digits of some coefficient.
@Suite("NIST's certified linear regressions")
struct NISTLinearTests {
  private static let names = [
    "Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2",
    "Wampler3", "Wampler4", "Wampler5",
  ]

  private func fit(_ name: String) throws -> LeastSquares {
    let problem = try problem(name)
    let data = try Fixture("nist-linear/\(name).csv")
    let (first, last) = (try #require(Int(problem[2])), try #require(Int(problem[3])))
    let variables = try data.header.indices.dropFirst().map { try data.numbers($0) }
    let design =
      problem[1] == "powers"
      ? Matrix(powersOf: variables[0], first...last)
      : Matrix(columns: [[Double](repeating: 1, count: data.rows.count)] + variables)
    return try LeastSquares(design, data.numbers(0))
  }

  private func problem(_ name: String) throws -> [String] {
    try #require(Fixture("nist-linear/problems.csv").rows.first { $0[0] == name })
  }

  private func certified(_ name: String, _ column: Int) throws -> [Double] {
    try Fixture("nist-linear/certified.csv").rows.filter { $0[0] == name }.map {
      try #require(Double($0[column]))
    }
  }

  @Test("Coefficients have 13 certified digits", arguments: names)
  func coefficients(name: String) throws {
    let (found, certified) = (try fit(name).coefficients, try certified(name, 2))
    #expect(found.count == certified.count)
    for (found, certified) in zip(found, certified) {
      expectClose(found, certified, digits: 13)
    }
  }

  @Test("Standard errors have 13 certified digits", arguments: names)
  func standardErrors(name: String) throws {
    let found = try #require(fit(name).standardErrors)
    for (found, certified) in zip(found, try certified(name, 3)) {
      if name == "Wampler2" {
        // Certified as 0; rounding the data leaves residuals in the sixteenth digit.
        #expect(found < 1e-15)
      } else {
        expectClose(found, certified, digits: 13)
      }
    }
  }

  @Test("Residual sums of squares and R-squared have 13 certified digits", arguments: names)
  func quality(name: String) throws {
    let (fit, problem) = (try fit(name), try problem(name))
    #expect(fit.degreesOfFreedom == Int(problem[4]))
    let certified = try #require(Double(problem[5]))
    if name == "Wampler2" {
      #expect(fit.residualSumOfSquares < 1e-29)
    } else {
      expectClose(fit.residualSumOfSquares, certified, digits: 13)
    }
    let share = problem[2] == "0" ? fit.rSquared : fit.rSquaredAboutZero
    expectClose(share, try #require(Double(problem[6])), digits: 13)
  }

  @Test("A perfect fit has residuals and standard errors of exactly zero")
  func perfect() throws {
    let fit = try fit("Wampler1")
    #expect(fit.coefficients == [1, 1, 1, 1, 1, 1])
    #expect(fit.residuals.allSatisfy { $0 == 0 })
    #expect(fit.standardErrors == [0, 0, 0, 0, 0, 0])
    #expect(fit.rSquared == 1)
  }

  @Test("Residuals of no more than the data's rounding have 15 right digits")
  func rounding() throws {
    // The standard errors of Wampler2's doubles, computed in rational numbers.
    let expected = [
      6.38509323214503892e-16, 7.01171497936386837e-16, 2.31200129170304678e-16,
      3.01037343877142129e-17, 1.67484358904573600e-18, 3.33223028101321716e-20,
    ]
    let found = try #require(fit("Wampler2").standardErrors)
    for (found, expected) in zip(found, expected) { expectClose(found, expected, digits: 15) }
  }
}
