import Testing

@testable import MigrationStats

@Suite("Orthogonal polynomials")
struct OrthogonalPolynomialTests {
  private static let years = (1960...2020).map { DoubleDouble(Double($0)) }

  @Test("Values are those computed with 60 decimal digits")
  func values() throws {
    let polynomial = try #require(OrthogonalPolynomial(over: Self.years, degree: 4))
    let columns = polynomial.columns(at: Self.years)
    // At 1960, 1967, 1990 and 2020.
    let expected: [[Double]] = [
      [-0.2181601835338764051, -0.16725614070930524391, 0, 0.2181601835338764051],
      [
        0.2725559053906093684, 0.10116905640770076556, -0.14320734012048966814,
        0.2725559053906093684,
      ],
      [-0.30700371004831567638, 0.019809006188973729206, 0, 0.30700371004831567638],
      [
        0.32598424287915194318, -0.13160100906044449544, 0.14423566857097177861,
        0.32598424287915194318,
      ],
    ]
    for (column, values) in zip(columns, expected) {
      for (row, value) in zip([0, 7, 30, 60], values) {
        if value == 0 {
          #expect(abs(column[row].high) < 1e-28)
        } else {
          // Of the arithmetic's 31 digits a double shows 16.
          expectClose(column[row].high, value, digits: 15.6)
        }
      }
    }
  }

  @Test("Columns are orthonormal to the digits of the arithmetic", arguments: [2, 5, 20])
  func orthonormal(degree: Int) throws {
    let polynomial = try #require(OrthogonalPolynomial(over: Self.years, degree: degree))
    let columns = polynomial.columns(at: Self.years)
    for first in 0..<degree {
      for second in 0...first {
        let product = zip(columns[first], columns[second])
          .reduce(DoubleDouble.zero) { $0 + $1.0 * $1.1 }
        #expect(abs((product - (first == second ? 1 : 0)).high) < 1e-24)
      }
      let sum = columns[first].reduce(.zero, +)
      #expect(abs(sum.high) < 1e-24)
    }
  }

  @Test("Counts stand for repeated values")
  func counts() throws {
    let repeated = [1, 1, 1, 2, 5, 5, 9].map { DoubleDouble($0) }
    let distinct = [1, 2, 5, 9].map { DoubleDouble($0) }
    let first = try #require(OrthogonalPolynomial(over: repeated, degree: 3))
    let second = try #require(
      OrthogonalPolynomial(over: distinct, counts: [3, 1, 2, 1], degree: 3))
    for (one, other) in zip(first.columns(at: distinct), second.columns(at: distinct)) {
      for (a, b) in zip(one, other) { #expect(abs((a - b).high) < 1e-28) }
    }
  }

  @Test("There are no more of them than different values allow")
  func tooFewValues() {
    let values = [1, 2, 2, 1].map { DoubleDouble($0) }
    #expect(OrthogonalPolynomial(over: values, degree: 1) != nil)
    #expect(OrthogonalPolynomial(over: values, degree: 2) == nil)
  }
}
