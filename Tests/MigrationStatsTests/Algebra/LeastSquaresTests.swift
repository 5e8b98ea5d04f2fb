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
    #expect(throws: LeastSquares.Failure.self) { try LeastSquares(Matrix(columns: []), [Double]()) }
  }

  @Test(
    "A column that depends on those before it is named",
    arguments: [
      ([[1, 1, 1, 1], [2, 2, 2, 2]], 1, [0]),
      ([[1, 1, 1, 1], [0, 1, 2, 3], [1, 2, 3, 4]], 2, [0, 1]),
      ([[1, 1, 1, 1], [0, 0, 0, 0]], 1, []),
      ([[1, 1, 1, 1], [0, 1, 2, 3], [1, 0, 0, 1], [2, 0, 0, 2]], 3, [2]),
    ] as [([[Double]], Int, [Int])])
  func dependent(columns: [[Double]], expected: Int, supports: [Int]) throws {
    let failure = try #require(throws: LeastSquares.Failure.self) {
      try LeastSquares(Matrix(columns: columns), [1, 2, 3, 5])
    }
    guard case .rankDeficient(let column, let others) = failure else {
      Issue.record("another failure: \(failure)")
      return
    }
    #expect(column == expected)
    #expect(others == supports)
  }

  @Test("A sum of columns is known as dependent, whatever their sizes and however it cancels")
  func collinear() {
    let years = (1960...2020).map(Double.init)
    let ones = years.map { _ in 1.0 }
    let shares = years.map { 1e-9 * Numerics.log($0) }
    let sum = zip(years, shares).map { 0.1 * $0 + 7e12 * $1 }
    let cubes = years.map { $0 * $0 * $0 }
    for (columns, dependent, others) in [
      ([ones, years, years.map { $0 - 1990 }], 2, [0, 1]),
      ([years, shares, sum, ones], 2, [0, 1]),
      (
        [ones, years, years.map { $0 * $0 }, cubes, years.map { ($0 - 2000) * ($0 - 2000) }], 4,
        [0, 1, 2]
      ),
      ([cubes, cubes.map { $0 * 1e200 }], 1, [0]), ([ones.map { _ in 0 }, years], 0, []),
    ] {
      #expect(throws: LeastSquares.Failure.rankDeficient(column: dependent, dependsOn: others)) {
        try LeastSquares(Matrix(columns: columns), years)
      }
    }
  }

  @Test("A constant response is its constant, without residuals and without R-squared")
  func constant() throws {
    let fit = try LeastSquares(Matrix(columns: [ones, [0, 1, 2, 3]]), [0.1, 0.1, 0.1, 0.1])
    #expect(fit.coefficients[0] == 0.1)
    #expect(abs(fit.coefficients[1]) < 1e-25)
    #expect(fit.residualSumOfSquares == 0)
    #expect(fit.standardErrors == [0, 0])
    #expect(fit.rSquared == nil)
    #expect(fit.rSquaredAboutZero == 1)
    let zero = try LeastSquares(Matrix(columns: [ones, [0, 1, 2, 3]]), [0, 0, 0, 0])
    #expect(zero.coefficients == [0, 0])
    #expect(zero.residuals == [0, 0, 0, 0])
    #expect(zero.rSquaredAboutZero == nil)
  }

  @Test("A response that the columns cannot explain has zeros for coefficients")
  func orthogonal() throws {
    let fit = try LeastSquares(Matrix(columns: [ones, [-3, -1, 1, 3]]), [1, -1, -1, 1])
    #expect(fit.coefficients.allSatisfy { abs($0) < 1e-28 })
    #expect(fit.residuals == [1, -1, -1, 1])
    #expect(abs(fit.rSquared ?? 1) < 1e-28)
  }

  @Test("Sizes near the ends of the range of doubles cost no digit")
  func sizes() throws {
    let small = try LeastSquares(
      Matrix(columns: [ones, [0, 1e-300, 2e-300, 3e-300]]), [1e-150, 3e-150, 2e-150, 5e-150])
    expectClose(small.coefficients[1], 1.1e150, digits: 15)
    expectClose(small.standardErrors?[1], 0.27.squareRoot() * 1e150, digits: 15)
    let large = try LeastSquares(
      Matrix(columns: [ones, [0, 1e300, 2e300, 3e300]]), [1e300, 3e300, 2e300, 5e300])
    expectClose(large.coefficients[0], 1.1e300, digits: 15)
    expectClose(large.standardErrors?[1], 0.27.squareRoot(), digits: 15)
  }

  @Test("What is infinite or not a number has no solution", arguments: [Double.infinity, .nan])
  func notFinite(value: Double) {
    #expect(throws: LeastSquares.Failure.notFinite) {
      try LeastSquares(Matrix(columns: [ones, [0, 1, value, 3]]), [1, 3, 2, 5])
    }
    #expect(throws: LeastSquares.Failure.notFinite) {
      try LeastSquares(Matrix(columns: [ones]), [1, 3, value, 5])
    }
  }

  @Test("The inverse of XᵀX has the last digit right")
  func inverseGram() throws {
    let fit = try LeastSquares(Matrix(columns: [ones, [0, 1, 2, 3]]), [1, 3, 2, 5])
    // XᵀX = [4 6; 6 14], of determinant 20.
    #expect(fit.inverseGram.elements == [0.7, -0.3, -0.3, 0.2])
  }

  @Test("As many rows as columns are solved to the last digit: Hilbert's matrix of eight rows")
  func hilbert() throws {
    // Multiples of 840·429 by the reciprocals are whole numbers, so that the matrix is exact.
    let columns = (0..<8).map { column in (0..<8).map { 360_360 / Double($0 + column + 1) } }
    let response = (0..<8).map { row in columns.reduce(0) { $0 + $1[row] } }
    let fit = try LeastSquares(Matrix(columns: columns), response)
    #expect(fit.coefficients == [Double](repeating: 1, count: 8))
    #expect(fit.residuals == [Double](repeating: 0, count: 8))
    #expect(fit.standardErrors == nil)
  }

  @Test("Powers keep what doubles leave of them")
  func powers() throws {
    let matrix = Matrix(powersOf: [3, 0.1], 0...40)
    #expect(matrix.columns == 41)
    #expect(matrix[0, 1] == 3)
    let remainders = try #require(matrix.remainders)
    // 3⁴⁰ = 12157665459056928801, of which a double keeps 12157665459056928768.
    #expect(matrix[0, 40] == 12_157_665_459_056_928_768)
    #expect(remainders[80] == 33)
    #expect(Matrix(powersOf: [1, 2], 0...3).remainders == nil)
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
