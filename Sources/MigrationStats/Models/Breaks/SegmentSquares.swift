/// The residual sums of squares of a regression, fitted to every run of successive rows.
///
/// From each row on, the rows are taken up one after another by Givens' rotations in double-double;
/// each adds to the sum what the rows before do not explain of it (W. M. Gentleman, “Least squares
/// computations by Givens transformations without square roots”, IMA Journal of Applied Mathematics
/// 12, 1973, doi:10.1093/imamat/12.3.329, with square roots).
struct SegmentSquares: Sendable {
  /// The number of rows.
  let count: Int
  /// The number of coefficients.
  let columns: Int
  /// The sums from each row on: that of n rows at n.
  private let sums: [[Double]]

  /// Fits the runs.
  ///
  /// - Parameters:
  ///   - design: columns that no run of `columns` rows makes dependent.
  ///   - response: the values.
  ///   - resolution: the size of residuals that is mere rounding; sums of such are zero.
  /// - Complexity: O(n² k²) for n rows and k columns.
  init(_ design: Matrix, _ response: [Double], resolution: Double) throws(LeastSquares.Failure) {
    // What the columns explain of all rows, they explain of each run: the rest loses fewer digits.
    let residuals = try LeastSquares(design, response).residuals
    count = design.rows
    columns = design.columns
    sums = (0..<design.rows).map { start in
      var run = Run(columns: design.columns)
      return [0]
        + (start..<design.rows).map { row in
          run.add((0..<design.columns).map { design[row, $0] }, residuals[row])
          let rounding = Double(row + 1 - start) * resolution * resolution
          return run.squares.high <= rounding ? 0 : run.squares.high
        }
    }
  }

  /// The sum of a run of rows.
  subscript(rows: Range<Int>) -> Double { sums[rows.lowerBound][rows.count] }

  /// The sum of all rows.
  var whole: Double { self[0..<count] }

  /// The sum of the rows before a row and of those from it on, each fitted by itself.
  func split(_ row: Int) -> Double { self[0..<row] + self[row..<count] }
}

/// Rows of a regression, reduced to a triangle.
private struct Run {
  /// The triangle R, row by row, and what the response is on it.
  private var triangle: [[DoubleDouble]]
  /// The residual sum of squares.
  private(set) var squares = DoubleDouble.zero

  init(columns: Int) {
    triangle = (0..<columns).map { [DoubleDouble](repeating: .zero, count: columns - $0 + 1) }
  }

  /// Takes up a row.
  mutating func add(_ row: [Double], _ response: Double) {
    var values = (row + [response]).map { DoubleDouble($0) }
    for column in triangle.indices where values[column] != .zero {
      let pivot = triangle[column][0]
      let length = (pivot * pivot + values[column] * values[column]).squareRoot()
      let (cosine, sine) = (pivot / length, values[column] / length)
      for (place, index) in (column..<values.count).enumerated() {
        let (old, new) = (triangle[column][place], values[index])
        triangle[column][place] = cosine * old + sine * new
        values[index] = cosine * new - sine * old
      }
    }
    if let rest = values.last { squares += rest * rest }
  }
}
