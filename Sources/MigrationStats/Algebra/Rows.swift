/// The rows of a large least-squares problem: columns where they lie in memory, read block by block
/// and never copied as a whole.
struct Rows: Sendable {
  let count: Int
  /// The columns of the design, rounded to doubles.
  let columns: [ArraySlice<Double>]
  /// What the doubles leave of them; nil where they leave nothing.
  let remainders: [ArraySlice<Double>]?
  let response: ArraySlice<Double>
  /// What the doubles leave of the response; nil where they leave nothing.
  let responseRemainder: ArraySlice<Double>?
  /// The weights, divided by a power of four; nil where all are alike.
  let weights: ArraySlice<Double>?
  /// The exponent of the root of that power.
  let weightShift: Int
  /// The exponents of powers of two that columns are divided by as they are read.
  private(set) var columnShifts: [Int]
  /// The exponent of the power that the response is divided by.
  private(set) var responseShift = 0
  /// The factors that come of them, the response's last; nil where all are 1.
  private var factors: [Double]?

  /// How many rows are read at a time: so many that a block of some columns stays in the cache.
  static let block = 1024

  /// The rows of columns of one length.
  init(
    _ columns: [ArraySlice<Double>], remainders: [ArraySlice<Double>]? = nil,
    response: ArraySlice<Double>, responseRemainder: ArraySlice<Double>? = nil,
    weights: [Double]? = nil
  ) throws(LeastSquares.Failure) {
    (count, self.columns, self.remainders) = (response.count, columns, remainders)
    (self.response, self.responseRemainder) = (response, responseRemainder)
    columnShifts = columns.map { _ in 0 }
    let shift = try weights.map(Weighting.exponent)
    weightShift = shift ?? 0
    self.weights = weights.map { weights in
      guard let shift, shift != 0 else { return weights[...] }
      return weights.map { $0.scaled(byPowerOfTwo: -2 * shift) }[...]
    }
  }

  /// The rows with columns and response divided by powers of two to lengths near 1, for numbers
  /// whose squares leave the range of doubles.
  func scaled() throws(LeastSquares.Failure) -> Rows {
    let shifts = (columns + [response]).compactMap(\.exponentOfLength)
    guard shifts.count == columns.count + 1 else { throw .notFinite }
    var scaled = self
    // Doubles have no greater power of two to multiply by.
    let bounded = shifts.map { max(-1000, min($0, 1000)) }
    scaled.columnShifts = Array(bounded.dropLast())
    scaled.responseShift = bounded.last ?? 0
    scaled.factors = bounded.map { 1.0.scaled(byPowerOfTwo: -$0) }
    return scaled
  }

  /// Calls a body with each block of some rows.
  func forEachBlock(of rows: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = rows.lowerBound
    while start < rows.upperBound {
      let end = min(start + Self.block, rows.upperBound)
      body(start..<end)
      start = end
    }
  }

  /// Calls a body with some rows of a column, times its factor: where they lie, or in a copy.
  ///
  /// - Parameters:
  ///   - column: the column; the response is the last.
  ///   - isRemainder: whether what the doubles leave is wanted; nil then where they leave nothing.
  ///   - copy: room for as many values as there are rows.
  func withColumn<Result>(
    _ column: Int, _ rows: Range<Int>, isRemainder: Bool = false,
    copy: UnsafeMutablePointer<Double>, _ body: (UnsafePointer<Double>?) -> Result
  ) -> Result {
    let isResponse = column == columns.count
    let values =
      isRemainder
      ? isResponse ? responseRemainder : remainders?[column]
      : isResponse ? response : columns[column]
    guard let values else { return body(nil) }
    return values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress.map({ $0 + rows.lowerBound }), let factors else {
        return body(values.baseAddress.map { $0 + rows.lowerBound })
      }
      let factor = factors[column]
      for row in 0..<rows.count { copy[row] = start[row] * factor }
      return body(UnsafePointer(copy))
    }
  }

  /// Calls a body with the weights of some rows, nil without weights.
  func withWeights<Result>(
    _ rows: Range<Int>, _ body: (UnsafePointer<Double>?) -> Result
  ) -> Result {
    guard let weights else { return body(nil) }
    return weights.withUnsafeBufferPointer { values in
      body(values.baseAddress.map { $0 + rows.lowerBound })
    }
  }
}
