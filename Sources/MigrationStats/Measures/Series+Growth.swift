extension Series {
  /// The growth of the series by one definition.
  ///
  /// ```swift
  /// let growth = try world.growth(.log, over: 1990...2019)
  /// print(growth.rate?.value ?? .nan)  // 1.979…
  /// print(growth.doublingYears ?? .nan)  // 35.02…
  /// ```
  ///
  /// - Parameters:
  ///   - definition: how the rate is defined.
  ///   - years: the first and last year; all years where nil.
  ///   - interpolation: how a year between two observations is made; not at all where nil.
  ///   - level: the level of confidence of a least-squares rate's interval.
  /// - Throws: `MeasureError` where the series does not support the span or the definition.
  public func growth(
    _ definition: GrowthDefinition, over years: ClosedRange<Int>? = nil,
    interpolation: Interpolation? = nil, level: Double = 0.95
  ) throws(MeasureError) -> Growth {
    let span = try span(years, interpolation: interpolation)
    return try growth(definition, over: span, level: level)
  }

  func growth(
    _ definition: GrowthDefinition, over span: Span, basis: Growth.Basis = .published,
    hasInterval: Bool = true, level: Double
  ) throws(MeasureError) -> Growth {
    let result =
      definition == .leastSquares
      ? try leastSquaresRate(over: span, level: level) : try endPointRate(definition, over: span)
    return Growth(
      series: self, basis: basis, definition: definition, start: span.start, end: span.end,
      rate: hasInterval ? result.rate : Estimate(value: result.rate.value, interval: nil),
      doublingYears: result.logRate.flatMap { $0 == 0 ? nil : Numerics.log(2) / $0 },
      observations: span.observations,
      caveats: caveats(of: span, definition: definition) + (hasInterval ? result.caveats : []))
  }

  /// A rate, the log rate that its doubling time follows from, and what to know of its interval.
  private struct Rate {
    let rate: Estimate
    let logRate: Double?
    var caveats: [Caveat] = []
  }

  // MARK: End points

  private func endPointRate(
    _ definition: GrowthDefinition, over span: Span
  ) throws(MeasureError) -> Rate {
    let (start, end) = (span.start, span.end)
    guard let rate = definition.rate(from: start.value, to: end.value, years: span.years) else {
      if start.value > 0, end.value > 0 || definition == .simple {
        throw MeasureError(
          .notFinite, of: title, "the \(definition.rawValue) rate is beyond the range of numbers",
          at: Position(file: source, line: end.lines.first),
          remedy: "Check the values of \(start.year) and \(end.year).")
      }
      throw notPositive(start.value <= 0 ? start : end, definition)
    }
    let (first, last) = (start.range, end.range)
    func limit(_ start: Double?, _ end: Double?) -> Double? {
      guard let start, let end else { return nil }
      return definition.rate(from: start, to: end, years: span.years)
    }
    // The rate rises with the end; it falls with the start, unless the end is below zero.
    func isNegative(_ end: Double?) -> Bool { end.map { $0 < 0 } ?? false }
    let interval = Interval(
      lower: limit(isNegative(last.lower) ? first.lower : first.upper, last.lower),
      upper: limit(isNegative(last.upper) ? first.upper : first.lower, last.upper), kind: .rounding)
    let logRate =
      end.value > 0
      ? GrowthDefinition.logRatio(start.value, end.value) / span.years : nil
    return Rate(rate: Estimate(value: rate, interval: interval), logRate: logRate)
  }

  private func notPositive(
    _ observation: Observation, _ definition: GrowthDefinition
  ) -> MeasureError {
    let value = observation.value == 0 ? "zero" : "negative (\(Numerals.exact(observation.value)))"
    return MeasureError(
      .notPositive, of: title,
      "the value of \(observation.year) is \(value), and the \(definition.rawValue) rate "
        + "needs values above zero",
      at: Position(file: source, line: observation.lines.first),
      remedy: "Choose other years, or read the change in absolute terms.")
  }

  // MARK: Least squares

  private func leastSquaresRate(
    over span: Span, level: Double
  ) throws(MeasureError) -> Rate {
    let points = span.observations
    let total = span.end.year - span.start.year + 1
    let missing = total - points.count
    guard 2 * missing <= total, points.count > 1 else {
      throw MeasureError(
        .tooManyMissing, of: title,
        "\(missing) of the \(total) years from \(span.start.year) to \(span.end.year) have no "
          + "value; a least-squares rate is refused where more than half are missing",
        at: Position(file: source), remedy: "Use an end-point rate: --definition log or compound.")
    }
    if let point = points.first(where: { $0.value <= 0 }) {
      throw notPositive(point, .leastSquares)
    }
    let line = LogLines(years: points.map(\.year)).line(points.map(\.value))
    guard line.state == .determined else {
      throw MeasureError(
        .notFinite, of: title, "a value is beyond the range of numbers", at: Position(file: source),
        remedy: "Check the values from \(span.start.year) to \(span.end.year).")
    }
    let slope = line.slope
    let interval = Self.interval(of: line, level: level)
    let rate = Estimate(value: 100 * Numerics.expm1(slope), interval: interval)
    guard interval != nil else { return Rate(rate: rate, logRate: slope) }
    return Rate(rate: rate, logRate: slope, caveats: [Self.independence(line.autocorrelation)])
  }

  /// The interval of a least-squares rate; nil for a line through two points.
  static func interval(of line: LogLines.Line, level: Double) -> Interval? {
    guard line.count > 2 else { return nil }
    let quantile = StudentT.twoSidedQuantile(
      level: level, degreesOfFreedom: Double(line.count - 2))
    return interval(of: line, quantile: quantile, level: level)
  }

  /// The same, with the quantile of Student's t at hand.
  static func interval(of line: LogLines.Line, quantile: Double, level: Double) -> Interval {
    let reach = line.standardError * quantile
    return Interval(
      lower: 100 * Numerics.expm1(line.slope - reach),
      upper: 100 * Numerics.expm1(line.slope + reach), kind: .confidence(level: level))
  }

  /// The assumption under the interval, with the figure that tells how far it holds.
  static func independence(_ autocorrelation: Double) -> Caveat {
    let correlation =
      autocorrelation.isNaN
      ? ""
      : " (correlation with the observation before \(Numerals.rounded(autocorrelation, decimals: 2)))"
    return Caveat(
      "independence",
      "The interval takes the deviations from the line for independent of one another\(correlation); "
        + "in yearly series they seldom are, and the interval is then too narrow.")
  }
}
