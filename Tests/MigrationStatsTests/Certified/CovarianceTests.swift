import Testing

@testable import MigrationStats

/// Covariances of coefficients by every estimator, with and without weights, on designs as users
/// write them: columns of small numbers, and powers of the raw calendar year.
///
/// The expected digits were computed with 60 decimal digits from the doubles of the data. R's
/// sandwich 3.0 gives the same to 12 digits and more for the small numbers, to 7 for the square of
/// the year.
@Suite("Covariances of coefficients")
struct CovarianceTests {
  private static let problems = [
    "line", "two-variables", "raw-year-quadratic", "raw-year-cubic",
  ].flatMap { [$0, $0 + "-weighted"] }

  private static let kinds = [
    "classical", "hc0", "hc1", "hc2", "hc3", "cluster", "cluster-two-way", "newey-west-3",
  ]

  private let data: Fixture
  private let exact: Fixture

  init() throws {
    data = try Fixture("covariances/data.csv")
    exact = try Fixture("covariances/exact.csv")
  }

  private func fit(_ problem: String) throws -> LeastSquares {
    let (years, x) = (try data.numbers(0), try data.numbers(2))
    let ones = years.map { _ in 1.0 }
    let design =
      if problem.hasPrefix("line") {
        Matrix(columns: [ones, x])
      } else if problem.hasPrefix("two-variables") {
        Matrix(columns: [ones, x, years.map { $0 - 1990 }])
      } else {
        Matrix(powersOf: years, 0...(problem.contains("cubic") ? 3 : 2))
      }
    return try LeastSquares(
      design, data.numbers(1), weights: problem.hasSuffix("weighted") ? data.numbers(3) : nil)
  }

  private func kind(_ name: String) throws -> Covariance {
    let (g, h) = (try data.numbers(4).map { Int($0) }, try data.numbers(5).map { Int($0) })
    switch name {
    case "classical": return .classical
    case "hc0": return .hc0
    case "hc1": return .hc1
    case "hc2": return .hc2
    case "hc3": return .hc3
    case "cluster": return .cluster([g])
    case "cluster-two-way": return .cluster([g, h])
    default: return .neweyWest(lag: 3)
    }
  }

  private func expected(
    _ problem: String, _ quantity: String
  ) throws -> [(row: Int, column: Int, value: Double)] {
    let rows = exact.rows.filter { $0[0] == problem && $0[1] == quantity }
    #expect(!rows.isEmpty)
    return try rows.map {
      (
        row: try #require(Int($0[2])), column: try #require(Int($0[3])),
        value: try #require(Double($0[4]))
      )
    }
  }

  @Test("Every variance and covariance has 14 right digits", arguments: problems, kinds)
  func covariance(problem: String, kind: String) throws {
    let found = try fit(problem).covariance(self.kind(kind))
    for entry in try expected(problem, kind) {
      // A covariance may cancel; its digits count against the two standard errors.
      let scale = (found[entry.row, entry.row] * found[entry.column, entry.column]).squareRoot()
      let error = abs(found[entry.row, entry.column] - entry.value)
      #expect(error <= 1e-14 * scale, "\(problem), \(kind): \(entry)")
      #expect(found[entry.row, entry.column] == found[entry.column, entry.row])
      if entry.row == entry.column {
        expectClose(found[entry.row, entry.row], entry.value, digits: 14)
      }
    }
  }

  @Test("Coefficients, leverages and residuals have 14 right digits", arguments: problems)
  func rows(problem: String) throws {
    let fit = try fit(problem)
    for entry in try expected(problem, "coefficient") {
      expectClose(fit.coefficients[entry.row], entry.value, digits: 14)
    }
    for entry in try expected(problem, "leverage") {
      expectClose(fit.leverages[entry.row], entry.value, digits: 14)
    }
    for entry in try expected(problem, "residual") {
      expectClose(fit.residuals[entry.row], entry.value, digits: 14)
    }
    expectClose(fit.residualSumOfSquares, try expected(problem, "rss")[0].value, digits: 14)
    expectClose(fit.rSquared, try expected(problem, "r-squared")[0].value, digits: 14)
  }
}
