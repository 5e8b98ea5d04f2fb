/// Coefficients on their way to the least sum of squares, and the residuals that they leave.
struct TallFit {
  /// The coefficients.
  private(set) var coefficients: [DoubleDouble]
  /// Response less fit, unweighted.
  private(set) var residuals: [Double]
  /// The weighted sum of their squares.
  private(set) var squares = 0.0

  /// The powers of two that columns are divided by where changes are computed.
  private let exponents: [Int]

  /// What double-double cannot tell from nothing, against the size of the response.
  private static let completion = 0x1p-96
  /// The change that may remain, against the coefficients or the residuals.
  private static let sufficiency = 0x1p-60
  /// The size of residuals, against what is subtracted, that double-double cannot tell from zero.
  private static let perfection = 0x1p-80

  /// Begins at coefficients of scaled columns.
  init(_ estimate: [Double], _ exponents: [Int], rows: Int) {
    self.exponents = exponents
    coefficients = zip(estimate, exponents).map {
      DoubleDouble($0.scaled(byPowerOfTwo: -$1))
    }
    residuals = [Double](unsafeUninitializedCapacity: rows) { _, count in count = rows }
  }

  /// The residuals of the coefficients as they are, in doubles.
  mutating func computeResiduals(_ rows: Rows) {
    squares = PlainResiduals.subtract(
      rows, coefficients.map(\.high), from: &residuals, isFirst: true)
  }

  /// Makes the residuals of a fit through all points what they are.
  mutating func clearResiduals() {
    for row in residuals.indices { residuals[row] = 0 }
    squares = 0
  }

  /// Changes the coefficients until that improves them no more, and computes the residuals.
  ///
  /// - Parameters:
  ///   - size: the length of the response.
  ///   - condition: that of the scaled columns.
  mutating func refine(
    _ rows: Rows, _ inverse: InverseFactor, size: Double, condition: Double
  ) throws(LeastSquares.Failure) {
    let rate = min(condition * 0x1p-46, 0.5)
    var last = Double.infinity
    while true {
      let left = ExactResiduals(rows, coefficients, residuals: &residuals, hasGradient: true)
      squares = Double(left.squares)
      let gradient = zip(left.gradient, exponents).map { $0.scaled(byPowerOfTwo: -$1) }
      let turned = inverse.transposedProduct(gradient)
      let change = turned.length
      guard change <= last / 2 else {
        guard last <= 0x1p-56 * size else {
          throw .rankDeficient(column: coefficients.count - 1, dependsOn: [])
        }
        break
      }
      let changes = inverse.product(turned)
      for column in coefficients.indices {
        coefficients[column] += changes[column].scaled(byPowerOfTwo: -exponents[column])
      }
      if change <= Self.completion * size { break }
      last = change
      let (rest, length) = (squares.squareRoot(), scaledCoefficients.length)
      if rate * changes.length <= Self.sufficiency * length, change <= 0x1p-16 * rest,
        rate * change <= Self.sufficiency * rest
      {
        _ = PlainResiduals.subtract(
          rows, zip(changes, exponents).map { $0.scaled(byPowerOfTwo: -$1) }, from: &residuals,
          isFirst: false)
        // The residuals left are at right angles to the change of the fit.
        let gain = turned.reduce(DoubleDouble.zero) { $0 + DoubleDouble(product: $1, $1) }
        squares = max(0, Double(left.squares - gain))
        return
      }
    }
    let limit = scaledCoefficients.reduce(size) { $0 + abs($1) } * Self.perfection
    if residuals.allSatisfy({ abs($0) <= limit }) { clearResiduals() }
  }

  private var scaledCoefficients: [Double] {
    zip(coefficients, exponents).map { $0.high.scaled(byPowerOfTwo: $1) }
  }
}
