/// The powers of two that bring columns and response to lengths near 1.
///
/// Scaling by them changes no digit, and neither squares nor the errors of products then leave the
/// range of doubles.
struct Scaling: Sendable {
  /// The exponents of the powers that the weighted columns were divided by.
  let columns: [Int]
  /// The exponent of the power that the weighted response was divided by.
  let response: Int

  /// A design and a response, weighted and scaled.
  static func scaled(
    _ design: Matrix, _ response: [DoubleDouble], _ weighting: Weighting
  ) throws(LeastSquares.Failure) -> (Scaling, Matrix, [DoubleDouble]) {
    guard let lengths = design.exponentsOfLengths,
      let length = response.map(\.high).exponentOfLength
    else { throw .notFinite }
    var scaled = weighting.applied(to: design.divided(byPowersOfTwo: lengths))
    var values = weighting.applied(to: response.map { $0.scaled(byPowerOfTwo: -length) })
    guard weighting.roots != nil else {
      return (Scaling(columns: lengths, response: length), scaled, values)
    }
    // What weights leave of a column may be far shorter than the column was.
    guard let rest = scaled.exponentsOfLengths,
      let restOfResponse = values.map(\.high).exponentOfLength
    else { throw .notFinite }
    scaled = scaled.divided(byPowersOfTwo: rest)
    values = values.map { $0.scaled(byPowerOfTwo: -restOfResponse) }
    let scaling = Scaling(
      columns: zip(lengths, rest).map { $0 + $1 + weighting.exponent },
      response: length + restOfResponse + weighting.exponent)
    return (scaling, scaled, values)
  }

  /// A covariance of the scaled columns' coefficients, times a factor, as that of the columns' own.
  func unscaled(_ covariance: [[DoubleDouble]], times factor: DoubleDouble = DoubleDouble(1))
    -> Matrix
  {
    matrix(covariance.map { $0.map { $0 * factor } }, exponent: 2 * response)
  }

  /// (X̃ᵀX̃)⁻¹ of the scaled columns as that of the columns' own.
  func unscaled(gram: [[DoubleDouble]]) -> Matrix { matrix(gram, exponent: 0) }

  private func matrix(_ elements: [[DoubleDouble]], exponent: Int) -> Matrix {
    Matrix(
      columns: columns.indices.map { column in
        columns.indices.map { row in
          Double(elements[column][row])
            .scaled(byPowerOfTwo: exponent - columns[column] - columns[row])
        }
      })
  }
}
