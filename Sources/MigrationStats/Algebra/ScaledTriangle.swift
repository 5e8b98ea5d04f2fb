/// The triangle of a tall matrix, its columns divided by powers of two to lengths near 1.
struct ScaledTriangle {
  /// The columns of the design.
  let design: Matrix
  /// The column of the response, as long as there are columns of the design.
  let response: [Double]
  /// What the columns leave of the response: the length of the residuals.
  let rest: Double
  /// The exponents of the powers.
  let exponents: [Int]
  /// How many blocks of rows went into it.
  private let blocks: Int

  init(_ factor: TallQR) {
    let count = factor.columns - 1
    blocks = factor.blocks
    let columns = (0..<count).map { Array(factor.column($0).prefix(count)) }
    exponents = columns.map { $0.exponentOfLength ?? 0 }
    design = Matrix(columns: columns).divided(byPowersOfTwo: exponents)
    response = Array(factor.column(count).prefix(count))
    rest = abs(factor.column(count).last ?? 0)
  }

  /// The length of the response.
  var responseLength: Double { (response + [rest]).length }

  /// The inverse of R, whose columns have to be independent.
  func inverse() throws(LeastSquares.Failure) -> InverseFactor {
    let qr = QRFactorisation(design)
    // Blocks add their rounding, in a walk at random.
    let rounding = QRFactorisation.rounding * max(1, Double(blocks).squareRoot() / 2)
    try qr.requireIndependence(qr.independence(), rounding: rounding)
    return InverseFactor(inverting: design.elements, columns: design.columns)
  }

  /// The greatest length to which R stretches a vector of length 1.
  var norm: Double {
    let columns = (0..<design.columns).map { design.elements[design.range(ofColumn: $0)] }
    return greatestStretch(of: design.columns) { vector in
      let product = columns.indices.map { row in
        (row..<columns.count).reduce(0) { $0 + design[row, $1] * vector[$1] }
      }
      return columns.map { column in zip(column, product).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  /// Whether rounding in doubles costs a solution more digits than it may.
  ///
  /// Coefficients lose the condition of the columns, and its square times the ratio of residuals to
  /// fit (P.-Å. Wedin, BIT 13, 1973, doi:10.1007/BF01933494); residuals lose the ratio of the
  /// response to them.
  func losesDigits(_ condition: Double, _ coefficients: [Double], limit: Double) -> Bool {
    let length = coefficients.length
    let tangent = rest < length ? rest / length : 1
    // Residuals are sums of a few products each, not of a block's.
    return !(condition * (1 + condition * tangent) <= limit && responseLength <= 8 * limit * rest)
  }
}

/// The root of the greatest eigenvalue of AᵀA, by the power method; an estimate from below.
///
/// - Parameter product: AᵀA times a vector.
func greatestStretch(of size: Int, _ product: ([Double]) -> [Double]) -> Double {
  // No matrix of a problem is likely to be at right angles to this.
  var vector = (0..<size).map { 1 + 1 / Double($0 + 2) }
  var stretch = 0.0
  for _ in 0..<8 {
    let length = vector.length
    guard length > 0, length.isFinite else { break }
    vector = product(vector.map { $0 / length })
    stretch = vector.length
  }
  return stretch.squareRoot()
}
