extension Fit {
  /// Paragraphs that say how the numbers came about: the model, how it was fitted, the rows of the
  /// data that were used.
  ///
  /// ```swift
  /// let fit = try world.fit(.exponential)
  /// print(Fit.explanation(of: [fit])[0])  // How these numbers came about
  /// ```
  public static func explanation(of fits: [Fit]) -> [String] {
    var paragraphs = ["How these numbers came about"]
    let models = orderedUnique(fits.map { "  \($0.model.name): \($0.model.formula)" })
    paragraphs.append("Models, with y the value\n" + models.joined(separator: "\n"))
    let scales = Set(fits.map(\.quality.scale))
    paragraphs.append(
      "Fitting\n  The parameters have the smallest sum of squared residuals"
        + (scales == [.log]
          ? " in logarithms"
          : scales == [.linear]
            ? " in the series' unit" : ", on the scale that stands with the model")
        + ". Standard errors are the classical ones, intervals Student's t with the degrees of "
        + "freedom given: they take the residuals for independent, of equal variance and normal."
        + "\n  annual_rate_percent: 100·(e^b − 1), its interval from the ends of that of b."
        + "\n  doubling_years: ln 2 / b, its interval by the delta method; negative where the series "
        + "halves."
        + "\n  AIC, AICc and BIC count the standard deviation as a parameter and are on the data's own "
        + "scale: for logarithms with the Jacobian, 2·Σ ln y."
        + "\n  lower and upper of a value are its prediction interval: the error of the parameters and "
        + "that of the single value.")
    if fits.contains(where: { $0.solution.isRecursive }) {
      paragraphs.append(
        "Models that step from value to value\n  Their residuals are the errors of one step; weights and "
          + "first states have the smallest sum of their squares.")
    }
    var told = Set<String>()
    for fit in fits where told.insert("\(fit.series.title) \(fit.part ?? "")").inserted {
      let title = [fit.series.title, fit.part].compactMap(\.self).joined(separator: ", ")
      paragraphs.append(
        "\(title): \(fit.points.values.count) values\n"
          + fit.points.values.map { point in
            let lines = point.lines.map(String.init).joined(separator: ", ")
            return
              "  \(point.year)  \(Numerals.exact(point.value)), \(fit.series.source):\(lines), "
              + "status \(point.status.rawValue)"
          }.joined(separator: "\n"))
    }
    return paragraphs
  }
}
