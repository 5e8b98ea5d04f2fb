internal import CBLAS

/// The upper triangle T with T·Tᵀ = (XᵀWX)⁻¹, of scaled columns.
///
/// It is R⁻¹, corrected where the condition of the columns asks for it: rounding leaves R wrong by
/// the condition times a double's rounding. X̃·R⁻¹, in double-double, has columns that are nearly
/// orthonormal; with the matrix of their products L·Lᵀ, T is R⁻¹·L⁻ᵀ. That is Cholesky's factorisation
/// preconditioned by R (Y. Yamamoto, Y. Nakatsukasa, Y. Yanagisawa and T. Fukaya, Electronic
/// Transactions on Numerical Analysis 44, 2015, call it CholeskyQR2).
struct InverseFactor: Sendable {
  let columns: Int
  /// Column by column, zeros below the diagonal.
  private var exact: [DoubleDouble]
  /// The same, rounded to doubles.
  private var elements: [Double]

  /// The inverse of a triangle with no zero on its diagonal.
  init(inverting triangle: [Double], columns: Int) {
    self.columns = columns
    exact = Self.inverse(triangle, columns)
    elements = exact.map(\.high)
  }

  subscript(row: Int, column: Int) -> Double { elements[column * columns + row] }

  /// The length of a row: the root of a diagonal element of (XᵀWX)⁻¹.
  func length(ofRow row: Int) -> Double {
    (row..<columns).reduce(0) { $0 + self[row, $1] * self[row, $1] }.squareRoot()
  }

  /// The greatest length to which T stretches a vector of length 1.
  var norm: Double {
    greatestStretch(of: columns) { vector in
      product(transposedProduct(vector.map { DoubleDouble($0) }))
    }
  }

  /// T times a vector.
  func product(_ vector: [Double]) -> [Double] {
    (0..<columns).map { row in
      Double(
        (row..<columns).reduce(DoubleDouble.zero) {
          $0 + DoubleDouble(product: self[row, $1], vector[$1])
        })
    }
  }

  /// The transpose of T times a vector.
  func transposedProduct(_ vector: [DoubleDouble]) -> [Double] {
    (0..<columns).map { column in
      Double((0...column).reduce(DoubleDouble.zero) { $0 + vector[$1] * self[$1, column] })
    }
  }

  /// T·Tᵀ, column by column.
  func gram() -> [[DoubleDouble]] {
    (0..<columns).map { column in
      (0..<columns).map { row in
        (max(row, column)..<columns).reduce(.zero) {
          $0 + DoubleDouble(product: self[row, $1], self[column, $1])
        }
      }
    }
  }

  /// Corrects R⁻¹ by the products of the columns of X̃·R⁻¹, over all rows.
  ///
  /// - Parameter exponents: the powers of two that the columns are divided by.
  /// - Complexity: O(n k²).
  mutating func correct(_ rows: Rows, exponents: [Int]) {
    let (columns, triangle) = (columns, self)
    OpenBLAS.setThreads(1)
    let parts = Threads.map(rows.count, least: 4 * Rows.block) { part in
      var gram = [DoubleDouble](repeating: .zero, count: columns * columns)
      var sums = [Double](repeating: 0, count: columns * columns)
      triangle.forEachBasis(rows, part, exponents: exponents) { basis, range in
        OpenBLAS.dsyrk(
          CblasColMajor, CblasLower, CblasTrans, Int32(columns), Int32(range.count), 1, basis,
          Int32(Rows.block), 0, &sums, Int32(columns))
        for index in gram.indices { gram[index] += sums[index] }
      }
      return gram
    }
    self = corrected(
      parts.dropFirst().reduce(parts[0]) { sum, part in zip(sum, part).map { $0 + $1 } })
  }

  /// The triangle corrected by the products of the columns of X̃·T.
  ///
  /// - Parameter gram: the products, column by column, on the diagonal and below.
  func corrected(_ gram: [DoubleDouble]) -> InverseFactor {
    let factor = Self.inverse(Self.upperRoot(gram, columns), columns)
    return InverseFactor(Self.product(exact, factor, columns), columns: columns)
  }

