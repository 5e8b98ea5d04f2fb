/// A symmetric positive definite system of few unknowns, by Cholesky's factorisation in any precision.
struct SmallSystem<Number: Elementary> {
  /// The factor, a row of the lower triangle after the other.
  private let factor: [Number]
  private let count: Int

  /// Factorises the lower triangle of a matrix, row by row; nil where it is not positive definite.
  init?(_ triangle: [Number], count: Int) {
    var factor = triangle
    for i in 0..<count {
      let row = i * (i + 1) / 2
      for j in 0...i {
        let column = j * (j + 1) / 2
        var sum = factor[row + j]
        for k in 0..<j { sum += -(factor[row + k] * factor[column + k]) }
        if i > j {
          factor[row + j] = sum / factor[column + j]
        } else {
          guard sum.nearest > 0 else { return nil }
          factor[row + i] = sum.squareRoot()
        }
      }
    }
    self.factor = factor
    self.count = count
  }

  /// Solves for a right-hand side.
  func solution(_ right: [Number]) -> [Number] {
    var values = right
    for i in 0..<count {
      let row = i * (i + 1) / 2
      for k in 0..<i { values[i] += -(factor[row + k] * values[k]) }
      values[i] = values[i] / factor[row + i]
    }
    for i in (0..<count).reversed() {
      for k in i + 1..<max(count, i + 1) {
        values[i] += -(factor[k * (k + 1) / 2 + i] * values[k])
      }
      values[i] = values[i] / factor[i * (i + 1) / 2 + i]
    }
    return values
  }
}
