import Testing

@testable import MigrationStats

@Suite("Weights, and covariances that cannot be")
struct CovarianceFailureTests {
  private let ones: [Double] = [1, 1, 1, 1, 1]
  private let x: [Double] = [0, 1, 2, 3, 4]
  private let y: [Double] = [1, 3, 2, 5, 4]

  private var line: LeastSquares {
    get throws { try LeastSquares(Matrix(columns: [ones, x]), y) }
  }

  @Test("A weight of 2 counts a row twice, but for the degrees of freedom")
  func twice() throws {
    let weighted = try LeastSquares(Matrix(columns: [ones, x]), y, weights: [1, 2, 1, 1, 1])
    let repeated = try LeastSquares(
      Matrix(columns: [ones + [1], x + [1]]), y + [3])
    for column in 0...1 {
      expectClose(weighted.coefficients[column], repeated.coefficients[column], digits: 14)
    }
    expectClose(weighted.residualSumOfSquares, repeated.residualSumOfSquares, digits: 14)
    expectClose(weighted.rSquared, try #require(repeated.rSquared), digits: 14)
    #expect(weighted.degreesOfFreedom == 3)
    #expect(repeated.degreesOfFreedom == 4)
  }

  @Test("A row of weight zero is as if it were not there, but has a residual")
  func zeroWeight() throws {
    let weighted = try LeastSquares(
      Matrix(columns: [ones, x]), [1, 3, 100, 5, 4], weights: [1, 1, 0, 1, 1])
    let without = try LeastSquares(Matrix(columns: [[1, 1, 1, 1], [0, 1, 3, 4]]), [1, 3, 5, 4])
    #expect(weighted.coefficients == without.coefficients)
    #expect(weighted.standardErrors == without.standardErrors)
    #expect(weighted.degreesOfFreedom == 2)
    #expect(weighted.leverages[2] == 0)
    expectClose(
      weighted.residuals[2], 100 - without.coefficients[0] - 2 * without.coefficients[1],
      digits: 15)
    for kind in [Covariance.classical, .hc0, .hc1, .hc2, .hc3] {
      #expect(
        try weighted.covariance(kind).elements == without.covariance(kind).elements, "\(kind)")
    }
    // The row keeps its place in time: the rows about it are not neighbours.
    let lagged = try weighted.covariance(.neweyWest(lag: 1)).elements
    #expect(try lagged != without.covariance(.neweyWest(lag: 1)).elements)
  }

  @Test("Weights of any size give the same, scaled", arguments: [1e-300, 1e-9, 3e120, 1e300])
  func sizes(size: Double) throws {
    let weights = [1.0, 2, 0.5, 1, 3]
    let design = Matrix(columns: [ones, x.map { $0 * 1e-200 }])
    let fit = try LeastSquares(design, y, weights: weights)
    let scaled = try LeastSquares(design, y, weights: weights.map { $0 * size })
    for column in 0...1 {
      expectClose(scaled.coefficients[column], fit.coefficients[column], digits: 15)
      expectClose(
        scaled.standardErrors?[column], try #require(fit.standardErrors?[column]), digits: 15)
    }
    expectClose(scaled.residualSumOfSquares, fit.residualSumOfSquares * size, digits: 14)
    for row in y.indices { expectClose(scaled.residuals[row], fit.residuals[row], digits: 14) }
  }

  @Test("Weights that are none are refused, with their row", arguments: [-1, .nan, .infinity])
  func invalidWeight(weight: Double) {
    #expect(throws: LeastSquares.Failure.invalidWeight(row: 3)) {
      try LeastSquares(Matrix(columns: [ones, x]), y, weights: [1, 1, 0, weight, 1])
    }
  }