  private init(_ exact: [DoubleDouble], columns: Int) {
    self.columns = columns
    self.exact = exact
    elements = exact.map(\.high)
  }

  /// X̃·T of all rows, and X̃·T·Tᵀ: an orthonormal basis, and the pseudo-inverse transposed.
  ///
  /// - Complexity: O(n k²).
  func bases(_ rows: Rows, exponents: [Int]) -> (basis: Matrix, pseudoInverse: Matrix) {
    let (count, size) = (rows.count, Int32(columns))
    var basis = [Double](repeating: 0, count: count * columns)
    forEachBasis(rows, 0..<count, exponents: exponents) { block, range in
      for column in 0..<columns {
        for row in range {
          basis[column * count + row] = block[column * Rows.block + row - range.lowerBound]
        }
      }
    }
    var inverse = [Double](repeating: 0, count: count * columns)
    OpenBLAS.setThreads(1)
    OpenBLAS.dgemm(
      CblasColMajor, CblasNoTrans, CblasTrans, Int32(count), size, size, 1, basis, Int32(count),
      elements, size, 0, &inverse, Int32(count))
    return (
      Matrix(rows: count, columns: columns, elements: basis),
      Matrix(rows: count, columns: columns, elements: inverse)
    )
  }

  /// Calls a body with X̃·T of each block of some rows, computed in double-double and rounded.
  private func forEachBasis(
    _ rows: Rows, _ part: Range<Int>, exponents: [Int],
    _ body: (UnsafePointer<Double>, Range<Int>) -> Void
  ) {
    // What a block takes away from zeros.
    let coefficients = exact.indices.map { index in
      (-exact[index]).scaled(byPowerOfTwo: -exponents[index % columns])
    }
    var block = ResidualBlock(rows)
    let basis = UnsafeMutablePointer<Double>.allocate(capacity: Rows.block * columns)
    defer {
      block.deallocate()
      basis.deallocate()
    }
    rows.forEachBlock(of: part) { range in
      let roots = rows.weights?[range].map { $0.squareRoot() }
      for column in 0..<columns {
        block.begin(range, withResponse: false)
        for row in 0...column {
          block.subtract(row, times: coefficients[column * columns + row])
        }
        block.round(to: basis + column * Rows.block, roots)
      }
      body(basis, range)
    }
  }

  /// The upper triangle Lᵀ with L·Lᵀ = a matrix near the identity, given below its diagonal.
  private static func upperRoot(_ matrix: [DoubleDouble], _ columns: Int) -> [Double] {
    var root = [Double](repeating: 0, count: columns * columns)
    for column in 0..<columns {
      for row in 0...column {
        var rest = matrix[row * columns + column]
        for inner in 0..<row {
          rest -= DoubleDouble(
            product: root[row * columns + inner], root[column * columns + inner])
        }
        root[column * columns + row] =
          row == column ? rest.squareRoot().high : rest.high / root[row * columns + row]
      }
    }
    return root
  }

  /// The product of two upper triangles.
  private static func product(
    _ a: [DoubleDouble], _ b: [DoubleDouble], _ columns: Int
  ) -> [DoubleDouble] {
    var product = [DoubleDouble](repeating: .zero, count: columns * columns)
    for column in 0..<columns {
      for row in 0...column {
        product[column * columns + row] = (row...column).reduce(.zero) {
          $0 + a[$1 * columns + row] * b[column * columns + $1]
        }
      }
    }
    return product
  }

  /// The inverse of an upper triangle, in double-double, by substitution.
  private static func inverse(_ triangle: [Double], _ columns: Int) -> [DoubleDouble] {
    var inverse = [DoubleDouble](repeating: .zero, count: columns * columns)
    for column in 0..<columns {
      for row in (0...column).reversed() {
        var rest = DoubleDouble(row == column ? 1 : 0)
        for inner in row + 1..<max(column + 1, row + 1) {
          rest -= inverse[column * columns + inner] * triangle[inner * columns + row]
        }
        inverse[column * columns + row] = rest / DoubleDouble(triangle[row * columns + row])
      }
    }
    return inverse
  }
}
