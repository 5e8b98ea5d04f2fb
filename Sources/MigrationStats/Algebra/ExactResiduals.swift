/// The residuals y − Xb of many rows in double-double, and what they leave of the normal equations.
struct ExactResiduals {
  /// XᵀW(y − Xb), one a column.
  private(set) var gradient: [DoubleDouble]
  /// The weighted sum of the squares of the residuals.
  private(set) var squares: DoubleDouble = .zero
  /// The greatest magnitude of a residual.
  private(set) var largest = 0.0

  /// Computes the residuals of all rows.
  ///
  /// - Parameters:
  ///   - residuals: receives y − Xb, rounded to doubles, one a row.
  ///   - hasGradient: whether XᵀW(y − Xb) is wanted; zeros otherwise.
  /// - Complexity: O(n k).
  init(
    _ rows: Rows, _ coefficients: [DoubleDouble], residuals: inout [Double], hasGradient: Bool
  ) {
    let parts = residuals.withUnsafeMutableBufferPointer { buffer in
      // Each part writes to rows of its own.
      nonisolated(unsafe) let target = buffer.baseAddress
      return Threads.map(rows.count, least: 4 * Rows.block) { part in
        var sums = ExactResiduals(columns: coefficients.count)
        var block = ResidualBlock(rows)
        defer { block.deallocate() }
        rows.forEachBlock(of: part) { range in
          block.begin(range, withResponse: true)
          for (column, coefficient) in coefficients.enumerated() {
            block.subtract(column, times: coefficient)
          }
          if let target {
            sums.largest = max(sums.largest, block.round(to: target + range.lowerBound))
          }
          sums.squares += block.weigh()
          guard hasGradient else { return }
          for column in coefficients.indices { sums.gradient[column] += block.product(column) }
        }
        return sums
      }
    }
    self = parts[0]
    for part in parts.dropFirst() {
      for column in gradient.indices { gradient[column] += part.gradient[column] }
      squares += part.squares
      largest = max(largest, part.largest)
    }
  }

  private init(columns: Int) {
    gradient = [DoubleDouble](repeating: .zero, count: columns)
  }
}
