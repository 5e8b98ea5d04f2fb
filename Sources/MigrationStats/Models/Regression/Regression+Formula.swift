extension Regression {
  /// Fits a formula to a table.
  ///
  /// Rows in which a value is missing are left out and counted.
  ///
  /// - Throws: `FittingError`, with the place in the formula marked, the line and column of a cell, or
  ///   the names of the terms concerned.
  /// - Complexity: O(n k²) for n rows and k coefficients.
  public init(
    _ formula: Formula, _ table: Table, _ options: Options = Options()
  ) throws(FittingError) {
    let frame = try ModelFrame(formula, table, options)
    guard !frame.design.names.isEmpty else { throw Self.noTerm(formula) }
    switch options.family {
    case .gaussian:
      self = try GaussianFit(frame, formula, options).regression()
    case .poisson:
      self = try PoissonFit(frame, options).regression(formula, options)
    }
  }

  /// A formula makes no column.
  static func noTerm(_ formula: Formula) -> FittingError {
    FittingError(
      .misuse, "‘\(formula.text)’ has no term and no intercept",
      remedy: "Write at least one term, or 1.")
  }
}

extension LeastSquares.Failure {
  /// The error that the failure means to whoever wrote the formula.
  ///
  /// - Parameter names: the names of the columns.
  func told(_ names: [String], rows: Int, file: String) -> FittingError {
    let place = Position(file: file)
    switch self {
    case .tooFewRows:
      return FittingError(
        .tooFewValues,
        "\(rows) \(rows == 1 ? "row says" : "rows say") too little for \(names.count) coefficients",
        at: place, remedy: "Leave terms out of the formula, or fit more rows.")
    case .notFinite:
      return FittingError(
        .notFinite, "a term or the response is too large for a number", at: place,
        remedy: "Take smaller units, such as I(x/1000), or a lower power.")
    case .invalidWeight, .zeroWeights:
      return FittingError(
        .weights, "the weights are no numbers above zero", at: place,
        remedy: "Weights are inverse to variances.")
    case .rankDeficient(let column, let others):
      return Self.collinearity(column, others, names, at: place)
    }
  }

  private static func collinearity(
    _ column: Int, _ others: [Int], _ names: [String], at place: Position
  ) -> FittingError {
    let name = names[column]
    if others.isEmpty {
      return FittingError(
        .collinear, "\(name) is zero in every row", at: place,
        remedy: "Leave \(name) out of the formula.")
    }
    let known = others.prefix(6).map { names[$0] }
    if known == ["(Intercept)"] {
      return FittingError(
        .constant, "\(name) is the same in every row, as the intercept is", at: place,
        remedy: "Leave \(name) out of the formula.")
    }
    let more = others.count > known.count ? ["\(others.count - known.count) more"] : []
    let intercept = known.contains("(Intercept)") ? " Or leave the intercept out: 0 + …" : ""
    return FittingError(
      .collinear, "\(name) depends on \((known + more).listed)", at: place,
      remedy: "Leave \(name) out of the formula, or one of the terms that it depends on."
        + intercept)
  }
}

extension ModelFrame {
  /// The error that a failure of least squares means to whoever wrote the formula.
  func error(_ failure: LeastSquares.Failure) -> FittingError {
    failure.told(design.names, rows: data.count, file: data.file)
  }

  /// The caveat of columns that are nearly dependent, told by the inverse of their products.
  ///
  /// A column's length times the root of its diagonal element there is how many times a relative
  /// change of the column grows in its coefficient (G. W. Stewart, “Collinearity and least squares
  /// regression”, Statistical Science 2, 1987, doi:10.1214/ss/1177013439).
  func conditionCaveat(_ matrix: Matrix, _ inverse: Matrix, weights: [Double]?) -> Caveat? {
    var (worst, size) = (0, 0.0)
    for column in 0..<matrix.columns {
      let values = matrix.elements[matrix.range(ofColumn: column)]
      let largest = values.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { continue }
      var squares = 0.0
      for (row, value) in values.enumerated() {
        let scaled = value / largest
        squares += scaled * scaled * (weights?[row] ?? 1)
      }
      let growth = (squares * inverse[column, column]).squareRoot() * largest
      if growth > size { (worst, size) = (column, growth) }
    }
    guard size >= 1e6 else { return nil }
    let power = Int((Numerics.log(size) / Numerics.log(10)).rounded(.down))
    return Caveat(
      "condition",
      "the terms nearly depend on one another, \(design.names[worst]) the most: the coefficients are "
        + "computed exactly, but a change of the data in their digit \(power) changes the first digit "
        + "of a coefficient; the fitted values are not concerned")
  }
}

extension [String] {
  /// The words as a list: `a, b and c`.
  var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
