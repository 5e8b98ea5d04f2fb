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
  /// Which rows count, and how much.
  let weighting: Weighting
  private let source: Source

  /// Where what each row does to the coefficients comes from.
  private enum Source {
    case exact(Influences, Scaling)
    case tall(TallLeastSquares)
  }

  /// What each row does to the coefficients, columns scaled by powers of two.
  ///
  /// - Complexity: O(n k²) for large systems.
  var influences: (rows: Influences, scaling: Scaling) {
    switch source {
    case .exact(let influences, let scaling): (influences, scaling)
    case .tall(let system): system.influences(weighting)
    }
  }

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
    self =
      Self.isSmall(rows: rows, columns: design.columns)
      ? try .exact(design, response, weighting) : try .tall(design, response, weights, weighting)
  }

  /// Whether a system is solved in double-double throughout.
  ///
  /// Up to here that takes some tenths of a second; the larger are refined too, where it matters.
  static func isSmall(rows: Int, columns: Int) -> Bool {
    rows * columns * columns <= 1_000_000
  }

  private init(
    coefficients: [Double], standardErrors: [Double]?, degreesOfFreedom: Int, residuals: [Double],
    residualSumOfSquares: Double, inverseGram: Matrix, rSquared: Double?,
    rSquaredAboutZero: Double?, weighting: Weighting, source: Source
  ) {
    self.coefficients = coefficients
    self.standardErrors = standardErrors
    self.degreesOfFreedom = degreesOfFreedom
    self.residuals = residuals
    self.residualSumOfSquares = residualSumOfSquares
    self.inverseGram = inverseGram
    self.rSquared = rSquared
    self.rSquaredAboutZero = rSquaredAboutZero
    self.weighting = weighting
    self.source = source
  }

  // MARK: Large systems

  /// The solution in doubles by blocks, refined where that matters.
  static func tall(
    _ design: Matrix, _ response: [DoubleDouble], _ weights: [Double]?, _ weighting: Weighting
  ) throws(Failure) -> LeastSquares {
    let rest = response.contains { $0.low != 0 } ? response.map(\.low) : nil
    let rows = try Rows(
      design.slices(design.elements), remainders: design.remainders.map(design.slices),
      response: response.map(\.high)[...], responseRemainder: rest?[...], weights: weights)
    let system = try TallLeastSquares(rows)
    let unit = response.map(\.high).exponentOfLength ?? 0
    let own = response.map { $0.scaled(byPowerOfTwo: -unit) }
    let squares = DoubleDouble(
      system.residualSumOfSquares.scaled(byPowerOfTwo: -2 * (unit + weighting.exponent)))
    return LeastSquares(
      coefficients: system.coefficients, standardErrors: system.standardErrors,
      degreesOfFreedom: system.degreesOfFreedom, residuals: system.residuals,
      residualSumOfSquares: system.residualSumOfSquares,
      inverseGram: Scaling(columns: system.exponents, response: 0)
        .unscaled(gram: system.inverseFactor.gram()),
      rSquared: share(explainedBut: squares, of: weighting.squaresAboutMean(own)),
      rSquaredAboutZero: share(
        explainedBut: squares, of: weighting.applied(to: own).sumOfSquares),
      weighting: weighting, source: .tall(system))
  }

  // MARK: Small systems

  /// The solution in double-double.
  static func exact(
    _ design: Matrix, _ response: [DoubleDouble], _ weighting: Weighting
  ) throws(Failure) -> LeastSquares {
    let (scaling, scaled, values) = try Scaling.scaled(design, response, weighting)
    let (fit, inverse) = try solved(scaled, values)
    let freedom = scaled.rows - scaled.columns
    let errors = residuals(fit, isSaturated: freedom == 0)
    let squares = errors.sumOfSquares
    let gram = inverse.map(\.coefficients)
    let variance = squares / DoubleDouble(Double(max(freedom, 1)))

    let own = response.map { $0.scaled(byPowerOfTwo: weighting.exponent - scaling.response) }
    let fitted = weighting.rows.map { _ in
      design.divided(byPowersOfTwo: scaling.columns.map { $0 - weighting.exponent })
        .multiplied(by: fit.coefficients)
    }
    let residuals = weighting.unweighted(
      errors, others: fitted.map { zip(own, $0).map { $0 - $1 } })
    let pseudoInverse = Matrix(exactColumns: inverse.map { $0.residuals.map { -$0 } })
    let influences = Influences(
      leverageComplements: Influences.complements(scaled, pseudoInverse),
      pseudoInverse: pseudoInverse, residuals: errors, weighting: weighting,
      count: response.count, leverageRounding: 0x1p-70)
    return LeastSquares(
      coefficients: fit.coefficients.indices.map {
        Double(fit.coefficients[$0]).scaled(byPowerOfTwo: scaling.response - scaling.columns[$0])
      },
      standardErrors: freedom == 0
        ? nil
        : gram.indices.map {
          Double((variance * gram[$0][$0]).squareRoot())
            .scaled(byPowerOfTwo: scaling.response - scaling.columns[$0])
        },
      degreesOfFreedom: freedom,
      residuals: residuals.map {
        Double($0).scaled(byPowerOfTwo: scaling.response - weighting.exponent)
      },
      residualSumOfSquares: Double(squares).scaled(byPowerOfTwo: 2 * scaling.response),
      inverseGram: scaling.unscaled(gram: gram),
      rSquared: share(explainedBut: squares, of: weighting.squaresAboutMean(own)),
      rSquaredAboutZero: share(explainedBut: squares, of: values.sumOfSquares),
      weighting: weighting, source: .exact(influences, scaling))
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
