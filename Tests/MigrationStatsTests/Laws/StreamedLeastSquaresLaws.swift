import Testing

@testable import MigrationStats

/// A streamed fit against that of all rows at once, which is exact.
@Suite("Laws of streamed least squares")
struct StreamedLeastSquaresLaws {
  private struct Problem {
    let columns: [[Double]]
    let response: [Double]
    let weights: [Double]?

    /// A polynomial in the raw calendar year, with noise, over shuffled years.
    init(degree: Int, rows: Int, isWeighted: Bool, _ random: inout RepeatableGenerator) {
      let years = (0..<rows).map { _ in Double(Int.random(in: 1960...2020, using: &random)) }
      columns = (0...degree).map { power in
        years.map { Double(DoubleDouble($0).raised(to: power)) }
      }
      response = years.map { 1e-3 * $0 * $0 + Double.random(in: -1...1, using: &random) }
      weights = isWeighted ? years.map { max(0, $0 - 1962) } : nil
    }

    func exact() throws -> LeastSquares {
      let weighting = try Weighting(weights, rows: response.count)
      return try .exact(Matrix(columns: columns), response.map { DoubleDouble($0) }, weighting)
    }

    /// Calls a body with blocks of random sizes, none and one among them.
    func forEachBlock(
      _ random: inout RepeatableGenerator,
      _ body: (Matrix, [Double], [Double]?) throws -> Void
    ) rethrows {
      var start = 0
      while start < response.count {
        let end = min(response.count, start + Int.random(in: 0...1500, using: &random))
        try body(
          Matrix(columns: columns.map { Array($0[start..<end]) }), Array(response[start..<end]),
          weights.map { Array($0[start..<end]) })
        start = end
      }
    }
  }

  @Test(
    "A pass in doubles keeps the digits that the condition leaves, a second gives them all",
    arguments: 1...3, [false, true])
  func passes(degree: Int, isWeighted: Bool) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      var random = RepeatableGenerator(seed: seed)
      let problem = Problem(degree: degree, rows: 4_001, isWeighted: isWeighted, &random)
      let exact = try problem.exact()
      var stream = StreamedLeastSquares(columns: degree + 1)
      try problem.forEachBlock(&random) { try stream.add(design: $0, response: $1, weights: $2) }
      let fit = try stream.finished()
      #expect(fit.degreesOfFreedom == exact.degreesOfFreedom)
      // Conditions of 2·10², 10⁵ and 10⁷ or so, times the rounding of a block's sums.
      let digits = [11.0, 8, 5][degree - 1]
      expectClose(fit.residualSumOfSquares, exact.residualSumOfSquares, digits: 9)
      expectClose(fit.rSquared, try #require(exact.rSquared), digits: 9)
      expectClose(fit.rSquaredAboutZero, try #require(exact.rSquaredAboutZero), digits: 9)
      for (kind, name) in [(Covariance.hc0, "hc0"), (.hc1, "hc1"), (.hc2, "hc2"), (.hc3, "hc3")] {
        var second = try #require(StreamedResiduals(fit, kind))
        try problem.forEachBlock(&random) { try second.add(design: $0, response: $1, weights: $2) }
        let refined = try second.refined()
        let (found, expected) = (try second.covariance(), try exact.covariance(kind))
        for column in 0...degree {
          expectClose(fit.coefficients[column], exact.coefficients[column], digits: digits)
          expectClose(refined.coefficients[column], exact.coefficients[column], digits: 13)
          let error = try #require(exact.standardErrors?[column])
          expectClose(fit.standardErrors?[column], error, digits: digits)
          expectClose(refined.standardErrors?[column], error, digits: 13)
          #expect(
            agreeingDigits(found[column, column], expected[column, column]) >= digits - 1,
            "\(name)")
        }
        expectClose(refined.residualSumOfSquares, exact.residualSumOfSquares, digits: 13)
      }
    }
  }

  @Test("What cannot be is refused, and by name")
  func failures() throws {
    var stream = StreamedLeastSquares(columns: 2)
    #expect(throws: LeastSquares.Failure.tooFewRows) { try stream.finished() }
    let design = Matrix(columns: [[1, 1, 1], [0, 1, 2]])
    #expect(throws: LeastSquares.Failure.notFinite) {
      try stream.add(design: design, response: [1, .nan, 2])
    }
    #expect(throws: LeastSquares.Failure.invalidWeight(row: 2)) {
      try stream.add(design: design, response: [1, 2, 4], weights: [1, 1, -1])
    }
    // What was refused left nothing behind.
    try stream.add(design: design, response: [1, 2, 9], weights: [1, 1, 0])
    let fit = try stream.finished()
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.standardErrors == nil)
    #expect(fit.residualSumOfSquares == 0)
    try stream.add(design: design, response: [1, 2, 9])
    #expect(try stream.finished().degreesOfFreedom == 3)
    var dependent = StreamedLeastSquares(columns: 3)
    try dependent.add(
      design: Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3], [1, 3, 5, 7]]), response: [1, 2, 4, 3])
    #expect(throws: LeastSquares.Failure.rankDeficient(column: 2, dependsOn: [0, 1])) {
      try dependent.finished()
    }
    #expect(StreamedResiduals(fit, .cluster([])) == nil)
    #expect(StreamedResiduals(fit, .neweyWest(lag: 1)) == nil)
    let second = try #require(StreamedResiduals(fit, .hc1))
    #expect(throws: Covariance.Failure.noDegreesOfFreedom) { try second.covariance() }
  }

  @Test("A row that alone determines its fit is named")
  func leverageOne() throws {
    let design = Matrix(columns: [[1, 1, 1, 1], [0, 0, 0, 1]])
    var stream = StreamedLeastSquares(columns: 2)
    try stream.add(design: design, response: [1, 2, 4, 3])
    var second = try #require(StreamedResiduals(stream.finished(), .hc3))
    try second.add(design: design, response: [1, 2, 4, 3])
    #expect(throws: Covariance.Failure.leverageOne(row: 3)) { try second.covariance() }
  }
}
