/// Residuals of many rows in doubles.
enum PlainResiduals {
  private typealias Lanes = SIMD4<Double>

  /// Subtracts the columns times coefficients from the residuals, or from the response.
  ///
  /// - Parameter isFirst: whether the residuals are those of nothing subtracted: the response.
  /// - Returns: the weighted sum of the squares of the residuals.
  /// - Complexity: O(n k).
  static func subtract(
    _ rows: Rows, _ coefficients: [Double], from residuals: inout [Double], isFirst: Bool
  ) -> Double {
    let sums = residuals.withUnsafeMutableBufferPointer { buffer in
      // Each part writes to rows of its own.
      nonisolated(unsafe) let target = buffer.baseAddress
      return Threads.map(rows.count, least: 8 * Rows.block) { part in
        let copy = UnsafeMutablePointer<Double>.allocate(capacity: Rows.block)
        defer { copy.deallocate() }
        var sum = DoubleDouble.zero
        rows.forEachBlock(of: part) { block in
          guard let target = target.map({ $0 + block.lowerBound }) else { return }
          if isFirst {
            rows.withColumn(coefficients.count, block, copy: copy) { values in
              if let values { target.update(from: values, count: block.count) }
            }
          }
          for (column, coefficient) in coefficients.enumerated() {
            rows.withColumn(column, block, copy: copy) { values in
              guard let values else { return }
              for row in 0..<block.count { target[row] -= values[row] * coefficient }
            }
          }
          sum += rows.withWeights(block) { squares(target, $0, block.count) }
        }
        return sum
      }
    }
    return Double(sums.reduce(.zero, +))
  }

  /// The sum of squares times weights.
  private static func squares(
    _ values: UnsafePointer<Double>, _ weights: UnsafePointer<Double>?, _ count: Int
  ) -> Double {
    var sum = Lanes.zero
    for row in stride(from: 0, to: count, by: Lanes.scalarCount) {
      let value = Lanes(values + row, count - row)
      if let weights {
        sum += value * value * Lanes(weights + row, count - row)
      } else {
        sum += value * value
      }
    }
    return sum.sum()
  }
}
