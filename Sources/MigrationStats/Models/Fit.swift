/// A model fitted to a series: its parameters, what they say of growth, how well they are known.
///
/// ```swift
/// let fit = try world.fit(.exponential)
/// print(fit.annualRate?.estimate ?? .nan)  // 2.1079…
/// print(fit.doublingYears?.interval?.upper ?? .nan)  // 38.6…
/// ```
public struct Fit: Sendable {
  /// A value beside what the curve makes of it.
  public struct FittedValue: Sendable, Hashable {
    /// The calendar year.
    public let year: Int
    /// The value, in the series' unit.
    public let observed: Double
    /// The curve, in the series' unit; for logarithms the median.
    ///
    /// Nil where nothing foretells the value.
    public let fitted: Double?
    /// The value less the curve, in the series' unit.
    public let residual: Double?
    /// The prediction interval: where a single value lies with the level of confidence.
    public let interval: Interval?
    /// The publisher's word on the value.
    public let status: Status
  }

  /// The series.
  public let series: Series
  /// The model.
  public let model: any Model
  /// Which years are meant, such as `before 1990`; nil for all of them.
  public let part: String?
  /// The level of confidence of all intervals.
  public let level: Double
  /// The parameters, on the scale of the fit.
  public let coefficients: [Coefficient]
  /// What the parameters say of growth: rates, doubling times, asymptotes, with their intervals.
  public let meanings: [Coefficient]
  /// The values and the curve.
  public let values: [FittedValue]
  /// How well the model fits.
  public let quality: Quality
  /// What a reader has to know.
  public let caveats: [Caveat]

  let points: Points
  let solution: Solution

  /// The yearly rate of growth, in per cent; nil where the model has no single one.
  public var annualRate: Coefficient? { meaning(.annualRate) }
  /// The doubling time in years, negative for halving; nil where the model has no single one.
  public var doublingYears: Coefficient? { meaning(.doubling) }
  /// The year in which growth is fastest; nil where the model has none.
  public var inflectionYear: Coefficient? { meaning(.inflection) }
  /// The value that the curve tends to, in the series' unit; nil where it tends to none.
  public var asymptote: Coefficient? { meaning(.asymptote) }

  private func meaning(_ name: Solution.Meaning.Name) -> Coefficient? {
    meanings.first { $0.term == name.rawValue }
  }

  init(
    _ model: some Model, to points: Points, part: String? = nil, level: Double,
    isJudged: Bool = true
  ) throws(FittingError) {
    let solution = try model.solution(of: points)
    let freedom = Double(solution.degreesOfFreedom)
    series = points.series
    self.model = model
    self.part = part
    self.level = level
    self.points = points
    self.solution = solution
    coefficients = solution.parameters.map { parameter in
      Coefficient(
        term: parameter.term, estimate: parameter.estimate,
        standardError: parameter.standardError, degreesOfFreedom: freedom, level: level,
        within: parameter.range)
    }
    let quantile =
      freedom > 0 ? StudentT.twoSidedQuantile(level: level, degreesOfFreedom: freedom) : nil
    meanings = solution.meanings.map { Coefficient($0, quantile: quantile, level: level) }
    quality = Quality(
      solution, of: points, parameterCount: model.parameterCount,
      leaveOneOutError: isJudged ? Self.leaveOneOutError(model, solution, points) : nil)
    var values: [FittedValue] = []
    for (point, fitted) in zip(points.values, solution.fitted) {
      guard let fitted else {
        values.append(
          FittedValue(
            year: point.year, observed: point.value, fitted: nil, residual: nil, interval: nil,
            status: point.status))
        continue
      }
      let interval =
        try isJudged
        ? Self.interval(
          around: solution.prediction(point.year), solution.scale, quantile, level) : nil
      let curve = solution.scale.own(fitted)
      values.append(
        FittedValue(
          year: point.year, observed: point.value, fitted: curve, residual: point.value - curve,
          interval: interval, status: point.status))
    }
    self.values = values
    caveats =
      points.caveats + solution.caveats
      + Self.caveats(points, solution, model, quality, meanings)
  }

  /// The prediction interval of a value, in the series' unit.
  static func interval(
    around prediction: Solution.Prediction, _ scale: Scale, _ quantile: Double?, _ level: Double
  ) -> Interval? {
    guard let quantile else { return nil }
    let reach =
      quantile
      * (prediction.standardError * prediction.standardError
      + prediction.deviation * prediction.deviation).squareRoot()
    return Interval(
      lower: scale.own(prediction.centre - reach), upper: scale.own(prediction.centre + reach),
      kind: .confidence(level: level))
  }

  // MARK: Judging

  /// Whether the curve goes through every value but for rounding.
  var isPerfect: Bool { Self.isPerfect(points, solution) }

