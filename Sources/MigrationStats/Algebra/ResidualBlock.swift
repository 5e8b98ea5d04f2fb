/// A block of rows at work: what a combination of the columns leaves of the response, in
/// double-double.
///
/// Products are exact by Dekker's splitting (doi:10.1007/BF01397083), four rows at a time: without
/// a fused multiply-add, which not every processor has and the C library is asked for otherwise.
struct ResidualBlock {
  private typealias Lanes = SIMD4<Double>

  private let rows: Rows
  /// The residuals, and what doubles leave of them.
  private let high: UnsafeMutablePointer<Double>
  private let low: UnsafeMutablePointer<Double>
  /// For a column times its factor.
  private let copy: UnsafeMutablePointer<Double>
  /// Which rows the block is of.
  private(set) var range = 0..<0

  /// Makes room for any block of some rows; `deallocate` gives it back.
  init(_ rows: Rows) {
    self.rows = rows
    // Lanes may reach beyond the last row.
    let size = Rows.block + Lanes.scalarCount
    high = .allocate(capacity: 3 * size)
    high.initialize(repeating: 0, count: 3 * size)
    (low, copy) = (high + size, high + 2 * size)
  }

  func deallocate() { high.deallocate() }

  /// Goes to a block, starting from the response or from zeros.
  mutating func begin(_ range: Range<Int>, withResponse: Bool) {
    self.range = range
    let (count, response) = (range.count, rows.columns.count)
    high.update(repeating: 0, count: count)
    low.update(repeating: 0, count: count)
    guard withResponse else { return }
    rows.withColumn(response, range, copy: copy) { values in
      if let values { high.update(from: values, count: count) }
    }
    rows.withColumn(response, range, isRemainder: true, copy: copy) { values in
      if let values { low.update(from: values, count: count) }
    }
  }

  /// Subtracts a column times a coefficient.
  func subtract(_ column: Int, times coefficient: DoubleDouble) {
    rows.withColumn(column, range, copy: copy) { values in
      if let values { subtract(values, coefficient) }
    }
    rows.withColumn(column, range, isRemainder: true, copy: copy) { values in
      guard let values else { return }
      for row in 0..<range.count { low[row] -= values[row] * coefficient.high }
    }
  }

  private func subtract(_ values: UnsafePointer<Double>, _ coefficient: DoubleDouble) {
    let factor = Split(Lanes(repeating: coefficient.high))
    let rest = Lanes(repeating: coefficient.low)
    let count = range.count
    for row in stride(from: 0, to: count, by: Lanes.scalarCount) {
      let value = Split(Lanes(values + row, count - row))
      let product = Product(value, factor)
      let before = Lanes(high + row)
      let after = before - product.value
      let shift = after - before
      let error = (before - (after - shift)) - (product.value + shift)
      after.store(high + row)
      (Lanes(low + row) + ((error - product.error) - value.value * rest)).store(low + row)
    }
  }

  /// Writes the residuals, rounded, each times a factor, and returns the greatest magnitude.
  ///
  /// - Parameter factor: the factors of the block's rows; nil for 1.
  @discardableResult
  func round(to target: UnsafeMutablePointer<Double>, _ factor: [Double]? = nil) -> Double {
    var largest = 0.0
    for row in 0..<range.count {
      let value = high[row] + low[row]
      largest = value.magnitude > largest ? value.magnitude : largest
      target[row] = factor.map { value * $0[row] } ?? value
    }
    return largest
  }

  /// Multiplies the residuals by the weights and returns the weighted sum of their squares.
  func weigh() -> DoubleDouble {
    rows.withWeights(range) { weights in
      var sum = DoubleDouble.zero
      for row in 0..<range.count {
        let residual = DoubleDouble(sum: high[row], low[row])
        var weighted = residual
        if let weights {
          let product = Product(Split(SIMD2(residual.high, 0)), Split(SIMD2(weights[row], 0)))
          weighted = DoubleDouble(
            sum: product.value.x, product.error.x + weights[row] * residual.low)
        }
        sum += weighted.high * residual.high
        (high[row], low[row]) = (weighted.high, weighted.low)
      }
      return sum
    }
  }

  /// The product of a column with the residuals.
  func product(_ column: Int) -> DoubleDouble {
    let main = rows.withColumn(column, range, copy: copy) { values in
      values.map { product($0) } ?? .zero
    }
    let rest = rows.withColumn(column, range, isRemainder: true, copy: copy) { values in
      values.map { values in (0..<range.count).reduce(0) { $0 + values[$1] * high[$1] } } ?? 0
    }
    return main + rest
  }

  private func product(_ values: UnsafePointer<Double>) -> DoubleDouble {
    let count = range.count
    var (sum, rest) = (Lanes.zero, Lanes.zero)
    for row in stride(from: 0, to: count, by: Lanes.scalarCount) {
      let value = Split(Lanes(values + row, count - row))
      let product = Product(value, Split(Lanes(high + row, count - row)))
      let after = sum + product.value
      let shift = after - sum
      let error = (sum - (after - shift)) + (product.value - shift)
      sum = after
      rest += (error + product.error) + value.value * Lanes(low + row, count - row)
    }
    return (0..<Lanes.scalarCount).reduce(.zero) { total, lane in
      total + DoubleDouble(sum: sum[lane], rest[lane])
    }
  }
}
