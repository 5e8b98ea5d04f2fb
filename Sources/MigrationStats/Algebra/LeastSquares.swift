/// Ordinary least squares, right to the last digit that the data allow.
///
/// The columns are scaled by powers of two, factorised by Householder QR and the solution refined
/// in double-double, which also gives (XᵀX)⁻¹. Results are those of exact arithmetic, rounded, for
/// columns whose condition, scaled, is below some 10¹⁴.
struct LeastSquares: Sendable {
  /// Why a system has no solution.
  enum Failure: Error, Hashable {
    /// Fewer rows than columns, or no column.
    case tooFewRows
    /// A number of the design or the response is infinite or not a number.
    case notFinite
    /// The columns are linearly dependent to working precision; the first that depends on others.
    case rankDeficient(column: Int)
  }

  /// The coefficients, one a column.
  let coefficients: [Double]
  /// Their standard errors; nil without degrees of freedom.
  let standardErrors: [Double]?
  /// Rows less columns.
  let degreesOfFreedom: Int
  /// Response less fit, one a row; exactly zero where the fit is perfect.
  let residuals: [Double]
  /// The sum of the squared residuals.
  let residualSumOfSquares: Double
  /// (XᵀX)⁻¹: times the variance of the residuals, the covariance of the coefficients.
  let inverseGram: Matrix
  /// R², for designs with a constant: the share of the response's squares about its mean that the
  /// fit explains; nil where the response is constant.
  let rSquared: Double?
  /// R² about zero, for designs without a constant; nil where the response is zero.
  let rSquaredAboutZero: Double?

  /// The relative change of a design's elements below which it counts as their rounding.
  private static let dependence = 8 * Double.ulpOfOne
  /// The size of residuals, against what is subtracted, that double-double cannot tell from zero.
  private static let perfection = 0x1p-80

  /// Solves min ‖y − Xb‖.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  init(_ design: Matrix, _ response: [Double]) throws(Failure) {
    let (rows, columns) = (design.rows, design.columns)
    guard rows >= columns, columns > 0 else { throw .tooFewRows }
    precondition(response.count == rows, "a response a row")
    let exponents = (0..<columns).compactMap {
      design.elements[design.range(ofColumn: $0)].exponentOfLength
    }
    guard exponents.count == columns, let unit = response.exponentOfLength else {
      throw .notFinite
    }
    let scaled = design.divided(byPowersOfTwo: exponents)
    let values = response.map { $0.scaled(byPowerOfTwo: -unit) }

    let factorisation = QRFactorisation(scaled)
    let independence = factorisation.independence()
    if let column = independence.firstIndex(where: { $0 <= Self.dependence }) {
      throw .rankDeficient(column: column)
    }
    let system = AugmentedSystem(scaled, factorisation)
    let inverse = (0..<columns).compactMap { column in
      system.solution(
        top: [Double](repeating: 0, count: rows),
        bottom: (0..<columns).map { $0 == column ? -1 : 0 })?.coefficients
    }
    let none = [Double](repeating: 0, count: columns)
    guard inverse.count == columns, let fit = system.solution(top: values, bottom: none) else {
      let weakest = independence.indices.min { independence[$0] < independence[$1] }
      throw .rankDeficient(column: weakest ?? columns - 1)
    }

    let errors = Self.residuals(fit, isSaturated: rows == columns)
    let squares = errors.sumOfSquares
    degreesOfFreedom = rows - columns
    coefficients = zip(fit.coefficients, exponents).map { coefficient, exponent in
      Double(coefficient).scaled(byPowerOfTwo: unit - exponent)
    }
    residuals = errors.map { Double($0).scaled(byPowerOfTwo: unit) }
    residualSumOfSquares = Double(squares).scaled(byPowerOfTwo: 2 * unit)
    if rows > columns {
      let variance = squares / DoubleDouble(Double(rows - columns))
      standardErrors = exponents.indices.map { column in
        Double((variance * inverse[column][column]).squareRoot())
          .scaled(byPowerOfTwo: unit - exponents[column])
      }
    } else {
      standardErrors = nil
    }
    inverseGram = Matrix(
      columns: exponents.indices.map { column in
        exponents.indices.map { row in
          Double(inverse[column][row]).scaled(byPowerOfTwo: -exponents[row] - exponents[column])
        }
      })
    rSquared = Self.share(explainedBut: squares, of: values.deviationsFromMean.sumOfSquares)
    rSquaredAboutZero = Self.share(
      explainedBut: squares, of: values.map { DoubleDouble($0) }.sumOfSquares)
  }

  /// The residuals of a fit; zeros where they cannot be told from zero.
  private static func residuals(
    _ fit: AugmentedSystem.Solution, isSaturated: Bool
  ) -> [DoubleDouble] {
    // Lengths are near 1: the coefficients tell the size of what is subtracted.
    let size = fit.coefficients.reduce(1) { $0 + abs($1.high) }
    let isPerfect = fit.residuals.allSatisfy { abs($0.high) <= perfection * size }
    return isSaturated || isPerfect ? fit.residuals.map { _ in .zero } : fit.residuals
  }

  private static func share(explainedBut rest: DoubleDouble, of total: DoubleDouble) -> Double? {
    total > .zero ? Double((total - rest) / total) : nil
  }
}

extension [DoubleDouble] {
  fileprivate var sumOfSquares: DoubleDouble { reduce(.zero) { $0 + $1 * $1 } }
}

extension [Double] {
  /// The deviations from the mean, exactly zero where all are equal.
  fileprivate var deviationsFromMean: [DoubleDouble] {
    let deviations = map { DoubleDouble(sum: $0, -self[0]) }
    let mean = deviations.reduce(.zero, +) / DoubleDouble(Double(count))
    return deviations.map { $0 - mean }
  }
}