  private static func isPerfect(_ points: Points, _ solution: Solution) -> Bool {
    let size = solution.scale == .log ? 1 : points.own.reduce(0) { max($0, abs($1)) }
    return solution.residuals.allSatisfy { abs($0) <= 1e-14 * size }
  }

  private static func leaveOneOutError(
    _ model: some Model, _ solution: Solution, _ points: Points
  ) -> Double? {
    guard !solution.isRecursive else { return nil }
    if let deleted = solution.deletedResiduals {
      return zip(points.values, deleted).map { point, residual in
        let value = Double(solution.scale.value(of: point.value))
        return point.value - solution.scale.own(value - residual)
      }.rootMeanSquare
    }
    var errors: [Double] = []
    for (index, point) in points.values.enumerated() {
      guard let rest = try? model.solution(of: points.without(index), near: solution),
        let prediction = try? rest.prediction(point.year)
      else { return nil }
      errors.append(point.value - solution.scale.own(prediction.centre))
    }
    return errors.rootMeanSquare
  }

  private static func caveats(
    _ points: Points, _ solution: Solution, _ model: some Model, _ quality: Quality,
    _ meanings: [Coefficient]
  ) -> [Caveat] {
    var found: [Caveat] = []
    let isPerfect = isPerfect(points, solution)
    if points.isConstant {
      found.append(Caveat("constant", "All values are the same: nothing grows."))
    } else if isPerfect {
      found.append(
        Caveat(
          "perfect-fit",
          "The curve goes through every value: the residuals are rounding, and intervals and criteria "
            + "made of them say nothing. Was the series computed from a formula?"))
    }
    if let doubling = meanings.first(where: { $0.term == Solution.Meaning.Name.doubling.rawValue }),
      doubling.interval == nil
    {
      found.append(
        Caveat(
          "doubling",
          "The interval of the rate includes zero, so that a doubling time has no interval: the "
            + "series may as well not grow at all."))
    }
    if let doubling = meanings.first(where: { $0.term.hasPrefix("doubling") && $0.estimate < 0 }) {
      found.append(
        Caveat(
          "halving",
          "The series falls: \(doubling.term) below zero is the time in which it halves."))
    }
    let open = solution.parameters.filter { parameter in
      guard let range = parameter.range, let error = parameter.standardError else { return false }
      return 2 * error >= range.upperBound - range.lowerBound
    }.map(\.term)
    if !open.isEmpty {
      found.append(
        Caveat(
          "weak",
          "The values say next to nothing of \(open.joined(separator: " and ")): any value that it may "
            + "have would do."))
    }
    if !isPerfect { found += quality.diagnostics.caveats }
    let years = points.years
    if let first = years.first, let last = years.last {
      found += points.series.breaks.filter { first < $0.year && $0.year <= last }.map { known in
        Caveat(
          "break", year: known.year,
          (model.breakYears.contains(known.year)
            ? "The model breaks where the data do. " : "The fit runs across a break. ")
            + [known.text, known.effectText].compactMap(\.self).joined(separator: " "))
      }
      found += points.values.dropFirst().filter { point in
        (point.status == .breakInSeries || point.status == .definitionDiffers)
          && !model.breakYears.contains(point.year)
          && !points.series.breaks.contains { $0.year == point.year }
      }.map { point in
        Caveat(
          "break", year: point.year,
          "The publisher marks \(point.year) as \(point.status.name) (\(point.status.rawValue)): "
            + "the fit runs across it.")
      }
      let span = first...last
      found += points.series.caveats.filter { $0.year.map { span.contains($0) } ?? true }
    }
    return found
  }
}

extension Coefficient {
  /// What a parameter says of growth.
  init(_ meaning: Solution.Meaning, quantile: Double?, level: Double) {
    let name = meaning.name.rawValue + (meaning.part.map { " (\($0))" } ?? "")
    let error = meaning.standardError
    let reach = quantile.flatMap { quantile in error.map { quantile * $0 } }
    let kind = Interval.Kind.confidence(level: level)
    switch meaning.transform {
    case .percent:
      self.init(
        term: name, estimate: 100 * Numerics.expm1(meaning.value),
        standardError: error.map { 100 * Numerics.exp(meaning.value) * $0 },
        interval: reach.map { reach in
          Interval(
            lower: 100 * Numerics.expm1(meaning.value - reach),
            upper: 100 * Numerics.expm1(meaning.value + reach), kind: kind)
        })
    case .identity:
      // A doubling time whose rate may be zero has no ends.
      let isOpen = meaning.name == .doubling && (reach ?? 0) >= abs(meaning.value)
      self.init(
        term: name, estimate: meaning.value, standardError: isOpen ? nil : error,
        interval: isOpen
          ? nil
          : meaning.interval
            ?? reach.map { reach in
              Interval(lower: meaning.value - reach, upper: meaning.value + reach, kind: kind)
            })
    }
  }
}
