/// A matrix as an orthogonal Q times a triangular R, by Householder's reflections (LAPACK dgeqrf).
///
/// - Precondition: there are at least as many rows as columns, and at least one column.
struct QRFactorisation {
  private let rows: Int
  private let columns: Int
  /// R above the diagonal and on it; the reflections below.
  private let factor: [Double]
  private let reflections: [Double]

  /// Factorises the elements of a matrix, rounded to doubles.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  init(_ matrix: Matrix) {
    precondition(matrix.rows >= matrix.columns && matrix.columns > 0)
    (rows, columns) = (matrix.rows, matrix.columns)
    OpenBLAS.setThreads(1)
    var factor = matrix.elements
    var reflections = [Double](repeating: 0, count: columns)
    var (m, n, info) = (Int32(rows), Int32(columns), Int32(0))
    var length = Int32(64 * columns)
    var work = [Double](repeating: 0, count: Int(length))
    OpenBLAS.dgeqrf(&m, &n, &factor, &m, &reflections, &work, &length, &info)
    precondition(info == 0, "dgeqrf: argument \(-info)")
    self.factor = factor
    self.reflections = reflections
  }

  /// How far each column is from depending on the columns before it.
  ///
  /// The column's distance from their span, |r_jj|, against the lengths of what is summed to come
  /// nearest to it: the relative change of the elements that would make the column dependent. It
  /// is near the rounding of a double for columns that are dependent but for rounding, however
  /// much the sum cancels; a pivot against its own column's length is not (N. J. Higham, Accuracy
  /// and Stability of Numerical Algorithms, 2002, sections 7.2 and 19.4).
  func independence() -> [Double] {
    let lengths = (0..<columns).map { column in
      factor[column * rows...column * rows + column].length
    }
    return (0..<columns).map { column in
      let start = column * rows
      var nearest = Array(factor[start..<start + column])
      solve(&nearest)
      let summed = zip(nearest, lengths).reduce(lengths[column]) { $0 + abs($1.0) * $1.1 }
      return summed > 0 ? abs(factor[start + column]) / summed : 0
    }
  }

  /// The relative change of a matrix's elements below which it counts as their rounding.
  static let rounding = 8 * Double.ulpOfOne

  /// Refuses a column that depends on those before it, by the columns' independence.
  ///
  /// - Parameter rounding: the relative change of the elements that counts as rounding.
  func requireIndependence(
    _ independence: [Double], rounding: Double = rounding
  ) throws(LeastSquares.Failure) {
    guard let column = independence.firstIndex(where: { $0 <= rounding }) else { return }
    // R carries rounding of its own.
    throw .rankDeficient(
      column: column, dependsOn: supports(ofColumn: column, limit: 4 * rounding))
  }

  /// The columns before a dependent column that it depends on: as few as make it so.
  ///
  /// From all before it, each is left out that the others do without, those first that count least.
  ///
  /// - Parameters:
  ///   - column: a column that depends on those before it.
  ///   - limit: the greatest independence that counts as dependence.
  /// - Complexity: O(k⁴) for k columns before it.
  func supports(ofColumn column: Int, limit: Double) -> [Int] {
    var nearest = Array(factor[column * rows..<column * rows + column])
    solve(&nearest)
    let triangle = triangle(columns: column + 1)
    let sizes = (0..<column).map { support in
      let range = triangle.range(ofColumn: support)
      return abs(nearest[support]) * triangle.elements[range].length
    }
    var supports = Array(0..<column)
    for candidate in supports.sorted(by: { sizes[$0] < sizes[$1] }) {
      let others = supports.filter { $0 != candidate }
      let rest = QRFactorisation(triangle.selecting(columns: others + [column]))
      if (rest.independence().last ?? 1) <= limit { supports = others }
    }
    return supports
  }

  /// The first columns of R, as many rows as columns.
  private func triangle(columns count: Int) -> Matrix {
    Matrix(
      columns: (0..<count).map { column in
        (0..<count).map { $0 <= column ? factor[column * rows + $0] : 0 }
      })
  }

  /// Solves [I A; Aᵀ 0][r; b] = [top; bottom] in doubles.
  ///
  /// With [d; e] = Qᵀ·top and h = R⁻ᵀ·bottom, b = R⁻¹(d − h) and r = Q[h; e] (Å. Björck, “Iterative
  /// refinement of linear least squares solutions I”, BIT 7, 1967, doi:10.1007/BF01939321).
  ///
  /// - Precondition: no column depends on those before it.
  /// - Complexity: O(n k).
  func solveAugmented(
    _ top: [Double], _ bottom: [Double]
  ) -> (residuals: [Double], coefficients: [Double]) {
    var residuals = top
    rotate(&residuals, transposed: true)
    var head = bottom
    solve(&head, transposed: true)
    var coefficients = zip(residuals, head).map { $0 - $1 }
    solve(&coefficients)
    residuals.replaceSubrange(..<columns, with: head)
    rotate(&residuals, transposed: false)
    return (residuals, coefficients)
  }

  /// Multiplies by Q or its transpose.
  private func rotate(_ values: inout [Double], transposed: Bool) {
    var (m, n, one, info) = (Int32(rows), Int32(columns), Int32(1), Int32(0))
    var length: Int32 = 64
    var work = [Double](repeating: 0, count: Int(length))
    // dormqr writes to the diagonal and restores it, hence a copy.
    var factor = factor
    OpenBLAS.dormqr(
      "L", transposed ? "T" : "N", &m, &one, &n, &factor, &m, reflections, &values, &m, &work,
      &length, &info, 1, 1)
    precondition(info == 0, "dormqr: argument \(-info)")
  }

  /// Solves with the first rows and columns of R, or its transpose, as many as there are values.
  func solve(_ values: inout [Double], transposed: Bool = false) {
    guard !values.isEmpty else { return }
    var (m, n, one, info) = (Int32(rows), Int32(values.count), Int32(1), Int32(0))
    OpenBLAS.dtrtrs(
      "U", transposed ? "T" : "N", "N", &n, &one, factor, &m, &values, &n, &info, 1, 1, 1)
    precondition(info >= 0, "dtrtrs: argument \(-info)")
  }
}

extension Sequence<Double> {
  /// The Euclidean length of values whose squares neither overflow nor vanish.
  var length: Double { reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
