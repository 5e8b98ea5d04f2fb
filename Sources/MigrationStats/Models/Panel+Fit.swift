extension Panel {
  /// How models are fitted.
  public struct FitRequest: Sendable, Hashable {
    /// The first and the last year; nil for all years of each series.
    public var years: ClosedRange<Int>?
    /// The level of confidence of all intervals.
    public var level: Double
    /// Whether imputed values are fitted as if they were observed.
    public var includingImputed: Bool
    /// Whether an area was asked for by name, so that its failure is an error.
    public var isSelective: Bool

    /// A request.
    public init(
      years: ClosedRange<Int>? = nil, level: Double = 0.95, includingImputed: Bool = false,
      isSelective: Bool = false
    ) {
      self.years = years
      self.level = level
      self.includingImputed = includingImputed
      self.isSelective = isSelective
    }
  }

  /// The fit of every selected series, and of both sides of each break that the catalogue knows.
  ///
  /// ```swift
  /// let request = Panel.FitRequest(years: 1990...2015, level: 0.9)
  /// for outcome in try panel.fits(.exponential, request) {
  ///   print(outcome.series.area.name, outcome.fit?.annualRate?.estimate ?? .nan)
  /// }
  /// // World 1.9940…
  /// ```
  ///
  /// A series without a fit has an outcome that says why. It is an error where there is no fit at
  /// all, or none of an area that was asked for by name.
  ///
  /// - Parameters:
  ///   - model: the model that each series is fitted by.
  ///   - request: which years, which level, and whether imputed values count.
  ///   - progress: is told after each series how many are done, and of how many.
  /// - Throws: `FittingError`.
  public func fits(
    _ model: some Model, _ request: FitRequest = FitRequest(), progress: Progress? = nil
  ) throws(FittingError) -> [FitOutcome] {
    let outcomes = eachSeries(request, progress) { $0.outcomes(model, request) }.flatMap(\.self)
    try Self.requireSome(
      outcomes.filter { $0.part == nil }.map { ($0.series.area, $0.failure) }, request)
    return outcomes
  }

  /// The models ranked for every selected series.
  ///
  /// ```swift
  /// print(try panel.rankings([.linear, .exponential])[0].best?.model.name ?? "")  // exponential
  /// ```
  ///
  /// - Throws: `FittingError` as for `fits`.
  public func rankings(
    _ models: [any Model] = Ranking.usualModels, _ request: FitRequest = FitRequest(),
    progress: Progress? = nil
  ) throws(FittingError) -> [Ranking] {
    let rankings = eachSeries(request, progress) { Ranking(of: $0, models, request) }
    try Self.requireSome(
      rankings.map { ranking in
        (ranking.series.area, ranking.best == nil ? ranking.entries.first?.outcome.failure : nil)
      }, request)
    return rankings
  }

  /// The forecasts of every selected series.
  ///
  /// ```swift
  /// let outlooks = try panel.forecasts(.exponential, through: 2025)
  /// print(outlooks[0].forecast?.values.last?.value ?? .nan)  // 302.8795…
  /// ```
  ///
  /// - Throws: `FittingError` as for `fits`, and where a forecast cannot be made.
  public func forecasts(
    _ model: some Model, through year: Int, centre: Forecast.Centre = .median,
    _ request: FitRequest = FitRequest(), progress: Progress? = nil
  ) throws(FittingError) -> [ForecastOutcome] {
    let outcomes = eachSeries(request, progress) { series in
      ForecastOutcome(
        series: series, model: model,
        result: Result { () throws(FittingError) in
          try series.fit(
            model, level: request.level, includingImputed: request.includingImputed
          ).forecast(through: year, centre: centre)
        })
    }
    try Self.requireSome(outcomes.map { ($0.series.area, $0.failure) }, request)
    return outcomes
  }

  /// What is told of long work: how many series are done, and of how many.
  public typealias Progress = (_ done: Int, _ all: Int) -> Void

  /// A result of every selected series, in their order.
  private func eachSeries<Result>(
    _ request: FitRequest, _ progress: Progress?, _ result: (Series) -> Result
  ) -> [Result] {
    let chosen = within(request.years)
    return chosen.enumerated().map { index, series in
      let result = result(series)
      progress?(index + 1, chosen.count)
      return result
    }
  }

  /// The selected series, with only the values of some years.
  func within(_ years: ClosedRange<Int>?) -> [Series] {
    years.map { years in series.map { $0.limited(to: years) } } ?? series
  }

  /// Throws the first failure where nothing succeeded, or nothing of an area that was asked for.
  static func requireSome(
    _ results: [(area: Area, failure: FittingError?)], _ request: FitRequest
  ) throws(FittingError) {
    let succeeded = Set(results.filter { $0.failure == nil }.map(\.area))
    for (area, failure) in results {
      if let failure, succeeded.isEmpty || request.isSelective && !succeeded.contains(area) {
        throw failure
      }
    }
  }
}

/// What came of a forecast: the forecast, or why there is none.
public struct ForecastOutcome: Sendable {
  /// The series.
  public let series: Series
  /// The model.
  public let model: any Model
  /// The forecast, or why there is none.
  public let result: Result<Forecast, FittingError>

  /// The forecast; nil where there is none.
  public var forecast: Forecast? { try? result.get() }
  /// Why there is no forecast; nil where there is one.
  public var failure: FittingError? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }
}
