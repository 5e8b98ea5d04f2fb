import Testing

@testable import MigrationStats

@Suite("Student's t")
struct StudentTTests {
  @Test("The tail at nought is one, and falls")
  func tail() {
    #expect(StudentT.twoSidedTail(0, degreesOfFreedom: 4) == 1)
    let tails = [0.5, 1, 2, 4, 8, 16].map { StudentT.twoSidedTail($0, degreesOfFreedom: 4) }
    #expect(tails == tails.sorted(by: >))
    #expect(tails.allSatisfy { 0 < $0 && $0 < 1 })
  }

  @Test("With one degree of freedom it is Cauchy's distribution", arguments: [0.25, 1, 3, 12, 100])
  func cauchy(t: Double) {
    // P(|T| > t) = 1 − (2/π)·arctan t; at t = 1 it is one half.
    let tail = StudentT.twoSidedTail(t, degreesOfFreedom: 1)
    if t == 1 { expectClose(tail, 0.5, digits: 14) }
    // arctan by the symmetry of the tail: P(|T| > t) + P(|T| > 1/t) = 1.
    expectClose(tail + StudentT.twoSidedTail(1 / t, degreesOfFreedom: 1), 1, digits: 14)
  }

  @Test("With two degrees of freedom the tail is 1 − t/√(2+t²)", arguments: [0.1, 0.7, 1.5, 4])
  func two(t: Double) {
    let expected = 1 - t / (2 + t * t).squareRoot()
    expectClose(StudentT.twoSidedTail(t, degreesOfFreedom: 2), expected, digits: 12)
  }

  @Test(
    "The quantile undoes the tail",
    arguments: [0.05, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999], [1.0, 2, 3, 7, 30, 400])
  func inverse(level: Double, degreesOfFreedom: Double) {
    let t = StudentT.twoSidedQuantile(level: level, degreesOfFreedom: degreesOfFreedom)
    let tail = StudentT.twoSidedTail(t, degreesOfFreedom: degreesOfFreedom)
    expectClose(tail, 1 - level, digits: 12)
  }
}

@Suite("The incomplete beta function")
struct BetaTests {
  @Test("It is nought below and one above its range")
  func ends() {
    #expect(Beta.regularised(-0.5, 2, 3) == 0)
    #expect(Beta.regularised(0, 2, 3) == 0)
    #expect(Beta.regularised(1, 2, 3) == 1)
    #expect(Beta.regularised(1.5, 2, 3) == 1)
  }

  @Test("I(x; 1, 1) is x", arguments: [0.01, 0.3, 0.5, 0.75, 0.99])
  func uniform(x: Double) {
    expectClose(Beta.regularised(x, 1, 1), x, digits: 14)
  }

  @Test("I(x; a, 1) is xᵃ", arguments: [0.1, 0.4, 0.9])
  func power(x: Double) {
    expectClose(Beta.regularised(x, 3, 1), x * x * x, digits: 13)
  }

  @Test("I(x; a, b) and I(1 − x; b, a) make one", arguments: [0.05, 0.25, 0.5, 0.8])
  func symmetry(x: Double) {
    expectClose(Beta.regularised(x, 2.5, 0.5) + Beta.regularised(1 - x, 0.5, 2.5), 1, digits: 14)
  }
}
