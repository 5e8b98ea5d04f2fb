import Testing

@testable import MigrationStats

@Suite("Ordinary least squares")
struct LeastSquaresTests {
  private let ones: [Double] = [1, 1, 1, 1]

  @Test("A line through points on a line is that line")
  func exactLine() throws {
    let fit = try LeastSquares(Matrix(columns: [ones, [0, 1, 2, 3]]), [5, 7, 9, 11])
    expectClose(fit.coefficients[0], 5, digits: 14)
    expectClose(fit.coefficients[1], 2, digits: 14)
    #expect(fit.residualSumOfSquares < 1e-28)
    #expect(fit.degreesOfFreedom == 2)
  }

  @Test("Coefficients, standard errors and residuals of a worked example")
  func worked() throws {
    // y = 1, 3, 2, 5 on x = 0, 1, 2, 3: slope 11/10, intercept 11/10, residual sum 27/10.
    let fit = try LeastSquares(Matrix(columns: [ones, [0, 1, 2, 3]]), [1, 3, 2, 5])
    expectClose(fit.coefficients[0], 1.1, digits: 14)
    expectClose(fit.coefficients[1], 1.1, digits: 14)
    expectClose(fit.residualSumOfSquares, 2.7, digits: 14)
    let errors = try #require(fit.standardErrors)
    // s² = 27/20; Sxx = 5; se(slope) = √(27/100), se(intercept) = √(27/20 · 7/10).
    expectClose(errors[1], 0.27.squareRoot(), digits: 14)
    expectClose(errors[0], 0.945.squareRoot(), digits: 14)
  }

  @Test("As many rows as columns leave no standard errors")
  func saturated() throws {
    let fit = try LeastSquares(Matrix(columns: [[1, 1], [0, 1]]), [2, 5])
    expectClose(fit.coefficients[0], 2, digits: 14)
    expectClose(fit.coefficients[1], 3, digits: 14)
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.standardErrors == nil)
  }

  @Test("Fewer rows than columns have no solution")
  func tooFewRows() throws {
    let failure = try #require(throws: LeastSquares.Failure.self) {
      try LeastSquares(Matrix(columns: [[1], [2]]), [3])
    }
    guard case .tooFewRows = failure else {
      Issue.record("another failure: \(failure)")
      return
    }
  }

  @Test("No columns have no solution")
  func noColumns() {
    #expect(throws: LeastSquares.Failure.self) { try LeastSquares(Matrix(columns: []), []) }
  }

  @Test(
    "A column that depends on those before it is named",
    arguments: [
      ([[1, 1, 1, 1], [2, 2, 2, 2]], 1), ([[1, 1, 1, 1], [0, 1, 2, 3], [1, 2, 3, 4]], 2),
      ([[1, 1, 1, 1], [0, 0, 0, 0]], 1),
    ] as [([[Double]], Int)])
  func dependent(columns: [[Double]], expected: Int) throws {
    let failure = try #require(throws: LeastSquares.Failure.self) {
      try LeastSquares(Matrix(columns: columns), [1, 2, 3, 5])
    }
    guard case .rankDeficient(let column) = failure else {
      Issue.record("another failure: \(failure)")
      return
    }
    #expect(column == expected)
  }

  @Test("A matrix is stored column by column")
  func matrix() {
    let matrix = Matrix(columns: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.rows == 3)
    #expect(matrix.columns == 2)
    #expect(matrix[2, 0] == 3)
    #expect(matrix[0, 1] == 4)
    #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
  }
}
