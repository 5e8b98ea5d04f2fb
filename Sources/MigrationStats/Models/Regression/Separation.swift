/// The search for a direction in which a Poisson fit has no end, because every response there is zero.
///
/// A mean can fit zeros ever better by a coefficient that goes to minus infinity, if some sum of the
/// terms is zero wherever the response is positive and, in rows of zero response, never positive and
/// somewhere negative (J. M. C. Santos Silva and S. Tenreyro, “On the existence of the maximum
/// likelihood estimates in Poisson regression”, Economics Letters 107, 2010,
/// doi:10.1016/j.econlet.2010.02.020; S. Correia, P. Guimarães and T. Zylkin, “Verifying the
/// existence of maximum likelihood estimates for generalized linear models”, 2019,
/// arXiv:1903.01633).
struct Separation {
  /// The share of the largest below which a number counts as rounding.
  private static let rounding = 1e-9

  private let frame: ModelFrame
  private let matrix: Matrix
  private let zeros: [Int]
  private let positives: [Int]

  init(_ frame: ModelFrame, _ matrix: Matrix) {
    (self.frame, self.matrix) = (frame, matrix)
    zeros = frame.response.indices.filter { frame.response[$0] == .zero }
    positives = frame.response.indices.filter { frame.response[$0] != .zero }
  }

  /// Refuses terms that separate rows of zero from the others.
  ///
  /// - Throws: `FittingError` (`separation`) with the names of the terms and the lines of the rows.
  func check() throws(FittingError) {
    guard !zeros.isEmpty, matrix.rows >= matrix.columns else { return }
    let directions = nullDirections()
    guard !directions.isEmpty, let separated = separated(directions) else { return }
    let rows = separated.map { zeros[$0] }
    let terms = directions.filter { direction in
      rows.contains { abs(predictor(direction, $0)) > Self.rounding }
    }.flatMap { direction in
      direction.indices.filter { direction[$0] != 0 }
    }
    let names = Set(terms).sorted().map { frame.design.names[$0] }
    let shown = names.count > 6 ? names.prefix(6) + ["\(names.count - 6) more"] : names[...]
    let lines = rows.prefix(5).map { String(frame.data.lines[$0]) }.joined(separator: ", ")
    throw FittingError(
      .separation,
      "the response is zero in all \(rows.count == 1 ? "of the one row" : "\(rows.count) rows") that "
        + "\(Array(shown).listed) \(names.count == 1 ? "tells" : "tell") apart, so that the best "
        + "coefficient is infinite",
      at: Position(file: frame.data.file),
      remedy:
        "Leave these rows out (lines \(lines)\(rows.count > 5 ? ", …" : "")), or the terms: what is "
        + "left is fitted as well as before.")
  }

  /// The directions of coefficients that leave all rows of positive response as they are.
  private func nullDirections() -> [[Double]] {
    var kept = Array(0..<matrix.columns)
    var dependent: [Int] = []
    // Rows of zeros change nothing and make enough rows for a factorisation.
    let padding = max(0, matrix.columns - positives.count)
    func columns(_ places: [Int]) -> Matrix {
      Matrix(
        exactColumns: places.map { place in
          let column = matrix.column(place)
          return positives.map { column[$0] }
            + [DoubleDouble](repeating: .zero, count: padding)
        })
    }
    while !kept.isEmpty {
      let own = columns(kept)
      let exponents = own.exponentsOfLengths ?? []
      guard exponents.count == kept.count else { return [] }
      let factorisation = QRFactorisation(own.divided(byPowersOfTwo: exponents))
      do throws(LeastSquares.Failure) {
        try factorisation.requireIndependence(factorisation.independence())
        break
      } catch {
        guard case .rankDeficient(let column, _) = error else { return [] }
        dependent.append(kept.remove(at: column))
      }
    }
    return dependent.map { column in
      var direction = [Double](repeating: 0, count: matrix.columns)
      direction[column] = 1
      let fit = kept.isEmpty ? nil : try? LeastSquares(columns(kept), columns([column]).column(0))
      let size = columns([column]).elements.reduce(0) { max($0, abs($1)) }
      for (place, coefficient) in zip(kept, fit?.coefficients ?? []) {
        let reach = columns([place]).elements.reduce(0) { max($0, abs($1)) } * abs(coefficient)
        if reach > Self.rounding * size { direction[place] = -coefficient }
      }
      return direction
    }
  }

  private func predictor(_ direction: [Double], _ row: Int) -> Double {
    var (sum, size) = (DoubleDouble.zero, 0.0)
    for (column, coefficient) in direction.enumerated() where coefficient != 0 {
      sum += DoubleDouble(product: matrix[row, column], coefficient)
      size = max(size, abs(matrix[row, column] * coefficient))
    }
    return abs(sum.high) <= Self.rounding * size ? 0 : sum.high
  }

  /// The rows of zero response, by their place among them, that a sum of directions separates.
  ///
  /// Ones are projected onto what the directions reach and cut at zero by turns. That ends at zero
  /// only where no sum of directions is positive in some rows and negative in none (the iterative
  /// rectifier of Correia, Guimarães and Zylkin).
  private func separated(_ directions: [[Double]]) -> [Int]? {
    let reached = Matrix(
      columns: directions.map { direction in zeros.map { predictor(direction, $0) } })
    guard reached.rows >= reached.columns, let exponents = reached.exponentsOfLengths else {
      return nil
    }
    let factorisation = QRFactorisation(reached.divided(byPowersOfTwo: exponents))
    guard (try? factorisation.requireIndependence(factorisation.independence())) != nil else {
      return nil
    }
    let none = [Double](repeating: 0, count: reached.columns)
    var values = [Double](repeating: 1, count: zeros.count)
    for _ in 0..<10_000 {
      let rests = factorisation.solveAugmented(values, none).residuals
      let projected = zip(values, rests).map { $0 - $1 }
      let (least, most) = (projected.min() ?? 0, projected.max() ?? 0)
      if most <= 1e-6 { return nil }
      if least >= -1e-7 * most {
        return projected.indices.filter { projected[$0] > 1e-5 * most }
      }
      values = projected.map { max(0, $0) }
    }
    return nil
  }
}
