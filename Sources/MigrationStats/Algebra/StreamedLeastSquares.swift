/// Least squares of rows that come in blocks and are not kept.
///
/// Memory is O(k²) for k columns, whatever the number of rows: of all that came before there is the
/// triangle R. Its digits are those of doubles; where more are wanted, or errors of the coefficients
/// that residuals are needed for, the rows are visited again (`StreamedResiduals`).
struct StreamedLeastSquares: Sendable {
  /// What a pass over the rows has found.
  struct Fit: Sendable {
    /// The coefficients, one a column.
    let coefficients: [Double]
    /// Their classical standard errors; nil without degrees of freedom.
    let standardErrors: [Double]?
    /// Rows of a weight above zero.
    let rows: Int
    /// Rows of a weight above zero less columns.
    let degreesOfFreedom: Int
    /// The sum of the squared residuals, weighted.
    let residualSumOfSquares: Double
    /// (XᵀWX)⁻¹: times the variance of the residuals, the covariance of the coefficients.
    let inverseGram: Matrix
    /// R² about the weighted mean; nil where the response is constant.
    let rSquared: Double?
    /// R² about zero; nil where the response is zero.
    let rSquaredAboutZero: Double?
    /// T with T·Tᵀ = (X̃ᵀX̃)⁻¹, the columns divided by powers of two, and their exponents.
    let inverseFactor: InverseFactor
    let exponents: [Int]
    /// The weighted sums of squares of the response, about its weighted mean and about zero.
    let responseSquares: (aboutMean: Double, aboutZero: Double)
  }

  /// How many columns the design has.
  let columns: Int
  private var factor: TallQR
  /// Rows that wait until there is a block of them: column by column, the response last.
  private var waiting: [Double]
  private var waitingCount = 0
  private var rows = 0
  /// The sum of the weights, and of weight times response and its square, from the first response.
  private var weight = DoubleDouble.zero
  private var sum = DoubleDouble.zero
  private var squares = DoubleDouble.zero
  private var origin: Double?

  /// Begins with no rows.
  init(columns: Int) {
    self.columns = columns
    factor = TallQR(columns: columns + 1)
    waiting = [Double](repeating: 0, count: Rows.block * (columns + 1))
  }

  /// Adds rows.
  ///
  /// - Parameter weights: a weight a row; 1 where nil. What doubles leave of the design is left out.
  /// - Throws: `notFinite`, or `invalidWeight` with the row of this block; nothing is added then.
  /// - Complexity: O(n k²) for n rows and k columns.
  mutating func add(
    design block: Matrix, response: [Double], weights: [Double]? = nil
  ) throws(LeastSquares.Failure) {
    precondition(
      block.columns == columns && (response.count == block.rows || columns == 0), "a value a row")
    guard block.elements.allSatisfy(\.isFinite), response.allSatisfy(\.isFinite) else {
      throw .notFinite
    }
    if let row = weights?.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidWeight(row: row)
    }
    for row in response.indices {
      let weight = weights?[row] ?? 1
      guard weight > 0 else { continue }
      let root = weight.squareRoot()
      for column in 0..<columns {
        waiting[column * Rows.block + waitingCount] = block[row, column] * root
      }
      waiting[columns * Rows.block + waitingCount] = response[row] * root
      count(response[row], weight)
      waitingCount += 1
      if waitingCount == Rows.block { factorise() }
    }
  }

  private mutating func count(_ response: Double, _ weight: Double) {
    let start = origin ?? response
    origin = start
    let deviation = DoubleDouble(sum: response, -start)
    rows += 1
    self.weight += weight
    sum += deviation * weight
    squares += deviation * deviation * weight
  }

  private mutating func factorise() {
    let (waiting, count, columns) = (waiting, waitingCount, columns)
    factor.add(rows: count) { target, stride in
      for column in 0...columns {
        for row in 0..<count {
          target[column * stride + row] = waiting[column * Rows.block + row]
        }
      }
    }
    waitingCount = 0
  }

  /// The least squares of the rows so far.
  ///
  /// - Throws: `tooFewRows`, `zeroWeights`, `rankDeficient`, or `notFinite` where squares are beyond
  ///   the range of doubles.
  func finished() throws(LeastSquares.Failure) -> Fit {
    guard rows >= columns, columns > 0 else { throw .tooFewRows }
    var whole = self
    whole.factorise()
    guard whole.factor.triangle.allSatisfy(\.isFinite) else { throw .notFinite }
    let triangle = ScaledTriangle(whole.factor)
    let inverse = try triangle.inverse()
    let mean = sum / weight
    let aboutMean = squares - mean * sum
    // Σw·y² from the deviations: Σw·d² + 2·start·Σw·d + start²·Σw.
    let start = DoubleDouble(origin ?? 0)
    let aboutZero = squares + start * sum * 2 + start * start * weight
    return Fit(
      coefficients: zip(inverse.product(triangle.response), triangle.exponents).map {
        $0.scaled(byPowerOfTwo: -$1)
      },
      rest: rows > columns ? triangle.rest * triangle.rest : 0, rows: rows, inverse,
      triangle.exponents, responseSquares: (max(0, aboutMean.high), aboutZero.high))
  }
}

extension StreamedLeastSquares.Fit {
  /// A fit from what it consists of.
  init(
    coefficients: [Double], rest squares: Double, rows: Int, _ inverse: InverseFactor,
    _ exponents: [Int], responseSquares: (aboutMean: Double, aboutZero: Double)
  ) {
    self.coefficients = coefficients
    self.rows = rows
    degreesOfFreedom = rows - coefficients.count
    residualSumOfSquares = squares
    inverseFactor = inverse
    self.exponents = exponents
    inverseGram = Scaling(columns: exponents, response: 0).unscaled(gram: inverse.gram())
    let variance = squares / Double(max(degreesOfFreedom, 1))
    standardErrors =
      degreesOfFreedom > 0
      ? exponents.indices.map {
        variance.squareRoot()
          * inverse.length(ofRow: $0).scaled(byPowerOfTwo: -exponents[$0])
      } : nil
    self.responseSquares = responseSquares
    rSquared = responseSquares.aboutMean > 0 ? 1 - squares / responseSquares.aboutMean : nil
    rSquaredAboutZero =
      responseSquares.aboutZero > 0 ? 1 - squares / responseSquares.aboutZero : nil
  }
}
