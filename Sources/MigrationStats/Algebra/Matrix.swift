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

  init(rows: Int, columns: Int, elements: [Double], remainders: [Double]? = nil) {
    precondition(elements.count == rows * columns, "columns of different lengths")
    self.rows = rows
    self.columns = columns
    self.elements = elements
    self.remainders = remainders
  }

  subscript(row: Int, column: Int) -> Double { elements[column * rows + row] }

  /// A column with what doubles leave of it.
  func column(_ column: Int) -> [DoubleDouble] {
    let range = range(ofColumn: column)
    guard let remainders else { return elements[range].map { DoubleDouble($0) } }
    return range.map { DoubleDouble(sum: elements[$0], remainders[$0]) }
  }

  /// Some of the columns, in the order given.
  func selecting(columns selected: [Int]) -> Matrix {
    func selecting(_ values: [Double]) -> [Double] {
      selected.flatMap { values[range(ofColumn: $0)] }
    }
    return Matrix(
      rows: rows, columns: selected.count, elements: selecting(elements),
      remainders: remainders.map(selecting))
  }

  /// Some of the rows, in the order given; all where nil.
  func selecting(rows selected: [Int]?) -> Matrix {
    guard let selected else { return self }
    func selecting(_ values: [Double]) -> [Double] {
      (0..<columns).flatMap { column in selected.map { values[column * rows + $0] } }
    }
    return Matrix(
      rows: selected.count, columns: columns, elements: selecting(elements),
      remainders: remainders.map(selecting))
  }

  /// The matrix, rounded to doubles, times a number.
  func multiplied(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map { $0 * factor })
  }

  /// The matrix times a vector, in double-double.
  func multiplied(by vector: [DoubleDouble]) -> [DoubleDouble] {
    var product = [DoubleDouble](repeating: .zero, count: rows)
    for (column, factor) in vector.enumerated() {
      let values = self.column(column)
      for row in product.indices { product[row] += values[row] * factor }
    }
    return product
  }

  /// The powers of two that the columns' lengths are at least; nil where an element is not finite.
  var exponentsOfLengths: [Int]? {
    let exponents = (0..<columns).compactMap { elements[range(ofColumn: $0)].exponentOfLength }
    return exponents.count == columns ? exponents : nil
  }

  /// Values that lie as the matrix's elements do, as columns, without a copy.
  func slices(_ values: [Double]) -> [ArraySlice<Double>] {
    (0..<columns).map { values[range(ofColumn: $0)] }
  }

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