  @Test("Weights of zero alone, or for all but too few rows, are refused")
  func zeroWeights() {
    #expect(throws: LeastSquares.Failure.zeroWeights) {
      try LeastSquares(Matrix(columns: [ones, x]), y, weights: [0, 0, 0, 0, 0])
    }
    #expect(throws: LeastSquares.Failure.tooFewRows) {
      try LeastSquares(Matrix(columns: [ones, x]), y, weights: [0, 0, 2, 0, 0])
    }
    #expect(throws: LeastSquares.Failure.rankDeficient(column: 1, dependsOn: [0])) {
      try LeastSquares(Matrix(columns: [ones, [1, 1, 1, 1, 2]]), y, weights: [1, 1, 1, 1, 0])
    }
  }

  @Test(
    "A row that alone determines its fit has no HC2 and HC3", arguments: [Covariance.hc2, .hc3])
  func leverageOne(kind: Covariance) throws {
    let fit = try LeastSquares(Matrix(columns: [ones, [0, 0, 0, 1, 0]]), y)
    #expect(throws: Covariance.Failure.leverageOne(row: 3)) { try fit.covariance(kind) }
    #expect(try fit.covariance(.hc1)[1, 1] > 0)
    expectClose(fit.leverages[3], 1, digits: 15)
  }

  @Test("Clusters are at least two, and number every row")
  func clusters() throws {
    let fit = try line
    #expect(throws: Covariance.Failure.tooFewClusters(coding: 1)) {
      try fit.covariance(.cluster([[0, 0, 1, 1, 2], [7, 7, 7, 7, 7]]))
    }
    for codings in [[], [[0, 1]], [[0, 1, -1, 0, 1]], [[0], [0], [0]]] {
      #expect(throws: Covariance.Failure.codings) { try fit.covariance(.cluster(codings)) }
    }
    // Numbers may leave gaps, however wide.
    let (wide, narrow) = ([0, Int.max, 5, 5, 0], [0, 1, 2, 2, 0])
    #expect(
      try fit.covariance(.cluster([wide])).elements == fit.covariance(.cluster([narrow])).elements)
    #expect(fit.degreesOfFreedom(.cluster([wide, [0, 1, 0, 1, 0]])) == 1)
    #expect(fit.degreesOfFreedom(.cluster([wide])) == 2)
    #expect(fit.degreesOfFreedom(.hc3) == 3)
  }

  @Test("A negative variance of two-way clusters is refused")
  func negativeVariance() throws {
    // R's vcovCL gives −55.85 for the variance of x.
    let (x, z): ([Double], [Double]) = (
      [1, 4, 2, 8, 5, 7, 1, 4, 2, 8, 5, 9], [0.5, -1, 2, 1.5, 0, 3, -2, 1, 0.25, 2, -0.75, 1]
    )
    let fit = try LeastSquares(
      Matrix(columns: [x.map { _ in 1 }, x, z]),
      [75.9, 81.5, 99.8, 154.0, 174.9, 191.4, 221.0, 247.9, 280.6, 260.3, 270.2, 281.0])
    let (g, h) = ([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 1], [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])
    #expect(throws: Covariance.Failure.negativeVariance(column: 1)) {
      try fit.covariance(.cluster([g, h]))
    }
  }

  @Test("A lag is less than the number of rows", arguments: [-1, 5, 6, Int.max])
  func lag(lag: Int) throws {
    let fit = try line
    #expect(throws: Covariance.Failure.lag(rows: 5)) { try fit.covariance(.neweyWest(lag: lag)) }
    #expect(try fit.covariance(.neweyWest(lag: 0)).elements == fit.covariance(.hc0).elements)
  }

  @Test("Without degrees of freedom there is no covariance")
  func saturated() throws {
    let fit = try LeastSquares(Matrix(columns: [[1, 1], [0, 1]]), [2, 5])
    #expect(throws: Covariance.Failure.noDegreesOfFreedom) { try fit.covariance(.hc0) }
  }

  @Test("A perfect fit has a covariance of zeros")
  func perfect() throws {
    let fit = try LeastSquares(Matrix(columns: [ones, x]), x.map { 2 + 3 * $0 })
    for kind in [Covariance.classical, .hc3, .cluster([[0, 1, 2, 0, 1]]), .neweyWest(lag: 2)] {
      #expect(try fit.covariance(kind).elements == [0, 0, 0, 0], "\(kind)")
    }
  }

  @Test("A response keeps the digits beyond a double")
  func exactResponse() throws {
    let response = x.map { DoubleDouble(1) + DoubleDouble($0) * 0x1p-80 }
    let fit = try LeastSquares(Matrix(columns: [ones, x]), response)
    expectClose(fit.coefficients[1], 0x1p-80, digits: 6)
  }
}
