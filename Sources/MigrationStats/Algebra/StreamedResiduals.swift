/// A second pass over the rows of a streamed fit: its refinement, and covariances of its
/// coefficients that residuals are needed for.
///
/// The same blocks are added again, in any order. Memory is O(k²) for k columns.
struct StreamedResiduals: Sendable {
  private let fit: StreamedLeastSquares.Fit
  private let kind: Covariance
  private var gradient: [DoubleDouble]
  private var squares = DoubleDouble.zero
  /// The products of the columns of X̃·T, and the same with the residuals' squares for weights; that
  /// of two columns stands where the row is the greater.
  private var gram: [DoubleDouble]
  private var meat: [DoubleDouble]
  /// How many rows were visited, and the first of leverage 1.
  private var visited = 0
  private var leverageOne: Int?

  /// Begins a pass for a covariance: classical or HC0 to HC3; nil for others, which need more than
  /// one row at a time.
  init?(_ fit: StreamedLeastSquares.Fit, _ kind: Covariance = .classical) {
    switch kind {
    case .classical, .hc0, .hc1, .hc2, .hc3: self.kind = kind
    case .cluster, .neweyWest: return nil
    }
    self.fit = fit
    let columns = fit.coefficients.count
    gradient = [DoubleDouble](repeating: .zero, count: columns)
    gram = [DoubleDouble](repeating: .zero, count: columns * columns)
    meat = gram
  }

  /// Adds rows, those and only those that the fit was made of.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  mutating func add(
    design block: Matrix, response: [Double], weights: [Double]? = nil
  ) throws(LeastSquares.Failure) {
    defer { visited += response.count }
    guard !response.isEmpty, weights.map({ $0.contains { $0 > 0 } }) ?? true else { return }
    let rows = try Rows(
      block.slices(block.elements), remainders: block.remainders.map(block.slices),
      response: response[...], weights: weights)
    var residuals = [Double](repeating: 0, count: response.count)
    let pass = ExactResiduals(
      rows, fit.coefficients.map { DoubleDouble($0) }, residuals: &residuals, hasGradient: true)
    let shift = 2 * rows.weightShift
    squares += pass.squares.scaled(byPowerOfTwo: shift)
    for column in gradient.indices {
      gradient[column] += pass.gradient[column].scaled(byPowerOfTwo: shift)
    }
    let exponents = fit.exponents.map { $0 - rows.weightShift }
    let (basis, _) = fit.inverseFactor.bases(rows, exponents: exponents)
    let roots = weights.map { $0.map { $0.squareRoot() } }
    addProducts(basis, residuals.indices.map { residuals[$0] * (roots?[$0] ?? 1) })
  }

  private mutating func addProducts(_ basis: Matrix, _ residuals: [Double]) {
    let columns = basis.columns
    let scores = scores(basis, residuals)
    for column in 0..<columns {
      for other in 0...column {
        var (sum, scored) = (DoubleDouble.zero, DoubleDouble.zero)
        for row in residuals.indices {
          let product = basis[row, column] * basis[row, other]
          sum += product
          scored += product * scores[row]
        }
        gram[other * columns + column] += sum
        meat[other * columns + column] += scored
      }
    }
  }

  /// The squared residuals, times what the kind makes of the leverages.
  private mutating func scores(_ basis: Matrix, _ residuals: [Double]) -> [Double] {
    residuals.indices.map { row in
      let square = residuals[row] * residuals[row]
      guard kind == .hc2 || kind == .hc3 else { return square }
      let leverage = (0..<basis.columns).reduce(0) { $0 + basis[row, $1] * basis[row, $1] }
      if 1 - leverage <= 0x1p-40, leverageOne == nil { leverageOne = visited + row }
      return kind == .hc2 ? square / (1 - leverage) : square / ((1 - leverage) * (1 - leverage))
    }
  }

  /// The fit, refined: as exact as a second visit of the rows makes it.
  ///
  /// - Throws: `rankDeficient` where the columns are dependent to working precision.
  func refined() throws(LeastSquares.Failure) -> StreamedLeastSquares.Fit {
    let columns = fit.coefficients.count
    let inverse = fit.inverseFactor.corrected(gram)
    let scaled = zip(gradient, fit.exponents).map { $0.scaled(byPowerOfTwo: -$1) }
    let turned = inverse.transposedProduct(scaled)
    let changes = inverse.product(turned)
    guard changes.allSatisfy(\.isFinite) else {
      throw .rankDeficient(column: columns - 1, dependsOn: [])
    }
    let coefficients = (0..<columns).map {
      fit.coefficients[$0] + changes[$0].scaled(byPowerOfTwo: -fit.exponents[$0])
    }
    let gain = turned.reduce(DoubleDouble.zero) { $0 + DoubleDouble(product: $1, $1) }
    return StreamedLeastSquares.Fit(
      coefficients: coefficients,
      rest: fit.degreesOfFreedom > 0 ? max(0, (squares - gain).high) : 0,
      rows: fit.rows, inverse, fit.exponents, responseSquares: fit.responseSquares)
  }

  /// The covariance of the coefficients of the kind that the pass was begun for.
  func covariance() throws(Covariance.Failure) -> Matrix {
    let columns = fit.coefficients.count
    guard fit.degreesOfFreedom > 0 else { throw .noDegreesOfFreedom }
    let free = DoubleDouble(Double(fit.degreesOfFreedom))
    if let leverageOne { throw .leverageOne(row: leverageOne) }
    let inverse = fit.inverseFactor
    let scaling = Scaling(columns: fit.exponents, response: 0)
    if kind == .classical {
      return fit.inverseGram.multiplied(by: squares.high / Double(fit.degreesOfFreedom))
    }
    func element(_ row: Int, _ column: Int) -> DoubleDouble {
      meat[min(row, column) * columns + max(row, column)]
    }
    let halves = (0..<columns).map { row in
      (0..<columns).map { column in
        (row..<columns).reduce(DoubleDouble.zero) {
          $0 + element($1, column) * inverse[row, $1]
        }
      }
    }
    let sandwich = (0..<columns).map { column in
      (0..<columns).map { row in
        (column..<columns).reduce(DoubleDouble.zero) {
          $0 + halves[row][$1] * inverse[column, $1]
        }
      }
    }
    let factor = kind == .hc1 ? (free + Double(columns)) / free : DoubleDouble(1)
    return scaling.unscaled(sandwich, times: factor)
  }
}
