extension Points {
  /// A column of a linear model: its name, and its value in a year to 32 digits.
  struct Term: Sendable {
    let name: String
    let value: @Sendable (Int) -> DoubleDouble

    /// The constant.
    static let intercept = Term(name: "(Intercept)") { _ in DoubleDouble(1) }
  }

  /// A constant and terms, fitted by ordinary least squares on a scale.
  ///
  /// The prediction of a year is the constant of the same fit with the columns counted from that
  /// year, so that it and its standard error have every digit however large the years are.
  ///
  /// - Throws: `FittingError`: `tooFewValues`, `notPositive`, `collinear` or `notFinite`.
  func leastSquares(
    _ terms: [Term], scale: Scale, for model: String
  ) throws(FittingError) -> Solution {
    let all = [.intercept] + terms
    try require(all.count + 1, for: model)
    let response = try scaled(scale, for: model)
    let fit = try fit(all, response, from: nil)
    let deviation = (fit.residualSumOfSquares / Double(fit.degreesOfFreedom)).squareRoot()
    return Solution(
      scale: scale,
      parameters: all.indices.map { index in
        // Where all values are one, nothing but the constant differs from zero, not by a rounding.
        Solution.Parameter(
          term: all[index].name,
          estimate: isConstant && index > 0 ? 0 : fit.coefficients[index],
          standardError: fit.standardErrors?[index])
      },
      fitted: zip(response, fit.residuals).map { Double($0 - $1) }, residuals: fit.residuals,
      residualSumOfSquares: fit.residualSumOfSquares,
      degreesOfFreedom: fit.degreesOfFreedom, rSquared: fit.rSquared,
      deletedResiduals: deletedResiduals(fit, all, response),
      prediction: { year throws(FittingError) in
        let shifted = try self.fit(all, response, from: year)
        return Solution.Prediction(
          centre: shifted.coefficients[0], standardError: shifted.standardErrors?[0] ?? 0,
          deviation: deviation)
      })
  }

  /// The deviation of each value from the curve fitted without it; nil where one cannot be spared.
  ///
  /// It is e/(1 − h) for a residual e and a leverage h; near 1, where that loses digits, the curve is
  /// fitted anew.
  private func deletedResiduals(
    _ fit: LeastSquares, _ terms: [Term], _ response: [DoubleDouble]
  ) -> [Double]? {
    var deleted: [Double] = []
    for (index, leverage) in fit.leverages.enumerated() {
      if leverage < 0.9 {
        deleted.append(fit.residuals[index] / (1 - leverage))
        continue
      }
      var rest = response
      let own = rest.remove(at: index)
      guard
        let other = try? without(index).fit(terms, rest, from: values[index].year)
      else { return nil }
      deleted.append(Double(own - other.coefficients[0]))
    }
    return deleted
  }

  private func fit(
    _ terms: [Term], _ response: [DoubleDouble], from origin: Int?
  ) throws(FittingError) -> LeastSquares {
    let columns = terms.enumerated().map { index, term in
      let start = index > 0 ? origin.map(term.value) ?? .zero : .zero
      return years.map { term.value($0) - start }
    }
    do throws(LeastSquares.Failure) {
      return try LeastSquares(Matrix(exactColumns: columns), response)
    } catch {
      throw failure(error, terms.map(\.name))
    }
  }

  private func failure(_ failure: LeastSquares.Failure, _ names: [String]) -> FittingError {
    switch failure {
    case .rankDeficient(let column, _):
      FittingError(
        .collinear,
        "\(series.title): the \(values.count) values do not determine ‘\(names[column])’ beside "
          + "the other terms", at: place, remedy: "Use a model with fewer parameters.")
    default:
      FittingError(
        .notFinite, "\(series.title): the values are beyond the range of numbers", at: place,
        remedy: "Check the largest values, or change the unit.")
    }
  }
}
