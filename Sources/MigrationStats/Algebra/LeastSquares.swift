internal import CBLAS

/// Ordinary least squares by Householder QR (LAPACK dgeqrf, dormqr, dtrtrs).
struct LeastSquares {
  /// Why a system has no solution.
  enum Failure: Error {
    /// Fewer rows than columns.
    case tooFewRows
    /// The columns are linearly dependent to working precision; the first that depends on others.
    case rankDeficient(column: Int)
  }

  /// The coefficients, one a column.
  let coefficients: [Double]
  /// Their standard errors; nil without degrees of freedom.
  let standardErrors: [Double]?
  /// Rows less columns.
  let degreesOfFreedom: Int
  /// The sum of the squared residuals.
  let residualSumOfSquares: Double

  /// Solves min ‖y − Xb‖.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  init(_ design: Matrix, _ response: [Double]) throws(Failure) {
    let (rows, columns) = (design.rows, design.columns)
    guard rows >= columns, columns > 0 else { throw .tooFewRows }
    openblas_set_num_threads(1)
    var factor = design.elements
    var tau = [Double](repeating: 0, count: columns)
    var right = response
    var (m, n, one, info) = (Int32(rows), Int32(columns), Int32(1), Int32(0))
    var length = Int32(64 * max(columns, 1))
    var work = [Double](repeating: 0, count: Int(length))
    dgeqrf_(&m, &n, &factor, &m, &tau, &work, &length, &info)
    dormqr_("L", "T", &m, &one, &n, &factor, &m, &tau, &right, &m, &work, &length, &info, 1, 1)
    // |r_jj| against the column's own norm tells whether it depends on the columns before it.
    for column in 0..<columns {
      let norm = (0..<rows).reduce(0) { $0 + design[$1, column] * design[$1, column] }.squareRoot()
      let pivot = abs(factor[column * rows + column])
      if pivot <= norm * Double(rows) * .ulpOfOne { throw .rankDeficient(column: column) }
    }
    residualSumOfSquares = right[columns...].reduce(0) { $0 + $1 * $1 }
    dtrtrs_("U", "N", "N", &n, &one, &factor, &m, &right, &m, &info, 1, 1, 1)
    coefficients = Array(right[..<columns])
    degreesOfFreedom = rows - columns
    guard degreesOfFreedom > 0 else {
      standardErrors = nil
      return
    }
    // (XᵀX)⁻¹ = R⁻¹R⁻ᵀ: the rows of R⁻¹ give the variances.
    var inverse = [Double](repeating: 0, count: rows * columns)
    for column in 0..<columns { inverse[column * rows + column] = 1 }
    dtrtrs_("U", "N", "N", &n, &n, &factor, &m, &inverse, &m, &info, 1, 1, 1)
    let variance = residualSumOfSquares / Double(degreesOfFreedom)
    standardErrors = (0..<columns).map { row in
      let squares = (0..<columns).reduce(0) { sum, column in
        sum + inverse[column * rows + row] * inverse[column * rows + row]
      }
      return (variance * squares).squareRoot()
    }
  }
}
