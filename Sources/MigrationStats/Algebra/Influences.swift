/// What each row does to least-squares coefficients: its column of (X̃ᵀX̃)⁻¹X̃ᵀ, its leverage, its
/// residual; X̃ the design with the rows weighted, its columns scaled by powers of two.
///
/// The covariance of coefficients is a sum of outer products of influences times residuals. Made
/// from these, and not from XᵀX, it loses no digit to the condition of the columns.
struct Influences: Sendable {
  /// What the leverage of each row that counts leaves of 1.
  let leverageComplements: [DoubleDouble]
  /// The transpose of the pseudo-inverse (X̃ᵀX̃)⁻¹X̃ᵀ, its rows those that count.
  let pseudoInverse: Matrix
  /// The weighted residuals of the rows that count.
  let residuals: [DoubleDouble]
  /// Which rows count.
  let weighting: Weighting
  /// How many rows there are, those of weight zero among them.
  let count: Int

  /// What 1 less a leverage may lose to rounding.
  let leverageRounding: Double

  /// 1 less the sums of the rows of the elementwise product of two matrices.
  static func complements(_ a: Matrix, _ b: Matrix) -> [DoubleDouble] {
    var complements = [DoubleDouble](repeating: DoubleDouble(1), count: a.rows)
    for column in 0..<a.columns {
      let (left, right) = (a.column(column), b.column(column))
      for row in complements.indices { complements[row] -= left[row] * right[row] }
    }
    return complements
  }

  /// Influence times residual, times a factor of the row; a row a row that counts.
  func products(_ factor: (Int) -> DoubleDouble = { _ in DoubleDouble(1) }) -> [[DoubleDouble]] {
    let factors = residuals.indices.map { residuals[$0] * factor($0) }
    return (0..<pseudoInverse.columns).map { column in
      zip(pseudoInverse.column(column), factors).map { $0 * $1 }
    }
  }

  /// Sums of the products over the groups of a coding of the rows that count.
  func sums(of products: [[DoubleDouble]], by coding: [Int], groups: Int) -> [[DoubleDouble]] {
    products.map { values in
      var sums = [DoubleDouble](repeating: .zero, count: groups)
      for (row, group) in coding.enumerated() { sums[group] += values[row] }
      return sums
    }
  }

  /// Sums of the products over all windows of so many rows in the order of time, those that stand
  /// out over an end among them.
  func windowSums(of products: [[DoubleDouble]], length: Int) -> [[DoubleDouble]] {
    products.map { values in
      var placed = values
      if let rows = weighting.rows {
        placed = [DoubleDouble](repeating: .zero, count: count)
        for (row, value) in zip(rows, values) { placed[row] = value }
      }
      var sum = DoubleDouble.zero
      return (0..<count + length - 1).map { last in
        if last < count { sum += placed[last] }
        if last >= length { sum -= placed[last - length] }
        return sum
      }
    }
  }
}
