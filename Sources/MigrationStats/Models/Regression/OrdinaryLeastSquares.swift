/// Least squares on columns of numbers, few rows or very many.
///
/// ```swift
/// let fit = try OrdinaryLeastSquares(
///   columns: [[1, 1, 1, 1], [0, 1, 2, 3]], response: [1, 3, 2, 5])
/// print(fit.coefficients)  // [1.1…, 1.1…]
/// print(fit.standardErrors ?? [])  // [0.972…, 0.519…]
/// ```
///
/// Few rows are solved in arithmetic of 32 digits. Very many are solved in doubles, block by block
/// and without a copy, and refined where the columns would cost digits.
public struct OrdinaryLeastSquares: Sendable {
  /// The coefficients, one a column.
  public let coefficients: [Double]
  /// Their standard errors; nil with as many rows as columns.
  public let standardErrors: [Double]?
  /// Response less fit, one a row.
  public let residuals: [Double]
  /// The sum of the squared residuals, weighted.
  public let residualSumOfSquares: Double
  /// Rows of a weight above zero less columns.
  public let degreesOfFreedom: Int

  /// Fits a response by columns; a constant is a column of ones.
  ///
  /// - Parameters:
  ///   - columns: the columns, each as long as the response.
  ///   - response: the values to be explained.
  ///   - weights: inverse to the variances of the errors; all alike where nil.
  ///   - refinement: when to refine.
  /// - Throws: `FittingError` where lengths differ (`misuse`), rows are too few (`tooFewValues`), a
  ///   number is not finite (`notFinite`), weights are none (`weights`) or a column depends on
  ///   others (`collinear`).
  /// - Complexity: O(n k²) for n rows and k columns; memory for the residuals.
  public init(
    columns: [[Double]], response: [Double], weights: [Double]? = nil,
    refinement: Refinement = .automatic
  ) throws(FittingError) {
    try self.init(slices: columns.map { $0[...] }, response, weights, refinement)
  }

  /// Fits a response by the columns of a design, one after the other in one array.
  ///
  /// - Parameters:
  ///   - design: as many values for each column as the response has.
  ///   - response: the values to be explained.
  ///   - weights: inverse to the variances of the errors; all alike where nil.
  ///   - refinement: when to refine.
  /// - Throws: as for columns of their own.
  /// - Complexity: O(n k²) for n rows and k columns; memory for the residuals.
  public init(
    design: [Double], response: [Double], weights: [Double]? = nil,
    refinement: Refinement = .automatic
  ) throws(FittingError) {
    let rows = response.count
    guard rows > 0, design.count % rows == 0 else {
      throw FittingError(
        .misuse, "a design of \(design.count) values has no whole columns of \(rows) rows")
    }
    let slices = stride(from: 0, to: design.count, by: rows).map { design[$0..<$0 + rows] }
    try self.init(slices: slices, response, weights, refinement)
  }

  private init(
    slices: [ArraySlice<Double>], _ response: [Double], _ weights: [Double]?,
    _ refinement: Refinement
  ) throws(FittingError) {
    if let column = slices.firstIndex(where: { $0.count != response.count }) {
      throw FittingError(
        .misuse,
        "column \(column + 1) has \(slices[column].count) rows, the response "
          + "\(response.count)")
    }
    if let weights, weights.count != response.count {
      throw FittingError(
        .misuse, "there are \(weights.count) weights for \(response.count) rows")
    }
    do throws(LeastSquares.Failure) {
      if refinement != .never,
        LeastSquares.isSmall(rows: response.count, columns: slices.count)
      {
        let fit = try LeastSquares(
          Matrix(columns: slices.map { Array($0) }), response, weights: weights)
        (coefficients, standardErrors) = (fit.coefficients, fit.standardErrors)
        (residuals, residualSumOfSquares) = (fit.residuals, fit.residualSumOfSquares)
        degreesOfFreedom = fit.degreesOfFreedom
      } else {
        let fit = try TallLeastSquares(
          Rows(slices, response: response[...], weights: weights), refinement: refinement)
        (coefficients, standardErrors) = (fit.coefficients, fit.standardErrors)
        (residuals, residualSumOfSquares) = (fit.residuals, fit.residualSumOfSquares)
        degreesOfFreedom = fit.degreesOfFreedom
      }
    } catch {
      throw Self.problem(error, rows: response.count, columns: slices.count)
    }
  }

  private static func problem(
    _ failure: LeastSquares.Failure, rows: Int, columns: Int
  ) -> FittingError {
    switch failure {
    case .tooFewRows:
      FittingError(
        .tooFewValues, "\(rows) rows do not determine \(columns) coefficients",
        remedy: columns == 0 ? "Give a column." : "Leave columns out.")
    case .notFinite:
      FittingError(
        .notFinite, "a number is infinite or none", remedy: "Leave such rows out.")
    case .invalidWeight(let row):
      FittingError(
        .weights, "the weight of row \(row + 1) is negative, infinite or not a number")
    case .zeroWeights:
      FittingError(.weights, "all weights are zero")
    case .rankDeficient(let column, let others):
      FittingError(
        .collinear,
        others.isEmpty
          ? "column \(column + 1) is zero, or so near to the others that doubles do not tell"
          : "column \(column + 1) is a sum of multiples of columns "
            + others.map { "\($0 + 1)" }.joined(separator: ", "),
        remedy: "Leave it out.")
    }
  }
}
