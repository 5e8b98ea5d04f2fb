extension Series {
  /// The best curve of a model for the values of the series.
  ///
  /// ```swift
  /// let fit = try world.fit(.exponential, level: 0.9)
  /// print(fit.annualRate?.interval?.lower ?? .nan, fit.annualRate?.interval?.upper ?? .nan)
  /// // 1.8372… 2.3793…
  /// ```
  ///
  /// - Parameters:
  ///   - model: what is fitted.
  ///   - level: the level of confidence of all intervals.
  ///   - includingImputed: whether imputed values (status I) are fitted as if they were observed.
  /// - Throws: `FittingError` where the values do not determine the curve.
  public func fit(
    _ model: some Model, level: Double = 0.95, includingImputed: Bool = false
  ) throws(FittingError) -> Fit {
    try Fit(model, to: Points(self, includingImputed: includingImputed), level: level)
  }

  /// The fit of all values and, where a known break lies between them, of both of its sides.
  ///
  /// A side with too few values has an outcome that says so.
  func outcomes(_ model: some Model, _ request: Panel.FitRequest) -> [FitOutcome] {
    let points: Points
    do throws(FittingError) {
      points = try Points(self, includingImputed: request.includingImputed)
    } catch {
      return [FitOutcome(series: self, model: model, part: nil, result: .failure(error))]
    }
    let years = points.years
    let (first, last) = (years[0], years[years.count - 1])
    var parts: [(name: String?, points: Points)] = [(nil, points)]
    for known in breaks
    where first < known.year && known.year <= last && !model.breakYears.contains(known.year) {
      parts.append(("before \(known.year)", points.limited(to: first...known.year - 1)))
      parts.append(("from \(known.year)", points.limited(to: known.year...last)))
    }
    return parts.map { part in
      FitOutcome(
        series: self, model: model, part: part.name,
        result: Result { () throws(FittingError) in
          try Fit(model, to: part.points, part: part.name, level: request.level)
        })
    }
  }
}

/// What came of fitting a model: the fit, or why there is none.
public struct FitOutcome: Sendable {
  /// The series.
  public let series: Series
  /// The model.
  public let model: any Model
  /// Which years are meant, such as `before 1990`; nil for all of them.
  public let part: String?
  /// The fit, or why there is none.
  public let result: Result<Fit, FittingError>

  /// The fit; nil where there is none.
  public var fit: Fit? { try? result.get() }
  /// Why there is no fit; nil where there is one.
  public var failure: FittingError? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  /// What a reader has to know: that of the fit, or why there is none.
  public var caveats: [Caveat] { fit?.caveats ?? failure.map { [$0.caveat] } ?? [] }
}

extension FittingError {
  /// The caveat that stands in for the error among other results.
  var caveat: Caveat { Caveat(flag, summary.prefix(1).uppercased() + summary.dropFirst() + ".") }

  /// The flag by which programs know it.
  var flag: String {
    switch kind {
    case .tooFewValues: "too-few-values"
    case .notFinite: "not-finite"
    case .notPositive: "not-positive"
    case .constant: "constant"
    case .collinear: "collinear"
    case .weights: "weights"
    case .syntax: "syntax"
    case .unknownName: "unknown-name"
    case .undefinedAtStart: "undefined-at-start"
    case .notConverged: "not-converged"
    case .notIdentified: "not-identified"
    case .unequalSpacing: "unequal-spacing"
    case .separation: "separation"
    case .standardErrors: "standard-errors"
    case .notANumber: "not-a-number"
    case .misuse: "misuse"
    }
  }
}
