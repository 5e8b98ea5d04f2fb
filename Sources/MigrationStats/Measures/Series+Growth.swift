extension Series {
  /// The growth of the series by one definition.
  ///
  /// ```swift
  /// let growth = try world.growth(.log, over: 1990...2019)
  /// growth.rate?.value        // 1.979…, per cent a year
  /// growth.doublingYears      // 35.0…
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
    level: Double
  ) throws(MeasureError) -> Growth {
    let result: (rate: Estimate, logRate: Double?) =
      definition == .leastSquares
      ? try leastSquaresRate(over: span, level: level) : try endPointRate(definition, over: span)
    return Growth(
      series: self, basis: basis, definition: definition, start: span.start, end: span.end,
      rate: result.rate,
      doublingYears: result.logRate.flatMap { $0 == 0 ? nil : Numerics.log(2) / $0 },
      observations: span.observations,
      caveats: caveats(of: span, definition: definition, rate: result.rate))
  }

  // MARK: End points

  private func endPointRate(
    _ definition: GrowthDefinition, over span: Span
  ) throws(MeasureError) -> (rate: Estimate, logRate: Double?) {
    let (start, end) = (span.start, span.end)
    guard let rate = definition.rate(from: start.value, to: end.value, years: span.years) else {
      throw notPositive(start.value <= 0 ? start : end, definition)
    }
    let (first, last) = (start.range, end.range)
    func limit(_ start: Double?, _ end: Double?) -> Double? {
      guard let start, let end else { return nil }
      return definition.rate(from: start, to: end, years: span.years)
    }
    // For a positive end the rate falls with the start and rises with the end.
    let interval = Interval(
      lower: limit(end.value < 0 ? first.lower : first.upper, last.lower),
      upper: limit(end.value < 0 ? first.upper : first.lower, last.upper), kind: .rounding)
    let logRate =
      end.value > 0 ? Numerics.log(end.value / start.value) / span.years : nil
    return (Estimate(value: rate, interval: interval), logRate)
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
  ) throws(MeasureError) -> (rate: Estimate, logRate: Double?) {
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
    // Years are centred, so that the two columns are orthogonal and the slope loses no digits.
    let centre = points.map { Double($0.year) }.reduce(0, +) / Double(points.count)
    let design = Matrix(columns: [
      [Double](repeating: 1, count: points.count), points.map { Double($0.year) - centre },
    ])
    // Logarithms of the ratio to the first value are small and keep their digits.
    let response = points.map { Numerics.log($0.value / points[0].value) }
    let fit: LeastSquares
    do throws(LeastSquares.Failure) {
      fit = try LeastSquares(design, response)
    } catch {
      throw MeasureError(
        .onePoint, of: title, "a line through \(points.count) values is not determined",
        at: Position(file: source), remedy: "Choose a wider span.")
    }
    let slope = fit.coefficients[1]
    let interval = fit.standardErrors.map { errors in
      let reach =
        errors[1]
        * StudentT.twoSidedQuantile(
          level: level, degreesOfFreedom: Double(fit.degreesOfFreedom))
      return Interval(
        lower: 100 * Numerics.expm1(slope - reach), upper: 100 * Numerics.expm1(slope + reach),
        kind: .confidence(level: level))
    }
    return (Estimate(value: 100 * Numerics.expm1(slope), interval: interval), slope)
  }
}
