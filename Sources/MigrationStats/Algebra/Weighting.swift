/// Weights as factors of rows: least squares of √w·y on √w·X.
struct Weighting: Sendable {
  /// The rows of a weight above zero; nil where all are.
  let rows: [Int]?
  /// √w of those rows in double-double, divided by a power of two; nil without weights.
  let roots: [DoubleDouble]?
  /// The power of two that the roots are divided by.
  let exponent: Int

  /// The weighting of a number of rows; all alike without weights.
  ///
  /// - Precondition: as many weights as rows.
  init(_ weights: [Double]?, rows count: Int) throws(LeastSquares.Failure) {
    guard let weights else {
      (rows, roots, exponent) = (nil, nil, 0)
      return
    }
    precondition(weights.count == count, "a weight a row")
    let half = try Self.exponent(weights)
    let positive = weights.indices.filter { weights[$0] > 0 }
    rows = positive.count < count ? positive : nil
    // An even power, so that its root is one too.
    roots = positive.map {
      DoubleDouble(weights[$0].scaled(byPowerOfTwo: -2 * half)).squareRoot()
    }
    exponent = half
  }

  /// The exponent of the power of two that brings the root of the greatest weight near 1.
  static func exponent(_ weights: [Double]) throws(LeastSquares.Failure) -> Int {
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidWeight(row: row)
    }
    guard let largest = weights.max(), largest > 0 else { throw .zeroWeights }
    return Int(largest.exponent) >> 1
  }

  /// The values of the rows that count.
  func selected<Value>(_ values: [Value]) -> [Value] {
    rows.map { rows in rows.map { values[$0] } } ?? values
  }

  /// The values of the rows that count, times the roots.
  func applied(to values: [DoubleDouble]) -> [DoubleDouble] {
    let selected = selected(values)
    guard let roots else { return selected }
    return zip(selected, roots).map { $0 * $1 }
  }

  /// The rows of a matrix that count, times the roots.
  func applied(to matrix: Matrix) -> Matrix {
    guard roots != nil else { return matrix }
    return Matrix(exactColumns: (0..<matrix.columns).map { applied(to: matrix.column($0)) })
  }

  /// The values, divided by the roots, of the rows that count, among those of the other rows.
  ///
  /// - Parameter others: a value a row; needed where there are rows that do not count.
  func unweighted(_ values: [DoubleDouble], others: [DoubleDouble]?) -> [DoubleDouble] {
    guard let roots else { return values }
    let own = zip(values, roots).map { $0 / $1 }
    guard let rows, var all = others else { return own }
    for (row, value) in zip(rows, own) { all[row] = value }
    return all
  }

  /// The squares of the values' deviations from their weighted mean, summed with the weights.
  func squaresAboutMean(_ values: [DoubleDouble]) -> DoubleDouble {
    let values = selected(values)
    let deviations = values.map { $0 - values[0] }
    guard let roots else {
      let mean = deviations.reduce(.zero, +) / DoubleDouble(Double(values.count))
      return deviations.reduce(.zero) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let weights = roots.map { $0 * $0 }
    let sum = zip(weights, deviations).reduce(DoubleDouble.zero) { $0 + $1.0 * $1.1 }
    let mean = sum / weights.reduce(.zero, +)
    return zip(weights, deviations).reduce(.zero) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
  }
}
