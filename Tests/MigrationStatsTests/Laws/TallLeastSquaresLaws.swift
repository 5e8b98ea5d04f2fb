import Testing

@testable import MigrationStats

/// The large path against the small, which is exact: both solve the same rows.
@Suite("Laws of least squares by blocks")
struct TallLeastSquaresLaws {
  private struct Problem {
    var columns: [[Double]]
    var response: [Double]
    var weights: [Double]?

    func exact() throws -> LeastSquares {
      try LeastSquares(Matrix(columns: columns), response, weights: weights)
    }

    func tall(_ refinement: Refinement = .automatic) throws -> TallLeastSquares {
      try TallLeastSquares(
        Rows(columns.map { $0[...] }, response: response[...], weights: weights),
        refinement: refinement)
    }
  }

  /// A constant and variables between −1 and 1, all coefficients near 1, and noise.
  private func problem(
    rows: Int, columns: Int, isWeighted: Bool = false, seed: UInt64
  ) -> Problem {
    var random = RepeatableGenerator(seed: seed)
    func variable() -> [Double] {
      (0..<rows).map { _ in Double.random(in: -1...1, using: &random) }
    }
    let variables = [[Double](repeating: 1, count: rows)] + (1..<columns).map { _ in variable() }
    let noise = variable()
    let weights = variable().map { abs($0) < 0.2 ? 0 : abs($0) }
    return Problem(
      columns: variables,
      response: (0..<rows).map { row in variables.reduce(noise[row]) { $0 + $1[row] } },
      weights: isWeighted ? weights : nil)
  }

