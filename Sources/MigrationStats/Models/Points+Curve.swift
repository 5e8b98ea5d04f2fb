extension Points {
  /// A curve in the year, fitted by least squares in the series' unit.
  ///
  /// - Parameters:
  ///   - curve: a curve in `year`; all other names are parameters.
  ///   - starts: where the search begins, one of each parameter in order of appearance.
  ///   - given: starting values that were told.
  /// - Throws: `FittingError`.
  func curve(
    _ curve: Curve, starts: [[Double]] = [], given: [String: Double] = [:], for model: String
  ) throws(FittingError) -> Solution {
    let bound = try bound(curve)
    try require(bound.parameters.count + 1, for: model)
    try requireSize()
    let fit: CurveFit
    do throws(FittingError) {
      let data = try CurveData(
        bound, variables: ["year": years.map { Double($0) }], response: own, weights: nil)
      fit = try CurveFit(bound, data, starts: starts, given: given)
    } catch {
      throw FittingError(
        error.kind, "\(series.title): \(error.summary)", at: place, remedy: error.remedy)
    }
    if let error = fit.unidentifiedError(
      remedy: "Use a model with fewer parameters, such as exponential or linear.")
    {
      throw FittingError(
        error.kind, "\(series.title): \(error.summary)", at: place, remedy: error.remedy)
    }
    return solution(of: fit)
  }

  /// What a fitted curve says of the points.
  ///
  /// The error of a prediction is that of the parameters by the delta method, gᵀ·C·g with the slopes
  /// g of the curve by its parameters and their covariance C, and that of the single value.
  func solution(of fit: CurveFit) -> Solution {
    let deviation = (fit.residualSumOfSquares / Double(fit.degreesOfFreedom)).squareRoot()
    let (series, place) = (series, place)
    return Solution(
      scale: .linear,
      parameters: fit.parameters.enumerated().map { index, name in
        Solution.Parameter(
          term: name, estimate: fit.estimates[index], standardError: fit.standardErrors?[index])
      },
      fitted: fit.fitted, residuals: fit.residuals,
      residualSumOfSquares: fit.residualSumOfSquares, degreesOfFreedom: fit.degreesOfFreedom,
      rSquared: rSquared(fit.residualSumOfSquares),
      prediction: { year throws(FittingError) in
        guard let (value, gradient) = fit.prediction(at: ["year": Double(year)]),
          let covariance = fit.covariance
        else {
          throw FittingError(
            .notFinite, "\(series.title): the curve has no value in \(year)", at: place,
            remedy: "Choose other years.")
        }
        return Solution.Prediction(
          centre: value, standardError: covariance.form(gradient), deviation: deviation)
      })
  }

  /// The curve with its parameters told from the year.
  private func bound(_ curve: Curve) throws(FittingError) -> BoundCurve {
    if let response = curve.responseText, response != "y" {
      throw FittingError(
        .misuse, "the curve of a series has no response of its own, and this one has ‘\(response)’",
        remedy: "Leave out what stands before ‘~’, or use stats regress --curve.")
    }
    return try curve.withoutResponse.bound(variables: ["year"])
  }

  /// The share of the squares about the mean that a curve explains; nil where there are none.
  private func rSquared(_ rest: Double) -> Double? {
    let mean = own.reduce(DoubleDouble.zero) { $0 + $1 } / DoubleDouble(Double(own.count))
    let total = own.reduce(DoubleDouble.zero) { sum, value in
      let deviation = DoubleDouble(value) - mean
      return sum + deviation * deviation
    }
    return total > .zero ? 1 - rest / Double(total) : nil
  }
}

extension Matrix {
  /// √(gᵀ·C·g) for a covariance C.
  fileprivate func form(_ gradient: [Double]) -> Double {
    var squares = 0.0
    for row in gradient.indices {
      for column in gradient.indices {
        squares += gradient[row] * self[row, column] * gradient[column]
      }
    }
    return max(0, squares).squareRoot()
  }
}
