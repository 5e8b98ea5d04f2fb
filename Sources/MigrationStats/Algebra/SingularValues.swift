/// The singular values of a tall matrix A with few columns, and a right-hand side turned with it.
///
/// Householder's reflections make it triangular; rotations of pairs of columns then make these
/// orthogonal (one-sided Jacobi; J. Demmel and K. Veselić, “Jacobi's method is more accurate than QR”,
/// SIAM J. Matrix Anal. Appl. 13, 1992, doi:10.1137/0613074).
struct SingularValues {
  /// The singular values, in no order.
  let values: [Double]
  /// The right-hand side along each left singular vector.
  let components: [Double]
  /// The right singular vectors, one after the other.
  let vectors: [Double]

  /// - Parameters:
  ///   - matrix: A, column by column, then the right-hand side.
  ///   - columns: how many columns A has.
  /// - Complexity: O(n k²) for n rows and k columns.
  init(_ matrix: [Double], rows: Int, columns: Int) {
    var work = matrix
    let height = min(rows, columns)
    Self.triangularise(&work, rows: rows, columns: columns)
    var turned = [Double](repeating: 0, count: columns * height)
    for column in 0..<columns {
      for row in 0..<min(column + 1, height) {
        turned[column * height + row] = work[column * rows + row]
      }
    }
    let right = (0..<height).map { work[columns * rows + $0] }
    var vectors = [Double](repeating: 0, count: columns * columns)
    for column in 0..<columns { vectors[column * columns + column] = 1 }
    for _ in 0..<40 where !Self.sweep(&turned, &vectors, height, columns) { break }

    var (values, components) = ([Double](), [Double]())
    for column in 0..<columns {
      let part = turned[column * height..<(column + 1) * height]
      let length = part.reduce(0) { $0 + $1 * $1 }.squareRoot()
      values.append(length)
      components.append(length > 0 ? zip(part, right).reduce(0) { $0 + $1.0 / length * $1.1 } : 0)
    }
    (self.values, self.components, self.vectors) = (values, components, vectors)
  }

  private static func triangularise(_ work: inout [Double], rows: Int, columns: Int) {
    for pivot in 0..<min(columns, rows) {
      let start = pivot * rows + pivot
      let height = rows - pivot
      var squares = 0.0
      for row in 0..<height { squares += work[start + row] * work[start + row] }
      guard squares > 0 else { continue }
      let length = work[start] > 0 ? -squares.squareRoot() : squares.squareRoot()
      // The reflection's vector takes the column's place; its first element keeps the sign apart.
      let head = work[start] - length
      let scale = -length * head
      work[start] = head
      guard scale > 0 else { continue }
      for column in pivot + 1...columns {
        let other = column * rows + pivot
        var product = 0.0
        for row in 0..<height { product += work[start + row] * work[other + row] }
        let factor = product / scale
        for row in 0..<height { work[other + row] -= factor * work[start + row] }
      }
      work[start] = length
    }
  }

  /// Rotates each pair of columns once; says whether one was not orthogonal.
  private static func sweep(
    _ turned: inout [Double], _ vectors: inout [Double], _ height: Int, _ columns: Int
  ) -> Bool {
    var rotated = false
    for first in 0..<columns {
      for second in first + 1..<max(columns, first + 1) {
        var (a, b, c) = (0.0, 0.0, 0.0)
        for row in 0..<height {
          let (x, y) = (turned[first * height + row], turned[second * height + row])
          a += x * x
          b += y * y
          c += x * y
        }
        guard abs(c) > 1e-16 * (a * b).squareRoot(), c != 0 else { continue }
        rotated = true
        let cotangent = (b - a) / (2 * c)
        let tangent =
          (cotangent < 0 ? -1.0 : 1.0) / (abs(cotangent) + (1 + cotangent * cotangent).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        rotate(&turned, first * height, second * height, height, cosine, cosine * tangent)
        rotate(&vectors, first * columns, second * columns, columns, cosine, cosine * tangent)
      }
    }
    return rotated
  }

  private static func rotate(
    _ values: inout [Double], _ first: Int, _ second: Int, _ count: Int, _ cosine: Double,
    _ sine: Double
  ) {
    for row in 0..<count {
      let (x, y) = (values[first + row], values[second + row])
      values[first + row] = cosine * x - sine * y
      values[second + row] = sine * x + cosine * y
    }
  }
}
