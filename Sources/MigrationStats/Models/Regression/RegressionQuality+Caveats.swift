extension RegressionQuality {
  /// What a reader has to know of a least-squares fit of a formula.
  ///
  /// - Parameters:
  ///   - logSlopes: what the likelihood gained on the scale of a column; nil where it is that of the
  ///     response.
  ///   - isRounding: whether residuals are no larger than the rounding of the response.
  func caveats(
    _ formula: Formula, holdsConstant: Bool, logSlopes: Double?, isRounding: Bool
  ) -> [Caveat] {
    var caveats: [Caveat] = []
    if degreesOfFreedom == 0 {
      caveats.append(
        Caveat(
          "saturated",
          "there are as many coefficients as rows: the fit goes through every point, and nothing "
            + "tells how far off the coefficients are"))
    } else if residualSumOfSquares == 0 {
      caveats.append(
        Caveat(
          "perfect-fit",
          "the fit leaves no residual: standard errors are zero, and statistics that divide by them "
            + "are not given"))
    } else if isRounding {
      caveats.append(
        Caveat(
          "perfect-fit",
          "the residuals are no larger than the rounding of the data: standard errors and statistics "
            + "tell of that rounding alone"))
    }
    if rSquared == nil, holdsConstant {
      caveats.append(
        Caveat("constant-response", "the response is the same in every row: R² is not defined"))
    }
    if !holdsConstant {
      caveats.append(
        Caveat("no-intercept", "without an intercept R² and F are about zero, not about the mean"))
    }
    if let aic, let logSlopes, formula.response.text != FormulaExpression.quoted(scale) {
      let other = Numerals.significant(aic + 2 * logSlopes, digits: 8)
      caveats.append(
        Caveat(
          "scale",
          "the likelihood and its criteria are on the scale of \(scale), so that fits of other "
            + "functions of it compare; on that of \(formula.response.text) AIC is \(other)"))
    }
    return caveats
  }
}
