/// The equations [I A; Aᵀ 0][r; b] = [top; bottom] of least squares, solved to some 30 digits.
///
/// With [y; 0] they give the least-squares coefficients b of y and its residuals r; with [0; −eⱼ]
/// they give the column j of (AᵀA)⁻¹. Each solution by QR in doubles is refined: what it leaves of
/// the right-hand side is computed in double-double and solved for again, until that improves the
/// solution no more (Å. Björck, “Iterative refinement of linear least squares solutions I”, BIT 7,
/// 1967, doi:10.1007/BF01939321). A step gains as many digits as a double has more than the condition
/// of A costs.
struct AugmentedSystem {
  /// What is solved for, in double-double.
  struct Solution {
    fileprivate(set) var residuals: [DoubleDouble]
    fileprivate(set) var coefficients: [DoubleDouble]

    fileprivate var size: Double {
      max(residuals.map(\.high).largestMagnitude, coefficients.map(\.high).largestMagnitude)
    }
  }

  /// The change still to come, relative to the solution, at which refinement is complete: what
  /// double-double can tell from nothing.
  private static let completion = 0x1p-96
  /// The change that may remain where rounding ends the refinement before.
  private static let sufficiency = 0x1p-56

  private let design: Matrix
  private let factorisation: QRFactorisation

  /// The system of a matrix whose columns have lengths near 1, and its factorisation.
  init(_ design: Matrix, _ factorisation: QRFactorisation) {
    self.design = design
    self.factorisation = factorisation
  }

  /// Solves for a right-hand side; nil where refinement does not converge, because the columns
  /// are dependent to working precision.
  ///
  /// - Complexity: O(n k) for n rows and k columns, a step.
  func solution(top: [DoubleDouble], bottom: [Double]) -> Solution? {
    var solution = Solution(
      residuals: [DoubleDouble](repeating: .zero, count: design.rows),
      coefficients: [DoubleDouble](repeating: .zero, count: design.columns))
    var rest = (top: top.map(\.high), bottom: bottom)
    var last = Double.infinity
    while true {
      let change = factorisation.solveAugmented(rest.top, rest.bottom)
      let size = max(change.residuals.largestMagnitude, change.coefficients.largestMagnitude)
      guard size <= last / 2 else {
        return last <= Self.sufficiency * solution.size ? solution : nil
      }
      for row in 0..<design.rows { solution.residuals[row] += change.residuals[row] }
      for column in 0..<design.columns {
        solution.coefficients[column] += change.coefficients[column]
      }
      // Changes shrink by one factor: the next is size²/last.
      let next = last.isFinite ? size * (size / last) : size
      if next <= Self.completion * solution.size { return solution }
      last = size
      rest = (topRest(of: top, after: solution), bottomRest(of: bottom, after: solution))
    }
  }

  /// top − r − Ab, computed in double-double.
  private func topRest(of top: [DoubleDouble], after solution: Solution) -> [Double] {
    var rest = solution.residuals
    for row in rest.indices { rest[row] = top[row] - rest[row] }
    for (column, coefficient) in solution.coefficients.enumerated() {
      let start = column * design.rows
      for row in rest.indices { rest[row] -= coefficient * design.elements[start + row] }
      if let remainders = design.remainders {
        for row in rest.indices { rest[row] -= coefficient.high * remainders[start + row] }
      }
    }
    return rest.map { Double($0) }
  }

  /// bottom − Aᵀr, computed in double-double.
  private func bottomRest(of bottom: [Double], after solution: Solution) -> [Double] {
    let residuals = solution.residuals
    return (0..<design.columns).map { column in
      let start = column * design.rows
      var rest = DoubleDouble(bottom[column])
      for row in residuals.indices { rest -= residuals[row] * design.elements[start + row] }
      if let remainders = design.remainders {
        for row in residuals.indices { rest -= residuals[row].high * remainders[start + row] }
      }
      return Double(rest)
    }
  }
}

extension [Double] {
  /// The greatest magnitude; not a number where one of the elements is none, 0 where there is no
  /// element.
  fileprivate var largestMagnitude: Double {
    reduce(0) { $0.isNaN || $0 >= $1.magnitude ? $0 : $1.magnitude }
  }
}
