/// Least squares, weighted or not, right to the last digit that the data allow.
///
/// The columns are scaled by powers of two, factorised by Householder QR and the solution refined
/// in double-double, which also gives (XᵀWX)⁻¹ and the pseudo-inverse. Results are those of exact
/// arithmetic, rounded, for columns whose condition, scaled, is below some 10¹⁴.
///
/// Weights are inverse to the variances of the errors. A row of weight zero counts for nothing, not
/// even as a degree of freedom, but has a residual.
struct LeastSquares: Sendable {
  /// Why a system has no solution.
  enum Failure: Error, Hashable {
    /// Fewer rows of a weight above zero than columns, or no column.
    case tooFewRows
    /// A number of the design or the response is infinite or not a number.
    case notFinite
    /// A weight is negative, infinite or not a number; the first.
    case invalidWeight(row: Int)
    /// All weights are zero.
    case zeroWeights
    /// The columns are linearly dependent to working precision; the first that depends on others,
    /// and on which of them, as few as do.
    case rankDeficient(column: Int, dependsOn: [Int])
  }

  /// The coefficients, one a column.
  let coefficients: [Double]
  /// Their classical standard errors; nil without degrees of freedom.
  let standardErrors: [Double]?
  /// Rows of a weight above zero less columns.
  let degreesOfFreedom: Int
  /// Response less fit, unweighted, one a row; exactly zero where the fit is perfect.
  let residuals: [Double]
  /// The sum of the squared residuals, weighted.
  let residualSumOfSquares: Double
  /// (XᵀWX)⁻¹: times the variance of the residuals, the covariance of the coefficients.
  let inverseGram: Matrix
  /// R², for designs with a constant: the share of the response's squares about its weighted mean
  /// that the fit explains; nil where the response is constant.
  let rSquared: Double?
  /// R² about zero, for designs without a constant; nil where the response is zero.
  let rSquaredAboutZero: Double?
  /// What each row does to the coefficients.
  let influences: Influences
  /// The powers of two that the system was divided by.
  let scaling: Scaling

  /// The size of residuals, against what is subtracted, that double-double cannot tell from zero.
  private static let perfection = 0x1p-80

  /// Solves min Σ wᵢ(yᵢ − xᵢb)², with weights of 1 where there are none.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  init(_ design: Matrix, _ response: [Double], weights: [Double]? = nil) throws(Failure) {
    try self.init(design, response.map { DoubleDouble($0) }, weights: weights)
  }

  /// Solves for a response in double-double, such as a logarithm with more digits than a double.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  init(_ design: Matrix, _ response: [DoubleDouble], weights: [Double]? = nil) throws(Failure) {
    precondition(response.count == design.rows || design.columns == 0, "a response a row")
    let weighting = try Weighting(weights, rows: response.count)
    let rows = weighting.roots?.count ?? design.rows
    guard rows >= design.columns, design.columns > 0 else { throw .tooFewRows }
    let (scaling, scaled, values) = try Scaling.scaled(design, response, weighting)

    let (fit, inverse) = try Self.solved(scaled, values)
    let errors = Self.residuals(fit, isSaturated: rows == design.columns)
    let squares = errors.reduce(DoubleDouble.zero) { $0 + $1 * $1 }
    self.scaling = scaling
    influences = Influences(
      design: scaled, pseudoInverse: Matrix(exactColumns: inverse.map { $0.residuals.map { -$0 } }),
      residuals: errors, weighting: weighting, count: response.count)
    degreesOfFreedom = rows - design.columns
    coefficients = fit.coefficients.indices.map {
      Double(fit.coefficients[$0]).scaled(byPowerOfTwo: scaling.response - scaling.columns[$0])
    }
    let gram = inverse.map(\.coefficients)
    inverseGram = scaling.unscaled(gram, responses: 0)
    let own = response.map { $0.scaled(byPowerOfTwo: weighting.exponent - scaling.response) }
    let fitted = weighting.rows.map { _ in
      design.divided(byPowersOfTwo: scaling.columns.map { $0 - weighting.exponent })
        .multiplied(by: fit.coefficients)
    }
    residuals = weighting.unweighted(errors, others: fitted.map { zip(own, $0).map { $0 - $1 } })
      .map { Double($0).scaled(byPowerOfTwo: scaling.response - weighting.exponent) }
    residualSumOfSquares = Double(squares).scaled(byPowerOfTwo: 2 * scaling.response)
    if rows > design.columns {
      let variance = squares / DoubleDouble(Double(rows - design.columns))
      standardErrors = gram.indices.map {
        Double((variance * gram[$0][$0]).squareRoot())
          .scaled(byPowerOfTwo: scaling.response - scaling.columns[$0])
      }
    } else {
      standardErrors = nil
    }
    rSquared = Self.share(explainedBut: squares, of: weighting.squaresAboutMean(own))
    rSquaredAboutZero = Self.share(explainedBut: squares, of: values.sumOfSquares)
  }

  /// The coefficients and weighted residuals of a scaled system, and the same for each unit vector
  /// on the right-hand side of the normal equations.
  private static func solved(
    _ design: Matrix, _ response: [DoubleDouble]
  ) throws(Failure) -> (fit: AugmentedSystem.Solution, inverse: [AugmentedSystem.Solution]) {
    let factorisation = QRFactorisation(design)
    let independence = factorisation.independence()
    try factorisation.requireIndependence(independence)
    let system = AugmentedSystem(design, factorisation)
    let zeros = [DoubleDouble](repeating: .zero, count: design.rows)
    let inverse = (0..<design.columns).compactMap { column in
      system.solution(top: zeros, bottom: (0..<design.columns).map { $0 == column ? -1 : 0 })
    }
    let none = [Double](repeating: 0, count: design.columns)
    guard inverse.count == design.columns,
      let fit = system.solution(top: response, bottom: none)
    else {
      let weakest = independence.indices.min { independence[$0] < independence[$1] } ?? 0
      throw .rankDeficient(
        column: weakest,
        dependsOn: factorisation.supports(ofColumn: weakest, limit: 2 * independence[weakest]))
    }
    return (fit, inverse)
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
