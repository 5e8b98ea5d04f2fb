/// A dense matrix, column by column in memory, as LAPACK wants it.
///
/// Elements that are not doubles, such as powers, carry what the double leaves of them.
struct Matrix: Sendable {
  let rows: Int
  let columns: Int
  /// The elements, rounded to doubles.
  let elements: [Double]
  /// What the doubles leave of the elements; nil where they leave nothing.
  let remainders: [Double]?

  /// A matrix of the given columns, all of one length.
  init(columns: [[Double]]) {
    self.init(
      rows: columns.first?.count ?? 0, columns: columns.count, elements: columns.flatMap(\.self))
  }

  /// A matrix of columns in double-double, all of one length.
  init(exactColumns columns: [[DoubleDouble]]) {
    let elements = columns.joined()
    self.init(
      rows: columns.first?.count ?? 0, columns: columns.count, elements: elements.map(\.high),
      remainders: elements.contains { $0.low != 0 } ? elements.map(\.low) : nil)
  }

  /// The powers of a variable, a column a power.
  ///
  /// Powers rounded to doubles would cap what any solver can reach: at 7.6 digits for Filip, a
  /// polynomial of degree 10 (NIST StRD). Here they keep 32.
  init(powersOf variable: [Double], _ exponents: ClosedRange<Int>) {
    self.init(
      exactColumns: exponents.map { exponent in
        variable.map { DoubleDouble($0).raised(to: exponent) }
      })
  }

  private init(rows: Int, columns: Int, elements: [Double], remainders: [Double]? = nil) {
    precondition(elements.count == rows * columns, "columns of different lengths")
    self.rows = rows
    self.columns = columns
    self.elements = elements
    self.remainders = remainders
  }

  subscript(row: Int, column: Int) -> Double { elements[column * rows + row] }

  /// Where in memory a column lies.
  func range(ofColumn column: Int) -> Range<Int> { column * rows..<(column + 1) * rows }

  /// The matrix divided, column by column, by powers of two.
  ///
  /// - Parameter exponents: the powers, one a column.
  func divided(byPowersOfTwo exponents: [Int]) -> Matrix {
    func divided(_ values: [Double]) -> [Double] {
      (0..<columns).flatMap { column in
        values[range(ofColumn: column)].map { $0.scaled(byPowerOfTwo: -exponents[column]) }
      }
    }
    return Matrix(
      rows: rows, columns: columns, elements: divided(elements),
      remainders: remainders.map(divided))
  }
}

extension Sequence<Double> {
  /// The power of two that the Euclidean length is at least, and less than twice; 0 for a length
  /// of zero, nil where a value is not finite.
  var exponentOfLength: Int? {
    let largest = reduce(0) { Swift.max($0, $1.isNaN ? .infinity : $1.magnitude) }
    guard largest.isFinite else { return nil }
    guard largest > 0 else { return 0 }
    // Squares of values up to 2 neither overflow nor lose a length to underflow.
    let exponent = Int(largest.exponent)
    let squares = reduce(0) { sum, value in
      let scaled = value.scaled(byPowerOfTwo: -exponent)
      return sum + scaled * scaled
    }
    return exponent + Int(squares.squareRoot().exponent)
  }
}