  private func expectSame(
    _ tall: TallLeastSquares, _ exact: LeastSquares, digits: Double, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(tall.degreesOfFreedom == exact.degreesOfFreedom, comment)
    for (found, expected) in zip(tall.coefficients, exact.coefficients) {
      expectClose(found, expected, digits: digits, sourceLocation: sourceLocation)
    }
    for (found, expected) in zip(
      try #require(tall.standardErrors), try #require(exact.standardErrors))
    {
      expectClose(found, expected, digits: digits, sourceLocation: sourceLocation)
    }
    expectClose(
      tall.residualSumOfSquares, exact.residualSumOfSquares, digits: digits,
      sourceLocation: sourceLocation)
    // Residuals count against the greatest: one of them may be near zero.
    let size = exact.residuals.reduce(0) { max($0, abs($1)) }
    let error = zip(tall.residuals, exact.residuals).reduce(0) { max($0, abs($1.0 - $1.1)) }
    #expect(-Numerics.log(error / size) / Numerics.log(10) >= digits, comment)
  }

  @Test(
    "Random columns: 12 digits and more in doubles, 14 refined",
    arguments: [(3, 1), (5, 4), (1023, 3), (1024, 3), (1025, 3), (9_001, 2), (20_001, 7)],
    [false, true])
  func random(shape: (rows: Int, columns: Int), isWeighted: Bool) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let problem = problem(
        rows: shape.rows, columns: shape.columns, isWeighted: isWeighted && shape.rows > 5,
        seed: seed)
      let exact = try problem.exact()
      let comment: Comment = "\(shape), seed \(seed)"
      try expectSame(problem.tall(.never), exact, digits: 12.5, comment)
      try expectSame(problem.tall(.automatic), exact, digits: 12.5, comment)
      // The products of a block are summed in doubles, those of a constant with one rounding for all.
      try expectSame(problem.tall(.always), exact, digits: 14, comment)
    }
  }

  @Test("Powers of the raw year over many rows are refined by themselves", arguments: 1...4)
  func rawYears(degree: Int) throws {
    var random = RepeatableGenerator(seed: 7)
    let years = (0..<20_000).map { _ in Double(Int.random(in: 1960...2020, using: &random)) }
    let response = years.map { 3e-4 * $0 * $0 + Double.random(in: -1...1, using: &random) }
    let powers = (0...degree).map { power in
      years.map { Double(DoubleDouble($0).raised(to: power)) }
    }
    for weights in [nil, years.map { $0 - 1959 }] {
      let problem = Problem(columns: powers, response: response, weights: weights)
      try expectSame(problem.tall(), problem.exact(), digits: 13, "degree \(degree)")
    }
  }

  @Test("What doubles leave of columns and response counts")
  func remainders() throws {
    var random = RepeatableGenerator(seed: 8)
    let years = (0..<3_000).map { _ in Double.random(in: 1960...2020, using: &random) }
    let design = Matrix(powersOf: years, 0...2)
    let response = years.map { DoubleDouble($0).raised(to: 2) + DoubleDouble($0) * 0x1p-50 }
    let tall = try TallLeastSquares(
      Rows(
        design.slices(design.elements), remainders: design.remainders.map(design.slices),
        response: response.map(\.high)[...], responseRemainder: response.map(\.low)[...]))
    // Without the remainders, the rounding of the squares would hide the multiple of the year.
    expectClose(tall.coefficients[2], 1, digits: 15)
    expectClose(tall.coefficients[1], 0x1p-50, digits: 8)
  }

  @Test("Covariances of the large path are those of the small", arguments: [1, 2, 3])
  func covariances(degree: Int) throws {
    var random = RepeatableGenerator(seed: 9)
    let years = (0..<2_500).map { _ in Double(Int.random(in: 1960...2020, using: &random)) }
    let design = Matrix(
      columns: (0...degree).map { power in
        years.map { Double(DoubleDouble($0).raised(to: power)) }
      })
    let response = years.map { DoubleDouble($0 + Double.random(in: -1...1, using: &random)) }
    let groups = years.map { Int($0) % 7 }
    let others = years.indices.map { $0 % 11 }
    for weights in [nil, years.map { max(0, $0 - 1962) * 0x1p100 }] {
      let weighting = try Weighting(weights, rows: years.count)
      let exact = try LeastSquares.exact(design, response, weighting)
      let tall = try LeastSquares.tall(design, response, weights, weighting)
      for (found, expected) in zip(tall.leverages, exact.leverages) {
        #expect(abs(found - expected) <= 1e-14)
      }
      expectClose(tall.rSquared, try #require(exact.rSquared), digits: 14)
      expectClose(tall.rSquaredAboutZero, try #require(exact.rSquaredAboutZero), digits: 14)
      for kind in [
        Covariance.classical, .hc0, .hc1, .hc2, .hc3, .cluster([groups]),
        .cluster([groups, others]), .neweyWest(lag: 3),
      ] {
        let (found, expected) = (try tall.covariance(kind), try exact.covariance(kind))
        for column in 0...degree {
          expectClose(found[column, column], expected[column, column], digits: 12)
          expectClose(found[0, column], expected[0, column], digits: 11)
        }
      }
      expectClose(tall.inverseGram[degree, 0], exact.inverseGram[degree, 0], digits: 12)
    }
  }

  @Test("Columns that depend on others are known, and on which", arguments: [2_000, 200_000])
  func dependent(rows: Int) throws {
    var problem = problem(rows: rows, columns: 4, seed: 4)
    problem.columns.append(
      zip(problem.columns[0], problem.columns[2]).map { 0.3 * $0 - 1e3 * $1 })
    for refinement in Refinement.allCases {
      #expect(throws: LeastSquares.Failure.rankDeficient(column: 4, dependsOn: [0, 2])) {
        try problem.tall(refinement)
      }
    }
    problem.columns[4] = [Double](repeating: 0, count: rows)
    #expect(throws: LeastSquares.Failure.rankDeficient(column: 4, dependsOn: [])) {
      try problem.tall()
    }
    // Nearly dependent is not dependent.
    problem.columns[4] = zip(problem.columns[1], problem.columns[2]).map { $0 + 1e-9 * $1 * $1 }
    try expectSame(
      problem.tall(),
      LeastSquares.exact(
        Matrix(columns: problem.columns), problem.response.map { DoubleDouble($0) },
        Weighting(nil, rows: rows)), digits: 12.5, "nearly dependent")
  }

  @Test("Sizes near the ends of the range of doubles cost no digit")
  func sizes() throws {
    var problem = problem(rows: 3_000, columns: 3, isWeighted: true, seed: 5)
    problem.columns[1] = problem.columns[1].map { $0 * 0x1p-1000 }
    problem.columns[2] = problem.columns[2].map { $0 * 0x1p1010 }
    problem.response = problem.response.map { $0 * 0x1p400 }
    problem.weights = problem.weights?.map { $0 * 0x1p-700 }
    let exact = try problem.exact()
    for refinement in Refinement.allCases {
      try expectSame(problem.tall(refinement), exact, digits: 12.5, "\(refinement)")
    }
  }

  @Test("A perfect fit has residuals of exactly zero where it is refined")
  func perfect() throws {
    var problem = problem(rows: 5_000, columns: 3, seed: 6)
    problem.response = zip(problem.columns[1], problem.columns[2]).map {
      ($0 * 1024).rounded() + ($1 * 1024).rounded()
    }
    problem.columns = problem.columns.map { $0.map { ($0 * 1024).rounded() } }
    let fit = try problem.tall()
    #expect(fit.residuals.allSatisfy { $0 == 0 })
    #expect(fit.standardErrors == [0, 0, 0])
    expectClose(fit.coefficients[1], 1, digits: 15)
    expectClose(fit.coefficients[2], 1, digits: 15)
    #expect(abs(fit.coefficients[0]) < 1e-15)
  }

  @Test("What is infinite or not a number has no solution", arguments: [Double.infinity, .nan])
  func notFinite(value: Double) throws {
    var problem = problem(rows: 3_000, columns: 3, seed: 7)
    problem.response[2_999] = value
    #expect(throws: LeastSquares.Failure.notFinite) { try problem.tall() }
    problem.response[2_999] = 0
    problem.columns[1][1_500] = value
    #expect(throws: LeastSquares.Failure.notFinite) { try problem.tall() }
  }

  @Test("More columns than rows have no solution, as many are solved")
  func fewRows() throws {
    let problem = problem(rows: 3, columns: 4, seed: 8)
    #expect(throws: LeastSquares.Failure.tooFewRows) { try problem.tall() }
    let square = self.problem(rows: 40, columns: 40, seed: 9)
    for refinement in Refinement.allCases {
      let fit = try square.tall(refinement)
      #expect(fit.standardErrors == nil)
      #expect(fit.residuals.allSatisfy { $0 == 0 })
    }
  }
}
