import Testing

@testable import MigrationStats

@Suite("Nonlinear least squares")
struct NonlinearLeastSquaresTests {
  /// Rosenbrock's valley: 10·(b₂ − b₁²) and 1 − b₁ (1960, doi:10.1093/comjnl/3.3.175).
  private struct Valley: NonlinearProblem {
    var rowCount: Int { 2 }
    var parameterCount: Int { 2 }

    func sumOfSquares(_ parameters: [Double]) -> Double? {
      linearised(parameters)?.sumOfSquares
    }

    func linearised<Number: Elementary>(_ parameters: [Number]) -> Linearisation<Number>? {
      let (a, b, ten) = (parameters[0], parameters[1], Number(10))
      return Linearisation(
        residuals: [ten * (b - a * a), Number(1) - a],
        slopes: [Number(20) * a, Number(1), -ten, Number(0)])
    }

    func bending(_ parameters: [Double]) -> [Double]? {
      [10 * (parameters[1] - parameters[0] * parameters[0]) * 20, 0, 0]
    }

    func bending(_ parameters: [Double], along direction: [Double]) -> [Double] {
      [20 * direction[0] * direction[0], 0]
    }
  }

  @Test("A narrow, bent valley is walked to its end", arguments: [[-1.2, 1], [10, -10], [0, 0]])
  func valley(start: [Double]) throws {
    let found = try NonlinearLeastSquares(Valley(), start: start)
    #expect(found.parameters.map(\.high) == [1, 1])
    #expect(found.sumOfSquares == .zero)
    #expect(found.steps < 100)
  }

  @Test("A parameter that is held leaves the others free")
  func held() throws {
    let part = HeldProblem(problem: Valley(), held: 0, value: 3)
    let found = try NonlinearLeastSquares(part, start: [0])
    #expect(found.parameters.map(\.high) == [9])
    #expect(found.sumOfSquares.high == 4)
  }

  @Test("Singular values of a tall matrix, and what they make of a right-hand side")
  func singularValues() {
    // Columns (3, 4, 0) and (0, 0, 2): lengths 5 and 2, already orthogonal.
    let system = SingularValues([3, 4, 0, 0, 0, 2, 6, 8, 6], rows: 3, columns: 2)
    #expect(system.values.map { ($0 * 1e14).rounded() / 1e14 } == [5, 2])
    let solution = (0...1).map { row in
      (0...1).reduce(0) {
        $0 + system.components[$1] / system.values[$1] * system.vectors[$1 * 2 + row]
      }
    }
    expectClose(solution[0], 2, digits: 15)
    expectClose(solution[1], 3, digits: 15)
  }

  @Test("Singular values come down to the least, whatever the columns' scales")
  func smallSingularValues() {
    // [1 1; 0 ε] has the singular values √2 and ε/√2, but for ε².
    let tiny = 1e-12
    let system = SingularValues([1, 0, 1, tiny, 0, 0], rows: 2, columns: 2)
    let sorted = system.values.sorted()
    expectClose(sorted[0], tiny / 2.0.squareRoot(), digits: 14)
    expectClose(sorted[1], 2.0.squareRoot(), digits: 15)
  }

  @Test("Cholesky's factorisation solves, and refuses what is not positive definite")
  func smallSystem() throws {
    let system = try #require(SmallSystem([4.0, 2, 5, 0, 1, 3], count: 3))
    // [4 2 0; 2 5 1; 0 1 3]·(1, −1, 2) = (2, −1, 5).
    for (found, expected) in zip(system.solution([2, -1, 5]), [1.0, -1, 2]) {
      expectClose(found, expected, digits: 15)
    }
    #expect(SmallSystem([1.0, 2, 1], count: 2) == nil)
    #expect(SmallSystem([0.0], count: 1) == nil)
  }
}
