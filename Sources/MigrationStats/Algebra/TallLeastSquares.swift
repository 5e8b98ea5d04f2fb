/// Least squares of very many rows: the triangle by blocks (TSQR), residuals by blocks, and a
/// refinement in double-double where the columns ask for it.
///
/// A change of the coefficients is T·Tᵀ times what the residuals leave of the normal equations,
/// computed in double-double. Since T comes from an orthogonal factorisation and not from XᵀX, a
/// step gains as many digits as a double has more than the condition of the columns costs, as does
/// a step of Björck's augmented system, and Q is never needed (corrected semi-normal equations:
/// Å. Björck, Linear Algebra and its Applications 88, 1987, doi:10.1016/0024-3795(87)90101-7).
struct TallLeastSquares: Sendable {
  /// The coefficients, one a column.
  let coefficients: [Double]
  /// Response less fit, unweighted.
  let residuals: [Double]
  /// The weighted sum of their squares.
  let residualSumOfSquares: Double
  /// Rows of a weight above zero less columns.
  let degreesOfFreedom: Int
  /// T with T·Tᵀ = (X̃ᵀX̃)⁻¹ of the columns divided by powers of two.
  let inverseFactor: InverseFactor
  /// The exponents of those powers.
  let exponents: [Int]
  /// The rows, with the factors that they needed.
  private let rows: Rows

  /// The classical standard errors; nil without degrees of freedom.
  var standardErrors: [Double]? {
    guard degreesOfFreedom > 0 else { return nil }
    let deviation = (residualSumOfSquares / Double(degreesOfFreedom)).squareRoot()
    return exponents.indices.map {
      deviation * inverseFactor.length(ofRow: $0).scaled(byPowerOfTwo: -exponents[$0])
    }
  }

  /// The condition above which fewer than 13 digits are right: sums over the rows of a block lose
  /// a double's rounding times the root of their number.
  private static let lossOfDigits = 1e-13 / (0x1p-53 * 32)
  /// Lengths, as powers of two, whose squares and products stay far from the ends of doubles.
  private static let safeExponents = -200...200

  /// Solves min Σ wᵢ(yᵢ − xᵢb)².
  ///
  /// - Complexity: O(n k²) for n rows and k columns; memory for the residuals and O(k²).
  init(
    _ rows: Rows, refinement: Refinement = .automatic
  ) throws(LeastSquares.Failure) {
    let columns = rows.columns.count
    let counted = rows.weights?.count { $0 > 0 } ?? rows.count
    guard columns > 0, counted >= columns else { throw .tooFewRows }
    let (rows, factor) = try Self.factorised(rows)
    let triangle = ScaledTriangle(factor)
    var inverse = try triangle.inverse()
    let estimate = inverse.product(triangle.response)
    let condition = inverse.norm * triangle.norm
    let isRefined =
      switch refinement {
      case .always: true
      case .never: false
      case .automatic: triangle.losesDigits(condition, estimate, limit: Self.lossOfDigits)
      }
    if isRefined, refinement == .always || condition > Self.lossOfDigits {
      inverse.correct(rows, exponents: triangle.exponents)
    }
    var fit = TallFit(estimate, triangle.exponents, rows: rows.count)
    if isRefined {
      try fit.refine(rows, inverse, size: triangle.responseLength, condition: condition)
    } else {
      fit.computeResiduals(rows)
    }
    if counted == columns { fit.clearResiduals() }
    inverseFactor = inverse
    self.rows = rows
    degreesOfFreedom = counted - columns
    let (shifts, shift, weight) = (rows.columnShifts, rows.responseShift, rows.weightShift)
    exponents = zip(triangle.exponents, shifts).map { $0 + $1 + weight }
    coefficients = zip(fit.coefficients, shifts).map {
      $0.high.scaled(byPowerOfTwo: shift - $1)
    }
    residuals =
      shift == 0 ? fit.residuals : fit.residuals.map { $0.scaled(byPowerOfTwo: shift) }
    residualSumOfSquares = fit.squares.scaled(byPowerOfTwo: 2 * (shift + weight))
  }

  /// What each row does to the coefficients; the rows of weight zero among them, with influences
  /// of zero.
  ///
  /// - Complexity: O(n k²); memory for the design twice.
  func influences(_ weighting: Weighting) -> (Influences, Scaling) {
    let own = zip(exponents, rows.columnShifts).map { $0 - $1 - rows.weightShift }
    let (basis, pseudoInverse) = inverseFactor.bases(rows, exponents: own)
    let unit = residuals.exponentOfLength ?? 0
    let selected = weighting.rows
    let influences = Influences(
      leverageComplements: Influences.complements(
        basis.selecting(rows: selected), basis.selecting(rows: selected)),
      pseudoInverse: pseudoInverse.selecting(rows: selected),
      residuals: weighting.applied(
        to: residuals.map { DoubleDouble($0.scaled(byPowerOfTwo: -unit)) }),
      weighting: weighting, count: rows.count, leverageRounding: 0x1p-40)
    return (influences, Scaling(columns: exponents, response: unit + weighting.exponent))
  }

  /// The triangle of the rows, and the rows with factors where their sizes need some.
  private static func factorised(_ rows: Rows) throws(LeastSquares.Failure) -> (Rows, TallQR) {
    let factor = TallQR(rows)
    let exponents = (0..<factor.columns).compactMap { factor.column($0).exponentOfLength }
    if exponents.count == factor.columns, exponents.allSatisfy(safeExponents.contains) {
      return (rows, factor)
    }
    let scaled = try rows.scaled()
    return (scaled, TallQR(scaled))
  }
}
