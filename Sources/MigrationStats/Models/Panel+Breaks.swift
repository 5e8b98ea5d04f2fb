extension Panel {
  /// What is tested for breaks.
  public struct BreakRequest: Sendable, Hashable {
    /// Whether the trend is one of the values or of their logarithms.
    public var scale: Scale
    /// The first years of known new states, for Chow's test; those of the catalogue where empty.
    public var years: [Int]

    /// A request.
    public init(scale: Scale = .log, years: [Int] = []) {
      self.scale = scale
      self.years = years
    }
  }

  /// The tests for breaks in the trend of every selected series.
  ///
  /// ```swift
  /// for outcome in try india.breakTests() {
  ///   print(outcome.tests?.tests.first { $0.kind == .supF }?.year ?? .nan)  // 2006.0
  /// }
  /// ```
  ///
  /// - Throws: `FittingError` where no series can be tested, or none of an area that was asked for
  ///   by name.
  public func breakTests(
    _ breaks: BreakRequest = BreakRequest(), _ request: FitRequest = FitRequest()
  ) throws(FittingError) -> [BreakOutcome] {
    let outcomes = within(request.years).map { series in
      BreakOutcome(
        series: series, scale: breaks.scale,
        result: Result { () throws(FittingError) in try series.breakTests(breaks, request) })
    }
    try Self.requireSome(outcomes.map { ($0.series.area, $0.failure) }, request)
    return outcomes
  }
}

extension Series {
  fileprivate func breakTests(
    _ breaks: Panel.BreakRequest, _ request: Panel.FitRequest
  ) throws(FittingError) -> BreakTests {
    let points = try Points(self, includingImputed: request.includingImputed)
    _ = try points.scaled(breaks.scale, for: "a trend in logarithms")
    let (first, last) = (points.years[0], points.years[points.years.count - 1])
    let known = breaks.years.isEmpty ? self.breaks.map(\.year) : breaks.years
    do throws(FittingError) {
      return try BreakTests(
        years: points.years.map { Double($0) }, values: points.own,
        isLogarithmic: breaks.scale == .log,
        known: known.filter { first < $0 && $0 <= last }.map { Double($0) }, level: request.level)
    } catch {
      throw FittingError(
        error.kind, "\(title): \(error.summary)", at: points.place, remedy: error.remedy)
    }
  }
}

/// What came of testing a series for breaks: the tests, or why there are none.
public struct BreakOutcome: Sendable {
  /// The series.
  public let series: Series
  /// Whether the trend is one of the values or of their logarithms.
  public let scale: Scale
  /// The tests, or why there are none.
  public let result: Result<BreakTests, FittingError>

  /// The tests; nil where there are none.
  public var tests: BreakTests? { try? result.get() }
  /// Why there are no tests; nil where there are.
  public var failure: FittingError? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }
}
